"""Advice of one list item: its own words, behind its run-in label ("Wider trade: ...") if it has one.

Belongs here: where an item's own words begin, what acts they are. Does not belong here: whether its list advises
(lead_ins), rows of tables (tables).
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from pipeline.coding.recommendations.acts.ends import act_end, trim
from pipeline.coding.recommendations.acts.nouns import head_noun, noun_acts
from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.addressees.classes import may_act
from pipeline.coding.recommendations.lexicon import frame
from pipeline.coding.recommendations.lists.beginnings import begin_of, is_imperative, opening_acts
from pipeline.coding.recommendations.model import Act, Advice, one_or_none
from pipeline.language.model import ParsedSentence

_WHO_WORDS = 9
"""Words of an item within which the verb of whoever it names must come."""
LABEL_WORDS = 9
"""Longest run-in label of an item, in words."""


def item_advice(sentences: list[ParsedSentence], strong: bool) -> dict[int, list[Advice]]:
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
    stops = doc[begin : begin + 2].text.lower() == "no longer"
    begin += 2 * stops
    if begin >= end:
        return None
    refuses = doc[begin].lower_ == "do" and begin + 2 < end and doc[begin + 1].dep_ == "neg"
    who: Token | None = None
    acts = opening_acts(doc, begin + 2 * refuses, end)
    if acts is None and (clause := _own_clause(doc, begin, end)) is not None:
        who, acts = clause[0], verb_acts(doc, clause[1], "bare", end)
    if acts is None:
        acts = _noun_item(doc, begin, end)
    if acts is None:
        return None
    avoid = refuses or stops
    return Advice(sentence, frame("listed"), acts, one_or_none(who), carry="about", avoid=avoid, strong=True)


def _own_clause(doc: Doc, begin: int, end: int) -> tuple[Token, int] | None:
    """(who, position of the verb) of "That X do A" and "X to do A", X being somebody."""
    wished = doc[begin].lower_ == "that"
    for token in doc[begin + 1 : min(begin + _WHO_WORDS, end - 1)]:
        verb = token.tag_ in ("VB", "VBP") if wished else token.tag_ == "VB" and doc[token.i - 1].tag_ == "TO"
        if not verb and token.pos_ not in ("VERB", "AUX"):
            continue
        who = head_noun(doc, begin + wished, token.i) if verb else None
        behind: Span | list[Token] = doc[who.i + 1 : token.i - (not wished)] if who is not None else []
        placed = all(t.pos_ in ("ADP", "DET", "PROPN", "ADJ", "CCONJ") for t in behind)
        return (who, token.i) if who is not None and placed and may_act(who) else None
    return None


def _noun_item(doc: Doc, begin: int, end: int) -> list[Act] | None:
    """Acts of an item that is a noun phrase of more than one word."""
    last = trim(doc, begin, act_end(doc, begin, end))
    if _is_clause(doc, begin) or head_noun(doc, begin, last + 1) is None or last == begin:
        return None
    return noun_acts(doc, begin, last)


def _is_clause(doc: Doc, begin: int) -> bool:
    """Whether the words from `begin` hold a finite verb outside relative and adverbial clauses."""
    inner = ("relcl", "advcl")
    return any(
        t.tag_ in ("VBZ", "VBP", "VBD", "MD")
        and t.dep_ not in (*inner, "ccomp")
        and not any(a.dep_ in inner for a in t.ancestors)
        for t in doc[begin + 1 :]
    )
