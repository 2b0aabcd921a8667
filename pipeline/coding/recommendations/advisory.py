"""Whether a text or a paragraph advises in its own voice, by how often it does so in strong words.

Belongs here: the text as a whole, its paragraphs. Does not belong here: finding single advice (frames, lists), whose it
is (issuer).
"""

from __future__ import annotations

from pipeline.coding.recommendations.model import Advice
from pipeline.coding.recommendations.sentence.telling import is_quoted
from pipeline.language.model import ParsedDocument

SPARSE = 900
"""Words for each strong statement of advice, at most, in a text that gives advice."""
ENOUGH, SPARSEST = 3, 2500
"""So many strong statements make a text advisory also where they are thinner, up to this many words for each."""
FEWEST = 2
"""Sentences with advice that make a paragraph of any text advisory."""
_TELLING = ("news", "encyclopedia", "official")
"""Genres that mostly tell: they must advise often and densely."""
_ADVISING = ("opinion", "commentary", "policy_brief")


def gives_advice(parsed: ParsedDocument, own: list[Advice]) -> bool:
    """Whether a text advises, by the advice found in its own voice; once is enough for opinion."""
    strong = sum(a.strong for a in own)
    n_words = sum(len(s.doc) for s in parsed.body())
    dense = strong * SPARSE >= n_words
    if parsed.document.meta.genre in _TELLING:
        return strong >= ENOUGH and dense
    if strong < 2:
        return strong == 1 and dense and _is_opinion(parsed)
    return dense or (strong >= ENOUGH and strong * SPARSEST >= n_words)


def advising_paragraphs(own: list[Advice]) -> frozenset[int]:
    """Indices of the blocks that advise, whatever the rest of the text does: the conclusions of an article, the last
    lines of a trade note. Two of their sentences say what somebody ought to do, one of them in strong words."""
    sentences: dict[int, set[int]] = {}
    strong: set[int] = set()
    for advice in own:
        if advice.frame.voice != "advisory" and advice.frame.kind != "imperative":
            block = advice.sentence.sentence.block
            sentences.setdefault(block, set()).add(advice.sentence.ordinal)
            strong.update([block] if advice.strong else [])
    return frozenset(block for block in strong if len(sentences[block]) >= FEWEST)


def _is_opinion(parsed: ParsedDocument) -> bool:
    """Whether the genre is one that advises, or the author speaks as "we" or "I" outside quotations."""
    if parsed.document.meta.genre in _ADVISING:
        return True
    return any(t.lower_ in ("we", "our", "i", "my") and not is_quoted(s.doc, t.i) for s in parsed.body() for t in s.doc)
