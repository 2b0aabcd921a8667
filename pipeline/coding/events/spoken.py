"""Deeds done by saying something: demands and verdicts in somebody's quoted or reported words.

Belongs here: when a clause in such words says outright what ought to be or is wrong, and whom it is about. Does not
belong here: the words of demands and verdicts (frames marked `spoken`), who speaks (quotations).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.language.clauses import Arguments
from pipeline.language.factuality import CONDITIONAL
from pipeline.language.model import ParsedSentence

OUTRIGHT = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
"""Relations of clauses that state something by themselves."""
FIRST = frozenset({"we", "us"})
POINTING = frozenset({"it", "this", "that", "these", "those", "there"})
"""Subjects that point at a deed or a state of things, not at an actor."""
OPEN = frozenset({"what", "how", "why", "who", "whom", "which", "where", "when"})
"""Words that open a clause which leaves something to be said."""
ANYBODY = frozenset({"i", "you", "one"})


def is_stated(token: Token) -> bool:
    """Whether the clause of a modal, verb, adjective or noun is said outright, and of somebody or something certain."""
    modal = token.tag_ == "MD"
    if token.pos_ == "ADJ" and not _predicative(token):
        return False
    clause = token
    while clause.pos_ not in ("VERB", "AUX") or clause.dep_ in ("aux", "auxpass"):
        if clause.head == clause:
            break
        clause = clause.head
    above = clause
    while above.dep_ == "conj" and above.head.pos_ in ("VERB", "AUX"):
        above = above.head
    if above.dep_ not in OUTRIGHT or any(c.lower_ in CONDITIONAL and c.dep_ == "mark" for c in clause.children):
        return False
    if any(c.lower_ in OPEN and c.dep_ in ("advmod", "attr", "dobj", "nsubj", "mark") for c in clause.children):
        return False
    subjects = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not modal:
        return not any(c.lower_ in ANYBODY for c in subjects)
    if any(c.lower_ in ANYBODY or (c.i < token.i and c.lower_ in ("it", "this")) for c in subjects):
        return False
    undone = any(c.lemma_ == "have" and c.dep_ == "aux" for c in clause.children)  # "should have known"
    return bool(subjects) and not undone and all(s.i < token.i for s in subjects)


def _predicative(adjective: Token) -> bool:
    """Whether an adjective is said of a subject ("is unfair") and does not only describe a noun ("unfair tariffs")."""
    while adjective.dep_ == "conj" and adjective.head.pos_ == "ADJ":
        adjective = adjective.head
    return adjective.dep_ == "acomp"


def addressed(registry: Registry, sentence: ParsedSentence, args: Arguments) -> tuple[tuple[int, ...], list[Token]]:
    """Whom a demand or verdict is about: the clause's subject; of "we", the speaker's state."""
    for head in args.objects if args.passive and not args.subjects else args.subjects:
        if head.lower_ in POINTING:
            continue
        if head.lower_ in FIRST:
            found = _own_state(registry, sentence, head)
        elif args.passive and not args.subjects:
            found = ()  # "the parliament must be recalled": by whom is not said
        else:
            found = registry.related(sentence, head)
        if found:
            return found, [head]
    return (), []


def _own_state(registry: Registry, sentence: ParsedSentence, pronoun: Token) -> tuple[int, ...]:
    who = registry.reference.one(sentence, pronoun)
    country = registry.actors[who[0]].country if len(who) == 1 else None
    index = registry.book.state(country) if country else None
    return (index,) if index is not None and index not in who else ()
