"""Advice in lists and tables: each item under an advisory lead-in or heading, each row under "recommended".

Belongs here: which lists and tables advise, where an item's own words begin. Does not belong here: sentences in
paragraphs (frames_modal, frames_lexical).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.coding.recommendations import acts as A
from pipeline.coding.recommendations import clause
from pipeline.coding.recommendations.lexicon import frame, phrase_pattern, words
from pipeline.coding.recommendations.model import Act, Advice
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.read.model import Block

LABEL_WORDS = 9
"""Longest run-in heading of an item, in words."""


def find(parsed: ParsedDocument) -> dict[int, list[Advice]]:
    """Ordinal of a list item's or table row's sentence -> its advice; ordinals whose words are only a label map to []."""
    found: dict[int, list[Advice]] = {}
    groups: dict[int, list[ParsedSentence]] = {}
    for sentence in parsed.body():
        if sentence.block.kind in ("list_item", "table_row"):
            groups.setdefault(sentence.sentence.block, []).append(sentence)
    for sentences in groups.values():
        block = sentences[0].block
        if block.kind == "table_row":
            found.update(_row(parsed, sentences[0]))
        elif introduced(parsed, block):
            found.update(_item(sentences))
    return found


def introduced(parsed: ParsedDocument, block: Block) -> bool:
    """Whether a list item stands under words that announce advice."""
    blocks = parsed.document.blocks
    if block.lead_in is None:
        return bool(block.section) and announces_heading(block.section[-1])
    lead = blocks[block.lead_in]
    if lead.kind == "list_item":
        return introduced(parsed, lead)
    text = parsed.document.slice(lead)
    sentence = text.rstrip().rstrip("*_").split(". ")[-1].lower()
    if lead.kind == "heading":
        return announces_heading(text)
    return phrase_pattern("lead_ins").search(sentence) is not None and not phrase_pattern("no_lead_ins").search(
        sentence
    )


def announces_heading(text: str) -> bool:
    low = text.lower()
    advises = any(
        cue in low
        for cue in (
            "recommendation",
            "what should",
            "next steps",
            "should do",
            "must do",
            "way forward",
            "action plan",
            "policy options",
            "policy proposals",
            "advice",
            "proposals",
        )
    )
    return advises and not phrase_pattern("no_lead_ins").search(low)


# -- items -------------------------------------------------------------------------------------


def _item(sentences: list[ParsedSentence]) -> dict[int, list[Advice]]:
    """An item's advice: its own sentences, else its run-in label ("Wider trade: ...")."""
    out: dict[int, list[Advice]] = {}
    first = sentences[0]
    label, begin = _label(first, alone=len(sentences) > 1)
    head = _advice(first, 0, label) if label else None
    for k, sentence in enumerate(sentences):
        start = begin if k == 0 else 0
        if start >= len(sentence.doc):
            out[sentence.ordinal] = []
            continue
        advice = _advice(sentence, start, len(sentence.doc)) if k <= 1 or _is_imperative(sentence.doc, start) else None
        if advice is not None:
            advice.topic = list(first.doc[:label])
            out[sentence.ordinal] = [advice]
    if head is not None and not any(out.values()):
        out[first.ordinal] = [head]
    return out


def _label(sentence: ParsedSentence, alone: bool) -> tuple[int, int]:
    """(end of the item's run-in label, first token behind it); (0, 0) without one. alone: other sentences follow."""
    doc = sentence.doc
    for token in doc[: LABEL_WORDS + 1]:
        if token.text in (":", "—", "–") and token.i:
            return token.i, token.i + 1
    if alone and len(doc) <= LABEL_WORDS and not _is_clause(doc, 0):
        return len(doc) - 1 if doc[-1].is_punct else len(doc), len(doc)
    return 0, 0


def _advice(sentence: ParsedSentence, begin: int, end: int) -> Advice | None:
    """The acts that an item's words begin with; None for a clause with a subject of its own."""
    doc = sentence.doc
    while begin < end and (doc[begin].is_punct or doc[begin].is_space or doc[begin].tag_ in ("LS", "RB")):
        begin += 1
    if begin >= end:
        return None
    if doc[begin].tag_ == "TO" and begin + 1 < end:
        acts = A.verb_acts(doc, begin + 1, "bare", end)
    elif _is_imperative(doc, begin):
        acts = A.verb_acts(doc, begin, "bare", end)
    elif doc[begin].lower_.endswith("ing") and A.bare_verb(doc[begin]) in words().acts:
        acts = A.verb_acts(doc, begin, "ing", end)
    elif _is_clause(doc, begin):
        return None
    else:
        last = A._trim(doc, begin, A.region_end(doc, begin, end))
        noun = A._head_noun(doc, begin, last + 1)
        if noun is None or last - begin < 1:
            return None
        acts = A.noun_acts(doc, begin, last)
    return Advice(sentence, frame("listed"), acts, carried=True, strong=True)


def _is_imperative(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.tag_ == "VB" and clause.subject(token) is None:
        return True
    return (
        token.lower_ in words().acts
        and token.tag_ in ("VBP", "NNP", "NN", "JJ", "VBN", "VBD")
        and A._object_follows(doc, i)
        and token.dep_ not in ("amod", "nsubj")
    )


def _is_clause(doc: Doc, begin: int) -> bool:
    """Whether the words from `begin` have a finite verb with its subject that is no relative clause."""
    return any(
        t.pos_ in ("VERB", "AUX")
        and t.i > begin
        and t.tag_ in ("VBZ", "VBP", "VBD", "MD")
        and t.dep_ not in ("relcl", "advcl", "ccomp")
        and not any(a.dep_ in ("relcl", "advcl") for a in t.ancestors)
        for t in doc[begin:]
    )


# -- tables ------------------------------------------------------------------------------------


def _row(parsed: ParsedDocument, sentence: ParsedSentence) -> dict[int, list[Advice]]:
    block = sentence.block
    if block.header is None:
        return {}
    header = parsed.document.blocks[block.header]
    column = _advisory_column(parsed, header)
    if column is None or column >= len(block.cells):
        return {}
    start, end = block.cells[column]
    inside = [i for i in range(len(sentence.doc)) if sentence.starts[i] >= start and sentence.ends[i] <= end]
    if not inside:
        return {}
    title = parsed.document.text[slice(*header.cells[column])].lower()
    act = _cell(sentence.doc, inside[0], inside[-1] + 1, "shift" in title)
    if act is None:
        return {}
    return {sentence.ordinal: [Advice(sentence, frame("tabled"), act, carried=True, strong=True, anchor=(0,))]}


def _advisory_column(parsed: ParsedDocument, header: Block) -> int | None:
    for k, (start, end) in enumerate(header.cells):
        title = parsed.document.text[start:end].lower()
        if any(
            cue in title
            for cue in ("recommend", "proposed", "suggested", "advised", "next step", "what to do", "action")
        ):
            return k
    return None


def _cell(doc: Doc, begin: int, end: int, shift: bool) -> list[Act] | None:
    last = A._trim(doc, begin, end)
    if doc[begin].lower_.endswith("ing") and A.bare_verb(doc[begin]) in words().acts:
        return A.verb_acts(doc, begin, "ing", end)
    if _is_imperative(doc, begin):
        return A.verb_acts(doc, begin, "bare", end)
    text = A.phrase(doc, begin, last)
    first, _, rest = text.partition(" ")
    if first.lower() in words().verb_of:
        return [Act(begin, last, f"{words().verb_of[first.lower()]} {rest}")]
    text = (
        text[0].lower() + text[1:] if doc[begin].pos_ not in ("PROPN",) or first.lower() in words().act_nouns else text
    )
    return [Act(begin, last, f"shift to {text}" if shift else text)]
