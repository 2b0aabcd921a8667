"""Words of relative dates: from what they are counted, which way, how far, and in which unit.

Belongs here: vocabulary as data, one table for each place that such a word takes in a phrase. Does not belong here: the
patterns made of it (calendar, phrases), names of months, days and numbers (words).

`published`, `context`, `either` and `other` are the references of `Relative`.
"""

from __future__ import annotations

from pipeline.language.dates.words import DAY_PARTS, UNITS

TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2}
TODAY |= {"the day after tomorrow": 2, "last night": -1} | {f"this {part}": 0 for part in DAY_PARTS}
"""Names of days, and how many days each is away from the day of publication."""

NEAR = {
    "this": ("published", 0), "the current": ("published", 0), "this same": ("published", 0),
    "last": ("published", -1), "this past": ("published", -1),
    "next": ("published", 1), "this coming": ("published", 1),
    "that": ("context", 0), "the same": ("context", 0), "that same": ("context", 0), "the very same": ("context", 0),
    "the following": ("context", 1), "the next": ("context", 1), "the subsequent": ("context", 1),
    "the ensuing": ("context", 1), "the previous": ("context", -1), "the preceding": ("context", -1),
    "the prior": ("context", -1),
}  # fmt: skip
"""Words before a unit: what the date is counted from, and how many units away it is."""

RUN = {
    "last": ("published", -1), "past": ("published", -1), "next": ("published", 1), "coming": ("published", 1),
    "recent": ("published", -1), "previous": ("context", -1), "preceding": ("context", -1), "prior": ("context", -1),
    "following": ("context", 1), "ensuing": ("context", 1), "subsequent": ("context", 1),
}  # fmt: skip
"""Words before several units that run up to a date, or on from it."""

AWAY = {
    "ago": ("published", -1), "from now": ("published", 1), "from today": ("published", 1), "hence": ("published", 1),
    "later": ("context", 1), "afterward": ("context", 1), "afterwards": ("context", 1), "thereafter": ("context", 1),
    "earlier": ("context", -1), "previously": ("context", -1), "beforehand": ("context", -1),
    "after": ("context", 1), "following": ("context", 1), "before": ("context", -1), "prior": ("context", -1),
}  # fmt: skip
"""Words behind a number of units: what the date is counted from, and in which direction."""

AWAY_FROM = {"after": 1, "following": 1, "into": 1, "before": -1, "prior to": -1, "ahead of": -1, "earlier than": -1}
"""The same before a noun phrase: the distance is from that, not from a date of the context."""

EDGES = {
    "end": "end", "close": "end", "beginning": "start", "start": "start", "outset": "start", "middle": "mid",
    "rest": "rest", "remainder": "rest", "course": "course", "first half": "first half", "second half": "second half",
    "latter half": "second half",
}  # fmt: skip
"""Words for a part of a unit, and the part as `Relative` names it."""

PLURALS = {f"{unit}s": unit for unit in UNITS if unit != "century"} | {"centuries": "century"}
SINGULARS = {unit: unit for unit in UNITS} | {"weekend": "weekend"} | dict.fromkeys((*DAY_PARTS, "date"), "day")
UNIT_OF = SINGULARS | PLURALS | {"weekends": "weekend"}
"""The unit that a word counts in; parts of a day count as the day."""

CALENDAR_UNITS = {"week": "calendar_week", "decade": "calendar_decade", "century": "calendar_century"}
"""Units that "last" and "next" name as the calendar cuts them, while "ago" and "later" count them from a day."""

YEAR_WORDS = {
    word: NEAR[word]
    for word in (
        "that", "the same", "that same", "the following", "the next", "the previous", "the preceding", "last", "this",
        "next",
    )
}  # fmt: skip
"""Those that stand before "year" behind a day or a month: "in March of the same year"."""
