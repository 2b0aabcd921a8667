"""Advice in tables: the cell under "Recommended ...", or under what is to come in the place of today's practice.

Belongs here: which column advises, whom a row addresses. Does not belong here: lists (items).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.ends import trim
from pipeline.coding.recommendations.acts.wording import phrase
from pipeline.coding.recommendations.lexicon import frame, phrase_pattern, words
from pipeline.coding.recommendations.lists.beginnings import opening_acts
from pipeline.coding.recommendations.model import Act, Advice
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.read.model import Block

FEWEST_WORDS = 3
"""Words of the shortest cell that can be advice in a table whose titles only hint at it."""


def row_advice(parsed: ParsedDocument, sentences: list[ParsedSentence]) -> dict[int, list[Advice]]:
    """Advice of a row's cell under "Recommended ...", addressed to the cell under "Responsible", if there is one."""
    block = sentences[0].block
    if block.header is None:
        return {}
    titles = _titles(parsed, parsed.document.blocks[block.header], len(block.cells))
    column = next((k for k, t in enumerate(titles) if phrase_pattern("columns").search(t)), len(block.cells))
    announced = column < len(block.cells)
    if not announced and _of_change(titles):
        column = len(titles) - 1
    if column >= len(block.cells):
        return {}
    actors = next((k for k, t in enumerate(titles) if phrase_pattern("actor_columns").fullmatch(t)), len(block.cells))
    who = [t for s in sentences for t in _inside(s, block, actors) if t.pos_ in ("PROPN", "NOUN")]
    out: dict[int, list[Advice]] = {}
    for sentence in sentences:
        cell = _inside(sentence, block, column)
        if cell and (announced or _says_something(cell)):
            acts = _cell(sentence.doc, cell[0].i, cell[-1].i + 1, "shift" in titles[column])
            own = tuple(t for t in who if t.doc is cell[0].doc)
            out[sentence.ordinal] = [Advice(sentence, frame("tabled"), acts, who=own, carry="about", strong=announced)]
    return out


def _says_something(cell: list[Token]) -> bool:
    """Whether a cell is more than a name or a number, which timetables have too."""
    return len(cell) >= FEWEST_WORDS and any(t.pos_ in ("NOUN", "VERB") for t in cell)


def _of_change(titles: list[str]) -> bool:
    """Whether the columns go from what is done today to what is to be done."""
    return (
        len(titles) > 1
        and phrase_pattern("columns_of_now").search(titles[-2]) is not None
        and phrase_pattern("columns_of_change").search(titles[-1]) is not None
    )


def _titles(parsed: ParsedDocument, header: Block, n_columns: int) -> list[str]:
    """Titles of the columns. Where the header's cells ran together, a cue that opens it is the first column's, any
    other the last's."""
    if header.cells:
        return [parsed.document.text[a:b].lower() for a, b in header.cells]
    text = parsed.document.slice(header).lower()
    cue = phrase_pattern("columns").search(text)
    if cue is None or n_columns < 2:
        return []
    blank = [""] * (n_columns - 1)
    return [text, *blank] if cue.start() == 0 else [*blank, text]


def _inside(sentence: ParsedSentence, block: Block, column: int) -> list[Token]:
    if column >= len(block.cells):
        return []
    start, end = block.cells[column]
    return [t for t in sentence.doc if sentence.starts[t.i] >= start and sentence.ends[t.i] <= end]


def _cell(doc: Doc, begin: int, end: int, shift: bool) -> list[Act]:
    acts = opening_acts(doc, begin, end)
    if acts:
        return acts
    last = trim(doc, begin, end)
    text = phrase(doc, begin, last)
    noun, _, rest = text.partition(" ")
    if noun in words().verb_of:
        return [Act(begin, last, f"{words().verb_of[noun]} {rest}")]
    verbal = begin < last and doc[begin + 1].pos_ == "DET"  # an imperative that was taken for a name
    if (verbal or not doc[begin].ent_type_) and not doc[begin].text.isupper():
        text = text[:1].lower() + text[1:]
    return [Act(begin, last, f"shift to {text}" if shift else text)]
