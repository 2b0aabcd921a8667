"""The date that a sentence takes over from the one before it.

Belongs here: when a sentence goes on with what the last one told (codebook, section 7). Does not belong here: which
date of a sentence dates what (pipeline.coding.dating).
"""

from __future__ import annotations

import re

from pipeline.coding.dating import Tied
from pipeline.language.model import ParsedSentence

LINK = re.compile(
    r"(?:During|In|At|After|Following) (?:[\w.’'-]+ ){1,6}?(?:meeting|visit|trip|talks|call|summit|session|stay)\b"
    r"|While (?:s?he|they|it|there|\w+ing)\b|(?:S?[Hh]e|They|It|The \w+(?: \w+)?) also\b"
    r"|Then\b|In return\b|In response\b|Meanwhile\b|At the same time\b"
    r"|(?:On )?(?:The|the|That|that) same day\b|There,|Also\b"
)
"""Openings that tie a sentence to the one before and so carry its date over (codebook, section 7)."""


class LastDate:
    """The last date tied to a happening while a document is gone through."""

    def __init__(self) -> None:
        self._last: tuple[int, int, Tied] | None = None  # block, sentence and the date tied there

    def note(self, sentence: ParsedSentence, date: Tied) -> None:
        """Keep the date of a happening of this sentence."""
        self._last = (sentence.sentence.block, sentence.ordinal, date)

    def reaching(self, sentence: ParsedSentence) -> str | None:
        """The date of the sentence before, where this one says that it goes on with it ("During the visit ...")."""
        if self._last is None or sentence.sentence.block - self._last[0] > 1 or sentence.ordinal - self._last[1] != 1:
            return None
        if not LINK.match(sentence.doc.text) and not _goes_on(sentence):
            return None
        self._last = (sentence.sentence.block, sentence.ordinal, self._last[2])
        return self._last[2].expression.edtf


def _goes_on(sentence: ParsedSentence) -> bool:
    """Whether the main verb adds to what was told before ("the minister also met ..."). A present one has its own
    time."""
    root = next((t for t in sentence.doc if t.head == t), None)
    if root is None or root.tag_ in ("VBZ", "VBP"):
        return False
    return any(c.lower_ in ("also", "further") and c.dep_ == "advmod" for c in root.children)
