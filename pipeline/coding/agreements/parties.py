"""Who takes part in an agreement, from the clause that names it.

Belongs here: the name's own states, "with" and "between", the subject of a verb that binds, evidence.
Does not belong here: finding names, memberships (members), date and status (standing).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.agreements.model import Span
from pipeline.coding.agreements.scene import Carrier, Scene, relative
from pipeline.coding.agreements.standing import signing
from pipeline.coding.agreements.words import verbs, words
from pipeline.language.clauses import arguments, with_conjuncts
from pipeline.language.factuality import factuality, negated
from pipeline.language.names import country_forms

BINDERS = frozenset().union(
    *(verbs(r) for r in ("sign", "ratify", "enter", "reach", "join", "leave", "keep", "raise", "launch"))
)
"""Verbs whose subject is a party of the agreement that is their object."""


def parties(scene: Scene, span: Span, found: Carrier | None) -> tuple[list[int], list[Token]]:
    """Positions of the parties, and the tokens they were read from.

    The name's own states come first; then "between X and Y", "with Y"; then the subject of a verb that binds.
    """
    head = span.head
    own = scene.inside(span)
    if len(own) < 2 and head.lower_ not in words("binding") and head.lower_ not in ("partnership", "deal"):
        own = []  # "the U.S. Ports Programme" is one side's; it says nothing of who takes part
    tokens: list[Token] = []
    out = own + [i for t in beside(span) for i in _note(scene, t, tokens)]
    governing = [(found.verb, found.slot)] if found else []
    clause = relative(head)
    out += [i for t in _ratifying(head) for i in _note(scene, t, tokens)]
    for verb, slot in [*governing, *([(clause, "relative")] if clause is not None else [])]:
        if len(own) < 2:
            out += _of_verb(scene, verb, slot, tokens)
    out = list(dict.fromkeys(_for_state(scene, i, [*governing]) for i in out))
    if len(out) < 2:
        out = _given(scene, span, tokens) or out
    mutual = any(c.lower_ == "bilateral" for c in head.children)
    both = found if clause is None else Carrier(clause, "relative")
    mutual = mutual or (both is not None and _by_both(both, named=bool(out)))
    mutual = mutual or (not out and both is not None and _signed_here(scene, span, both))
    mutual = mutual or (not out and _introduced(scene, span, both))
    pair = scene.dyad() if len(out) < 2 and mutual else []
    if set(out) <= set(pair) or any(c.lower_ == "bilateral" for c in head.children):
        out += [i for i in pair if i not in out]
    return out, tokens


def _for_state(scene: Scene, index: int, governing: list[tuple[Token, str]]) -> int:
    """The state whose legislature ratifies; every other actor stands for itself."""
    actor = scene.registry.actors[index]
    if actor.kind != "government_body" or not any(v.lemma_.lower() in verbs("ratify") for v, _ in governing):
        return index
    state = scene.registry.book.state(actor.country)
    return index if state is None else state


BOTH = frozenset(
    {
        "minister",
        "leader",
        "president",
        "side",
        "partie",
        "delegation",
        "official",
        "government",
        "negotiator",
        "ministrie",
        "agencie",
        "navie",
        "armie",
    }
)
"""People and bodies that, in the plural, sign for both sides."""


def _by_both(found: Carrier, named: bool) -> bool:
    """Whether two people, "the ministers" or nobody in particular sign it, in a text about two states.

    named: a party is named, so that a clause without a doer says nothing of the other.
    """
    if found.verb.lemma_.lower() not in verbs("sign") | verbs("raise"):
        return False
    args = arguments(found.verb)
    if len([t for s in args.subjects for t in with_conjuncts(s) if t.pos_ in ("PROPN", "NOUN")]) > 1:
        return True  # two people who sign
    plural = any(t.lower_.endswith("s") and t.lower_.removesuffix("s") in BOTH for t in args.subjects)
    unsaid = found.slot == "nsubjpass" and not args.subjects and factuality(found.verb).status == "occurred"
    return plural or (unsaid and not named)


def _signed_here(scene: Scene, span: Span, found: Carrier) -> bool:
    """ "the X Accord, signed in Oslo": in a text about two states that one of them was host to; nobody is named."""
    verb = found.verb
    if (
        span.head.text[0].islower()
        or found.slot != "relative"
        or verb.tag_ != "VBN"
        or verb.lemma_.lower() not in verbs("sign")
    ):
        return False
    pair = {scene.registry.actors[i].country for i in scene.dyad()}
    places = [
        form.country.code for k, (_, form) in country_forms(scene.doc).items() if k in {t.i for t in verb.subtree}
    ]
    return bool(places) and set(places) <= pair and not any(c.dep_ == "agent" for c in verb.children)


def _ratifying(head: Token) -> list[Token]:
    """Who deposits or exchanges "its ratification of the treaty"."""
    noun = signing(head)
    if noun is not None and noun.dep_ == "pobj" and noun.head.head.lower_ in ("instrument", "instruments"):
        noun = noun.head.head
    verb = noun.head if noun is not None and noun.dep_ == "dobj" else None
    if verb is None or verb.lemma_.lower() not in verbs("hand_in") or negated(verb):
        return []
    return [t for s in arguments(verb).subjects for t in with_conjuncts(s)]


def _introduced(scene: Scene, span: Span, found: Carrier | None) -> bool:
    """ "A Convention on Fish came into force": in a text about two states, what binds others is said to."""
    doc, head, first = span.head.doc, span.head, span.whole[0]
    opened = first > 0 and doc[first - 1].lower_ in ("a", "an") and head.text[0].isupper()
    if (
        not opened
        or head.lower_ not in words("binding")
        or any(t.ent_type_ in ("GPE", "LOC") for t in doc[first : span.last + 1])
    ):
        return False
    told = found is None or factuality(found.verb).status in ("occurred", "ongoing")
    return told and set(scene.states_among(0, len(doc) - 1)) <= set(scene.dyad())


def _given(scene: Scene, span: Span, tokens: list[Token]) -> list[int]:
    """ "By the Treaty of X, A ceded Y to B": the states of a deed done under a treaty; [] where they are not two."""
    under = span.head.dep_ == "pobj" and span.head.head.lower_ in ("under", "by", "in")
    verb = next((t for t in span.head.ancestors if t.pos_ == "VERB"), None) if under else None
    if verb is None or span.head.lower_ not in words("pacts"):
        return []
    if verb.lemma_.lower() not in verbs("grant") or negated(verb):
        return []
    where = sorted(t.i for t in verb.subtree)
    inside = set(range(span.whole[0], span.whole[1] + 1))
    states = [i for k in where if k not in inside for i in scene.states_among(k, k)]
    both = list(dict.fromkeys(states))
    if len(both) != 2:
        return []
    tokens += arguments(verb).subjects[:1]
    return both


def _note(scene: Scene, token: Token, tokens: list[Token]) -> list[int]:
    found = scene.actors(token)
    if found:
        tokens.append(token)
    return found


def beside(span: Span) -> list[Token]:
    """Heads behind "between", "with", "among" of the noun or right behind the name, and possessors before it."""
    head, doc, at = span.head, span.head.doc, span.whole[1] + 1
    preps = [c for c in head.children if c.dep_ == "prep" and c.lower_ in ("between", "with", "among")]
    if at < len(doc) and doc[at].lower_ in ("between", "with", "among") and doc[at] not in preps:
        preps.append(doc[at])
    preps += [c for t in _said_of(head) for c in t.children if c.lower_ in ("between", "with") and c not in preps]
    owners = [c for c in head.children if c.dep_ == "poss" and c.i < span.first]
    return [t for p in preps for c in p.children if c.dep_ == "pobj" for t in with_conjuncts(c)] + owners


def _said_of(head: Token) -> list[Token]:
    """ "The Treaty of X was between ...", "... is a treaty between ...": the copula and its noun."""
    if head.dep_ != "nsubj" or head.head.lemma_ != "be":
        return []
    return [head.head, *(c for c in head.head.children if c.dep_ == "attr" and c.lower_ in words("described"))]


def _of_verb(scene: Scene, verb: Token, slot: str, tokens: list[Token]) -> list[int]:
    """The parties that the verb's other arguments name."""
    args = arguments(verb)
    if slot in ("under", "through", "within") and len(scene.of_all(args.subjects)) < 2:
        return []
    if (verb.lemma_.lower() not in BINDERS and slot not in ("under", "through", "within")) or negated(verb):
        return []
    if slot == "nsubj" and not args.passive:
        return []
    heads = [t for t in args.subjects if t.lower_ not in ("which", "that")]
    heads += args.preps.get("with", []) + args.preps.get("between", [])
    return [i for t in heads for i in _note(scene, t, tokens)]


def evidence(span: Span, tokens: list[Token], verb: Token | None, date_end: int | None) -> tuple[int, int]:
    """First and last token of the run that states the agreement: its name, the parties, their verb and its date."""
    first, last = span.whole
    for token in [*tokens, *([verb] if verb is not None and tokens else [])]:
        first, last = min(first, _left(token)), max(last, token.i)
    if verb is not None and tokens and verb.lemma_ in verbs("effect"):  # "took effect", "entered into force"
        last = max([last, *(t.i for t in verb.subtree if t.lower_ in ("effect", "force"))])
    return first, last if date_end is None else max(last, date_end)


def _left(token: Token) -> int:
    edges = [c.left_edge.i for c in token.children if c.dep_ in ("det", "compound", "amod", "poss") and c.i < token.i]
    return min([*edges, token.i])
