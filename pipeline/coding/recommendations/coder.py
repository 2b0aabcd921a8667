"""Recommendations of one document: who is advised to do what, by whom, in which area.

Belongs here: putting the frames' findings together, in reading order. Does not belong here: how each is found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pipeline.coding.actors import Registry
from pipeline.coding.confidence import confidence
from pipeline.coding.recommendations import area, frames, items
from pipeline.coding.recommendations.around import around
from pipeline.coding.recommendations.clause import is_quoted
from pipeline.coding.recommendations.context import Context
from pipeline.coding.recommendations.lexicon import words
from pipeline.coding.recommendations.model import Act, Advice
from pipeline.coding.recommendations.voice import Voice
from pipeline.coding.rows import Evidence, Recommendation
from pipeline.language.model import ParsedDocument, ParsedSentence

SILENT = frozenset({"title", "heading", "caption", "infobox", "table_row"})
"""Blocks whose running words do not advise: they announce and name. Rows of advisory tables are read by `items`."""
SPARSE = 900
"""Words for each strong statement of advice, at most, in a text that gives advice."""
ENOUGH, SPARSEST = 3, 2500
"""So many strong statements make a text advisory also where they are thinner, up to this many words for each."""


def code(parsed: ParsedDocument, registry: Registry) -> list[Recommendation]:
    """The recommendations that the body of a document gives, in order of their evidence."""
    context, voice = Context(parsed, registry), Voice(parsed, registry)
    found = [(advice, *voice.of(advice)) for advice in _all(parsed) if advice.acts]
    advisory = _gives_advice(parsed, [advice for advice, own, _ in found if own])
    rows: list[Recommendation] = []
    taken: dict[int, set[int]] = {}
    for advice, own, issuer in found:
        # in its own voice only a text that advises does so; what others say is advice with must, should, recommend
        if advisory if own else advice.frame.voice == "any":
            rows.extend(_rows(context, advice, issuer, taken.setdefault(advice.sentence.ordinal, set())))
    return sorted(rows, key=lambda r: (r.evidence.char_start, r.evidence.char_end))


def _all(parsed: ParsedDocument) -> Iterator[Advice]:
    listed = items.find(parsed)
    for sentence in parsed.body():
        yield from listed.get(sentence.ordinal, ())
        if not listed.get(sentence.ordinal) and sentence.block.kind not in SILENT:
            yield from frames.find(sentence)


def _gives_advice(parsed: ParsedDocument, own: list[Advice]) -> bool:
    """Whether a text advises in its own voice: by how often it does so in strong words; once is enough for opinion."""
    strong = sum(a.strong for a in own)
    n_words = sum(len(s.doc) for s in parsed.body())
    if parsed.document.meta.genre in ("news", "encyclopedia", "official"):
        return strong >= ENOUGH and strong * SPARSE >= n_words
    if strong < 2:
        return strong == 1 and strong * SPARSE >= n_words and _is_opinion(parsed)
    return strong * SPARSE >= n_words or (strong >= ENOUGH and strong * SPARSEST >= n_words)


def _is_opinion(parsed: ParsedDocument) -> bool:
    """Whether the genre is one that advises, or the author speaks as "we" or "I" outside quotations."""
    if parsed.document.meta.genre in ("opinion", "commentary", "policy_brief"):
        return True
    return any(t.lower_ in ("we", "our", "i", "my") and not is_quoted(s.doc, t.i) for s in parsed.body() for t in s.doc)


def _rows(context: Context, advice: Advice, issuer: int | None, used: set[int]) -> Iterator[Recommendation]:
    sentence = advice.sentence
    addressees = context.addressees(advice)
    if not addressees and (advice.able or (advice.needs_name and not context.advised_near(sentence))):
        return
    context.advised.add(sentence.ordinal)
    bodies = context.bodies(sentence)
    for act in advice.acts:
        if act.first in used or sum(c.isalpha() for c in act.text) < 2:
            continue  # claimed by an earlier frame, or no words at all ("30-40%")
        used.update(range(act.first, act.last + 1))
        receivers = (*_helped(context, advice), *_receivers(context, sentence, act))
        yield Recommendation(
            _evidence(advice, act),
            action=act.text,
            area=_area(context, advice, act, bodies),
            modality=advice.frame.modality,
            polarity="avoid" if advice.avoid else "do",
            addressees=addressees,
            issuer=issuer,
            beneficiaries=tuple(i for i in dict.fromkeys(receivers) if i not in addressees),
        )
    if named := context.named(advice) or (addressees if advice.carry == "about" else ()):
        context.said[sentence.ordinal] = named


def _evidence(advice: Advice, act: Act) -> Evidence:
    """The run of words from whoever is to act, or the frame's words, to the end of the act."""
    edges = [act.first, act.last, *advice.anchor]
    if advice.who and advice.who[0].i < act.first:
        edges.append(advice.who[0].left_edge.i)
    start, end = advice.sentence.source_span(min(edges), max(edges))
    rule = f"recommendation.{advice.frame.id}"
    return Evidence(advice.sentence.ordinal, start, end, rule, confidence(rule))


# -- beneficiaries -----------------------------------------------------------------------------


def _helped(context: Context, advice: Advice) -> tuple[int, ...]:
    return context.registry.resolve(advice.sentence, advice.helped) if advice.helped is not None else ()


def _receivers(context: Context, sentence: ParsedSentence, act: Act) -> tuple[int, ...]:
    """Actors whom an act helps or gives something to."""
    found: list[int] = []
    for token in sentence.doc[act.first : act.last + 1]:
        helped = token.dep_ == "dobj" and token.head.lemma_.lower() in words().helping
        given = token.dep_ in ("pobj", "dative") and token.head.lower_ in ("to", "for")
        if helped or (given and token.head.head.lemma_.lower() in words().giving):
            found.extend(context.registry.resolve(sentence, token))
    return tuple(found)


def _area(context: Context, advice: Advice, act: Act, named: Collection[int]) -> str:
    """The area of an act; a topic that lies inside the act is no label of it."""
    inside = range(act.first, act.last + 1)
    doc = advice.sentence.doc
    topic = [] if any(t.i in inside for t in advice.topic if t.doc is doc) else advice.topic
    return area.area_of(doc, act, named, topic, around(context, advice, act))
