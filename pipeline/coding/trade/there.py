"""Frames about people and companies that are there: "there are 5,000 Kenyans in Japan", "Kenya has 50 million people".

Belongs here: being, being home to, having inhabitants. Does not belong here: other verbs about people (people).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.people import count_of, origin_of
from pipeline.coding.trade.scene import Scene
from pipeline.coding.trade.words import words
from pipeline.language.clauses import arguments, prepositions

_UPROOTED = frozenset({"migrant", "refugee", "immigrant", "seeker"})


def existing(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "There are 5,000 Kenyans living in Japan", "Japan is home to 5,000 Kenyans" """
    if verb.lemma_ != "be":
        return
    expletive = any(c.dep_ == "expl" for c in verb.children)
    home = next((c for c in verb.children if c.lower_ == "home" and c.dep_ in ("attr", "acomp", "advmod")), None)
    if not expletive and home is None:
        return
    nouns = [t for t in scene.doc if t.i > verb.i and count_of(scene, t, frame) is not None]
    if any(t.lemma_.lower() in _UPROOTED for noun in nouns for t in (noun, *noun.conjuncts)):
        return  # migrants have a frame of their own
    if home is not None and not nouns and "people" in frame.kinds:
        yield from _home_to_a_community(scene, verb, home, frame)
    for noun in nouns:
        amount = count_of(scene, noun, frame)
        origin = origin_of(scene, noun)
        if home is not None:
            place, where = next(((c, s) for s in arguments(verb).subjects if (c := scene.country(s))), (None, None))
        else:
            inner = [c for c in noun.children if c.dep_ in ("acl", "relcl")]
            ends = scene.after(verb, noun, *inner)
            place, where = next(((code, t) for t, code in ends.get("in", [])), (None, None))
        if place is None or where is None or origin is None or place == origin or amount is None:
            continue
        yield Found(frame, verb, place, origin, None, amount, (verb.i, noun.i, amount.first, amount.last, where.i))


def _home_to_a_community(scene: Scene, verb: Token, home: Token, frame: Frame) -> Iterator[Found]:
    """ "Japan is home to a large Kenyan community" """
    place, where = next(((c, s) for s in arguments(verb).subjects if (c := scene.country(s))), (None, None))
    for noun in prepositions(home).get("to", []):
        own = scene.modifying(noun)
        sized = any(c.lower_ in words().size for c in noun.children) or any(
            t.lower_ == "largest" for t in noun.children
        )
        group = noun.lemma_.lower() in ("community", "diaspora", "population", "minority")
        if group and sized and own and own[0][0].i in scene.peoples and place and where and place != own[0][1]:
            yield Found(frame, verb, place, own[0][1], None, None, (verb.i, noun.i, where.i))


def inhabited(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya has 50 million inhabitants", "With 50 million people, Kenya ..." """
    doc = scene.doc
    amount = next((a for a in scene.amounts if a.last + 1 == noun.i and a.quantity.unit in frame.kinds), None)
    ends = noun.i + 1 >= len(doc) or doc[noun.i + 1].pos_ in ("PUNCT", "CCONJ")
    if amount is None or not ends or amount.quantity.value < frame.least or amount.first == 0:
        return
    opener = doc[amount.first - 1]
    owner: Token | None = None
    if opener.lemma_ == "have":
        owner = next((s for s in arguments(opener).subjects if s.i not in scene.peoples), None)
    elif opener.lower_ == "with":
        before = next((doc[i] for i in (opener.i - 1, opener.i - 2) if i >= 0 and i in scene.named), None)
        behind = noun.i + 2 if noun.i + 2 < len(doc) and doc[noun.i + 1].text == "," else None
        owner = before if before is not None else doc[behind] if behind in scene.named else None
    code = scene.country(owner) if owner is not None else None
    if owner is not None and code is not None:
        yield Found(frame, noun, code, None, None, amount, (noun.i, amount.first, owner.i))
