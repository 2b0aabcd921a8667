"""Advice in lists: each item under an advisory lead-in or heading, or among imperatives.

Belongs here: which lists advise, where an item's own words begin. Does not belong here: rows of tables (tables),
sentences in paragraphs (frames).
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from pipeline.coding.recommendations.boundary import region_end, trim
from pipeline.coding.recommendations.lexicon import frame, phrase_pattern, words
from pipeline.coding.recommendations.model import Advice
from pipeline.coding.recommendations.nouns import head_noun, noun_acts
from pipeline.coding.recommendations.tables import row
from pipeline.coding.recommendations.verbal import begin_of, is_imperative, verb_item
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.read.model import Block

LABEL_WORDS = 9
"""Longest run-in label of an item, in words."""
_ADDRESS = re.compile(r"(?:to|for)\b", re.IGNORECASE)
"""How a heading opens that only names whom the items below it are for ("To the government of Norway")."""
FEWEST = 2
"""Items of the shortest list whose imperatives alone show that it advises."""


def find(parsed: ParsedDocument) -> dict[int, list[Advice]]:
    """Ordinal of a list item's or table row's sentence -> its advice; [] where the words are only a label."""
    found: dict[int, list[Advice]] = {}
    groups: dict[int, list[ParsedSentence]] = {}
    for sentence in parsed.body():
        if sentence.block.kind in ("list_item", "table_row"):
            groups.setdefault(sentence.sentence.block, []).append(sentence)
    for sentences in groups.values():
        block = sentences[0].block
        if block.kind == "table_row":
            found.update(row(parsed, sentences))
        elif introduced(parsed, block):
            found.update(_item(sentences, strong=True))
        elif _among_imperatives(parsed, block, groups):
            found.update(_item(sentences, strong=False))
    return found


def _among_imperatives(parsed: ParsedDocument, block: Block, groups: dict[int, list[ParsedSentence]]) -> bool:
    """Whether an item stands in a list of imperatives that nobody's promise, mandate or menu introduces."""
    same = [s[0] for s in groups.values() if _together(s[0].block, block)]
    lead = parsed.document.slice(parsed.document.blocks[block.lead_in]) if block.lead_in is not None else ""
    above = " ".join([*block.section[-1:], lead]).lower()
    if len(same) < FEWEST or phrase_pattern("promises").search(above) or phrase_pattern("no_lead_ins").search(above):
        return False
    return all(is_imperative(s.doc, begin_of(s.doc, 0)) and not _to_reader(s.doc) for s in same)


def _together(one: Block, other: Block) -> bool:
    return one.kind == "list_item" and (one.lead_in, one.section, one.level) == (
        other.lead_in,
        other.section,
        other.level,
    )


def _to_reader(doc: Doc) -> bool:
    return doc[begin_of(doc, 0)].lower_ in words().calls_to_reader


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


# -- items -------------------------------------------------------------------------------------


def _item(sentences: list[ParsedSentence], strong: bool) -> dict[int, list[Advice]]:
    """An item's advice: its own sentences', else its run-in label's ("Wider trade: ...").

    strong: whether the words above the list announce advice, so that the list shows that the text advises.
    """
    out: dict[int, list[Advice]] = {}
    first = sentences[0]
    label, begin = _label(first, followed=len(sentences) > 1)
    head = _advice(first, 0, label) if label else None
    for k, sentence in enumerate(sentences):
        doc = sentence.doc
        start = begin if k == 0 else 0
        if start >= len(doc):
            out[sentence.ordinal] = []
            continue
        advice = _advice(sentence, start, len(doc)) if k <= 1 or is_imperative(doc, start) else None
        if advice is not None:
            advice.topic, advice.strong = list(first.doc[:label]), strong
            out[sentence.ordinal] = [advice]
    if head is not None and not any(out.values()):
        out[first.ordinal] = [head]
    return out


def _label(sentence: ParsedSentence, followed: bool) -> tuple[int, int]:
    """(end of the item's run-in label, first token behind it); (0, 0) without one."""
    doc = sentence.doc
    for token in doc[1 : LABEL_WORDS + 1]:
        if token.text in (":", "—", "–"):
            return token.i, token.i + 1
    if followed and len(doc) <= LABEL_WORDS and not _is_clause(doc, 0):
        return len(doc) - 1 if doc[-1].is_punct else len(doc), len(doc)
    return 0, 0


def _advice(sentence: ParsedSentence, begin: int, end: int) -> Advice | None:
    """The acts that an item's words begin with; None for a clause with a subject of its own."""
    doc = sentence.doc
    begin = begin_of(doc, begin, end)
    if begin >= end:
        return None
    if doc[begin : begin + 2].text.lower() == "no longer":
        begin += 2
        if begin >= end:
            return None
    stops = doc[max(0, begin - 2) : begin].text.lower() == "no longer"
    refuses = doc[begin].lower_ == "do" and begin + 2 < end and doc[begin + 1].dep_ == "neg"
    acts = verb_item(doc, begin + 2 if refuses else begin, end)
    refuses = refuses or stops
    if acts is None:
        if _is_clause(doc, begin):
            return None
        last = trim(doc, begin, region_end(doc, begin, end))
        if head_noun(doc, begin, last + 1) is None or last == begin:
            return None
        acts = noun_acts(doc, begin, last)
    return Advice(sentence, frame("listed"), acts, carry="about", avoid=refuses, strong=True)


def _is_clause(doc: Doc, begin: int) -> bool:
    """Whether the words from `begin` hold a finite verb outside relative and adverbial clauses."""
    inner = ("relcl", "advcl")
    return any(
        t.tag_ in ("VBZ", "VBP", "VBD", "MD")
        and t.dep_ not in (*inner, "ccomp")
        and not any(a.dep_ in inner for a in t.ancestors)
        for t in doc[begin + 1 :]
    )
