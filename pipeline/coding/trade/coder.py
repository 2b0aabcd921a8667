"""Trade facts: measurable or categorical statements about trade, investment, economic size, people and business.

Belongs here: running the frames of lexicons/trade_frames.yaml over a document and making rows of what they find. Does
not belong here: which frames there are and how one is matched (shapes).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.coding.confidence import confidence
from pipeline.coding.rows import Evidence, TradeFact
from pipeline.coding.trade import tables
from pipeline.coding.trade.about import pair_of, voice_of
from pipeline.coding.trade.levels import levels
from pipeline.coding.trade.model import Found
from pipeline.coding.trade.named import Countries
from pipeline.coding.trade.next_shares import next_shares
from pipeline.coding.trade.scene import Scene
from pipeline.coding.trade.shapes import SHAPES, frames
from pipeline.coding.trade.syntax import governor
from pipeline.coding.trade.told import Told
from pipeline.language.factuality import CANCELS, MODALS, PLANS, factuality
from pipeline.language.model import ParsedDocument, ParsedSentence

_STATED = frozenset({"occurred", "ongoing", "alleged"})
_RESULTS = frozenset(
    "overtake pass surpass displace replace outstrip rise grow climb go move edge leapfrog return oust".split()
)
"""Verbs whose infinitive behind "to" says what came of it."""
_REACH = 4
"""Sentences back in a block that "the country" may look for its name."""
_PASSAGE = 12
"""Sentences back that a passage on the trade of two countries may reach."""
_KINDS = frozenset({"paragraph", "list_item", "caption", "infobox", "table_row"})


def code(parsed: ParsedDocument, countries: Countries) -> list[TradeFact]:
    """The document's trade facts, in text order. `countries` says who a phrase means (the actor registry)."""
    scenes: list[Scene] = []
    for sentence in parsed.body():
        same = [s for s in scenes[-_REACH:] if s.sentence.sentence.block == sentence.sentence.block]
        scenes.append(Scene(sentence, countries, tuple(s.sentence for s in reversed(same)), _lead(scenes, sentence)))
    pair = pair_of(scenes)
    voice = voice_of(parsed.document.meta, pair)
    rows: list[TradeFact] = []
    titled: dict[int, list[TradeFact]] = {}
    for fact in tables.code(parsed, pair):
        titled.setdefault(fact.evidence.sentence, []).append(fact)
    for n, scene in enumerate(scenes):
        scene.pair, scene.voice, scene.published = pair, voice, parsed.document.meta.published
        scene.earlier = _told_before(scenes[:n], scene)
        scene.passage = tuple(f for s in reversed(_passage(scenes[:n])) for f in reversed(s.told))
        scene.between = _between_the_two(scenes[max(0, n - _PASSAGE) : n], pair)
        if scene.sentence.ordinal in titled:
            of_cells = titled[scene.sentence.ordinal]  # a table's cells are explained by its titles alone
            scene.told.extend(Told(f.indicator, f.reporter, f.partner, f.commodity) for f in of_cells)
            rows.extend(of_cells)
        elif scene.sentence.block.kind in _KINDS:
            rows.extend(_of_sentence(scene))
    return rows


def _lead(scenes: list[Scene], item: ParsedSentence) -> ParsedSentence | None:
    """The sentence that introduces a list item: its lead-in, or the item that it stands under."""
    if item.block.kind != "list_item":
        return None
    for scene in reversed(scenes):
        above = scene.sentence
        if above.sentence.block == item.block.lead_in:
            return above
        if item.block.lead_in is None and above.block.kind == "list_item" and above.block.level < item.block.level:
            return above
        if above.block.kind == "heading":
            return None
    return None


def _told_before(scenes: list[Scene], scene: Scene) -> tuple[Told, ...]:
    """What the sentences right before one in its block have told, nearest first."""
    same = [s for s in scenes[-_REACH:] if s.sentence.sentence.block == scene.sentence.sentence.block]
    return tuple(fact for s in reversed(same) for fact in reversed(s.told))


def _passage(scenes: list[Scene]) -> list[Scene]:
    """The last scenes of a list, back to the heading above them."""
    headed = [n for n, s in enumerate(scenes) if s.sentence.block.kind == "heading"]
    return scenes[max([*headed[-1:], len(scenes) - _PASSAGE, 0]) :]


def _between_the_two(scenes: list[Scene], pair: tuple[str, ...]) -> bool:
    """Whether these sentences tell of the trade between the two countries of the document."""
    return bool(pair) and any({t.reporter, t.partner} == set(pair) for s in scenes for t in s.told if t.of_trade())


def _of_sentence(scene: Scene) -> Iterator[TradeFact]:
    seen: set[tuple] = set()
    for token in scene.doc:
        for frame in frames().get(token.lemma_.lower(), ()):
            for found in _with_levels(scene, SHAPES[frame.shape](scene, token, frame)):
                row = _row(scene, found)
                key = (row.indicator, row.reporter, row.partner, row.commodity, row.value)
                if _stated(found) and key not in seen:
                    seen.add(key)
                    scene.told.append(Told(row.indicator, row.reporter, row.partner, row.commodity))
                    yield row


def _with_levels(scene: Scene, facts: Iterator[Found]) -> Iterator[Found]:
    """Each fact, before it the same one with the figure that its own is compared with, behind it shares that go on."""
    for found in facts:
        for level in levels(scene, found.amount):
            yield replace(found, amount=level, tokens=(*found.tokens, level.first, level.last))
        yield found
        yield from next_shares(scene, found)


def _stated(found: Found) -> bool:
    """Whether the clause states what is or was so: nothing wished, planned, predicted or asked."""
    trigger, verb = found.trigger, governor(found.trigger)
    if verb.lemma_ == "become" and verb.head.lemma_ in _RESULTS and factuality(verb.head).status in _STATED:
        return True  # "overtook Norway to become the largest market"
    if any(
        t.dep_ == "xcomp" and any(c.tag_ == "TO" for c in t.children) for t in trigger.ancestors if verb in t.ancestors
    ):
        return False  # "want to double investment", where "double" is read as an adjective
    limited = verb.lemma_ in ("exceed", "surpass", "top") and any(c.dep_ == "neg" for c in verb.children)
    if limited and verb.head == verb:
        return True  # "does not exceed $5 million" states a limit
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if helpers & {*MODALS, "will", "'ll", "shall"}:
        return False
    if found.amount is not None and found.amount.quantity.value == 0 and factuality(verb).reason == "negated":
        return True  # "pays no duty" is a duty of nothing
    if factuality(trigger).status not in _STATED:
        return False
    if verb.dep_ == "ccomp" and verb.head.lemma_.lower() in CANCELS | PLANS:
        return False
    return verb.dep_ == "pcomp" or factuality(verb).status in _STATED  # "with Japan being ..." stands by itself


def _covered(scene: Scene, found: Found) -> set[int]:
    """The tokens that the evidence must span: the frame's, whole names, and the nationality before a noun."""
    tokens = set(found.tokens)
    for i in found.tokens:
        if scene.doc[i].pos_ in ("NOUN", "PROPN"):
            tokens |= {t.i for t, code in scene.modifying(scene.doc[i]) if code in (found.reporter, found.partner)}
    for i in sorted(tokens):
        table = scene.named if i in scene.named else scene.blocs
        while i - 1 in table and table[i - 1] == table.get(i):
            i -= 1
            tokens.add(i)
    return tokens


def _row(scene: Scene, found: Found) -> TradeFact:
    quantity = found.amount.quantity if found.amount else None
    covered = _covered(scene, found)
    start, end = scene.sentence.source_span(min(covered), max(covered))
    unit = found.unit or (quantity.unit if quantity else None)
    if quantity is not None and unit is None:
        unit = next(iter((*found.frame.units, *found.frame.kinds)), None)
    rule = f"trade.{found.frame.id}"
    return TradeFact(
        evidence=Evidence(scene.sentence.ordinal, start, end, rule, confidence(rule)),
        indicator=found.indicator or found.frame.indicator,
        reporter=found.reporter,
        partner=found.partner,
        commodity=found.item.text if found.item else None,
        comparator=quantity.comparator if quantity else None,
        value=quantity.value if quantity else None,
        unit=unit,
        currency=quantity.currency if quantity else None,
        period=scene.period(found.amount, found.trigger),
        attribution=scene.source(),
    )
