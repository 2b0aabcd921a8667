"""What stands in the clause of a verb: its subject, who does it in a passive, the verb above a word.

Belongs here: reading the parse, against its usual faults. Does not belong here: whether the clause states what it says
(statement), who says it (telling), which words give advice (frames).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


def subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verbs that it is coordinated with or that govern it ("needs to act")."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.i < verb.i:
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


def object_of(token: Token, *prepositions: str) -> Token | None:
    """X of the first phrase "of X", "for X" that hangs on a word, for one of the prepositions."""
    prep = next((t for t in token.children if t.dep_ == "prep" and t.lower_ in prepositions), None)
    return child(prep, "pobj") if prep is not None else None


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
