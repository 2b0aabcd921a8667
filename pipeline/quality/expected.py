"""Gold files -> the rows that the published tables are expected to have, with the place of their words in the text.

Belongs here: finding quotes, names with their aliases. Does not belong here: the file format (gold).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.quality.gold import Gold
from pipeline.quality.names import key, party
from pipeline.quality.rows import (
    ActorRow,
    AdviceRow,
    AgreementRow,
    CitationRow,
    EventRow,
    Parties,
    Party,
    Row,
    Span,
    TradeRow,
)

_SOFT = "\u00ad"
_ALIKE = ('"“”„‟«»', "'’‘‛`", "-‐‑‒–—−")
"""Signs that a coder may type for one another."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A gold row ready to be compared. number: its place in the file, from 1."""

    row: Row
    optional: bool
    number: int


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a document. whole: its text; body: the same with all but its sentences blanked out."""

    whole: str
    body: str

    def find(self, quote: str) -> Span | None:
        """Where a quote first stands in the body; it may take in markup that stands between or around sentences."""
        span = find(quote, self.body) or find(quote, self.whole)
        return span if span and self.body[slice(*span)].strip() else None


def text_of(whole: str, sentences: Iterable[Span]) -> Text:
    """The text of a document by the offsets of its sentences, so that front matter and the like are no place to quote.

    >>> text_of("title: Fjords\n\n- Ships sail.", [(17, 28)]).find("Fjords") is None
    True
    """
    body, at = [], 0
    for start, end in sorted(sentences):
        body += [" " * (start - at), whole[max(start, at) : end]]
        at = max(at, end)
    return Text(whole, "".join(body))


def expected(gold: Gold, table: str, text: Text) -> list[Expected] | None:
    """The gold rows of a table, None where the table was not coded. text: of the document.

    Raises GoldError, naming the row, for a quote that is not in the text.
    """
    rows = gold.rows(table)
    if rows is None:
        return None
    book = _Names(gold)
    return [
        Expected(_MAKERS[table](row, _place(gold, table, number, row, text), book), row.optional, number)
        for number, row in enumerate(rows, 1)
    ]


def _place(gold: Gold, table: str, number: int, row: Any, text: Text) -> Span | None:
    quote = getattr(row, "quote", None)
    if quote is None:
        return None
    span = text.find(quote)
    if span is None:
        raise gold.fault(
            table,
            number,
            f"no sentence of {gold.document} has the quote. Quote one run of its words, letter by letter.",
        )
    return span


def find(quote: str, text: str) -> Span | None:
    """Where a quote first stands in a text, whatever its white space, capitals, quotation marks and dashes.

    Signs that stand alone, such as those of a heading or a list item, may be missing in the text.
    """
    found = _pattern(quote).search(text) if any(map(str.isalnum, quote)) else None
    return found.span() if found else None


@cache
def _pattern(quote: str) -> re.Pattern[str]:
    gap, parts, begun = rf"[\s{_SOFT}]+", [], False
    for word in quote.replace(_SOFT, "").split():
        letters = f"{_SOFT}?".join(map(_sign, word))
        if any(map(str.isalnum, word)):
            parts.append(gap + letters if begun else letters)
            begun = True
        else:
            parts.append(f"(?:{gap}{letters})?" if begun else f"(?:{letters}{gap})?")
    return re.compile("".join(parts), re.IGNORECASE)


def _sign(character: str) -> str:
    group = next((signs for signs in _ALIKE if character in signs), None)
    return f"[{re.escape(group)}]" if group else re.escape(character)


class _Names:
    """The actors of a gold file by every form of their names."""

    def __init__(self, gold: Gold) -> None:
        self.of: dict[str, Party] = {}
        for actor in gold.coded.actors or []:
            known = party(actor.name, actor.aliases)
            for form in known.keys:
                self.of.setdefault(form, known)

    def party(self, name: str) -> Party:
        """An actor under the name that a row gives it, with the forms that the file knows of it."""
        known = self.of.get(key(name))
        return Party(name, known.keys if known else frozenset({key(name)}))

    def parties(self, names: Iterable[str]) -> Parties:
        return tuple(map(self.party, names))


def _event(row: Any, span: Span | None, names: _Names) -> Row:
    sides = names.parties(row.sources), names.parties(row.targets)
    return EventRow(span, row.quote, row.type, row.trigger, *sides, row.date)


def _actor(row: Any, span: Span | None, names: _Names) -> Row:
    return ActorRow(None, None, party(row.name, row.aliases), row.kind, row.country)


def _agreement(row: Any, span: Span | None, names: _Names) -> Row:
    known = tuple(name for name in (row.name, row.acronym, *row.aliases) if name)
    return AgreementRow(span, row.quote, known, row.kind, names.parties(row.parties))


def _fact(row: Any, span: Span | None, names: _Names) -> Row:
    subject = row.indicator, row.reporter or None, row.partner or None, row.commodity
    return TradeRow(span, row.quote, *subject, row.comparator, row.value, row.unit)


def _advice(row: Any, span: Span | None, names: _Names) -> Row:
    return AdviceRow(span, row.quote, row.action, names.parties(row.addressees), row.area, row.modality)


def _citation(row: Any, span: Span | None, names: _Names) -> Row:
    return CitationRow(None, None, row.number, row.title, row.publisher, row.date)


_MAKERS = {
    "events": _event,
    "actors": _actor,
    "agreements": _agreement,
    "trade_facts": _fact,
    "recommendations": _advice,
    "citations": _citation,
}
