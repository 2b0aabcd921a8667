"""Gold rows against published rows: who is paired with whom, and the counts that figures are made of.

Belongs here: matching and counting. Does not belong here: when one row agrees with another (compare).

Matching is one to one and made anew for each figure, among the pairs that are right by it: the nearest pair first,
then the nearest of what is left. A required gold row is worth more than an optional one as near. What falls on an
optional gold row counts on neither side, and so does a spare row over an optional row's words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.quality.compare import Pair, compare
from pipeline.quality.expected import Expected, Text, expected
from pipeline.quality.gold import Gold
from pipeline.quality.published import Published
from pipeline.quality.rows import Row
from schemas.vocabularies.compared import COMPARED

_REQUIRED_FIRST = 0.01


@dataclass(frozen=True, slots=True)
class Miss:
    """A row that one side has and the other has not. gold: it is a gold row that was not found, else a row of ours."""

    document: str
    gold: bool
    row: Row


@dataclass(slots=True)
class Tally:
    """What a figure counts: pairs that are right, rows of ours that are false, gold rows that are missing.

    documents: how many gold files cover the table.
    """

    documents: int = 0
    right: int = 0
    false: int = 0
    missing: int = 0
    misses: list[Miss] = field(default_factory=list)

    @property
    def n_gold(self) -> int:
        return self.right + self.missing

    @property
    def n_predicted(self) -> int:
        return self.right + self.false

    @property
    def precision(self) -> float | None:
        """Share of our rows that are right; None where we have none."""
        return self.right / self.n_predicted if self.n_predicted else None

    @property
    def recall(self) -> float | None:
        """Share of the gold rows that we have; None where there are none."""
        return self.right / self.n_gold if self.n_gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; None where there is nothing on either side."""
        rows = self.n_gold + self.n_predicted
        return 2 * self.right / rows if rows else None


Tallies = dict[tuple[str, str], Tally]
"""(table, figure) -> its counts."""


def score(golds: Sequence[Gold], published: Published, texts: Mapping[str, Text]) -> Tallies:
    """All figures over all gold documents together. texts: file name of each such document -> its text.

    A table that no gold file covers has no figure. Raises GoldError for a quote that its document does not have.
    """
    tallies: Tallies = {}
    for gold in golds:
        for table, compared in COMPARED.items():
            wanted = expected(gold, table, texts[gold.document])
            if wanted is None:
                continue
            ours = published.rows(table, published.documents[gold.document])
            pairs = [[compare(table, one.row, row) for row in ours] for one in wanted]
            for figure in compared.figures:
                tally = tallies.setdefault((table, figure), Tally())
                tally.documents += 1
                _count(tally, gold.document, wanted, ours, pairs, frozenset(compared.fields(figure)))
    return tallies


def _count(
    tally: Tally,
    document: str,
    wanted: Sequence[Expected],
    ours: Sequence[Row],
    pairs: Sequence[Sequence[Pair | None]],
    fields: frozenset[str],
) -> None:
    matched = match(
        {
            (i, j): pair.nearness - _REQUIRED_FIRST * wanted[i].optional
            for i, row in enumerate(pairs)
            for j, pair in enumerate(row)
            if pair and fields <= pair.right
        }
    )
    tally.right += sum(not wanted[i].optional for i in matched)
    for i, one in enumerate(wanted):
        if i not in matched and not one.optional:
            tally.missing += 1
            tally.misses.append(Miss(document, True, one.row))
    taken = set(matched.values())
    for j, row in enumerate(ours):
        spare = any(one.optional and pairs[i][j] for i, one in enumerate(wanted))
        if j not in taken and not spare:
            tally.false += 1
            tally.misses.append(Miss(document, False, row))


def match(nearness: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """One-to-one pairs of left and right, nearest first; of equally near ones the first right row, then left row."""
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in sorted(nearness, key=lambda pair: (-nearness[pair], pair[1], pair[0])):
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched
