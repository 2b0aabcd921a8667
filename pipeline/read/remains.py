"""Remains of pictures, links and templates that a wiki's export left in a line.

Belongs here: which part of such a line is caption, which is text. Does not belong here: lines without remains (plain).
"""

from __future__ import annotations

import re

from pipeline.read import cues

Part = tuple[str, int, int]
"""Kind of block, and where it begins and ends in the line."""

_LOOSE_END = re.compile(r"(?P<words>[^\[\]{}\n]{0,300})(?P<close>\]\]|\}\})\s*(?!\S*\]\])")
_CAPTION_REST = re.compile(r"[^\n]{0,300}?\]\]")


def with_file_name(line: str, below: str) -> list[Part]:
    """A line with an image's file name: a caption before it, or the rest of one behind it; empty if neither.

    below: the next line of the page; some captions are printed there once more without the file name.
    """
    name = cues.IMAGE_NAME.search(line)
    if name is None:
        return []
    repeated = below.replace("\u00a0", " ")
    if repeated and len(repeated) < len(line) and line.replace("\u00a0", " ").startswith(repeated):
        return [("caption", 0, len(repeated))]
    if name.end() == len(line) and name.start() > 0 and not cues.is_furniture(line):
        return [("caption", 0, name.start())]
    if name.start() > 0 and "_" not in name[0]:
        return []
    rest = _CAPTION_REST.match(line, name.end())
    begin = rest.end() if rest else name.end()
    caption: list[Part] = [("caption", name.end(), begin - len("]]"))] if begin - name.end() > 4 else []
    return [("paragraph", 0, name.start()), *caption, ("paragraph", begin, len(line))]


def with_loose_end(line: str) -> list[Part]:
    """A line that begins with the end of a link or template that was taken out: "harbour]] The port ..."."""
    match = _LOOSE_END.match(line)
    if match is None:
        return []
    kind = "caption" if match["close"] == "]]" else "chrome"
    return [(kind, 0, match.end("words")), ("paragraph", match.end(), len(line))]
