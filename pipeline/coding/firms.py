"""Which names are companies by what they do: "X sold its wind farm", "X flies between two cities".

Belongs here: the deeds that only companies do, over all of a document. Does not belong here: names that tell their kind
by a word of theirs or beside them (pipeline.language.names).
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from pipeline.coding.likeness import fold
from pipeline.language.lexicon import vocabulary
from pipeline.language.names import NOT_ACTORS, Name, known_words
from pipeline.language.names.runs import run_end, words_of

_UNSURE = frozenset({"entity:other", "entity:person", "entity:place"})
"""Rules of names whose kind a deed may tell."""
_TRADING = frozenset(
    """build buy sell acquire open reopen close shut run operate own lease expand shelve mothball modernise modernize
    upgrade equip supply start begin plan announce finish complete abandon commission inaugurate manage relocate
    dismantle restart scrap""".split()
)
"""Verbs of business whose object tells that a company does it."""
_PLANTS = frozenset(
    """factory plant mill refinery mine smelter shipyard brewery distillery dairy warehouse depot farm resort hotel
    terminal pipeline quarry kiln foundry greenhouse plantation store shop supermarket branch subsidiary showroom
    outlet franchise works dyeworks sawmill cannery bakery complex yard cablecar orchard vineyard oilfield gasfield
    well platform dock workshop campus studio""".split()
)
"""What companies build, own and run."""
_OWNERS = frozenset({"build", "open", "inaugurate", "announce", "plan", "own", "commission", "complete", "manage"})
"""Of these verbs those that people and bodies do as well, with things that are not only a company's."""
_SHARED = frozenset(
    {"campus", "well", "branch", "studio", "farm", "platform", "complex", "terminal", "pipeline", "shop"}
)
_ROUTES = frozenset({"flight", "sailing", "route", "service", "ferry", "delivery", "shipment", "production", "line"})
_RUNNING = frozenset("suspend end resume launch cancel cut add drop start stop restore halt restart operate".split())
"""Verbs of a carrier or maker with its routes and its production."""
_MAKING = frozenset("manufacture assemble brew bottle refine smelt can retail market distil distill".split())
"""Verbs that nobody but a company does, whatever their object."""
_MONEY = frozenset({"$", "€", "£", "¥"})
_STAKES = frozenset({"contract", "licence", "license", "concession", "stake", "share", "tender", "franchise", "order"})
_HOLDING = frozenset({"hold", "win", "get", "secure", "buy", "sell", "receive", "lose", "acquire"})
_VENTURES = frozenset({"consortium", "venture", "syndicate"})
_STAFF = frozenset("people worker employee person staff hand engineer man woman local".split())


def firms(found: Iterable[tuple[Doc, list[Name]]]) -> frozenset[str]:
    """Folded names that a company's deed shows to be companies', also of names that no finder saw."""
    out = set()
    for doc, names in found:
        at = {i: name for name in names for i in range(name.first, name.last + 1)}
        for token in doc:
            if token.pos_ not in ("PROPN", "NOUN", "ADJ") or not token.text[:1].isupper() or not does_business(token):
                continue
            name = at.get(token.i)
            if name is not None and (name.rule not in _UNSURE or name.title):
                continue
            first = unseen(doc, token) if name is None else name.first
            if first is not None:
                out.add(fold(words_of(doc, first, token.i) if name is None else name.text))
    return frozenset(out)


def unseen(doc: Doc, token: Token) -> int | None:
    """First of the capitalised words that end at a token, where no list knows them; None where they can be no name."""
    first = token.i
    while first > 0 and doc[first - 1].pos_ == "PROPN" and doc[first - 1].text[:1].isupper():
        first -= 1
    known = known_words(doc)
    # at the beginning of a sentence any word has a capital: "Pensioners spent two million on repairs"
    plain = token.i == 0 and (token.pos_ != "PROPN" or token.lower_ in vocabulary("group_nouns"))
    if plain or doc[token.i].lower_ in NOT_ACTORS or any(k <= token.i <= last for k, (last, _) in known.items()):
        return None
    return first if run_end(doc, first, frozenset()) == token.i else None


def does_business(token: Token) -> bool:
    """Whether the bearer of a name does what only companies do."""
    head = token.head
    if token.dep_ == "pobj" and head.lower_ == "by" and head.head.lemma_ == "lead":
        return head.head.head.lemma_.lower() in _VENTURES
    if token.dep_ != "nsubj" or head.pos_ != "VERB":
        return False
    verb = next((c for c in head.children if c.dep_ == "xcomp" and c.lemma_ in _TRADING), head)
    lemma = verb.lemma_
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if lemma in _MAKING and objects:
        return True
    if lemma == "fly":
        return any(c.lower_ == "between" for c in verb.subtree)
    return any(_of_business(lemma, o) for o in objects)


def _of_business(verb: str, thing: Token) -> bool:
    noun = thing.lemma_.lower()
    if verb == "employ":
        return noun in _STAFF
    if verb in ("invest", "spend"):
        return any(t.text in _MONEY or t.lower_ in ("million", "billion") for t in thing.subtree)
    if verb in _HOLDING and noun in _STAKES:
        return True
    if verb in _RUNNING and noun in _ROUTES:
        return noun != "service" or any(c.pos_ == "PROPN" or c.lower_ in _ROUTES for c in thing.children)
    if verb not in _TRADING | _RUNNING or noun not in _PLANTS:
        return False
    return not (verb in _OWNERS and noun in _SHARED)
