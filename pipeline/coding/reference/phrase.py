"""What stands around a noun in the parse: modifiers, agents, determiners, the words that describe it.

Belongs here: syntax of a noun phrase. Does not belong here: whom it means.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.language.names.runs import is_month

AMOUNTS = frozenset({"how", "many", "several", "few", "most", "more", "such"})
"""Words that tell how many, which are no part of a description's name."""
MISSIONS = frozenset({"embassy", "consulate", "legation"})


def noun_phrase_modifiers(token: Token) -> list[Token]:
    """Modifiers of a noun that can carry its country: possessors, demonyms, compounds, of-phrases."""
    out = [t for t in token.children if t.dep_ in ("poss", "amod", "compound", "nmod", "appos")]
    for prep in (t for t in token.children if t.dep_ == "prep" and t.lower_ in ("of", "from", "in")):
        out.extend(t for t in prep.children if t.dep_ == "pobj")
    return out


def with_partners(modifier: Token) -> list[Token]:
    """A modifier, what it is made of, and those coordinated with it: "Norwegian and Chilean", "Norway and Kenya"."""
    inner = [g for g in modifier.children if g.dep_ in ("compound", "amod", "nmod", "poss")]
    partners = list(modifier.conjuncts) if modifier.dep_ != "conj" else []
    return [modifier, *inner, *partners, *[g for p in partners for g in p.children if g.dep_ in ("compound", "amod")]]


def agents(noun: Token) -> list[Token]:
    """Heads of the by-phrases of participles behind a noun, and what it is said to belong to."""
    belonging = [c for c in noun.children if c.dep_ == "acl" and c.lemma_ == "belong"]
    owners = [t for c in belonging for p in c.children if p.lower_ == "to" for t in p.children if t.dep_ == "pobj"]
    if owners:
        return owners
    clauses = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    agents = [c for clause in clauses for c in clause.children if c.dep_ == "agent"]
    return [t for agent in agents for t in agent.children if t.dep_ == "pobj"]


def premodifiers(token: Token) -> list[Token]:
    return [t for c in token.children if c.dep_ in ("amod", "compound", "nmod") and c.i < token.i for t in c.subtree]


def definite(token: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that", "its", "his", "her", "their") for c in token.children)


def is_doer(token: Token) -> bool:
    """Whether a noun stands where the doer of an active or a passive verb stands."""
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ == "nsubj" or (token.dep_ == "pobj" and token.head.dep_ == "agent")


def phrase_of(token: Token) -> str:
    """The noun with its modifiers, without determiners, numbers and relative clauses."""
    keep = [t for t in token.children if t.dep_ in ("amod", "compound", "nmod", "poss") and t.i < token.i]
    first = min([t.left_edge.i for t in keep], default=token.i)
    last = token.i
    if token.lower_ in MISSIONS:  # a mission is known by its place: "embassy in Nairobi"
        places = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("in", "at") and c.i == token.i + 1]
        names = [t for p in places for t in p.children if t.dep_ == "pobj" and t.pos_ == "PROPN"]
        last = names[0].i if names else last
    words = [
        t
        for t in token.doc[first : last + 1]
        if (t.pos_ not in ("DET", "NUM", "PUNCT", "PRON") and t.lower_ not in AMOUNTS and not is_month(t))
        or t.text in ("-", "U.S.")
    ]
    return "".join(t.text_with_ws for t in words).strip().removeprefix("'s ").removeprefix("own ")
