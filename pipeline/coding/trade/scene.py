"""A sentence as the trade coder sees it: its quantities at their tokens, its period and source, and its countries.

Belongs here: questions that every frame asks of a sentence. Does not belong here: whose a thing is (whose), what
the frames are (shapes).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Token

from pipeline.coding.trade.whose import Whose
from pipeline.language.clauses import prepositions
from pipeline.language.dates import DateExpression, find_dates
from pipeline.language.quantities import Quantity, find_quantities


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with the tokens it covers: first..last, both included; head is the token that carries its syntax."""

    quantity: Quantity
    first: int
    last: int
    head: Token


@dataclass
class Scene(Whose):
    """One parsed sentence with the answers to what trade frames ask."""

    published: str | None = None
    """EDTF date of publication."""

    # -- quantities ------------------------------------------------------------------------

    @cached_property
    def amounts(self) -> list[Amount]:
        """The sentence's quantities, at their tokens."""
        out: list[Amount] = []
        for quantity in find_quantities(self.doc.text):
            span = self.doc.char_span(quantity.char_start, quantity.char_end, alignment_mode="expand")
            if span is not None:
                previous = next((a.quantity for a in reversed(out) if a.quantity.kind == "money"), None)
                out.append(Amount(_in_currency_of(previous, quantity), span.start, span.end - 1, span.root))
        return out

    # -- values ----------------------------------------------------------------------------

    def source(self) -> int | None:
        """Position of the actor that the sentence gives as its source: "according to the ministry"."""
        for token in self.doc:
            if token.lower_ == "according":
                found = [t for objects in prepositions(token).values() for t in objects]
                actors = [i for t in found[:1] for i in self.countries.resolve(self.sentence, t, conjuncts=False)]
                return actors[0] if actors else None
        return None

    def period(self, amount: Amount | None, trigger: Token) -> str | None:
        """EDTF of the date that stands nearest to the value, else to the trigger; None where none does.

        A date that something is compared with ("up from 2013") or that names a thing ("the 2006 treaty") is none.
        """
        anchor = amount.quantity.char_end if amount else trigger.idx
        dates = [
            d for d in find_dates(self.doc.text, self.published) if d.edtf and d.kind in _PERIODS and not _compared(d)
        ]
        return min(dates, key=lambda d: (abs(d.char_start - anchor), d.char_start)).edtf if dates else None


def _in_currency_of(previous: Quantity | None, quantity: Quantity) -> Quantity:
    """ "12 million euros, against 9 million": a bare number behind a sum is one too."""
    bare = quantity.kind == "count" and quantity.unit is None and quantity.surface.lower().endswith("illion")
    if previous is None or not bare:
        return quantity
    return replace(quantity, kind="money", unit=previous.unit, currency=previous.currency)


_PERIODS = frozenset({"point", "interval", "since", "by"})


def _compared(date: DateExpression) -> bool:
    """Whether the date belongs to what a value is compared with, or is no more than the day of reporting."""
    return (date.lead == "from" and date.kind == "point") or (date.basis == "relative" and date.granularity == "day")
