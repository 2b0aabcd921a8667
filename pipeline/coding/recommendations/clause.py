"""Questions about the clause that a word stands in: its subject, whether it is asked, supposed, told by somebody.

Belongs here: reading the parse. Does not belong here: which words give advice (frames).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.coding.recommendations.lexicon import phrase_pattern, words

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_CONTENT = ("ccomp", "xcomp", "parataxis", "dep", "pcomp", "prep", "acomp", "attr")
_RULE = re.compile(
    r"\bunder (?:[\w-]+ ){0,4}(?:law|laws|agreement|treaty|constitution|act|accord|deal|pact"
    r"|rules|convention|charter|statute|regulations)\b|\b(?:article|paragraph|section) \d"
)


def subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verbs that it is coordinated with or that govern it ("needs to act")."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        for child in verb.children:
            if child.dep_ in _SUBJECTS and child.i < verb.i:
                return child
        if verb.dep_ not in ("conj", "xcomp", "aux", "auxpass"):
            return _opening_gerund(verb)
        verb = verb.head
    return None


def _opening_gerund(verb: Token) -> Token | None:
    """A gerund that opens the sentence, where the parser saw a participle clause: "Lowering A, ..., is vital"."""
    first = verb.doc[0]
    opens = first.tag_ == "VBG" and first.dep_ == "advcl" and first.head == verb
    return first if opens else None


def verbal_subject(main: Token) -> Token | None:
    """A gerund or infinitive that is the subject of `main`, also where the parser hung it on the clause before.

    It opens the clause, and no other finite verb stands between it and `main`.
    """
    doc = main.doc
    for i in range(main.i - 1, -1, -1):
        token = doc[i]
        infinitive = i > 0 and token.tag_ in ("VB", "VBP") and doc[i - 1].tag_ == "TO"
        finite = token.tag_ in ("VBZ", "VBP", "VBD", "MD") and token.dep_ not in ("relcl", "aux") and token.head != main
        if finite and not infinitive and not inside_relative(token):
            return None
        kinds = ("advcl", "csubj", "nsubj", "ccomp", "csubjpass", *(("xcomp",) if infinitive else ()))
        if token.dep_ not in kinds or not (infinitive or token.tag_ == "VBG"):
            continue
        start = i - 1 if infinitive else i
        if start == 0 or doc[start - 1].lower_ in ("while", "whereas", "but", ";", ":", "that"):
            return token
        if doc[start - 1].lower_ in (",", "and") and doc[0].tag_ != "VBG":
            return token
    return None


def inside_relative(token: Token) -> bool:
    return any(a.dep_ == "relcl" for a in (token, *token.ancestors))


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
    if any(t.lower_ in ("no", "neither") for s in verb.children if s.dep_ in _SUBJECTS for t in s.children):
        return True
    return "no longer" in between.text.lower() or any(t.dep_ == "neg" and t.i < verb.i for t in verb.children)


def is_rule(run: Span) -> bool:
    """Whether the words up to a verb state what a law or a procedure prescribes."""
    return phrase_pattern("rules").search(run.text.lower()) is not None


def is_under_law(doc: Doc) -> bool:
    """Whether the sentence states what must be done under a law or an article."""
    low = doc.text.lower()
    return _RULE.search(low) is not None or phrase_pattern("by_rule").search(low) is not None


def is_quoted(doc: Doc, i: int) -> bool:
    """Whether token i stands between quotation marks of its sentence."""
    return sum(t.text == '"' for t in doc[:i]) % 2 == 1


def teller(token: Token) -> Token | None:
    """The verb of saying or thinking that the clause of `token` is the content of; None when "we" or "I" say it."""
    for above in _governors(token):
        if above.lemma_.lower() not in words().speech or above.pos_ not in ("VERB", "AUX"):
            continue
        who = subject_of_telling(above)
        if who is None or who.lower_ == "it":
            continue
        return None if who.lower_ in ("we", "i") else above
    return None


def subject_of_telling(verb: Token) -> Token | None:
    """Who says it: the verb's subject on either side, or that of the clause that "saying ..." hangs on."""
    own = next((t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass")), None)
    return own or subject(verb.head if verb.dep_ == "advcl" else verb)


def _governors(token: Token) -> Iterator[Token]:
    below = token
    while below.head != below:
        above = below.head
        if below.dep_ in _CONTENT or (below.dep_ == "conj" and above.dep_ == "ccomp"):
            yield above
        below = above


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


def is_passive(verb: Token) -> bool:
    be_before = any(t.dep_ == "auxpass" or (t.lemma_ == "be" and t.i < verb.i) for t in verb.children)
    return verb.tag_ in ("VBN", "VBD") and be_before


def agent(verb: Token) -> Token | None:
    """Who does it in a passive: "by X"."""
    by = next((t for t in verb.children if t.dep_ == "agent" or (t.lower_ == "by" and t.dep_ == "prep")), None)
    return child(by, "pobj") if by is not None else None


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of the relations."""
    return next((t for t in token.children if t.dep_ in deps), None)


def governing_verb(token: Token) -> Token:
    """The nearest verb above a word."""
    above = token
    while above.head != above and above.pos_ not in ("AUX", "VERB"):
        above = above.head
    return above


def past_adverbs(doc: Doc, i: int) -> int:
    """Position i, or that of the first word behind the adverbs that stand there."""
    while i + 1 < len(doc) and doc[i].tag_ in ("RB", "RBR", "RBS"):
        i += 1
    return i


def occurrences(doc: Doc, phrases: list[str]) -> Iterator[tuple[int, int]]:
    """(first, last) token of each place where one of the phrases stands; the longest phrase at a place."""
    sought = sorted((tuple(p.split()) for p in phrases), key=lambda p: (-len(p), p))
    i = 0
    while i < len(doc):
        for phrase in sought:
            if tuple(t.lower_ for t in doc[i : i + len(phrase)]) == phrase:
                yield i, i + len(phrase) - 1
                i += len(phrase) - 1
                break
        i += 1
