"""Tables of plain text: columns ruled with dashes, cells set apart by tabs or pipes, rows flattened into lines.

Belongs here: which pieces are rows and where their cells are. Does not belong here: Markdown tables (markdown).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read.layout import Draft, trim
from pipeline.read.pieces import Piece

_COLUMN_RULE = re.compile(r"^[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*$", re.MULTILINE)
_FULL_RULE = re.compile(r"^[ \t]*-{5,}[ \t]*$", re.MULTILINE)
_DASHES = re.compile(r"-{2,}")
_SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "per", "the", "to", "towards", "under", "via", "vs", "with", "within"]
)
_WORD = re.compile(r"\S+")
MAX_ROW_WORDS = 45
"""A line with more words is prose."""
MAX_HEADER_WORDS = 14


def ruled_tables(text: str, first: int = 0) -> list[tuple[int, int, list[Draft]]]:
    """Tables whose columns a line of dashes marks: (start, end, rows) for each."""
    out: list[tuple[int, int, list[Draft]]] = []
    reached = first
    for rule in _COLUMN_RULE.finditer(text, first):
        if rule.start() < reached:
            continue
        columns = [(m.start() - rule.start(), m.end() - rule.start()) for m in _DASHES.finditer(rule[0])]
        header = _line_above(text, rule.start(), reached)
        closing = _FULL_RULE.search(text, rule.end())
        blank = re.compile(r"\n[ \t]*\n|\Z").search(text, rule.end())
        end = blank.start() if blank else len(text)
        another = _COLUMN_RULE.search(text, rule.end(), end)
        if another and header is None:
            end = another.end()
        elif closing and closing.start() - rule.end() < 8000 and _opens_with_rule(text, header, rule.start()):
            end = closing.end()
        rows = [_ruled_row(text, s, e, columns) for s, e in _line_spans(text, rule.end(), end)]
        drafts = [r for r in rows if r is not None]
        if header is not None:
            head = _ruled_row(text, *header, columns)
            if head is not None:
                drafts.insert(0, Draft("table_row", head.start, head.end, cells=head.cells, starts_table=True))
        if drafts:
            out.append((drafts[0].start, end, drafts))
            reached = end
    return out


def _line_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    for match in re.compile(r"[^\n]+").finditer(text, start, end):
        spans.append((match.start(), match.end()))
    return spans


def _line_above(text: str, start: int, reached: int) -> tuple[int, int] | None:
    """The line directly above the rule, where it is not blank."""
    end = start - 1
    if end <= reached:
        return None
    begin = text.rfind("\n", reached, end) + 1 or reached
    return (begin, end) if text[begin:end].strip() else None


def _opens_with_rule(text: str, header: tuple[int, int] | None, start: int) -> bool:
    if header is None:
        return False
    above = text.rfind("\n", 0, max(header[0] - 1, 0)) + 1
    return bool(_FULL_RULE.fullmatch(text, above, max(header[0] - 1, above)))


def _ruled_row(text: str, start: int, end: int, columns: list[tuple[int, int]]) -> Draft | None:
    """A row whose cells lie between the columns' beginnings."""
    edges = [*(c[0] for c in columns), end - start]
    cells = []
    for a, b in zip(edges, edges[1:], strict=False):
        cell = trim(text, min(start + a, end), min(start + b, end))
        if cell[0] < cell[1] and any(c.isalnum() for c in text[cell[0] : cell[1]]):
            cells.append(cell)
    if not cells:
        return None
    return Draft("table_row", cells[0][0], cells[-1][1], cells=tuple(cells))


def flat_table(pieces: Sequence[Piece], i: int) -> list[Draft]:
    """Rows of a flattened table that begins at piece i: a heading line in capitals and rows without full stops.

    Cells are told only where every row breaks into the same number of them; else a row has none.
    """
    run = [pieces[i]]
    while i + len(run) < len(pieces) and pieces[i + len(run)].gap == 0 and _is_row(pieces[i + len(run)]):
        run.append(pieces[i + len(run)])
    if len(run) < 3 or not _is_header(run[0]) or max(p.words for p in run[1:]) <= run[0].words:
        return []
    separated = [_separated(p) for p in run]
    counts = {len(c) for c in separated}
    cells = separated if counts != {1} and len(counts) == 1 else _guessed(run)
    return [
        Draft("table_row", p.start, p.end, cells=c, starts_table=n == 0)
        for n, (p, c) in enumerate(zip(run, cells, strict=True))
    ]


def _is_row(piece: Piece) -> bool:
    return not piece.bullet and not piece.closes and 1 < piece.words <= MAX_ROW_WORDS and "\n" not in piece.text


def _is_header(piece: Piece) -> bool:
    words = piece.text.split()
    if not _is_row(piece) or not 2 <= len(words) <= MAX_HEADER_WORDS or piece.text.endswith(":"):
        return False
    return all(w[0].isupper() or not w[0].isalpha() or w in _SMALL_WORDS for w in words)


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
        after_plain = before[0].islower() and before.casefold() not in _SMALL_WORDS
        after_acronym = before.strip(".").replace(".", "").isupper() and len(before) > 1
        if opens and ((k == 1 and label_first) or (k > 1 and (after_plain or after_acronym))):
            starts.append(piece.start + words[k].start())
    return starts
