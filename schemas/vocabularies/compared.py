"""Which columns of each measured table are compared with what was coded by hand, and what figures come of it.

Belongs here: names of tables, columns and figures. Does not belong here: what figures mean to a reader
(vocabularies.measures), when a column agrees (pipeline.quality.compare).
"""

from __future__ import annotations

from dataclasses import dataclass

OF_ALL = ("found", "typed", "full")
"""The figures that every measured table has."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Columns of a measured table. typed: those that tell what sort of thing a row is; rest: the others compared."""

    typed: tuple[str, ...]
    rest: tuple[str, ...]

    @property
    def alone(self) -> tuple[str, ...]:
        """The columns with a figure of their own; none where there is but one, whose figure would be `full`."""
        return self.rest if len(self.rest) > 1 else ()

    @property
    def figures(self) -> tuple[str, ...]:
        """The names of the table's figures: found, typed, full, then those of single columns."""
        return (*OF_ALL, *self.alone)

    def fields(self, figure: str) -> tuple[str, ...]:
        """The columns that must agree for a figure. Raises KeyError for a figure that the table does not have."""
        of_all = {"found": (), "typed": self.typed, "full": (*self.typed, *self.rest)}
        return (of_all | {name: (*self.typed, name) for name in self.alone})[figure]


COMPARED = {
    "events": Compared(("event_type",), ("source_ids", "target_ids", "date")),
    "actors": Compared(("kind",), ("country",)),
    "agreements": Compared(("kind",), ("party_ids",)),
    "trade_facts": Compared(("indicator", "value", "commodity"), ("reporter", "partner", "comparator", "unit")),
    "recommendations": Compared(("modality",), ("addressee_ids", "area")),
    "citations": Compared(("title",), ("publisher", "date")),
}
"""The tables that are measured. Of an event each statement counts (`event_mentions`)."""

MEASURED_WITH = {
    "actor_mentions": "actors",
    "agreement_mentions": "agreements",
    "agreement_parties": "agreements",
    "event_mentions": "events",
    "event_participants": "events",
}
"""Tables whose rows are measured as part of another table's."""
