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
    return phrase_pattern("lead_ins").search(sentence) is not None and not phrase_pattern("no_lead_ins").search(sentence)


def announces_heading(text: str) -> bool:
    low = text.lower()
    advises = any(cue in low for cue in ("recommendation", "what should", "next steps", "should do", "must do", "way forward", "action plan", "policy options", "policy proposals", "advice", "proposals"))
    return advises and not phrase_pattern("no_lead_ins").search(low)


# -- items -------------------------------------------------------------------------------------


def _item(sentences: list[ParsedSentence]) -> dict[int, list[Advice]]:
    out: dict[int, list[Advice]] = {}
    label: Advice | None = None
    for k, sentence in enumerate(sentences):
        doc = sentence.doc
        begin = 0
        colon = next((t.i for t in doc[: LABEL_WORDS + 1] if t.text in (":", "—", "–")), None) if k == 0 else None
        whole_label = k == 0 and len(sentences) > 1 and len(doc) <= LABEL_WORDS and not _is_clause(doc, 0)
        if colon is not None or whole_label:
            end = colon if colon is not None else len(doc) - 1
            label = _advice(sentence, 0, end)
            begin = end + 1
            if label is not None:
                label.topic = doc[:end].text
        topic = doc[:colon].text if colon is not None else (sentences[0].doc.text if label is not None or k and len(sentences[0].doc) <= LABEL_WORDS else "")
        if whole_label:
            out[sentence.ordinal] = []
            continue
        if begin >= len(doc):
            continue
        advice = _advice(sentence, begin, len(doc)) if k <= 1 or _is_imperative(doc, begin) else None
        if advice is not None:
            advice.topic = topic
            out[sentence.ordinal] = [advice]
            label = None
        elif label is not None and label.sentence is sentence and _is_clause(doc, begin):
            out[sentence.ordinal] = [label]
            label = None
    if label is not None and not any(out.values()):
        out[label.sentence.ordinal] = [label]
    return out


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
    return token.lower_ in words().acts and token.tag_ in ("VBP", "NNP", "NN", "JJ", "VBN", "VBD") and A._object_follows(doc, i) and token.dep_ not in ("amod", "nsubj")


def _is_clause(doc: Doc, begin: int) -> bool:
    """Whether the words from `begin` have a finite verb with its subject that is no relative clause."""
    return any(
        t.pos_ in ("VERB", "AUX") and t.i > begin and t.tag_ in ("VBZ", "VBP", "VBD", "MD") and t.dep_ not in ("relcl", "advcl", "ccomp") and not any(a.dep_ in ("relcl", "advcl") for a in t.ancestors)
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
        if any(cue in title for cue in ("recommend", "proposed", "suggested", "advised", "next step", "what to do", "action")):
            return k
    return None


def _cell(doc: Doc, begin: int, end: int, shift: bool) -> list[Act] | None:
    last = A._trim(doc, begin, end)
    if doc[begin].lower_.endswith("ing") and A.bare_verb(doc[begin]) in words().acts:
        return A.verb_acts(doc, begin, "ing", end)
    if _is_imperative(doc, begin):
        return A.verb_acts(doc, begin, "bare", end)
    text = A.phrase(doc, begin, last)
    return [Act(begin, last, f"shift to {text}" if shift else text)]
