"""Which two countries a document is about, and which one it speaks for.

Belongs here: what the document as a whole says of its countries. Does not belong here: single sentences (named, meant,
whose).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.coding.nationality.voice_state import voice_state
from pipeline.coding.trade.whose import Whose
from pipeline.language.countries import CountryForm, forms
from pipeline.read.model import Metadata

_TITLES = frozenset({"title", "heading"})
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_LONGEST_NAME = 4


def pair_of(scenes: Iterable[Whose]) -> tuple[str, ...]:
    """The two countries that the first title names, or that the document names by far the most; () if not two."""
    scenes = list(scenes)
    counts = Counter(code for scene in scenes for code in scene.named.values())
    for scene in scenes[:3]:
        titled = dict.fromkeys(scene.named.values())
        if scene.sentence.block.kind in _TITLES and len(titled) == 2 and all(counts[c] > 1 for c in titled):
            return tuple(titled)
    top = sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:3]
    if len(top) < 2 or top[1][1] < 3 or (len(top) > 2 and top[2][1] * 2 > top[1][1]):
        return ()
    return tuple(code for code in counts if code in dict(top[:2]))


def voice_of(meta: Metadata, pair: tuple[str, ...]) -> str | None:
    """The country of `pair` that "we" and "our" mean: that of the publisher, by its address or in its name."""
    if (own := voice_state(meta.url)) in pair:
        return own
    found = list(_named(meta.publisher or ""))
    for kinds in (("name", "demonym"), ("seat",)):
        codes = {f.country.code for f in found if f.form in kinds and f.country.code in pair}
        if len(codes) == 1:
            return codes.pop()
    return None


def _named(text: str) -> Iterator[CountryForm]:
    words = [m[0] for m in _WORD.finditer(text)]
    for first in range(len(words)):
        for size in range(min(_LONGEST_NAME, len(words) - first), 0, -1):
            known = forms().get(" ".join(words[first : first + size]))
            if known is not None:
                yield known
                break
