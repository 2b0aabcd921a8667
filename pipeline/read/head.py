"""The head of a page in plain text: where the title is, and what stands between it and the text.

Belongs here: menus above the title; byline, date, counters and infobox below it. Does not belong here: the rest of
the page (plain).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read import cues, date_lines
from pipeline.read.layout import heading_text
from pipeline.read.pieces import Piece

HEAD_PIECES = 80
"""How many pieces from the top a title is looked for, and how many may stand between title and text."""

_INITIALS_AT_END = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Jr|Sr)\.$")
_NO_TITLE = re.compile(r"^[:|{\[]|\]\]|\}\}|\[\w{1,4}\]$|[.;,][\"”]$")


def title_at(pieces: Sequence[Piece], given: str | None) -> int | None:
    """Index of the title: the given one where it stands, else the first piece if it reads like one, else, on a page
    that opens with menus, the line behind them that a byline, a date or a repetition confirms."""
    head = pieces[:HEAD_PIECES]
    if given is not None:
        wanted = given.casefold()
        return next((i for i, p in enumerate(head) if heading_text(p.text).casefold() == wanted), None)
    if not head:
        return None
    if not (head[0].bullet or cues.is_furniture(head[0].text)):
        return 0 if len(pieces) > 1 and _reads_like_title(head) else None
    candidates = [i for i, piece in enumerate(head) if _may_be_title(piece)]
    for is_confirmed in (_is_signed, _is_repeated):
        confirmed = next((i for i in candidates if is_confirmed(pieces, i)), None)
        if confirmed is not None:
            return confirmed
    prose = next((i for i, p in enumerate(head) if is_prose(p)), None)
    return max((i for i in candidates if prose is not None and i < prose), default=None)


def below_title(pieces: Sequence[Piece], at: int) -> list[tuple[str, Piece]]:
    """The pieces between the title and the text: `chrome`, `infobox`, a subtitle above the byline as `paragraph`."""
    begin = at + 1
    prose = next((j for j in range(begin, len(pieces)) if is_prose(pieces[j])), len(pieces))
    stop = min(prose, begin + HEAD_PIECES)
    title = pieces[at].text.casefold()
    is_signature = [_is_signature(p, title) for p in pieces[begin:stop]]
    has_box = any(
        cues.IMAGE_NAME.fullmatch(p.text.split()[-1]) or cues.is_caption_alone(p.text) for p in pieces[begin:stop]
    )
    out: list[tuple[str, Piece]] = []
    for i, piece in enumerate(pieces[begin:stop]):
        is_crowded = (piece.gap == 0 or piece.gap_below == 0) and not _heads_list(pieces, begin + i)
        if cues.is_section(piece.text) or cues.has_edit_link(piece.text):
            break
        if is_signature[i] or cues.image_name(piece.text):
            out.append(("chrome", piece))
        elif has_box and is_crowded:
            out.append(("infobox", piece))
        elif not is_crowded and not piece.bullet and any(is_signature[i + 1 : i + 3]):
            out.append(("paragraph", piece))
        elif is_crowded and not piece.bullet and any(is_signature[max(0, i - 3) : i + 4]):
            out.append(("chrome", piece))
        else:
            break
    return out


def _heads_list(pieces: Sequence[Piece], i: int) -> bool:
    return i + 1 < len(pieces) and pieces[i + 1].bullet > 0


def is_prose(piece: Piece) -> bool:
    """Whether a piece is running text: a sentence of some length, or many words."""
    return not piece.bullet and ((piece.closes and piece.words >= 8) or piece.words > 30)


def _is_signature(piece: Piece, title: str) -> bool:
    line = piece.text
    by_whom_and_when = cues.is_byline(line) or date_lines.date_line(line) is not None
    return by_whom_and_when or cues.is_furniture(line) or cues.is_pointer(line) or line.casefold() == title


def _may_be_title(piece: Piece) -> bool:
    line = piece.text
    is_plain = not (piece.bullet or cues.is_furniture(line) or cues.is_byline(line) or date_lines.date_line(line))
    return is_plain and 3 <= piece.words <= 30 and not line.endswith(".")


def _is_signed(pieces: Sequence[Piece], i: int) -> bool:
    """A byline or a date right below tells a title from a menu entry; a longer line in between is the title instead."""
    for below in pieces[i + 1 : i + 4]:
        if cues.is_byline(below.text) or date_lines.date_line(below.text):
            return True
        if _may_be_title(below) and below.words > pieces[i].words:
            return False
    return False


def _is_repeated(pieces: Sequence[Piece], i: int) -> bool:
    """So do the same words again, where there are too many of them for a site's name."""
    return pieces[i].words >= 5 and any(p.text == pieces[i].text for p in pieces[i + 1 : i + 12])


def _reads_like_title(head: Sequence[Piece]) -> bool:
    """Whether the first piece is a line of a title's length and shape, apart from what follows."""
    piece = head[0]
    line = piece.text
    if "\n" in line or len(line) > 220 or piece.words > 34 or _NO_TITLE.search(line) or cues.is_section(line):
        return False
    if piece.gap_below == 0 and not _is_signature(head[1], line.casefold()):
        return False
    return not line.endswith((".", ":", ";", ",")) or bool(_INITIALS_AT_END.search(line))
