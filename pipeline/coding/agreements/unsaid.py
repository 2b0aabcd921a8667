"""Agreements of a text about two states whose parties go without saying: "a tax treaty came into force in 1996".

Belongs here: what says that the agreement is there, and that nobody but the two can be meant. Does not belong here:
parties that the clause names (parties), the words of a description (phrase).
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from pipeline.coding.agreements.model import Span
from pipeline.coding.agreements.runs import YEAR
from pipeline.coding.agreements.scene import Carrier, Scene, relative
from pipeline.coding.agreements.standing import UNDER_WAY
from pipeline.coding.agreements.words import known, verbs, words
from pipeline.language.clauses import arguments, is_passive
from pipeline.language.factuality import factuality, negated

FACTUAL = ("occurred", "ongoing", "announced")
BASES = frozenset({"under", "by", "through", "within", "on", "upon"})
"""Prepositions between a deed and the agreement that allows it: "under a 1998 accord", "rests on a treaty"."""
IN_BEING = frozenset({"force", "effect", "operation", "place", "existence", "abeyance"}) | UNDER_WAY
STILL = frozenset(
    {"pending", "unratified", "unsigned", "dormant", "valid", "binding", "applicable", "active", "defunct"}
)
ORDERING = frozenset({"may", "can", "shall", "must", "will"})
RELATIONS = frozenset({"tie", "relation", "relationship", "partnership", "cooperation", "link", "friendship", "they"})
PARTS_OF_RATIFYING = verbs("ratify") | verbs("effect") | {"implement", "apply"}
"""What has not been done to an agreement that is there: it was not ratified, it did not take effect."""


def both(scene: Scene, span: Span, who: Iterable[int]) -> list[int]:
    """The document's two states, where nothing in the sentence or the words of the name points to others; else []."""
    pair = scene.dyad()
    if len(pair) < 2 or not set(who) <= set(pair) or of_many(span) or _others(scene, span, pair):
        return []
    return pair


def of_many(span: Span) -> bool:
    """Whether the words tell an agreement of many states, or of one state with its own people."""
    told = {t.lower_ for t in span.head.doc[span.whole[0] : span.whole[1] + 1]} | set(span.words)
    return bool(told & words("of_many")) or span.text in known()


def between_two(span: Span) -> bool:
    """Whether a name's words tell what two states agree on ("Convention on the Avoidance of Double Taxation")."""
    text = f" {' '.join(t.lower_ for t in span.head.doc[span.first : span.last + 1])} "
    return any(f" {m} " in text for m in words("of_two"))


def _others(scene: Scene, span: Span, pair: list[int]) -> bool:
    """Whether the sentence, or the one before where this one names no state, brings in somebody else."""
    doc, actors = scene.doc, scene.registry.actors
    here = scene.states_among(0, len(doc) - 1)
    if not set(here) <= set(pair) or {t.lower_ for t in doc} & words("third_parties"):
        return True
    for token in doc:
        index = scene.registry.by_token.get((scene.sentence.ordinal, token.i))
        takes_part = token.dep_ in ("nsubj", "poss", "conj") or token.head.lower_ in ("with", "between", "among", "by")
        inside = span.first <= token.i <= span.last
        if index is not None and actors[index].kind in ("igo", "company") and (takes_part or inside):
            return True
    return not here and _about_others(scene, pair)


def _about_others(scene: Scene, pair: list[int]) -> bool:
    """Whether the sentence before, in the same paragraph, is about a state outside the pair."""
    at = scene.sentence.ordinal - 1
    before = scene.registry.parsed.sentences[at] if at >= 0 else None
    if before is None or before.sentence.block != scene.sentence.sentence.block:
        return False
    seen = [scene.registry.by_token.get((at, t.i)) for t in before.doc if t.dep_ in ("nsubj", "pobj", "nsubjpass")]
    return any(i is not None and i not in pair and scene.registry.actors[i].kind in ("state", "igo") for i in seen)


def there(scene: Scene, span: Span, found: Carrier | None, dated: bool, told: bool) -> bool:
    """Whether the clause says that the agreement is, was or is about to be there.

    dated: a date stands with the name; told: the words say what it is about, which weaker clauses ask for.
    """
    head = span.head
    clause = relative(head) or next((c for c in head.children if c.dep_ == "acl" and c.lemma_ == "date"), None)
    if clause is not None and any(_done(clause, made, strong=True) for made in (True, False)):
        return True
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        return _in_being(head.head)
    if found is None:
        return False
    if found.slot in BASES:
        return (told or dated) and not negated(found.verb) and _holds(found.verb)
    if found.slot in ("to", "in", "with"):
        return told and found.verb.lemma_.lower() in verbs("yield") and factuality(found.verb).status in FACTUAL
    if found.slot not in ("nsubj", "nsubjpass", "dobj"):
        return False
    # An active verb may be a participle without its clause: "An accord initialled in 2016 must ..."
    ways = (True, False) if found.slot == "nsubj" and not is_passive(found.verb) else (True,)
    weak = told or dated
    return any(_done(found.verb, made, strong=not weak) for made in ways) or (told and _unfinished(found.verb))


def _holds(verb: Token) -> bool:
    """Whether what is said to be done under an agreement is done, or allowed or ordered by it."""
    return factuality(verb).status is not None or any(c.lower_ in ORDERING for c in verb.children if c.tag_ == "MD")


def _done(verb: Token, made: bool, strong: bool) -> bool:
    """Whether what is done to the agreement (made), or what it does, shows that it is there.

    strong: only verbs that nothing but an agreement has, as signing and lapsing.
    """
    lemma = verb.lemma_.lower()
    willing = verb.head.pos_ == "ADJ" and factuality(verb).status == "announced"  # "ready to sign"
    if factuality(verb).status not in FACTUAL or negated(verb) or willing:
        return False
    weak = verbs("change") | verbs("yield") if made else verbs("live")
    sure = verbs("sign") | verbs("ratify") | verbs("negotiated") if made else verbs("last")
    if lemma in verbs("effect") and not made:
        return any(t.lower_ in IN_BEING or lemma in ("expire", "lapse", "terminate") for t in verb.subtree)
    return lemma in sure or (not strong and lemma in weak)


def _unfinished(verb: Token) -> bool:
    """ "was never ratified", "has not come into force"."""
    verdict = factuality(verb)
    return verdict.status is None and verdict.reason == "negated" and verb.lemma_.lower() in PARTS_OF_RATIFYING


def _in_being(copula: Token) -> bool:
    """ "is in force", "has been pending since", "remains unratified"."""
    if factuality(copula).status not in FACTUAL:
        return False
    return any(
        (c.dep_ == "prep" and any(o.lower_ in IN_BEING for o in c.children)) or c.lower_ in STILL
        for c in copula.children
    )


def raised(scene: Scene, span: Span, found: Carrier | None) -> bool:
    """ "Ties were raised to a Strategic Partnership": what the relations of a text's two states are made."""
    if found is None or found.slot not in ("to", "into") or found.verb.lemma_.lower() not in verbs("raise"):
        return False
    args = arguments(found.verb)
    what = args.objects or ([] if args.passive else args.subjects)
    ties = any(t.lemma_.lower() in RELATIONS for t in what) and factuality(found.verb).status in FACTUAL
    return ties and span.head.lower_ == "partnership" and bool(both(scene, span, ()))


def has_date(span: Span, date: str | None) -> bool:
    """Whether a date stands in, before or right behind the name."""
    behind = span.head.doc[span.whole[1] + 1 : span.whole[1] + 5]
    told = bool(behind) and behind[0].text in ("of", "(") and any(YEAR.match(t.text) for t in behind)
    return span.year is not None or (date is not None and told)
