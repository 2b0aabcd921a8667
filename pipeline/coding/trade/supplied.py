"""Frames about who supplies whom in words that tell of trade only with goods: "gets its tea from Kenya".

Belongs here: verbs that need goods beside them to tell of trade. Does not belong here: verbs that always do (verbs).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.priced import priced, rows_priced
from pipeline.coding.trade.scene import Scene
from pipeline.coding.trade.verbs import flow_verb
from pipeline.coding.trade.words import no_good, words
from pipeline.language.clauses import arguments

_HABIT = frozenset({"VBZ", "VBP"})


def supplied_with(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya supplies Japan with tea and roses" """
    if verb.pos_ != "VERB" or (verb.tag_ not in _HABIT and not any(t.flow() for t in (*scene.told, *scene.earlier))):
        return
    reporter, subject = scene.acting(verb)
    i = verb.i + 1
    while i < len(scene.doc) and (scene.doc[i].pos_ == "DET" or i in scene.named):
        i += 1
    partner = scene.named.get(i - 1) if i - 1 not in scene.peoples else None
    if i + 1 >= len(scene.doc) or scene.doc[i].lower_ != "with" or subject is None or partner in (None, reporter):
        return
    if reporter is None or subject.i in scene.peoples or _figured(scene, i + 1):
        return
    pairs = priced(scene, i + 1)
    items = enumerated(scene, i + 1)
    if any(no_good(item.text) for item in [*items, *(item for item, _ in pairs)]):
        return
    tokens = [subject.i, verb.i, i - 1]
    if pairs:
        yield from rows_priced(frame, verb, (reporter, partner), pairs, tokens)
        return
    for item in items:
        yield Found(frame, verb, reporter, partner, item, None, (*tokens, item.first, item.last))


def gets_from(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Japan gets 30 percent of its tea from Kenya", "Norway gets its cocoa from Ghana" """
    stated = any(s.i in scene.named and s.i not in scene.peoples for s in arguments(verb).subjects)
    if verb.pos_ != "VERB" or verb.tag_ not in (*_HABIT, "VBD") or not stated:
        return
    for found in flow_verb(scene, verb, frame):
        if found.item is None or found.partner is None or no_good(found.item.text):
            continue
        part = found.amount is not None and found.amount.quantity.kind == "percent"
        if part or (found.amount is None and verb.tag_ in _HABIT and found.item.text.lower() in words().staples):
            yield found


def _figured(scene: Scene, start: int) -> bool:
    """Whether a share or one sum stands before the goods: of whose whole, or whether of a habit, is not told."""
    return any(a.first == start for a in scene.amounts) and not priced(scene, start)
