"""Advice in lists and tables: each item under an advisory lead-in or heading, each row under "recommended".

Belongs here: which lists and tables advise, where an item's own words begin. Does not belong here: sentences in
paragraphs (frames).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations import clause
from pipeline.coding.recommendations.acts import verb_acts
from pipeline.coding.recommendations.boundary import region_end, trim
from pipeline.coding.recommendations.lexicon import frame, phrase_pattern, words
from pipeline.coding.recommendations.model import Act, Advice
from pipeline.coding.recommendations.nouns import head_noun, noun_acts
from pipeline.coding.recommendations.phrase import bare_verb, object_follows, phrase
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.read.model import Block

LABEL_WORDS = 9
"""Longest run-in label of an item, in words."""


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
            found.update(_row(parsed, sentences))
        elif introduced(parsed, block):
            found.update(_item(sentences))
    return found


def introduced(parsed: ParsedDocument, block: Block) -> bool:
    """Whether a list item stands under words that announce advice."""
    if block.lead_in is None:
        return bool(block.section) and _announces(block.section[-1], "list_headings")
    lead = parsed.document.blocks[block.lead_in]
    if lead.kind == "list_item":
        return introduced(parsed, lead)
    if block.section and _announces(block.section[-1], "list_headings"):
        return True
    text = parsed.document.slice(lead)
    if lead.kind == "heading":
        return _announces(text, "list_headings")
    return _announces(text.rstrip().rstrip("*_").split(". ")[-1], "lead_ins")


def _announces(text: str, cues: str) -> bool:
    low = text.lower()
    return bool(phrase_pattern(cues).search(low)) and not phrase_pattern("no_lead_ins").search(low)


# -- items -------------------------------------------------------------------------------------


def _item(sentences: list[ParsedSentence]) -> dict[int, list[Advice]]:
    """An item's advice: its own sentences', else its run-in label's ("Wider trade: ...")."""
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
        advice = _advice(sentence, start, len(doc)) if k <= 1 or _is_imperative(doc, start) else None
        if advice is not None:
            advice.topic = list(first.doc[:label])
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
    while begin < end and (doc[begin].is_punct or doc[begin].is_space or doc[begin].tag_ in ("LS", "RB")):
        begin += 1
    if begin >= end:
        return None
    refuses = doc[begin].lower_ == "do" and begin + 2 < end and doc[begin + 1].dep_ == "neg"
    acts = _verb_item(doc, begin + 2 if refuses else begin, end)
    if acts is None:
        if _is_clause(doc, begin):
            return None
        last = trim(doc, begin, region_end(doc, begin, end))
        if head_noun(doc, begin, last + 1) is None or last == begin:
            return None
        acts = noun_acts(doc, begin, last)
    return Advice(sentence, frame("listed"), acts, carry="about", avoid=refuses, strong=True)


def _verb_item(doc: Doc, begin: int, end: int) -> list[Act] | None:
    """Acts of words that begin with "to do", an imperative or a gerund."""
    if doc[begin].tag_ == "TO" and begin + 1 < end:
        return verb_acts(doc, begin + 1, "bare", end)
    if _is_imperative(doc, begin):
        return verb_acts(doc, begin, "bare", end)
    if doc[begin].lower_.endswith("ing") and bare_verb(doc[begin]) in words().acts:
        return verb_acts(doc, begin, "ing", end)
    return None


def _is_imperative(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.tag_ == "VB" and _own_subject(token) is None:
        return True
    mistaken = token.tag_ in ("VBP", "NNP", "NN", "JJ", "VBN", "VBD") and token.dep_ not in ("amod", "nsubj")
    return token.lower_ in words().acts and mistaken and object_follows(doc, i)


def _own_subject(verb: Token) -> Token | None:
    """The verb's subject, unless it is the label before a colon, which the parser takes for one."""
    who = clause.subject(verb)
    return None if who is None or any(t.text in (":", "—", "–") for t in verb.doc[who.i : verb.i]) else who


def _is_clause(doc: Doc, begin: int) -> bool:
    """Whether the words from `begin` hold a finite verb outside relative and adverbial clauses."""
    inner = ("relcl", "advcl")
    return any(
        t.tag_ in ("VBZ", "VBP", "VBD", "MD")
        and t.dep_ not in (*inner, "ccomp")
        and not any(a.dep_ in inner for a in t.ancestors)
        for t in doc[begin + 1 :]
    )


# -- tables ------------------------------------------------------------------------------------


def _row(parsed: ParsedDocument, sentences: list[ParsedSentence]) -> dict[int, list[Advice]]:
    """Advice of a row's cell under "Recommended ...", addressed to the cell under "Responsible", if there is one."""
    block = sentences[0].block
    if block.header is None:
        return {}
    titles = _titles(parsed, parsed.document.blocks[block.header], len(block.cells))
    column = next((k for k, t in enumerate(titles) if phrase_pattern("columns").search(t)), len(block.cells))
    if column >= len(block.cells):
        return {}
    actors = next((k for k, t in enumerate(titles) if phrase_pattern("actor_columns").fullmatch(t)), len(block.cells))
    who = [t for s in sentences for t in _inside(s, block, actors) if t.pos_ in ("PROPN", "NOUN")]
    out: dict[int, list[Advice]] = {}
    for sentence in sentences:
        cell = _inside(sentence, block, column)
        if cell:
            acts = _cell(sentence.doc, cell[0].i, cell[-1].i + 1, "shift" in titles[column])
            own = tuple(t for t in who if t.doc is cell[0].doc)
            out[sentence.ordinal] = [Advice(sentence, frame("tabled"), acts, who=own, carry="about", strong=True)]
    return out


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
    acts = _verb_item(doc, begin, end)
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
