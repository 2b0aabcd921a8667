"""Frames about sums, shares and ranks: trade, investment, economy, population, tariffs.

Belongs here: nouns that are measured. Does not belong here: goods, people and
companies (people), ranks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from pipeline.coding.trade.goods import goods
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.running import level_before
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.syntax import governor, is_subject
from pipeline.coding.trade.values import MEASURES, at, first_of, subject_of, value_of
from pipeline.language.clauses import arguments, prepositions


def measure(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "trade between Chile and Japan reached $5 million", "a GDP of $5 billion", "a trade deficit with Kenya" """
    carrier = _carrier(noun)
    if carrier is None or not _modified(noun, carrier, frame):
        return
    amount = value_of(scene, carrier, tuple(frame.kinds), units=tuple(frame.units))
    if frame.indicator == "population" and _of_foreigners(scene, carrier):
        return
    reporter, partner, tokens = _ENDS[frame.shape](scene, carrier, frame)
    if frame.shape.startswith("dyad") and partner is None:
        return
    if reporter is None or reporter == partner or amount is None:
        return
    for figure in (level_before(scene, amount), amount):
        if figure is not None:
            covered = (noun.i, carrier.i, figure.first, figure.last, *tokens)
            yield Found(frame, carrier, reporter, partner, None, figure, covered)


def community(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "The Kenyan community in Norway numbers 5,000" """
    if noun.pos_ != "NOUN" or not _of_foreigners(scene, noun):
        return
    amount = value_of(scene, noun, tuple(frame.kinds), units=tuple(frame.units))
    origin, source = scene.modifying(noun)[0][1], scene.modifying(noun)[0][0]
    host, place = first_of(scene.after(noun), "in")
    if amount is not None and host is not None:
        yield Found(frame, noun, host, origin, None, amount, (noun.i, amount.first, amount.last, *at(source, place)))


def _of_foreigners(scene: Scene, noun: Token) -> bool:
    """A nationality before the noun and another country behind "in": "the Kenyan population in Norway"."""
    own = scene.modifying(noun)
    host, _ = first_of(scene.after(noun), "in")
    return bool(own) and host is not None and own[0][0].i in scene.peoples and own[0][1] != host


def invests(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Japanese firms invested $3 billion in Kenya" """
    if verb.pos_ != "VERB":
        return
    args = arguments(verb)
    amount = next((a for a in scene.amounts if a.quantity.kind in frame.kinds and a.head in args.objects), None)
    origin, source = scene.acting(verb)
    host, place = first_of(scene.after(verb, *args.objects), *frame.prepositions)
    if amount is not None and host is None and origin is not None:
        yield from _in_sectors(scene, verb, frame, amount, origin, [verb.i, *at(source)])
        return
    if amount is None or origin is None or host is None or host == origin:
        return
    yield Found(frame, verb, host, origin, None, amount, (verb.i, amount.first, amount.last, *at(source, place)))


def _in_sectors(
    scene: Scene, verb: Token, frame: Frame, amount: Amount, origin: str, base: list[int]
) -> Iterator[Found]:
    """ "Invested $3 million in Kenyan mining and energy": the host by the nationality of the sectors."""
    i = amount.last + 2
    if i >= len(scene.doc) or scene.doc[i - 1].lower_ not in frame.prepositions or scene.named.get(i, origin) == origin:
        return
    first = i + 1 + (scene.doc[i + 1].tag_ == "POS")
    for item in goods(scene, first):
        tokens = (*base, amount.first, amount.last, i, item.first, item.last)
        yield Found(frame, verb, scene.named[i], origin, item, amount, tokens)


def trades(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Chile and Norway traded goods worth $5 million" """
    args = arguments(verb)
    codes = [(code, s) for s in args.subjects if (code := scene.country(s)) and s.i not in scene.peoples]
    codes += [(code, t) for t, code in scene.after(verb).get("with", [])]
    traded = next(
        (o for o in args.objects if o.lemma_.lower() in ("good", "merchandise", "product", "commodity")), None
    )
    if verb.pos_ != "VERB" or traded is None or len({code for code, _ in codes}) != 2:
        return
    amount = value_of(scene, traded, tuple(frame.kinds))
    if amount is not None:
        tokens = (verb.i, amount.first, amount.last, *(t.i for _, t in codes))
        yield Found(frame, verb, codes[0][0], codes[1][0], None, amount, tokens)


def balance(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya has a trade deficit of $5 million with Japan"; without a sum both countries must be named"""
    carrier = _carrier(noun)
    if carrier is None or not (_modified(noun, carrier, frame) or _in_trade(noun)):
        return
    amount = value_of(scene, carrier, tuple(frame.kinds))
    reporter, owner = _owner(scene, carrier)
    ends = scene.after(carrier, governor(carrier))
    partner, other = first_of(ends, "with", "to", "from")
    if reporter is None or reporter == partner or (amount is None and partner is None):
        return
    tokens = (carrier.i, *at(owner, other), *([amount.first, amount.last] if amount else []))
    yield Found(frame, carrier, reporter, partner, None, amount, tokens)


def _in_trade(noun: Token) -> bool:
    """ "A surplus of $5 million in its trade with Kenya" """
    return any(t.lemma_.lower() == "trade" and t.dep_ == "pobj" and t.i > noun.i for t in noun.subtree) or any(
        t.lemma_.lower() == "trade" and t.dep_ == "pobj"
        for p in noun.head.children
        if p.dep_ == "prep"
        for t in p.children
    )


def _carrier(noun: Token) -> Token | None:
    """The noun that carries the sum: itself, or the "volume" that it modifies; None where it modifies another noun."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if noun.dep_ in ("compound", "nmod", "amod"):
        return noun.head if noun.head.lemma_.lower() in MEASURES else None
    return noun


def _modified(noun: Token, carrier: Token, frame: Frame) -> bool:
    around = {t.lower_ for t in noun.doc[min(noun.left_edge.i, carrier.left_edge.i) : carrier.i + 1]}
    follows = noun.doc[carrier.i + 1].lower_ if carrier.i + 1 < len(noun.doc) else ""
    if frame.with_modifiers and not around & set(frame.with_modifiers):
        return False
    return not (around | {follows}) & set(frame.without_modifiers)


Ends = tuple[str | None, str | None, tuple[int, ...]]


def _two_sides(scene: Scene, noun: Token, frame: Frame) -> Ends:
    """The two countries of mutual trade, from modifiers, "between" and "with"; one alone is not enough."""
    found: list[tuple[Token, str]] = list(scene.modifying(noun))
    ends = scene.after(noun, governor(noun)) if is_subject(noun) else scene.after(noun)
    for preposition in ("between", "with", "among", "to", "from"):
        found.extend(ends.get(preposition, []))
    if not found and _mutual(noun) and scene.pair and len(set(scene.named.values())) < 2:
        return scene.pair[0], scene.pair[1], ()
    if len({code for _, code in found}) < 2:
        code, subject = subject_of(scene, noun)
        found.extend([(subject, code)] if code and subject else [])
    if len({code for _, code in found}) < 2 and (other := scene.only_other(*{code for _, code in found})):
        found.append(other)
    codes = list(dict.fromkeys(code for _, code in found))
    if not codes and _mutual(noun):
        here = list(dict.fromkeys(scene.named.values()))
        codes = here if len(here) == 2 else []
    if len(codes) < 2:
        return None, None, ()
    return codes[0], codes[1], tuple(t.i for t, code in found if code in codes[:2])


def _mutual(noun: Token) -> bool:
    """ "Bilateral trade", "trade between the two countries": the trade of the two that the document is about."""
    around = noun.doc[noun.left_edge.i : noun.right_edge.i + 1].text.lower()
    return any(
        w in around for w in ("bilateral", "two-way", "two - way", "mutual", "between the two", "both countries")
    )


def _host_and_origin(scene: Scene, noun: Token, frame: Frame) -> Ends:
    """Investment: "in" the host, "from" or before the noun the origin."""
    verb = governor(noun)
    near = scene.after(noun)
    ends = scene.after(noun, verb) if noun.dep_ in ("nsubj", "nsubjpass", "dobj") else near
    host, place = first_of(ends, "in", "into", "to", "for")
    if host is None and noun.dep_ == "pobj":
        host, place = first_of(scene.after(_carrying(noun)), "in", "into")
    own = [pair for pair in scene.modifying(noun) if pair[1] != host]
    origin, source = (own[0][1], own[0][0]) if own else first_of(near, "from", "by")
    if host is None and origin is not None and (other := scene.only_other(origin)):
        place, host = other
    if origin is None:
        origin, source = subject_of(scene, noun)
        origin, source = (origin, source) if origin != host else (None, None)
        if host is None and origin is not None and (other := scene.only_other(origin)):
            place, host = other
    if origin is None and host is not None and _carrying(noun).dep_ in ("dobj", "attr"):
        origin, source = _doer(scene, verb, host)
    return host, origin, tuple(at(place, source))


def _carrying(noun: Token) -> Token:
    """The noun that a prepositional chain hangs on: "a total" of "a total of $5 million in loans"."""
    while noun.dep_ in ("pobj", "prep") and noun.head != noun:
        noun = noun.head
    return noun


def _doer(scene: Scene, verb: Token, host: str) -> tuple[str | None, Token | None]:
    """The country that a subject acts for: an agency or a company of it."""
    for subject in arguments(verb).subjects:
        code = scene.belongs(subject)
        if code and code != host:
            return code, subject
    return None, None


def _one_side(scene: Scene, noun: Token, frame: Frame) -> Ends:
    reporter, owner = _owner(scene, noun)
    return reporter, None, tuple(at(owner))


_ENDS: dict[str, Callable[[Scene, Token, Frame], Ends]] = {
    "dyad_measure": _two_sides,
    "dyad_host": _host_and_origin,
    "host_measure": _host_and_origin,
    "measure": _one_side,
}


def _owner(scene: Scene, noun: Token) -> tuple[str | None, Token | None]:
    """The country whose figure it is: before the noun, behind "of" or "in", or the subject that has it."""
    own = scene.modifying(noun)
    if own:
        return own[0][1], own[0][0]
    for preposition in ("of", "in"):
        objects = prepositions(noun).get(preposition, [])
        for inner in objects:
            code = scene.country(inner)
            if code and inner.i not in scene.peoples:
                return code, inner
        if (
            objects
            and preposition == "of"
            and not any(a.first <= objects[0].i <= a.last or _counts(scene, objects[0], a) for a in scene.amounts)
        ):
            return None, None  # "the population of the port"
    code, subject = subject_of(scene, noun)
    if code is None and is_subject(noun) and all(c.dep_ in ("det", "prep") for c in noun.children):
        return scene.topic(), None  # "The population is 5 million", of the country that the text is about here
    return code, subject


def _counts(scene: Scene, noun: Token, amount: Amount) -> bool:
    return noun.left_edge.i <= amount.first <= noun.i
