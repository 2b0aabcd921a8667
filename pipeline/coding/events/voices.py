"""Doers who speak: whom "we" takes in where two people speak in turns, and a state beside whoever speaks for it.

Belongs here: choosing between both sides and the speaker's own, a spokesman with the state (codebook, section 2). Does
not belong here: whose turn it is (reference.turns), what "we" may mean at all (reference.pronouns).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.events.matching import Match
from pipeline.language.model import ParsedSentence

_WE = frozenset({"we", "us", "our"})
_BOTH = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types of deeds done with somebody: here "we" takes in the one spoken to."""
_SAID = frozenset({"AGREE", "SUPPORT", "ACCUSE", "REQUEST", "THREATEN", "REJECT", "CONCEDE"})
"""Types of deeds done by saying something."""
_JOINTLY = frozenset({"together", "both", "jointly", "mutually"})


def own_side(registry: Registry, sentence: ParsedSentence, match: Match, sources: tuple[int, ...]) -> tuple[int, ...]:
    """The sources without the side that a speaker's "we" leaves out: in what one does alone the other side, in a
    meeting the states behind the people who met (codebook, section 8)."""
    turn = registry.reference.turns.at(sentence)
    heads = [t for t in (*match.args.subjects, *match.args.possessors) if t.lower_ in _WE]
    if turn is None or turn.speaker is None or not (heads or match.event_type == "CONSULT"):
        return sources
    own, other = registry.reference.turns.sides(sentence, match.token)
    if match.event_type == "CONSULT":
        met = {*own[:1], *other[:1]} & set(sources)
        return tuple(i for i in sources if i not in (*own[1:], *other[1:])) if met else sources
    words = {t.lower_ for t in match.anchor.subtree}
    both = (
        match.frame.joint or (match.event_type in _BOTH and match.frame.mode != "promise") or match.frame.mode == "sign"
    )
    if both or words & _JOINTLY:
        return sources
    return tuple(i for i in sources if i not in other)


def with_spokesman(
    registry: Registry, sentence: ParsedSentence, match: Match, sources: tuple[int, ...], speaker: Token | None
) -> tuple[int, ...]:
    """The sources with the person through whom a state says what it does ("X said that Kenya will stay"), or with the
    state whose commitment or support somebody affirms ("X reaffirmed Kenya's commitment")."""
    if match.event_type not in _SAID or len(sources) != 1:
        return sources
    kind = registry.actors[sources[0]].kind
    if kind == "state" and speaker is not None:
        said = registry.resolve_one(sentence, speaker)
        return (*sources, *said) if _speaks_for(registry, said, sources[0]) else sources
    if kind == "person":
        owned = [i for o in match.args.objects for i in _owners(registry, sentence, o)]
        return (*sources, owned[0]) if len(owned) == 1 and _speaks_for(registry, sources, owned[0]) else sources
    return sources


def _owners(registry: Registry, sentence: ParsedSentence, thing: Token) -> tuple[int, ...]:
    """The state whose commitment, support or the like a noun names."""
    if thing.lemma_.lower() not in ("commitment", "support", "determination", "pledge", "solidarity", "readiness"):
        return ()
    before = [t for t in thing.children if t.dep_ == "poss"]
    behind = [t for p in thing.children if p.dep_ == "prep" and p.lower_ == "of" for t in p.children]
    found = tuple(i for t in (*before, *behind) for i in registry.resolve_one(sentence, t))
    found = found or registry.reference.nationality(sentence, thing)
    return tuple(i for i in dict.fromkeys(found) if registry.actors[i].kind == "state")


def _speaks_for(registry: Registry, people: tuple[int, ...], state: int) -> bool:
    """Whether one person is the state's: by country, or, where that is not known, in a text of the state itself."""
    if len(people) != 1 or registry.actors[people[0]].kind != "person":
        return False
    country = registry.actors[people[0]].country
    return country == registry.actors[state].country if country else state in registry.issuing.voice
