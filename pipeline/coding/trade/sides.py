"""Whose a sum is: the two sides of mutual trade, the host and the origin of an investment, the one owner of a figure.

Belongs here: finding reporter and partner of a measured noun. Does not belong here: the frames (sums).
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from pipeline.coding.trade.model import Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.syntax import governor, is_subject
from pipeline.coding.trade.values import at, first_of, subject_of
from pipeline.language.clauses import arguments, prepositions

Sides = tuple[str | None, str | None, tuple[int, ...]]
"""(reporter, partner, tokens that name them)."""


def _two_sides(scene: Scene, noun: Token) -> Sides:
    """The two countries of mutual trade, from modifiers, "between" and "with"; one alone is not enough."""
    found: list[tuple[Token, str]] = list(scene.modifying(noun))
    ends = scene.after(noun, governor(noun)) if is_subject(noun) else scene.after(noun)
    for preposition in ("between", "with", "among", "to", "from"):
        found.extend(ends.get(preposition, []))
    mutual = _mutual(noun) or (_bare(noun) and set(scene.named.values()) <= set(scene.pair))
    if not found and mutual and scene.pair and (_bare(noun) or len(set(scene.named.values())) < 2):
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


_OF_ALL = frozenset(
    {"total", "overall", "goods", "merchandise", "annual", "two-way", "direct", "combined", "the", "this"}
)
"""Words before "trade" that do not say whose or what trade it is."""


def _bare(noun: Token) -> bool:
    """ "Trade in goods reached $5 million" in a text about two is the trade between them."""
    behind = [t for c in noun.children if c.i > noun.i and c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
    own = all(c.lower_ in _OF_ALL for c in noun.children if c.i < noun.i and c.pos_ not in ("ADP", "PUNCT", "ADV"))
    return (
        is_subject(noun)
        and own
        and all(t.lemma_.lower() in ("good", "service", "merchandise") or t.like_num for t in behind)
    )


def _mutual(noun: Token) -> bool:
    """ "Bilateral trade", "trade between the two countries": the trade of the two that the document is about."""
    around = noun.doc[noun.left_edge.i : noun.right_edge.i + 1].text.lower()
    return any(
        w in around for w in ("bilateral", "two-way", "two - way", "mutual", "between the two", "both countries")
    )


def _host_and_origin(scene: Scene, noun: Token) -> Sides:
    """Investment: "in" the host, "from" or before the noun the origin."""
    verb = governor(noun)
    near = scene.after(noun)
    ends = scene.after(noun, verb) if noun.dep_ in ("nsubj", "nsubjpass", "dobj") else near
    host, place = first_of(ends, "in", "into", "to", "for")
    if host is None and noun.dep_ == "pobj":
        host, place = first_of(scene.after(_carrying(noun)), "in", "into")
    own = [pair for pair in scene.modifying(noun) or scene.modifying(_carrying(noun)) if pair[1] != host]
    origin, source = (own[0][1], own[0][0]) if own else first_of(near, "from", "by")
    if host is None and origin is not None and (other := scene.only_other(origin)):
        place, host = other
    if origin is None:
        origin, source = subject_of(scene, noun)
        origin, source = (origin, source) if origin != host else (None, None)
        if host is None and origin is not None and (other := scene.only_other(origin)):
            place, host = other
    if host is None and origin in scene.pair and not set(scene.named.values()) - {origin}:
        host = next(c for c in scene.pair if c != origin)  # "the stock of Kenyan investment", in a text about two
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


def _one_side(scene: Scene, noun: Token) -> Sides:
    reporter, owner = owner_of(scene, noun)
    return reporter, None, tuple(at(owner))


_BY_SHAPE: dict[str, Callable[[Scene, Token], Sides]] = {
    "dyad_measure": _two_sides,
    "dyad_host": _host_and_origin,
    "host_measure": _host_and_origin,
    "measure": _one_side,
}


def sides_of(scene: Scene, noun: Token, frame: Frame) -> Sides:
    """Reporter and partner of a measured noun, by the shape of its frame; None for what nothing tells."""
    return _BY_SHAPE[frame.shape](scene, noun)


def owner_of(scene: Scene, noun: Token) -> tuple[str | None, Token | None]:
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
            and not any(a.first <= objects[0].i <= a.last or _counts(objects[0], a) for a in scene.amounts)
        ):
            return None, None  # "the population of the port"
    code, subject = subject_of(scene, noun)
    if code is None and is_subject(noun) and all(c.dep_ in ("det", "prep") for c in noun.children):
        return scene.topic(), None  # "The population is 5 million", of the country that the text is about here
    return code, subject


def _counts(noun: Token, amount: Amount) -> bool:
    """Whether an amount says how many of the noun there are."""
    return noun.left_edge.i <= amount.first <= noun.i
