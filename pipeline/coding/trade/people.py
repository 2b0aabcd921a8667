"""Frames about people and companies in a country: visitors, residents, migrants, firms.

Belongs here: who is where, how many, and where they come from. Does not belong here: populations (sums).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.states import says_size
from pipeline.coding.trade.syntax import is_subject
from pipeline.coding.trade.values import value_of
from pipeline.language.clauses import arguments, prepositions

_OF_ORIGIN = frozenset({"descent", "origin", "ancestry", "birth", "born", "capital", "ownership", "participation"})
_YEARLY = re.compile(
    r"\b(?:last|every|each|that|this) (?:year|winter|summer|season)\b|\b(?:a|per) year\b|\bin (?:19|20)\d\d\b", re.I
)
_UPROOTED = re.compile(
    r"refuge|asylum|migra|\b(?:fled|flee|boat|war|settle|border|deport|soldier|troops|stay|never)", re.I
)
_VAGUE = frozenset({"several", "many", "numerous"})
_VAGUE_NOUNS = frozenset({"thousands", "hundreds", "dozens", "tens", "scores", "number", "numbers"})


def present(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "About 500 Kenyans live in Japan", "300 Norwegian companies operate in the country" """
    if verb.pos_ == "ADJ" and verb.dep_ == "amod" and verb.i > verb.head.i:
        yield from _named_there(scene, verb, frame)
    adjective = verb if verb.pos_ == "ADJ" and verb.dep_ == "acomp" else None
    verb = adjective.head if adjective is not None else verb
    if verb.pos_ not in ("VERB", "AUX"):
        return
    args = arguments(verb)
    near = [*args.objects, *prepositions(verb).get("for", [])] if frame.with_modifiers else []
    misread = [t for t in scene.doc[verb.i + 1 : verb.i + 5] if t.dep_ == "ccomp" and t.tag_ == "NNS"]
    near += [t for t in misread if t.lemma_.lower() in frame.with_modifiers]  # "hold residence permits"
    if frame.with_modifiers and not any(o.lemma_.lower() in frame.with_modifiers for o in near):
        return
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    people = own or [*args.subjects, *(args.objects if args.passive else [])]
    for noun in _people(people):
        if verb.lemma_ == "employ" and (noun.head != verb or noun.tag_ not in ("NNS", "NNPS")):
            continue  # "60,000 work in Malta, and half a million are employed in Spain": other people
        if frame.units and noun.lemma_.lower() not in frame.units and not _came_and_went(scene, noun):
            continue
        amount = count_of(scene, noun, frame) or _stated_number(scene, noun)
        if (amount is None and not _many(noun)) or (amount is not None and amount.quantity.value < frame.least):
            continue
        origin = origin_of(scene, noun)
        ends = scene.after(verb, *([adjective] if adjective is not None else []), *near)
        if scene.voice and any(c.lower_ == "here" and c.dep_ == "advmod" for c in verb.children):
            ends.setdefault("in", []).append((verb, scene.voice))
        there = any(c.lower_ == "there" and c.dep_ == "advmod" for c in verb.children)
        if there and (found := scene.nearest_before(verb, origin)):
            ends.setdefault("in", []).append(found)
        elif there and origin in scene.pair:
            ends.setdefault("in", []).append((verb, next(c for c in scene.pair if c != origin)))
        place, where = _place(scene, verb, ends, frame, args.objects if not args.passive else [])
        if place is None:
            place, where = _by_the_way(scene, verb, frame, origin, near)
        if place is None and verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
            place, where = scene.country(verb.head), verb.head
        if place is None or where is None or origin is None or place == origin:
            continue
        tokens = (verb.i, noun.i, where.i, *([amount.first, amount.last] if amount else []))
        yield Found(frame, verb, place, origin, None, amount, tokens)


def _by_the_way(
    scene: Scene, verb: Token, frame: Frame, origin: str | None, near: list[Token]
) -> tuple[str | None, Token | None]:
    """Where people or firms are that no place is told of: by the permit they hold, or by a text about two countries."""
    for noun in near if frame.with_modifiers else []:
        if noun.lemma_.lower() in frame.with_modifiers and (code := scene.nationality(noun)):
            return code, noun
    if frame.indicator == "companies" and set(scene.named.values()) <= {origin} and not scene.says_elsewhere():
        code = next((c for c in scene.pair if c != origin), None) if origin in scene.pair else None
        return code, verb
    return None, None


def _came_and_went(scene: Scene, noun: Token) -> bool:
    """ "Some 3,000 Kenyans came to Japan last year": a people as guests, not as those who flee or settle."""
    text = scene.doc.text
    return noun.i in scene.peoples and _YEARLY.search(text) is not None and _UPROOTED.search(text) is None


def _named_there(scene: Scene, adjective: Token, frame: Frame) -> Iterator[Found]:
    """ "The 900 Kenyan firms present in Japan" """
    noun = adjective.head
    amount, origin = count_of(scene, noun, frame), origin_of(scene, noun)
    host, where = _place(scene, adjective, scene.after(adjective), frame, [])
    if amount is not None and where is not None and origin is not None and host is not None and host != origin:
        tokens = (adjective.i, noun.i, where.i, amount.first, amount.last)
        yield Found(frame, adjective, host, origin, None, amount, tokens)


def received(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Chile received 5,000 tourists from Japan", "Kenya hosts many refugees, particularly from Somalia" """
    if verb.pos_ not in ("VERB", "AUX"):
        return
    args = arguments(verb)
    place, where = next(((c, s) for s in args.subjects if (c := scene.country(s))), (None, None))
    if place is None:
        return
    objects = args.objects
    host = next((o for o in objects if o.lower_ in ("host", "home")), None)
    if verb.lemma_ == "be":
        objects = prepositions(host).get("to", []) if host is not None else []
    for noun in _people(objects):
        if noun.lemma_.lower() not in frame.units and noun.lower_ not in frame.units:
            continue
        amount = count_of(scene, noun, frame)
        ends = scene.after(noun, *objects, *args.objects, verb)
        origins = ends.get("from", []) or _from_behind(scene, noun)
        origin, source = (origins[0][1], origins[0][0]) if origins else (origin_of(scene, noun), noun)
        if origin is None or where is None or origin == place or (amount is None and not origins):
            continue
        tokens = (verb.i, noun.i, where.i, source.i, *([amount.first, amount.last] if amount else []))
        yield Found(frame, verb, place, origin, None, amount, tokens)
        return


def movement(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya has seen significant migration to Japan": a flow of people named by a noun"""
    if noun.pos_ != "NOUN" or noun.dep_ not in ("dobj", "nsubj"):
        return
    ends = scene.after(noun)
    args = arguments(noun.head)
    to = next(((code, t) for t, code in ends.get("to", [])), None)
    source = next(((code, t) for t, code in ends.get("from", [])), None)
    if noun.dep_ == "dobj" and noun.head.lemma_ in ("see", "experience", "have", "witness", "record", "receive"):
        subject = next(((c, s) for s in args.subjects if (c := scene.country(s))), None)
        source, to = source or (subject if to else None), to or (subject if source else None)
    elif not (is_subject(noun) and says_size(noun.head)):
        return
    if to is None or source is None or to[0] == source[0]:
        return
    yield Found(frame, noun, to[0], source[0], None, None, (noun.i, noun.head.i, to[1].i, source[1].i))


def _from_behind(scene: Scene, noun: Token) -> list[tuple[Token, str]]:
    """A country behind "from" later in the sentence, where the parser lost its place ("most of all from Kenya")."""
    doc = scene.doc
    for i in sorted(scene.named):
        before = {doc[j].lower_ for j in range(max(noun.i + 1, i - 2), i)}
        if i > noun.i and "from" in before and i - 1 not in scene.named:
            return [(doc[i], scene.named[i])]
    return []


def _people(heads: list[Token]) -> list[Token]:
    """The people or firms of a phrase: its heads, or what stands behind "a number of", "thousands of"."""
    inner = [t for head in heads for t in prepositions(head).get("of", [])]
    return [*heads, *inner]


def _many(noun: Token) -> bool:
    """A vague number: "several firms", "thousands of Kenyans"."""
    if any(c.lower_ in _VAGUE for c in noun.children if c.i < noun.i):
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in _VAGUE_NOUNS


def _stated_number(scene: Scene, noun: Token) -> Amount | None:
    """ "The number of Kenyans living in Japan was 70": the number that a clause above states."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or noun.head.head.lower_ != "number":
        return None
    return value_of(scene, noun.head.head, ("count",), units=("people", "companies", ""))


def count_of(scene: Scene, noun: Token, frame: Frame) -> Amount | None:
    """The count of a noun in one of the frame's kinds ("people", "companies"), as modifier or over "of"."""
    for amount in scene.amounts:
        quantity = amount.quantity
        if quantity.kind != "count" or quantity.unit not in frame.kinds:
            continue
        if noun.left_edge.i <= amount.first <= noun.i and all(
            t.dep_ not in ("relcl", "acl") for t in _between(scene, amount, noun)
        ):
            return amount
    return None


def _between(scene: Scene, amount: Amount, noun: Token) -> list[Token]:
    return list(scene.doc[amount.last + 1 : noun.i])


def origin_of(scene: Scene, noun: Token) -> str | None:
    """Where people or firms come from: the noun itself ("Kenyans"), its nationality, or "from"."""
    if noun.i in scene.named:
        return scene.named[noun.i]
    own = scene.nationality(noun)
    if own:
        return own
    for inner in [t for t in noun.subtree if t.lower_ in _OF_ORIGIN]:
        if found := scene.nationality(inner) or next((c for _, c in scene.after(inner).get("in", [])), None):
            return found
    origins = scene.after(noun).get("from", [])
    return origins[0][1] if origins else None


def _place(
    scene: Scene, verb: Token, ends: dict, frame: Frame, objects: list[Token]
) -> tuple[str | None, Token | None]:
    for token in objects if frame.outward else []:
        code = scene.country(token)
        if code:
            return code, token
    for preposition in frame.prepositions:
        for token, code in ends.get(preposition, []):
            return code, token
    in_town = [t for name in frame.prepositions for t in prepositions(verb).get(name, []) if t.i in scene.seats]
    return (scene.seats[in_town[0].i], in_town[0]) if in_town else (None, None)
