"""What the parse says at one word: coordination, passive, prepositions, control.

Belongs here: questions that need no other clause's arguments. Does not belong here: arguments (arguments).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.resources import words

EITHER_CONTROL = frozenset({"want", "expect", "ask", "beg", "plead"})
"""Those of OBJECT_CONTROL whose subject is the infinitive's where they have no object."""
OBJECT_CONTROL = words("object_control")
"""Verbs whose object is the subject of the infinitive that follows ("urged Kenya to sign")."""
CHANNELS = words("channels")
"""Nouns for how one speaks or travels."""
TOGETHER = frozenset({"together", "along", "jointly", "alongside"})
"""Adverbs that join the object of "with" to the subject."""


QUANTIFYING = words("quantifying")
"""Nouns that only say how much or which form of what their of-phrase names ("a series of attacks")."""


def counted(noun: Token) -> list[Token]:
    """What a quantifying noun or a number counts: "two of the ships" -> ships; [] for other nouns."""
    if noun.lemma_.lower() not in QUANTIFYING and noun.pos_ != "NUM":
        return []
    return [t for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]


def with_quantity(noun: Token) -> Token:
    """The word that stands in the clause for a noun: the quantifying noun over it, or the noun itself."""
    above = noun.head.head
    return above if noun.dep_ == "pobj" and noun in counted(above) else noun


def with_conjuncts(token: Token) -> list[Token]:
    """A phrase's head and the heads coordinated behind it."""
    out = [token]
    for child in token.children:
        if child.dep_ == "conj" or _next_person(token, child):
            out.extend(with_conjuncts(child))
    return out


def _next_person(token: Token, child: Token) -> bool:
    """Whether what the parser takes for an apposition is the next of several people ("President A of X, King B of Y,
    and Z") or, as a subject, of several states."""
    kinds = ("PERSON", "GPE") if token.dep_ in ("nsubj", "nsubjpass") else ("PERSON",)
    return (
        child.dep_ == "appos"
        and token.ent_type_ in kinds
        and child.ent_type_ == token.ent_type_
        and any(c.dep_ == "conj" and c.ent_type_ == token.ent_type_ for c in child.children)
    )


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: auxiliary, reduced relative, or a participle coordinated with a passive."""
    if any(c.dep_ in ("auxpass", "nsubjpass") or (c.dep_ == "agent" and not _by_means(c)) for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in verb.children):
        return False
    if verb.dep_ == "conj":
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "amod", "advcl", "relcl", "ROOT", "pcomp", "xcomp", "appos") and not any(
        c.dep_ in ("nsubj", "dobj") for c in verb.children
    )


def _by_means(prep: Token) -> bool:
    """Whether a by-phrase names a means and no doer ("spoke by telephone")."""
    return any(c.lemma_.lower() in CHANNELS for c in prep.children if c.dep_ == "pobj")


def controlled(verb: Token) -> bool:
    """Whether a verb's subject is the object of the verb above ("will help Kenya to build"): whose deed it is and
    whether it comes about is then not its subject's to say."""
    return verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in OBJECT_CONTROL


def prepositions(token: Token) -> dict[str, list[Token]]:
    """Preposition -> heads of its objects, for the phrases attached to a token."""
    out: dict[str, list[Token]] = {}
    together = [p for c in token.children if c.dep_ == "advmod" and c.lower_ in TOGETHER for p in c.children]
    for prep in [*token.children, *together]:
        if prep.dep_ not in ("prep", "agent", "dative") or prep.pos_ not in ("ADP", "SCONJ", "VERB"):
            continue
        for inner in prep.children:
            if inner.dep_ in ("pobj", "pcomp"):
                out.setdefault(prep.lower_, []).extend(with_conjuncts(inner))
            elif inner.dep_ == "prep":  # "out of", "because of", "from within"
                for deep in inner.children:
                    if deep.dep_ in ("pobj", "pcomp"):
                        out.setdefault(f"{prep.lower_} {inner.lower_}", []).extend(with_conjuncts(deep))
    return out


def coordinated_with(verb: Token) -> Token:
    """The verb that a coordinated verb really continues: a finite verb behind an infinitive continues the verb above it
    ("urged them to stay and left"), which parsers often miss."""
    head = verb.head
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in verb.children if c.dep_ in ("aux", "auxpass")
    )
    while (
        finite
        and head.tag_ in ("VB", "VBG")
        and head.dep_ in ("xcomp", "ccomp", "advcl", "acl", "pcomp")
        and head.head != head
    ):
        head = head.head
        while head.pos_ not in ("VERB", "AUX") and head.head != head:
            head = head.head
    return head
