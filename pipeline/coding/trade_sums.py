"""Frames about sums, shares and ranks: trade, investment, economy, population, tariffs.

Belongs here: nouns that are measured. Does not belong here: goods (trade_goods), people and
companies (trade_people), ranks (trade_ranks).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from pipeline.coding.trade_goods import goods
from pipeline.coding.trade_model import Found, Frame
from pipeline.coding.trade_scene import Amount, Scene, governor, is_subject
from pipeline.coding.trade_values import MEASURES, at, first_of, subject_of, value_of
from pipeline.coding.trade_words import words
from pipeline.language.clauses import arguments, prepositions


def measure(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "trade between Chile and Japan reached $5 million", "a GDP of $5 billion", "a trade deficit with Kenya" """
    carrier = _carrier(noun)
    if carrier is None or not _modified(noun, carrier, frame):
        return
    amount = value_of(scene, carrier, tuple(frame.kinds), units=tuple(frame.units))
    reporter, partner, tokens = _ENDS[frame.shape](scene, carrier, frame)
    if frame.shape.startswith("dyad") and partner is None:
        return
    if reporter is None or reporter == partner or amount is None:
        return
    yield Found(
        frame, carrier, reporter, partner, None, amount, (noun.i, carrier.i, amount.first, amount.last, *tokens)
    )


def invests(scene: Scene, verb: Token, frame: Frame) -> Iterator[Found]:
    """ "Japanese firms invested $3 billion in Kenya" """
    if verb.pos_ != "VERB":
        return
    args = arguments(verb)
    amount = next((a for a in scene.amounts if a.quantity.kind in frame.kinds and a.head in args.objects), None)
    origin, source = scene.acting(verb)
    host, place = first_of(scene.after(verb, *args.objects), *frame.prepositions)
    if amount is None or origin is None or host is None or host == origin:
        return
    yield Found(frame, verb, host, origin, None, amount, (verb.i, amount.first, amount.last, *at(source, place)))


def balance(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya has a trade deficit of $5 million with Japan"; without a sum both countries must be named"""
    carrier = _carrier(noun)
    if carrier is None or not _modified(noun, carrier, frame):
        return
    amount = value_of(scene, carrier, tuple(frame.kinds))
    reporter, owner = _owner(scene, carrier)
    ends = scene.after(carrier, governor(carrier))
    partner, other = first_of(ends, "with", "to", "from")
    if reporter is None or reporter == partner or (amount is None and partner is None):
        return
    tokens = (carrier.i, *at(owner, other), *([amount.first, amount.last] if amount else []))
    yield Found(frame, carrier, reporter, partner, None, amount, tokens)


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
    if len({code for _, code in found}) < 2:
        code, subject = subject_of(scene, noun)
        found.extend([(subject, code)] if code and subject else [])
    if len({code for _, code in found}) < 2 and (other := scene.only_other(*{code for _, code in found})):
        found.append(other)
    codes = list(dict.fromkeys(code for _, code in found))
    if not codes and scene.pair and _mutual(noun):
        codes = list(scene.pair)
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


# -- statements without a number ----------------------------------------------------------------


def sized(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Norwegian investment in Chile is substantial, particularly in fishing", "... has grown" """
    if (
        noun.pos_ != "NOUN"
        or noun.dep_ in ("compound", "nmod", "amod")
        or value_of(scene, noun, ("money", "count"), units=("people",))
    ):
        return
    verb = governor(noun)
    top = noun.head if noun.dep_ == "conj" else noun
    grown = _growth_in(top)
    if not grown and not (is_subject(top) and says_size(verb)):
        return
    near = {**(scene.after(verb) if grown else {}), **scene.after(top), **scene.after(noun)}
    host, place = first_of(near, "in", "into", "to")
    own = [pair for pair in scene.modifying(noun) if pair[1] != host]
    origin, source = (own[0][1], own[0][0]) if own else first_of(near, "from", "by")
    if host is None or origin is None or host == origin:
        return
    for item in _sectors(scene, verb, noun) or [None]:
        tokens = [noun.i, verb.i, *at(place, source), *([item.first, item.last] if item else [])]
        yield Found(frame, noun, host, origin, item, None, tuple(tokens))


def _growth_in(noun: Token) -> bool:
    """ "Recent years saw growth in investment": the growth is what somebody saw."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "of"):
        return False
    change = noun.head.head
    sees = governor(change).lemma_ in ("see", "witness", "experience", "record", "show", "bring", "continue")
    return change.lemma_.lower() in words().growth_nouns and change.dep_ in ("dobj", "nsubj") and sees


def says_size(verb: Token) -> bool:
    """Whether a verb says that something is large or has grown."""
    if verb.lemma_.lower() in words().growth:
        return True
    return verb.lemma_ in ("be", "remain") and any(
        c.dep_ == "acomp" and c.lower_ in words().size for c in verb.children
    )


def _sectors(scene: Scene, verb: Token, noun: Token) -> list:
    """ "particularly in mining and telecommunications", "in sectors such as mining" """
    doc = scene.doc
    for i in range(noun.i + 1, len(doc) - 2):
        opens = doc[i].lower_ in words().openers and doc[i + 1].lower_ == "in"
        such = (
            doc[i].lower_ in ("sectors", "industries", "areas", "fields")
            and doc[i + 1 : i + 3].text.lower() == "such as"
        )
        if (opens or such) and governor(doc[i + 1]) == verb:
            return goods(scene, i + (2 if opens else 3))
    return []


def tariff(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Chile maintains low tariffs on Norwegian salmon", "Japan imposed a 25 percent tariff on steel from Kenya" """
    if noun.pos_ not in ("NOUN", "PROPN"):
        return
    carrier = (
        noun.head
        if noun.dep_ in ("compound", "amod", "nmod")
        and noun.head.lemma_.lower() in ("regime", "rate", "barrier", "level", "duty")
        else noun
    )
    if carrier == noun and noun.dep_ in ("compound", "amod", "nmod"):
        return
    clause = next((c for c in carrier.children if c.dep_ == "relcl" and c.lemma_.lower() in frame.prepositions), None)
    verb = clause or governor(carrier)  # "the tariff that Kenya applies"
    if clause is None and carrier.dep_ not in ("dobj", "nsubjpass", "conj"):
        return
    if verb.lemma_.lower() not in frame.prepositions:
        return
    reporter, subject = scene.acting(verb)
    if reporter is None:
        return
    amount = value_of(scene, carrier, ("percent",))
    ends = scene.after(carrier)
    target = next((o for o in prepositions(carrier).get("on", []) + prepositions(verb).get("on", [])), None)
    partner, other = first_of({**scene.after(verb), **ends}, "from", "on", "against")
    items = []
    if target is not None and target.i not in scene.named:
        start = target.left_edge.i
        while start <= target.i and (start in scene.named or scene.doc[start].tag_ == "POS"):
            start += 1
        items = goods(scene, start)
        if partner is None:
            partner = next((c for _, c in scene.modifying(target) if c != reporter), None)
    if partner is None and (found := scene.only_other(reporter)):
        other, partner = found
    if partner is None and amount is None and not items:
        return
    for item in items or [None]:
        tokens = [
            carrier.i,
            *at(subject, other),
            *([amount.first, amount.last] if amount else []),
            *([item.first, item.last] if item else []),
        ]
        yield Found(frame, carrier, reporter, partner, item, amount, tuple(tokens))
