"""Tables of plain text: columns ruled with dashes, cells set apart by tabs or pipes, rows flattened into lines.

Belongs here: which pieces are rows and where their cells are. Does not belong here: Markdown tables (markdown).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.read.layout import Draft, trim
from pipeline.read.phrases import SMALL_WORDS
from pipeline.read.pieces import Piece

_RULE = re.compile(
    r"^[ \t]*(?:(?P<grid>\+(?:[-=:]+\+)+)|-{2,}(?:[ \t]+-{2,})+)[ \t]*\r?$",
    re.MULTILINE,
)
_GRID_BLOCK = re.compile(r"(?:[ \t]*[+|][^\n]*(?:\n|\Z))+")
_LINE = re.compile(r"[^\n]+")
_BLANK = re.compile(r"\n[ \t]*(?:\r?\n|\Z)")
_CELL_MARK = re.compile(r"[-*•]\s+")
_ROW_MARK = re.compile(r"\|[-}]")
_DASHES = re.compile(r"-{2,}")
_WORD = re.compile(r"\S+")
MAX_ROW_WORDS = 45
"""A line with more words is prose."""
MAX_HEADER_WORDS = 14
MAX_ROWS = 300


def drawn_tables(text: str, first: int = 0) -> list[tuple[int, int, list[Draft]]]:
    """Tables drawn with dashes, with or without vertical lines: (start, end, rows) for each, in order."""
    out: list[tuple[int, int, list[Draft]]] = []
    reached = first
    for rule in _RULE.finditer(text, first):
        if rule.start() < reached:
            continue
        table = _grid(text, rule.start()) if rule["grid"] else _ruled(text, rule, reached)
        if table is not None:
            out.append(table)
            reached = table[1]
    return out


def _grid(text: str, start: int) -> tuple[int, int, list[Draft]] | None:
    """A table between lines of `+---+---+`; each line in it is a row of its own, the first under the top the header."""
    block = _GRID_BLOCK.match(text, start)
    assert block is not None
    columns: list[int] = []
    rows: list[Draft] = []
    for line in _LINE.finditer(text, start, block.end()):
        if line[0].lstrip().startswith("+"):
            columns = [m.start() for m in re.finditer(r"\+", line[0])]
            continue
        row = _row(text, line.start(), line.end(), columns[:-1], skip=1)
        if row is not None:
            rows.append(replace(row, starts_table=not rows))
    return (start, block.end(), rows) if rows else None


def _ruled(text: str, rule: re.Match[str], reached: int) -> tuple[int, int, list[Draft]] | None:
    """A table under a line of dashes with gaps between columns, up to the next blank line."""
    columns = [m.start() for m in _DASHES.finditer(rule[0])]
    end_mark = _BLANK.search(text, rule.end())
    end = end_mark.start() if end_mark else len(text)
    rows = [_row(text, m.start(), m.end(), columns) for m in _LINE.finditer(text, rule.end(), end)]
    drafts = [r for r in rows if r is not None]
    above = text.rfind("\n", reached, max(rule.start() - 1, reached)) + 1 or reached
    head = _row(text, above, max(rule.start() - 1, above), columns)
    if head is not None:
        drafts.insert(0, replace(head, starts_table=True))
    return (drafts[0].start, end, drafts) if drafts else None


def _row(text: str, start: int, end: int, columns: Sequence[int], skip: int = 0) -> Draft | None:
    """A row whose cells lie between the columns' beginnings; `skip` characters at each beginning are drawn lines."""
    cells = []
    for a, b in pairwise([*columns, end - start]):
        cell = trim(text, min(start + a + skip, end), min(start + b, end))
        mark = _CELL_MARK.match(text, *cell)
        cell = trim(text, mark.end() if mark else cell[0], cell[1])
        while cell[0] < cell[1] and text[cell[1] - 1] == "|":
            cell = trim(text, cell[0], cell[1] - 1)
        if any(c.isalnum() for c in text[cell[0] : cell[1]]):
            cells.append(cell)
    if not cells:
        return None
    return Draft("table_row", cells[0][0], cells[-1][1], cells=tuple(cells))


def piped_rows(piece: Piece) -> list[Draft]:
    """Rows of a table whose lines were run together: `|a |b |- |c |d |}`."""
    rows = []
    begin = 0
    for stop in [*(m.start() for m in _ROW_MARK.finditer(piece.text)), len(piece.text)]:
        cells = []
        for cell in re.finditer(r"[^|{}]+", piece.text[begin:stop]):
            a, b = trim(piece.text, begin + cell.start(), begin + cell.end())
            if any(c.isalnum() for c in piece.text[a:b]):
                cells.append((piece.start + a, piece.start + b))
        if cells:
            rows.append(Draft("table_row", cells[0][0], cells[-1][1], cells=tuple(cells)))
        begin = stop + 2
    return rows


def flat_table(pieces: Sequence[Piece], i: int) -> list[Draft]:
    """Rows of a table that begins at piece i, its cells parted by tabs and the like or merely run together.

    Cells are told only where every row breaks into the same number of them; else a row has none.
    """
    goes_on = i > 0 and pieces[i].gap == 0 and _is_row(pieces[i - 1])
    if goes_on:
        return []
    return _separated_table(pieces, i) or _flattened_table(pieces, i)


def _separated_table(pieces: Sequence[Piece], i: int) -> list[Draft]:
    """Two or more lines in a row that tabs, pipes or wide gaps part into the same number of cells."""
    rows: list[tuple[tuple[int, int], ...]] = []
    for piece in pieces[i : i + MAX_ROWS]:
        cells = _separated(piece)
        if (rows and piece.gap > 0) or len(cells) < 2 or (rows and len(cells) != len(rows[0])) or piece.bullet:
            break
        rows.append(cells)
    if len(rows) < 2:
        return []
    return [Draft("table_row", c[0][0], c[-1][1], cells=c, starts_table=n == 0) for n, c in enumerate(rows)]


def _flattened_table(pieces: Sequence[Piece], i: int) -> list[Draft]:
    """A heading line in capitals above rows without full stops; cells are guessed by their capitals."""
    if not _is_header(pieces[i]):
        return []
    run = [pieces[i]]
    while len(run) < MAX_ROWS and i + len(run) < len(pieces) and pieces[i + len(run)].gap == 0:
        if not _is_row(pieces[i + len(run)]):
            break
        run.append(pieces[i + len(run)])
    if len(run) < 3 or max(p.words for p in run[1:]) <= run[0].words:
        return []
    return [
        Draft("table_row", p.start, p.end, cells=c, starts_table=n == 0)
        for n, (p, c) in enumerate(zip(run, _guessed(run), strict=True))
    ]


def _is_row(piece: Piece) -> bool:
    return not piece.bullet and not piece.closes and 1 < piece.words <= MAX_ROW_WORDS and "\n" not in piece.text


def _is_header(piece: Piece) -> bool:
    words = piece.text.split()
    if not _is_row(piece) or not 2 <= len(words) <= MAX_HEADER_WORDS or piece.text.endswith(":"):
        return False
    return all(w[0].isupper() or not w[0].isalpha() or w in SMALL_WORDS for w in words)


def _separated(piece: Piece) -> tuple[tuple[int, int], ...]:
    """Cells set apart by a tab, a pipe or three spaces."""
    spans, begin = [], piece.start
    for gap in re.compile(r"\t+|\s*\|\s*| {3,}").finditer(piece.text):
        spans.append((begin, piece.start + gap.start()))
        begin = piece.start + gap.end()
    spans.append((begin, piece.end))
    return tuple(s for s in spans if s[0] < s[1])


def _guessed(run: Sequence[Piece]) -> list[tuple[tuple[int, int], ...]]:
    """Cells by capitals: one begins where a capital follows a word that no name or phrase goes on from."""
    label_first = all(_second_word_opens(p) for p in run[1:])
    rows = [_cell_starts(p, label_first) for p in run[1:]]
    count = len(rows[0])
    if count < 2 or any(len(r) != count for r in rows):
        return [()] * len(run)
    words = list(_WORD.finditer(run[0].text))
    share, left = divmod(len(words), count)
    header = [run[0].start + words[k * share].start() for k in range(count)] if not left else []
    return [_spans(run[0], header) if header else (), *(_spans(p, r) for p, r in zip(run[1:], rows, strict=True))]


def _spans(piece: Piece, starts: Sequence[int]) -> tuple[tuple[int, int], ...]:
    out = []
    for a, b in zip(starts, [*starts[1:], piece.end], strict=True):
        while b > a and piece.text[b - 1 - piece.start].isspace():
            b -= 1
        out.append((a, b))
    return tuple(out)


def _second_word_opens(piece: Piece) -> bool:
    words = piece.text.split()
    return len(words) > 2 and words[1][0].isupper() and words[1][1:].islower() and words[2][0].islower()


def _cell_starts(piece: Piece, label_first: bool) -> list[int]:
    words = list(_WORD.finditer(piece.text))
    starts = [piece.start]
    for k in range(1, len(words)):
        before, word = words[k - 1][0], words[k][0]
        opens = word[0].isupper() and word[1:].islower()
        after_plain = before[0].islower() and before.casefold() not in SMALL_WORDS
        after_acronym = before.strip(".").replace(".", "").isupper() and len(before) > 1
        if opens and ((k == 1 and label_first) or (k > 1 and (after_plain or after_acronym))):
            starts.append(piece.start + words[k].start())
    return starts
