"""Whom "we" makes the doers of an event where two people speak in turns.

Belongs here: choosing between both sides and the speaker's own. Does not belong here: whose turn it is
(reference.turns), what "we" may mean at all (reference.pronouns).
"""

from __future__ import annotations

from pipeline.coding.actors import Registry
from pipeline.coding.events.frames import Match
from pipeline.language.model import ParsedSentence

_WE = frozenset({"we", "us", "our"})
_BOTH = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types of deeds done with somebody: here "we" takes in the one spoken to."""
_JOINTLY = frozenset({"together", "both", "jointly", "mutually"})


def own_side(
    registry: Registry, sentence: ParsedSentence, match: Match, sources: tuple[int, ...]
) -> tuple[int, ...]:
    """The sources without the side that a speaker's "we" leaves out: in what one does alone the other side, in a
    meeting the states behind the people who met (codebook, section 8)."""
    turn = registry.reference.turns.at(sentence)
    heads = [t for t in (*match.args.subjects, *match.args.possessors) if t.lower_ in _WE]
    if turn is None or turn.speaker is None or not heads:
        return sources
    own, other = registry.reference.turns.sides(sentence, heads[0])
    if match.event_type == "CONSULT":
        return tuple(i for i in sources if i not in (*own[1:], *other[1:]))
    words = {t.lower_ for t in match.anchor.subtree}
    both = match.frame.joint or (match.event_type in _BOTH and match.frame.mode != "promise") or match.frame.mode == "sign"
    if both or words & _JOINTLY:
        return sources
    return tuple(i for i in sources if i not in other)
