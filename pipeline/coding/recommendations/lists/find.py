"""Advice in the lists and tables of a document.

Belongs here: which items and rows are read at all. Does not belong here: how they are read (items, tables), sentences
in paragraphs (frames).
"""

from __future__ import annotations

from pipeline.coding.recommendations.lists.items import item_advice
from pipeline.coding.recommendations.lists.lead_ins import among_imperatives, introduced
from pipeline.coding.recommendations.lists.tables import row_advice
from pipeline.coding.recommendations.model import Advice
from pipeline.language.model import ParsedDocument, ParsedSentence


def advice_in_lists(parsed: ParsedDocument) -> dict[int, list[Advice]]:
    """Ordinal of a list item's or table row's sentence -> its advice; [] where the words are only a label."""
    found: dict[int, list[Advice]] = {}
    groups: dict[int, list[ParsedSentence]] = {}
    for sentence in parsed.body():
        if sentence.block.kind in ("list_item", "table_row"):
            groups.setdefault(sentence.sentence.block, []).append(sentence)
    for sentences in groups.values():
        block = sentences[0].block
        if block.kind == "table_row":
            found.update(row_advice(parsed, sentences))
        elif introduced(parsed, block):
            found.update(item_advice(sentences, strong=True))
        elif among_imperatives(parsed, block, groups):
            found.update(item_advice(sentences, strong=False))
    return found
