"""Whether a clause states something of today, or asks, supposes, denies it, or cites a rule.

Belongs here: what makes words with the form of advice none. Does not belong here: whose statement it is (telling).
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from pipeline.coding.recommendations.lexicon import phrase_pattern
from pipeline.coding.recommendations.sentence.clause import SUBJECTS

_RULE = re.compile(
    r"\bunder (?:[\w-]+ ){0,4}(?:law|laws|agreement|treaty|constitution|act|accord|deal|pact"
    r"|rules|convention|charter|statute|regulations)\b|\b(?:article|paragraph|section) \d"
)


def is_asked(doc: Doc) -> bool:
    """Whether the sentence is a question."""
    return doc.text.rstrip("\"' )*").endswith("?")


def is_supposed(verb: Token) -> bool:
    """Whether the clause of `verb` is no statement: relative, conditional, indirect question, inverted."""
    token = verb
    while True:
        before = [t for t in token.children if t.i < token.i]
        if any(t.lower_ in ("if", "whether", "unless", "lest") and t.dep_ in ("mark", "advmod") for t in before):
            return True
        if any(t.tag_ in ("WP", "WDT", "WRB", "WP$") for t in before):
            return True
        if token.dep_ in ("relcl", "acl", "csubj", "pcomp") and not _behind_label(token):
            return True
        if token.dep_ == "ROOT" or token.head == token:
            return False
        token = token.head


def _behind_label(token: Token) -> bool:
    """ "Health: Norway should ...": the parser hangs the clause on the label."""
    return token.head.dep_ == "ROOT" and any(t.text in (":", "—", "–") for t in token.doc[token.head.i : token.i])


def is_negated(verb: Token, first: int, last: int) -> bool:
    """Whether the words first..last, or the verb itself, carry a negation."""
    between = verb.doc[first : last + 1]
    if any(t.dep_ == "neg" or t.lower_ in ("not", "n't", "never") for t in between):
        return True
    if any(t.lower_ in ("no", "neither") for s in verb.children if s.dep_ in SUBJECTS for t in s.children):
        return True
    return "no longer" in between.text.lower() or any(t.dep_ == "neg" and t.i < verb.i for t in verb.children)


def is_present(verb: Token) -> bool:
    """Whether a finite verb tells of the present, or of what a modal makes possible."""
    finite = verb
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "MD", "VBZ", "VBP"):
            finite = child
    return finite.tag_ in ("VBZ", "VBP", "MD") or (finite.tag_ == "VB" and finite == verb)


def is_perfect(verb: Token) -> bool:
    """Whether "have" stands before a participle: "should have done"."""
    return any(t.lemma_ == "have" and t.dep_ == "aux" and t.tag_ == "VB" for t in verb.children)


def is_rule(run: Span) -> bool:
    """Whether the words up to a verb state what a law or a procedure prescribes."""
    return phrase_pattern("rules").search(run.text.lower()) is not None


def is_under_law(doc: Doc) -> bool:
    """Whether the sentence states what must be done under a law or an article."""
    low = doc.text.lower()
    return _RULE.search(low) is not None or phrase_pattern("by_rule").search(low) is not None
