"""Small charts for the Dagster UI: horizontal bars, as a picture inside Markdown, with its numbers as text."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterable, Mapping
from html import escape

import polars as pl

from schemas import Table

WIDTH, ROW, LABEL, NUMBER = 560, 20, 190, 60
"""Pixels of the picture, of one bar with its gap, of the space for labels and for numbers."""
BARS = 20
"""The most bars in a picture; further values are summed up in the last."""
FILL = "#4f43dd"
INK = "#808080"
"""Grey that can be read on white and on black."""


def table_charts(table: type[Table], frame: pl.DataFrame) -> dict[str, str]:
    """The charts that a table's declaration asks for: rows by its first vocabulary, and by year of its first date."""
    found = {}
    by = next((name for name, column in table.columns().items() if column.vocabulary and column.kind != "list"), None)
    if by and frame.height:
        found[f"rows by {by}"] = bars(frame[by].drop_nulls().to_list(), f"{table.table()} by {by}")
    date = next((name for name, column in table.columns().items() if column.bound == "first"), None)
    years = frame[date].drop_nulls().dt.year() if date else pl.Series([], dtype=pl.Int32)
    if years.len():
        found["rows by year"] = years_chart(Counter(years.to_list()), f"{table.table()} by year of {date}")
    return found


def bars(values: Iterable[str], title: str) -> str:
    """Markdown with bars of how often each value occurs, the most frequent first."""
    counts = Counter(values).most_common()
    if len(counts) > BARS:
        rest = counts[BARS - 1 :]
        counts = [*counts[: BARS - 1], (f"{len(rest)} others", sum(count for _, count in rest))]
    return picture(dict(counts), title)


def years_chart(years: Mapping[int, int], title: str) -> str:
    """Markdown with bars of rows by year, oldest first; by decade or century where years would be too many bars."""
    span = next(size for size in (1, 10, 100, 1000) if len({year // size for year in years}) <= BARS or size == 1000)
    counts: Counter[int] = Counter()
    for year, count in years.items():
        counts[year // span * span] += count
    names = {1: "{}", 10: "{}s", 100: "{}–{}", 1000: "{}–{}"}[span]
    return picture({names.format(start, start + span - 1): counts[start] for start in sorted(counts)}, title)


def picture(counts: Mapping[str, int], title: str) -> str:
    """Markdown that shows bars as an inline SVG; its alternative text has the numbers."""
    if not counts:
        return "no rows"
    numbers = ", ".join(f"{name} {count}" for name, count in counts.items())
    data = base64.b64encode(_svg(counts, title).encode()).decode()
    return f"![{title}: {numbers}](data:image/svg+xml;base64,{data})"


def _svg(counts: Mapping[str, int], title: str) -> str:
    most = max(counts.values())
    room = WIDTH - LABEL - NUMBER
    lines = []
    for place, (name, count) in enumerate(counts.items()):
        y, length = ROW * place, max(1, round(room * count / most))
        lines.append(
            f'<text x="{LABEL - 6}" y="{y + 14}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{LABEL}" y="{y + 3}" width="{length}" height="{ROW - 6}" fill="{FILL}"/>'
            f'<text x="{LABEL + length + 5}" y="{y + 14}">{count:,}</text>'
        )
    height = ROW * len(counts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="sans-serif" '
        f'font-size="12" fill="{INK}"><title>{escape(title)}</title>{"".join(lines)}</svg>'
    )
