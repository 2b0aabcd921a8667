"""What a date expression is: the moments it names, how it stands in its sentence, and its EDTF.

Belongs here: plain data. Does not belong here: how expressions are found (`find`), how EDTF is written
(`notation`) or how relative and incomplete ones are fixed (`resolve`).
"""

from __future__ import annotations

from dataclasses import dataclass

FIRST_SEASON = 21
"""EDTF level 1 numbers the seasons 21 (spring) to 24 (winter) in the month's place."""


@dataclass(frozen=True, slots=True)
class Value:
    """A calendar date as far as the words give it.

    year: the four places of the EDTF year, digits or X ("2006", "198X", "18XX"); None when no year is named.
    month: 1-12, or 21-24 for a season. day: 1-31. approx: "about", "circa".
    part: the part of it that is meant ("early", "late", "mid", "end", "start", "first half", ...), which EDTF
        leaves out save where it bounds an interval.
    """

    year: str | None = None
    month: int | None = None
    day: int | None = None
    approx: bool = False
    part: str | None = None

    @property
    def granularity(self) -> str:
        """day, month, season, year, decade or century."""
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "season" if self.month >= FIRST_SEASON else "month"
        year = self.year or "0000"
        if year.endswith("XX"):
            return "century"
        return "decade" if year.endswith("X") else "year"

    @property
    def partial(self) -> bool:
        """Whether the year has to come from elsewhere."""
        return self.year is None


@dataclass(frozen=True, slots=True)
class Relative:
    """A date told by its distance from another one.

    unit: day, week, weekend, month, year, decade, century; calendar_week, calendar_decade, calendar_century for the
        one that the calendar cuts ("last week" beside "a week ago"); weekday (with `weekday` 0 = Monday), named_month
        ("last March"), season ("this summer"); soon for days that are not counted ("within days").
    amount: how many units forward (negative: back); 0 is the unit that holds the anchor. None: not said ("the
        last few years").
    span: whether the whole run between anchor and date is meant ("the last two years").
    reference: `published` (today, last week), `context` (the same day, a year later), `either` (the end of the
        year), `other` (a distance from something that is no date: "two days after the vote").
    month, day: what is named inside the unit ("in March of last year"). part: as in `Value`; "latest" for the
        weekend just past.
    """

    unit: str
    amount: int | None = 0
    span: bool = False
    reference: str = "published"
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None


Moment = Value | Relative


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One date expression of a text: text[char_start:char_end] == surface.

    edtf: the normalised date, or None when nothing fixes it (eras, durations, relative dates without an anchor).
    point: the EDTF of the date itself, where `edtf` adds an open end ("since 2006": edtf 2006/.., point 2006).
    basis: explicit (the words give it), relative (counted from, or completed by, another date), none.
    kind: point, interval, since, until, before, after, by, attributive ("the 2006 treaty": names a thing, and dates
        no deed by itself), duration, recurring, anniversary, era.
    lead: the word that introduces it ("in", "since", "not until", "between", "(" for a bracketed one), lower
        case, with its offset `lead_start` (equal to char_start when there is none).
    modifier: early, late, mid, end, start, about, ... when one belongs to the surface.
    partial: the year is missing. month, day: what is named without the year.
    joined: shares lead and verb with the expression before it ("in 2019 and 2021").
    amount, unit: length of a duration or ordinal of an anniversary, when it is a number.
    """

    char_start: int
    char_end: int
    surface: str
    kind: str
    edtf: str | None
    point: str | None
    basis: str
    granularity: str | None
    lead: str | None = None
    lead_start: int = -1
    modifier: str | None = None
    partial: bool = False
    month: int | None = None
    day: int | None = None
    joined: bool = False
    amount: int | None = None
    unit: str | None = None
    start: Moment | None = None
    end: Moment | None = None

    @property
    def reference(self) -> str | None:
        """What a relative expression is counted from (see `Relative.reference`); None for others."""
        ends = [m.reference for m in (self.start, self.end) if isinstance(m, Relative)]
        return ends[0] if ends else None


@dataclass(frozen=True, slots=True)
class Atom:
    """A match of the grammar before its surroundings are read.

    kind: point, interval, pair (two days of one month), duration, recurring, anniversary, era, or skip for what only
        looks like a date.
    evidence: what the surroundings must bear out for it to count (see `evidence.borne_out`): year, month, season,
        decade, weekday, lead, or None.
    """

    start: int
    end: int
    kind: str
    first: Moment | None = None
    last: Moment | None = None
    evidence: str | None = None
    amount: int | None = None
    unit: str | None = None
