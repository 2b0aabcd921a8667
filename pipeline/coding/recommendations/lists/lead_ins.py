"""Which lists advise: by the heading or lead-in above them, or because all their items are imperatives.

Belongs here: what stands above a list and how its items look together. Does not belong here: one item's words (items).
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from pipeline.coding.recommendations.lexicon import phrase_pattern, words
from pipeline.coding.recommendations.lists.beginnings import begin_of, is_imperative
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.read.model import Block

_ADDRESS = re.compile(r"(?:to|for)\b", re.IGNORECASE)
"""How a heading opens that only names whom the items below it are for ("To the government of Norway")."""
FEWEST = 2
"""Items of the shortest list whose imperatives alone show that it advises."""


def introduced(parsed: ParsedDocument, block: Block) -> bool:
    """Whether a list item stands under words that announce advice."""
    under = _under_heading(block)
    if block.lead_in is None or under:
        return under
    lead = parsed.document.blocks[block.lead_in]
    if lead.kind == "list_item":
        return introduced(parsed, lead)
    text = parsed.document.slice(lead)
    if lead.kind == "heading":
        return _announces(text, "list_headings")
    return _announces(text.rstrip().rstrip("*_").split(". ")[-1], "lead_ins")


def _under_heading(block: Block) -> bool:
    """Whether the heading above announces advice, or only says whom the advice of the section around it is for."""
    headings = [*block.section]
    while headings and _ADDRESS.match(headings[-1]) and not _announces(headings[-1], "list_headings"):
        headings.pop()
    return bool(headings) and _announces(headings[-1], "list_headings")


def _announces(text: str, cues: str) -> bool:
    low = text.lower()
    return bool(phrase_pattern(cues).search(low)) and not phrase_pattern("no_lead_ins").search(low)


def among_imperatives(parsed: ParsedDocument, block: Block, groups: dict[int, list[ParsedSentence]]) -> bool:
    """Whether an item stands in a list of imperatives that nobody's promise, mandate or menu introduces."""
    same = [s[0] for s in groups.values() if _together(s[0].block, block)]
    lead = parsed.document.slice(parsed.document.blocks[block.lead_in]) if block.lead_in is not None else ""
    above = " ".join([*block.section[-1:], lead]).lower()
    if len(same) < FEWEST or phrase_pattern("promises").search(above) or phrase_pattern("no_lead_ins").search(above):
        return False
    return all(is_imperative(s.doc, begin_of(s.doc, 0)) and not _to_reader(s.doc) for s in same)


def _together(one: Block, other: Block) -> bool:
    place, other_place = (one.lead_in, one.section, one.level), (other.lead_in, other.section, other.level)
    return one.kind == "list_item" and place == other_place


def _to_reader(doc: Doc) -> bool:
    """Whether an item asks something of a page's reader ("Read", "Share"), not of those in power."""
    return doc[begin_of(doc, 0)].lower_ in words().calls_to_reader
