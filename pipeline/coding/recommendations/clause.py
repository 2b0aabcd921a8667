"""Questions about the clause that a word stands in: its subject, whether it is asked, supposed, told by somebody.

Belongs here: reading the parse. Does not belong here: which words give advice (frames).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.lexicon import phrase_pattern, words

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_WH = frozenset({"what", "who", "whom", "which", "whose", "how", "why", "whether", "where", "whatever", "whoever"})


def subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verbs that it is coordinated with or that govern it ("needs to act")."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        for child in verb.children:
            if child.dep_ in _SUBJECTS and child.i < verb.i:
                return child
        if verb.dep_ not in ("conj", "xcomp", "aux", "auxpass"):
            return None
        verb = verb.head
    return None


def is_asked(doc: Doc) -> bool:
    """Whether the sentence is a question."""
    tail = doc.text.rstrip("\"' )*")
    return tail.endswith("?")


def is_supposed(verb: Token) -> bool:
    """Whether the clause of `verb` is no statement: relative, conditional, indirect question, inverted."""
    token = verb
    while True:
        below = [t for t in token.children if t.i < token.i]
        if any(t.lower_ in ("if", "whether", "unless", "lest") and t.dep_ in ("mark", "advmod") for t in below):
            return True
        if any(t.lower_ in _WH and t.dep_ in ("dobj", "pobj", "advmod", "nsubj", "attr", "det", "nsubjpass") and t.tag_.startswith("W") for t in below):
            return True
        if token.dep_ in ("relcl", "acl", "csubj", "pcomp"):
            return True
        if token.dep_ == "ROOT" or token.head == token:
            return False
        if token.dep_ == "ccomp" and any(t.lower_ in _WH and t.tag_.startswith("W") for t in token.subtree if t.i < token.i and t.head == token):
            return True
        token = token.head


def is_negated(verb: Token, first: int, last: int) -> bool:
    """Whether the words first..last, or the verb itself, carry a negation."""
    between = verb.doc[first : last + 1]
    return any(t.dep_ == "neg" or t.lower_ in ("not", "n't", "never") for t in between) or any(
        t.dep_ == "neg" and t.i < verb.i for t in verb.children
    ) or "no longer" in between.text.lower()


def is_rule(doc: Doc) -> bool:
    """Whether the sentence states what a law or a procedure prescribes."""
    return phrase_pattern("rules").search(doc.text.lower()) is not None


def is_quoted(doc: Doc, i: int) -> bool:
    """Whether token i stands between quotation marks of its sentence."""
    return sum(t.text in ('"', "``", "''") for t in doc[:i]) % 2 == 1


def told_by(token: Token) -> Token | None:
    """The verb of saying or thinking that the clause of `token` is the content of, unless its subject is "we" or "I"."""
    for above in _governors(token):
        if above.lemma_.lower() not in words().speech or above.pos_ not in ("VERB", "AUX"):
            continue
        teller = next((t for t in above.children if t.dep_ in ("nsubj", "nsubjpass")), None)
        if teller is None:
            teller = subject(above)
        if teller is not None and teller.lower_ in ("we", "i"):
            return None
        if teller is not None and teller.lower_ != "it":
            return above
    return None


def _governors(token: Token) -> Iterator[Token]:
    below = token
    while below.head != below:
        above = below.head
        if below.dep_ in ("ccomp", "xcomp", "parataxis", "dep", "advcl", "conj", "acl", "pcomp", "prep", "csubj", "acomp", "attr", "relcl"):
            if below.dep_ not in ("relcl", "acl", "advcl", "csubj") and (below.dep_ != "conj" or above.dep_ == "ccomp"):
                yield above
        below = above


def present(verb: Token) -> bool:
    """Whether a finite verb tells of the present (or of what a modal makes possible)."""
    finite = verb
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "MD", "VBZ", "VBP"):
            finite = child
    return finite.tag_ in ("VBZ", "VBP", "MD") or (finite.tag_ == "VB" and finite == verb)


def past_perfect(verb: Token) -> bool:
    """Whether "have" stands before a participle: "should have done"."""
    return any(t.lemma_ == "have" and t.dep_ == "aux" and t.tag_ == "VB" for t in verb.children)
