"""Parts of a clause that stand elsewhere: relative pronouns, shared objects, and what parsers hang on a wrong word.

Belongs here: finding the one missing part. Does not belong here: the arguments of whole clauses (arguments).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.language.clauses.phrases import TOGETHER, is_passive, with_conjuncts
from pipeline.resources import words

MESSAGES = words("messages")
"""Nouns for what is sent or said: a participle behind one has the sender for its subject."""
SAYING = words("saying")
"""Verbs that bring in somebody's words."""


def company(preps: dict[str, list[Token]]) -> list[Token]:
    """Who does it "together with" the subject."""
    return [t for adverb in sorted(TOGETHER) for t in preps.get(f"{adverb} with", [])]


def misread_subject(verb: Token) -> list[Token]:
    """A name right in front of a finite verb or of "plans to" that the parser took for a part of it ("the AU plans
    to send")."""
    finite = verb.tag_ in ("VBZ", "VBD") and verb.pos_ == "VERB"
    if not (finite or planning(verb)):
        return []
    return [
        c for c in verb.children if c.i == verb.i - 1 and c.dep_ in ("compound", "amod", "nmod", "nsubj") and _name(c)
    ]


def planning(noun: Token) -> bool:
    """Whether "plans" in front of an infinitive is the verb, though tagged a noun: nothing else governs it."""
    following = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    marked = any(c.dep_ in ("det", "poss", "nummod") and c.i < noun.i for c in noun.children)
    subject = any(c.dep_ == "nsubj" and c.i < noun.i for c in noun.children)
    named = any(c.i == noun.i - 1 and _name(c) for c in noun.children)
    return (
        noun.lower_ in ("plan", "plans")
        and noun.pos_ != "VERB"
        and noun.dep_ in ("ROOT", "conj", "ccomp")
        and following == "to"
        and not marked
        and (subject or named)
    )


def _name(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.text.isupper()


def captured(verb: Token, surface: list[Token]) -> bool:
    """Whether a participle has taken for its subject what a preposition of place governs: "posted a message on the
    site blaming Kenya" is read as "on [the site blaming Kenya]"."""
    return (
        verb.dep_ == "pcomp"
        and verb.tag_ == "VBG"
        and len(surface) == 1
        and verb.head.lower_ in ("on", "via", "in", "at")
        and verb.head.i < surface[0].i < verb.i
    )


def is_medium(noun: Token) -> bool:
    """Whether a noun is where something was posted or said: what goes on behind it is its author's doing."""
    place = noun.head
    above = place.head
    return (
        noun.dep_ == "pobj"
        and place.lower_ in ("on", "via")
        and ((above.lemma_ in MESSAGES and above.dep_ == "dobj") or (above.pos_ == "VERB" and above.lemma_ in SAYING))
    )


def accompanying(subject: Token) -> bool:
    """Whether what looks like the subject stands behind "together with" ("came and, together with X, promised")."""
    first = subject.left_edge.i
    return first >= 2 and subject.doc[first - 1].lower_ == "with" and subject.doc[first - 2].lower_ in TOGETHER


def antecedent(verb: Token, subject: Token) -> list[Token]:
    """A relative pronoun stands for the noun that its clause modifies."""
    if subject.tag_ in ("WDT", "WP") or subject.lower_ == "that":
        clause = verb
        while clause.dep_ == "conj" or clause.dep_ in ("xcomp", "ccomp"):
            clause = clause.head
        if clause.dep_ == "relcl":
            return with_conjuncts(clause.head) if clause.head.tag_ != "NNP" else [clause.head]
    return [subject]


def shared_object(verb: Token) -> list[Token]:
    """ "condemned and rejected the move": the first verb's object stands behind the second."""
    for child in verb.children:
        if (
            child.dep_ == "conj"
            and child.pos_ == "VERB"
            and not any(c.dep_ in ("nsubj", "dobj") for c in verb.children if c.dep_ != "nsubj")
        ):
            later = [t for c in child.children if c.dep_ == "dobj" for t in with_conjuncts(c)]
            if later and child.i - verb.i <= 3:
                return later
    return []


def relative_object(verb: Token) -> list[Token]:
    """ "the treaty that Kenya signed": the object is what the clause modifies."""
    if verb.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in verb.children):
        return [verb.head]
    return []


def by_behind(noun: Token) -> list[Token]:
    """ "the invasion of X by Y": a by-phrase right behind the noun's phrase is its own, though the parser hangs
    it on an active verb above."""
    after = noun.right_edge.i + 1
    if after >= len(noun.doc) or noun.doc[after].lower_ != "by":
        return []
    prep = noun.doc[after]
    above = prep.head in list(noun.ancestors) and not is_passive(prep.head)
    return (
        [t for c in prep.children if c.dep_ == "pobj" and c.pos_ == "PROPN" for t in with_conjuncts(c)] if above else []
    )
