"""Which quantity a noun has, and which country a clause is about.

Belongs here: the ways a sum or a rank is tied to its noun by syntax. Does not belong here: what the noun means.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.trade.running import runs_on_to
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.syntax import governor, is_subject
from pipeline.coding.trade.words import words
from pipeline.language.clauses import arguments

MEASURES = frozenset({"volume", "value", "total", "turnover", "flow", "flows", "stock", "exchange", "level", "size"})
"""Nouns that carry another: the volume of trade is trade."""
CLAUSES = frozenset({"relcl", "advcl", "acl", "ccomp", "parataxis"})
"""Relations under which another statement begins."""
_SUPERLATIVES = frozenset({"largest", "biggest", "greatest", "top", "highest", "richest", "leading"})


def value_of(
    scene: Scene, noun: Token, kinds: tuple[str, ...], tonnes: bool = False, units: tuple[str, ...] = ()
) -> Amount | None:
    """The quantity of a noun: "trade of $5 million", "$5 million in trade", "trade totalled $5 million", "a $5 million
    deficit". Changes ("grew by 5 percent") are none. kinds, units: what the noun can be measured in; tonnes: physical
    units too.
    """
    fitting = [a for a in scene.amounts if _fits(a, kinds, tonnes, units)]
    for tie in (_governed, _governing, _predicated, runs_on_to):
        for amount in fitting:
            if tie(scene, noun, amount):
                return amount
    return None


def _fits(amount: Amount, kinds: tuple[str, ...], tonnes: bool, units: tuple[str, ...]) -> bool:
    quantity = amount.quantity
    if quantity.kind not in (*kinds, "count") or (quantity.kind == "count" and not (tonnes or units)):
        return False
    if quantity.kind == "count" and "count" not in kinds:
        return tonnes and quantity.unit in ("tonnes", "barrels")
    return not units or quantity.kind != "count" or (quantity.unit or "") in units


def _governed(scene: Scene, noun: Token, amount: Amount) -> bool:
    """In the noun's own phrase: a modifier, behind "of", in a participle ("trade worth $5 million")."""
    token = amount.head
    while token != noun and token.head != token:
        above = token.head
        if token.dep_ == "prep" and token.lower_ not in (
            "of",
            "at",
            "to",
            "over",
            "above",
            "between",
            "about",
            "around",
            "than",
        ):
            return False
        if token.dep_ in ("relcl", "advcl", "ccomp"):
            return False
        if token.dep_ == "acl" and token.lemma_.lower() not in {*words().amount_verbs, "worth"}:
            return False
        if token.dep_ in ("conj", "appos") and above != noun and token.pos_ in ("NOUN", "PROPN"):
            return False
        token = above
    return token == noun and amount.head != noun


def _governing(scene: Scene, noun: Token, amount: Amount) -> bool:
    """ "$5 million in trade", "$5 million worth of trade" """
    token = noun
    steps = 0
    while token.head != token and steps < 4:
        if token.dep_ not in ("pobj", "prep", "npadvmod", "conj") or (
            token.dep_ == "prep" and token.lower_ not in ("in", "of", "worth")
        ):
            return False
        token = token.head
        steps += 1
        if amount.first <= token.i <= amount.last or (token.lower_ == "worth" and token.i == amount.last + 1):
            return True
    return False


def _predicated(scene: Scene, noun: Token, amount: Amount) -> bool:
    """ "trade reached $5 million", "trade was worth $5 million", "they recorded trade" is none"""
    verb = governor(noun)
    if not is_subject(noun) and not _carried(noun, verb):
        return False
    if amount.first < noun.i:
        return False
    up = verb.lemma_ == "make" and scene.doc[verb.i + 1].lower_ == "up"
    return (up or verb.lemma_.lower() in words().amount_verbs) and _reaches(verb, amount)


def _carried(noun: Token, verb: Token) -> bool:
    """Whether a subject carries the noun: "the value of trade", "the stock of investment"."""
    inside = noun
    while inside.head != verb and inside.head != inside:
        if inside.dep_ not in ("pobj", "prep", "conj") or (inside.dep_ == "prep" and inside.lower_ not in ("of", "in")):
            return False
        inside = inside.head
    return is_subject(inside) and inside.lemma_.lower() in (
        "volume",
        "value",
        "total",
        "turnover",
        "flow",
        "stock",
        "level",
    )


def _reaches(verb: Token, amount: Amount) -> bool:
    """Whether a path of complements leads from the verb to the amount, through no other clause."""
    token = amount.head
    while token != verb:
        if token.dep_ in CLAUSES - {"acl"} or token.head == token:
            return False
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and token.lemma_.lower() not in words().amount_verbs:
            return False
        if token.dep_ == "prep" and token.lower_ in ("from", "with", "in", "including", "compared", "by"):
            return False
        token = token.head
    return True


def own_rank(scene: Scene, noun: Token) -> Amount | None:
    """The rank among a noun's modifiers: "the second largest producer", "top 10 producers"."""
    for amount in scene.amounts:
        if (
            amount.quantity.kind == "rank"
            and noun.left_edge.i <= amount.first
            and amount.last < noun.i
            and amount.last >= noun.i - 6
        ):
            between = scene.doc[amount.last + 1 : noun.i]
            if all(t.pos_ in ("NOUN", "ADJ", "PROPN", "PUNCT", "VERB", "NUM", "CCONJ") for t in between):
                return amount
    return None


def superlative(noun: Token) -> bool:
    """Whether a noun is called largest of its kind without a single place: "one of the largest partners"."""
    return any(t.lower_ in _SUPERLATIVES for t in noun.doc[noun.left_edge.i : noun.i])


def subject_of(scene: Scene, token: Token) -> tuple[str | None, Token | None]:
    """(country, token) that the clause around a predicate noun or adjective is about; (None, None) if no country.

    Apposition ("Norway, a major exporter") counts; the subject of a governing clause does for "with exports ...".
    """
    start = token
    for subject in (c for c in token.children if c.dep_ == "nsubj" and c.i < token.i and token.pos_ == "NOUN"):
        if code := scene.country(subject):
            return code, subject  # "it made Kenya the largest supplier"
    while True:
        if (
            token != start
            and token.pos_ in ("NOUN", "PROPN")
            and (code := scene.country(token))
            and token.i not in scene.peoples
        ):
            return code, token  # "Kenya, with a population of ..."
        if token.dep_ == "appos":
            code = scene.country(token.head)
            return (code, token.head) if code else (None, None)
        if token.dep_ == "nsubj" or (token.head == token and token.pos_ not in ("VERB", "AUX")):
            return None, None
        if token.pos_ in ("VERB", "AUX"):
            for subject in arguments(token).subjects:
                code = scene.country(subject) or _country_in_place(scene, subject)
                if code:
                    return code, subject
            if token.head == token or token.dep_ not in ("conj", "advcl", "acl", "xcomp", "pcomp"):
                return None, None
        token = token.head


def _country_in_place(scene: Scene, subject: Token) -> str | None:
    """ "The Kenyan economy", "Norway's government": what acts for the country as a whole."""
    if subject.lemma_.lower() in ("economy", "government", "nation", "country", "state", "republic", "kingdom"):
        return scene.nationality(subject) or scene.country(subject)
    return None


def first_of(ends: dict[str, list[tuple[Token, str]]], *names: str) -> tuple[str | None, Token | None]:
    """(ISO code, token) of the first country behind one of these prepositions, in the order given."""
    for name in names:
        for token, code in ends.get(name, []):
            return code, token
    return None, None


def at(*tokens: Token | None) -> list[int]:
    """Positions of the tokens that there are."""
    return [t.i for t in tokens if t is not None]
