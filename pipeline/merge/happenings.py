"""When two accounts tell of one happening.

Belongs here: the test and what it compares. Does not belong here: making rows of the result (events).

An account is what one document says of one event. Two accounts are one happening only if type, mode, status, place
and agreement do not differ, the participants overlap on both sides, and the dates overlap. How much more is asked for
depends on how closely both dates are known and on whether such a deed is done once: two states open relations once,
but promise many things on one day. In doubt the accounts stay two events.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.merge.edtf_bounds import bounds, days, overlap, possible
from pipeline.merge.model import Ref
from pipeline.merge.names import fold

JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types done by all parties together, so that the side on which a party stands says little."""
_DIRECTED = frozenset({"visit"})
_BETWEEN_STATES = frozenset({"recognise", "relations", "sever"})
_OF_ONE = frozenset({"appoint", "elect", "end", "found", "inaugurate", "leave", "resign"})
_DONE_TO_ONE = frozenset({"arrest", "convict", "dissolve", "remove"})
_BY_AGREEMENT = frozenset({"join", "sign"})
"""Modes that the same dyad, person or body goes through once in years, or once with the same agreement."""
_DAILY = frozenset({"ceasefire", "curfew", "martial-law", "meeting", "phone", "third-party", "visit"})
_DAILY_TO_ONE = frozenset({"abduct", "deport", "expel", "recall"})
"""Modes of which the same participants seldom have two on one day."""
MONTH, _YEAR, _UNKNOWN = 31, 366, 10**6
"""Days that a date may leave open."""
_MIN_SHARED_WORDS = 3
_SHARE = 0.6
"""Two accounts tell the same details if they share three words or more, and this share of the shorter one's."""
_LIGHT = frozenset("be give given gave had has have held hold issue made make said take took was were".split())
_ENDINGS = (
    *("ations", "ation", "itions", "ition", "ments", "ment", "ings", "ing", "ions", "ion"),
    *("ied", "ies", "ed", "es", "s", "d", "e"),
)
_STEM = 6
_INDEPENDENCE = "indepe"
"""Stem of what a state goes through once in years; that it founds something says nothing of the kind."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one document says of one event; ids are published ones.

    document: its position. event: the document's own number. first: key of the first statement.
    parties: sources and targets as the document names them, folded; states by their codes.
    named: participants that are persons or bodies, not states.
    dates: EDTF strings of its statements. stems: of its triggers. words: folded content words of its evidence.
    """

    document: int
    event: int
    mentions: tuple[Ref, ...]
    first: str
    parties: tuple[tuple[str, ...], tuple[str, ...]]
    event_type: str
    mode: str | None
    status: str
    sources: frozenset[str]
    targets: frozenset[str]
    named: frozenset[str]
    dates: tuple[str, ...]
    place: str | None
    place_country: str | None
    agreement: str | None
    stems: frozenset[str]
    words: frozenset[str]
    counts: frozenset[tuple[str, float]]

    @property
    def participants(self) -> frozenset[str]:
        return self.sources | self.targets

    @property
    def open_days(self) -> int | None:
        """Days that its closest date leaves open; None where no date has two ends."""
        return min((d for d in map(days, self.dates) if d is not None), default=None)

    @property
    def is_dated(self) -> bool:
        return any(bounds(d) != (None, None) for d in self.dates)

    def years(self) -> set[int]:
        """First and last years of its dates, for finding accounts that may be the same."""
        return {end.year for d in self.dates for end in possible(d) if end}


def happens_once(a: Account) -> bool:
    """Whether those who do it, or it is done to, seldom do it twice."""
    return a.mode in _BETWEEN_STATES | _OF_ONE | _DONE_TO_ONE | _BY_AGREEMENT


def stem(word: str) -> str:
    """Enough of a folded word to see the same verb in other forms.

    >>> stem("recognised") == stem("recognition")
    True
    """
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 3), "")
    return word[: len(word) - len(ending)][:_STEM]


def stems(trigger: str) -> frozenset[str]:
    """Stems of the words of a trigger that say what happened."""
    kept = [w for w in fold(trigger).split() if w not in _LIGHT and len(w) > 2]
    return frozenset(map(stem, kept))


def content_words(text: str) -> frozenset[str]:
    """Folded words long enough to carry content."""
    return frozenset(stem(w) for w in fold(text).split() if len(w) > 3)


def same_happening(a: Account, b: Account) -> bool:
    """Whether both accounts tell of one happening (see the module's text for the test)."""
    if a.event_type != b.event_type or (a.mode and b.mode and a.mode != b.mode):
        return False
    if (a.status == "announced") != (b.status == "announced") or not _one_place(a, b):
        return False
    if a.agreement and b.agreement and a.agreement != b.agreement:
        return False
    if not participants_meet(a, b) or dates_part(a, b):
        return False
    return _enough(a, b)


def dates_part(a: Account, b: Account) -> bool:
    """Whether no day can lie in both: some date of one excludes some date of the other."""
    return any(not overlap(possible(x), possible(y)) for x in a.dates for y in b.dates)


def participants_meet(a: Account, b: Account) -> bool:
    """Whether the participants overlap on both sides; of joint deeds, whether the parties do.

    A side that one account leaves empty is no contradiction if the other side meets and both give the very day. Where
    neither names anybody ("a bomb killed twelve"), the other words take their part.
    """
    if not a.participants and not b.participants:
        return a.open_days == b.open_days == 1 and a.mode == b.mode and _share_words(a, b)
    if a.event_type in JOINT and not {a.mode, b.mode} & _DIRECTED:
        return _meet(a.participants, b.participants)
    sides = ((a.sources, b.sources), (a.targets, b.targets))
    if any(x and y and not _side_meets(x, y) for x, y in sides):
        return False
    met = sum(bool(x and y) for x, y in sides)
    blank = sum(bool(x) != bool(y) for x, y in sides)
    return met > 0 and (not blank or (a.open_days == b.open_days == 1))


def _meet(x: frozenset[str], y: frozenset[str]) -> bool:
    """Nested or mostly shared. One party against several is too little: the others may be anybody."""
    shared = len(x & y)
    small, large = sorted((len(x), len(y)))
    if small == 1:
        return shared == 1 and large == 1
    return shared >= 2 and 2 * shared >= large


def _side_meets(x: frozenset[str], y: frozenset[str]) -> bool:
    """Nested, as where one account names the minister beside the state, or mostly shared."""
    return bool(x & y) and (x <= y or y <= x or _meet(x, y))


def _one_place(a: Account, b: Account) -> bool:
    if a.place_country and b.place_country and a.place_country != b.place_country:
        return False
    if not a.place or not b.place:
        return True
    x, y = set(fold(a.place).split()), set(fold(b.place).split())
    return x <= y or y <= x


def _enough(a: Account, b: Account) -> bool:
    """Whether what is alike suffices, given how closely the dates are known."""
    equal = a.sources == b.sources and a.targets == b.targets
    same_deed = bool(a.stems & b.stems)
    told_alike = same_deed and _same_details(a, b)
    if not (a.is_dated and b.is_dated):
        return equal and same_deed and (_once(a, b) or told_alike)
    known = max(a.open_days or _UNKNOWN, b.open_days or _UNKNOWN)
    if known == 1:
        return _once(a, b) or _daily(a, b) or told_alike
    if known <= MONTH:
        return _once(a, b) or told_alike or (equal and same_deed and _daily(a, b))
    if known <= _YEAR:
        return (_once(a, b) and (same_deed or equal)) or (equal and told_alike)
    return a.dates == b.dates and equal and same_deed and (_once(a, b) or told_alike)


def _once(a: Account, b: Account) -> bool:
    """Whether the deed is one that these participants go through once in years."""
    if not a.mode or a.mode != b.mode:
        return False
    if a.mode in _BETWEEN_STATES:
        return True
    if a.mode in _BY_AGREEMENT:
        return a.agreement is not None and a.agreement == b.agreement
    if a.mode in _OF_ONE:
        return bool(a.named & b.named) or _INDEPENDENCE in a.stems & b.stems
    return a.mode in _DONE_TO_ONE and bool(a.targets & b.targets & a.named & b.named)


def _daily(a: Account, b: Account) -> bool:
    """Whether the deed is one that these participants seldom do twice a day."""
    if a.mode != b.mode:
        return False
    return a.mode in _DAILY or (a.mode in _DAILY_TO_ONE and bool(a.targets & b.targets))


def _same_details(a: Account, b: Account) -> bool:
    return bool(a.counts & b.counts) or _share_words(a, b)


def _share_words(a: Account, b: Account) -> bool:
    shared = len(a.words & b.words)
    return shared >= _MIN_SHARED_WORDS and shared >= _SHARE * min(len(a.words), len(b.words))


def near_miss(a: Account, b: Account, most: int) -> bool:
    """Whether both tell of a deed done once, by the same, with the same verb, but on days that part by `most` or less.

    Such accounts stay two events; that their sources disagree is worth telling.
    """
    if a.event_type != b.event_type or not _once(a, b) or not a.stems & b.stems:
        return False
    if a.sources != b.sources or a.targets != b.targets or (a.status == "announced") != (b.status == "announced"):
        return False
    if not a.participants or not _one_place(a, b) or a.document == b.document or not dates_part(a, b):
        return False
    gap = _gap(a, b)
    return gap is not None and gap <= most


def _gap(a: Account, b: Account) -> int | None:
    """Days between the spans of the two."""
    (a0, a1), (b0, b1) = _span(a), _span(b)
    if not (a0 and a1 and b0 and b1):
        return None
    return max((b0 - a1).days, (a0 - b1).days)


def _span(a: Account) -> tuple[date | None, date | None]:
    ends = [bounds(d) for d in a.dates]
    firsts, lasts = [f for f, _ in ends if f], [last for _, last in ends if last]
    return (min(firsts) if firsts else None), (max(lasts) if lasts else None)
