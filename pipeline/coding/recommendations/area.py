"""Which area an act steers: by its object, then its purpose and circumstances, then what stands around it.

Belongs here: weighing cues by the place they stand in. Does not belong here: the cues (lexicons/areas, cues), which
words stand around an act (around).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.cues import areas_of_verb, hits
from pipeline.coding.recommendations.lexicon import areas, words
from pipeline.coding.recommendations.model import Act
from pipeline.coding.recommendations.phrase import bare_verb

CORE, TOPIC, VERB, ADJUNCT, PURPOSE, REST, LABEL = 3.0, 2.5, 1.5, 1.2, 1.0, 0.7, 2.0
"""Weights of a cue in the act's object ("courts"); in what the object is about or for ("rules on courts"); of the verb;
of a cue in a circumstance ("in courts"); in a purpose ("to help the courts"); in a relative clause or example; in the
label or topic of the item."""
BESIDE = {1: 0.5, 2: 0.3}
"""Share of the cue for a means (of rank 1, 2) from which a sector's cue beside it wins: "talks to curb migration"."""
HINTED = 2.0
"""Weight of an act's own hints against the cues around it."""
NAMED = 0.5
"""Share of a cue inside the name of a body: a Ministry of Trade may be told to do anything."""
FAINT = 0.45
"""Score below which what stands around an act tells nothing."""
CAP = 2.0
"""Cues of one area that count at most in one run of words around an act."""
DEFAULT = "diplomacy"
"""Area of an act with no cue in it or around it, in texts about relations between countries."""
NEARBY, FARAWAY = (1.0, 0.8, 0.4), (1.0, 0.6, 0.3)
"""Share of a cue around an act by the rank of its area, in the other acts and what the act points
to, and farther off: a text about two countries speaks of their relations anyway."""
MANY = 3
"""So many sectors named side by side make the means the area ("invest in A, B and C")."""
_NEXT = 4
"""Words behind a verb within which an object that it only carries stands."""
_PURPOSES = frozenset(
    ("that", "which", "who", "whose", "to", "so", "where", "when", "rather", "instead", "including", "because", "if")
)
"""Words from which on an act's words tell its purpose or examples, not its object."""
_MEANS = frozenset({"by", "through", "via", "without"})
_EXAMPLES = frozenset({"such as", "for instance", "for example"})
_ABOUT = frozenset({"for", "on", "about", "over", "against", "into", "to", "regarding", "concerning", "towards"})
_PLACES = frozenset(
    "in at from with under near along across within between among amid during after before since until around as per"
    " than ahead beside alongside inside outside beyond behind".split()
)

Runs = Iterable[tuple[Iterable[Token], float]]
"""Runs of words around an act, each with the weight of a cue in it."""


@cache
def _means() -> dict[str, int]:
    return {a.area: a.means for a in areas()}


def area_of(doc: Doc, act: Act, named: Collection[int], label: Iterable[Token], around: Runs) -> str:
    """The area of an act of `doc`.

    named: tokens that belong to the names of bodies. label: the words that head the item, or of the subject that the
    act is needed for.
    """
    total: dict[str, float] = defaultdict(float)
    peak: dict[str, float] = defaultdict(float)
    place: dict[str, int] = {}
    sectors: set[str] = set()
    weights = _weights(doc, act)
    verb = act.first if act.thing is None and doc[act.first].pos_ in ("VERB", "AUX") else -1
    for i, area, weight in hits(_words(doc, act)):
        if i == verb:
            continue  # "tie grants to firms" is no tie; verbs have lists of their own
        here = weights.get(i, CORE) * (NAMED if i in named and area != "multilateral" else 1.0)
        total[area] += weight * here
        place.setdefault(area, i)
        if weight >= 1.0:
            peak[area] = max(peak[area], weight * here)
            if here >= TOPIC and _means()[area] < 2:
                sectors.add(area)
    for area in _of_verb(doc, act):
        total[area] += VERB
        peak[area] = max(peak[area], VERB)
        place.setdefault(area, act.first)
    for _, area, weight in hits(label):
        total[area] += LABEL * weight
        if weight >= 1.0:
            peak[area] = max(peak[area], LABEL * weight)
        place.setdefault(area, act.last + 1)
    if not peak:
        return _by_surroundings(total, around)
    best = _best({a: total[a] for a in peak}, peak, place, sectors)
    return best[0] if len(best) == 1 else _by_surroundings(dict.fromkeys(best, 1.0), around, tuple(best))


# -- the act's own words -----------------------------------------------------------------------


def _words(doc: Doc, act: Act) -> list[Token]:
    """The tokens of an act, with the subject of its passive in front."""
    thing = [] if act.thing is None else list(doc[act.thing[0] : act.thing[1] + 1])
    return [*thing, *doc[act.first : act.last + 1]]


def _weights(doc: Doc, act: Act) -> dict[int, float]:
    """What a cue weighs at each token of an act, by the last preposition or clause word before it."""
    weights: dict[int, float] = {}
    state = CORE if act.thing is None else TOPIC
    for i in range(act.first, act.last + 1):
        if i > act.first:
            state = _state(doc, i, act.first, state)
        weights[i] = state
    return weights


def _state(doc: Doc, i: int, first: int, state: float) -> float:
    """The weight from token i on."""
    token, low = doc[i], doc[i].lower_
    if state <= PURPOSE:
        return state
    linked = low == "to" and token.tag_ != "TO"  # "access to markets" goes on naming the object
    if token.tag_ == "TO":
        return PURPOSE
    if doc[i : i + 2].text.lower() in _EXAMPLES or low in _MEANS or (low in _PURPOSES and not linked):
        return REST
    if token.dep_ == "acl" and token.tag_ in ("VBN", "VBG") and doc[i - 1].pos_ in ("NOUN", "PROPN"):
        return REST
    if low == "in" and _engages(doc, i, first):
        return min(state, TOPIC)
    if low in _ABOUT:
        return min(state, TOPIC)
    return min(state, ADJUNCT) if low in _PLACES and token.pos_ in ("ADP", "SCONJ", "ADV") else state


def _engages(doc: Doc, i: int, first: int) -> bool:
    """Whether "in" at token i names the field of what stands before it ("invest in", "cooperation with X in")."""
    return any(t.lemma_.lower() in words().in_fields or bare_verb(t) in words().in_fields for t in doc[first:i])


def _of_verb(doc: Doc, act: Act) -> tuple[str, ...]:
    """The areas of an act's verb, unless it only carries its object ("lend support", "pay attention")."""
    light = any(t.lemma_.lower() in words().light_objects for t in doc[act.first + 1 : act.first + _NEXT])
    return () if light else areas_of_verb(bare_verb(doc[act.first]))


def _best(total: dict[str, float], peak: dict[str, float], place: dict[str, int], sectors: set[str]) -> list[str]:
    """The areas of the highest score, in the order named; a sector before a means, unless many sectors share the
    object."""
    rank = _means()
    clear = [*total]
    if len(sectors) >= MANY and any(rank[a] == 2 for a in clear):
        clear = [a for a in clear if rank[a] == 2]
    else:
        top = max(total[a] for a in clear)
        first = min((a for a in clear if total[a] == top), key=lambda a: rank[a])
        if rank[first]:
            near = [a for a in clear if a == first or peak[a] >= BESIDE[rank[first]] * peak[first]]
            lowest = min(rank[a] for a in near)
            clear = [a for a in near if rank[a] == lowest]
    best = max(round(total[a], 3) for a in clear)
    tied = [a for a in clear if round(total[a], 3) == best]
    lowest = min(rank[a] for a in tied)
    return sorted((a for a in tied if rank[a] == lowest), key=lambda a: place[a])


# -- what stands around it ---------------------------------------------------------------------


def _by_surroundings(own: dict[str, float], around: Runs, among: tuple[str, ...] = ()) -> str:
    """The area by the act's faint hints and the runs of words around it; a sector before a means.

    among: the only areas that it may be, the first of them where nothing around tells.
    """
    total = defaultdict(float, {a: HINTED * w for a, w in own.items()})
    for tokens, share in around:
        near: dict[str, float] = defaultdict(float)
        for _, area, weight in hits(tokens):
            near[area] += min(weight, 1.0)
        for area, weight in near.items():
            rank = _means()[area]
            total[area] += share * (NEARBY[rank] if share >= 1.0 else FARAWAY[rank]) * min(weight, CAP)
    if among:
        return min(among, key=lambda a: (-round(total[a], 3), among.index(a)))
    if abs(total["security"] - total["counter_narcotics"]) < FAINT:
        total["counter_narcotics"] = 0.0  # named side by side, the wider field is meant
    best = min(total, key=lambda a: (-round(total[a], 3), a), default=DEFAULT)
    return best if total[best] >= FAINT else DEFAULT
