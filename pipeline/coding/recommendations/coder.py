"""Recommendations of one document: who is advised to do what, by whom, in which area.

Belongs here: putting the frames' findings together, in reading order. Does not belong here: how each is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.recommendations import area, frames_lexical, frames_modal, items
from pipeline.coding.recommendations.context import Context
from pipeline.coding.recommendations.model import Act, Advice
from pipeline.coding.rows import Evidence, Recommendation
from pipeline.language.model import ParsedDocument, ParsedSentence

SILENT = frozenset({"title", "heading", "caption", "infobox"})
"""Blocks that announce and name, but do not advise."""
GIVING = frozenset({"help", "support", "assist", "aid", "train", "equip", "protect", "arm", "fund"})
GIFTS = frozenset(
    {
        "aid",
        "support",
        "assistance",
        "training",
        "relief",
        "access",
        "give",
        "provide",
        "offer",
        "grant",
        "send",
        "help",
        "funding",
    }
)


def code(parsed: ParsedDocument, registry: Registry) -> list[Recommendation]:
    """The recommendations that the body of a document gives, in order of their evidence."""
    context = Context(parsed, registry)
    listed = items.find(parsed)
    found: list[Advice] = []
    for sentence in parsed.body():
        if sentence.block.kind in SILENT:
            continue
        if sentence.ordinal in listed:
            found.extend(listed[sentence.ordinal])
            if listed[sentence.ordinal]:
                continue
        if sentence.block.kind == "table_row":
            continue
        found.extend(_plain(sentence))
    voices = [context.voice(a) for a in found]
    advisory = _gives_advice(parsed, [a for a, (own, _) in zip(found, voices, strict=True) if own])
    rows: list[Recommendation] = []
    taken: dict[int, set[int]] = {}
    for advice, (own, issuer) in zip(found, voices, strict=True):
        if not _counts(advice, own, advisory):
            continue
        rows.extend(_rows(context, advice, issuer, taken))
    return sorted(rows, key=lambda r: (r.evidence.char_start, r.evidence.char_end))


def _plain(sentence: ParsedSentence) -> Iterator[Advice]:
    yield from frames_modal.find(sentence)
    yield from frames_lexical.find(sentence)


def _gives_advice(parsed: ParsedDocument, own: list[Advice]) -> bool:
    """Whether the document itself advises: twice in strong words, or once in a short text."""
    strong = sum(a.strong for a in own)
    n_words = sum(len(s.doc) for s in parsed.body())
    return strong >= 1 and strong * 900 >= n_words


def _counts(advice: Advice, own: bool, advisory: bool) -> bool:
    if not own:
        return advice.frame.voice == "any"
    if advice.frame.voice == "advisory":
        return advisory
    return advisory or advice.strong


def _rows(context: Context, advice: Advice, issuer: int | None, taken: dict[int, set[int]]) -> Iterator[Recommendation]:
    sentence = advice.sentence
    used = taken.setdefault(sentence.ordinal, set())
    addressees = context.addressees(advice)
    helped = _helped(context, advice)
    for act in advice.acts:
        if act.first in used or not act.text:
            continue
        used.update(range(act.first, act.last + 1))
        first = min([act.first, *(a for a in advice.anchor if a < act.first)])
        if advice.who and advice.who[0].doc is sentence.doc and advice.who[0].i < first:
            first = advice.who[0].left_edge.i
        last = max([act.last, *advice.anchor])
        start, end = sentence.source_span(first, last)
        yield Recommendation(
            Evidence(sentence.ordinal, start, end, advice.frame.id, advice.frame.confidence),
            action=act.text,
            area=_area(context, advice, act),
            modality=advice.modality or advice.frame.modality,
            polarity=advice.polarity,
            addressees=addressees,
            issuer=issuer,
            beneficiaries=tuple(i for i in (*helped, *_receivers(context, sentence, act)) if i not in addressees),
        )
    if addressees:
        context.said[sentence.ordinal] = addressees


def _helped(context: Context, advice: Advice) -> tuple[int, ...]:
    if advice.beneficiary is None:
        return ()
    return context.registry.resolve(advice.sentence, advice.beneficiary)


def _receivers(context: Context, sentence: ParsedSentence, act: Act) -> tuple[int, ...]:
    """Actors whom an act helps or gives something to."""
    found: list[int] = []
    for token in sentence.doc[act.first : act.last + 1]:
        helped = token.dep_ == "dobj" and token.head.lemma_.lower() in GIVING
        given = (
            token.dep_ in ("pobj", "dative")
            and token.head.lower_ in ("to", "for")
            and token.head.head.lemma_.lower() in GIFTS
        )
        if helped or given:
            found += [i for i in context.registry.resolve(sentence, token) if i not in found]
    return tuple(found)


def _area(context: Context, advice: Advice, act: Act) -> str:
    doc = advice.sentence.doc
    label = (
        advice.topic if not any(t.i in range(act.first, act.last + 1) and t.doc is doc for t in advice.topic) else []
    )
    return area.area_of(doc, act.first, act.last, label, _around(context, advice, act))


def _around(context: Context, advice: Advice, act: Act) -> Iterator[tuple[Iterable[Token], float]]:
    """Runs of words near an act, nearest first, with the weight of a cue in each."""
    sentence = advice.sentence
    sentences = context.parsed.sentences
    k = next(k for k, s in enumerate(sentences) if s.ordinal == sentence.ordinal)
    before = sentences[k - 1].doc if k and sentences[k - 1].in_body else None
    pointing = any(t.lower_ in ("this", "these", "such", "those") for t in sentence.doc)
    for other in advice.acts:
        if other is not act:
            yield sentence.doc[other.first : other.last + 1], 1.0
    if pointing and before is not None:
        yield before, 1.0
    yield sentence.doc, 0.5
    if not pointing and before is not None:
        yield before, 0.5
    for near in reversed(sentences[:k]):
        if near.block.kind == "heading":
            yield near.doc, 0.7
            return
