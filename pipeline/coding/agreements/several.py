"""Plural descriptions told apart by what stands behind them: "treaties on extradition and trade", "pacts with X and Y".

Belongs here: one draft per subject or per partner of such a list. Does not belong here: one agreement in the singular
(described), names listed behind "including" or a colon (shared).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.agreements.model import STATELIKE, Draft, Span
from pipeline.coding.agreements.parties import evidence, parties
from pipeline.coding.agreements.phrase import MODIFIERS
from pipeline.coding.agreements.scene import Carrier, Scene, carrier, relative
from pipeline.coding.agreements.standing import status, when
from pipeline.coding.agreements.words import kind_of, verbs, words
from pipeline.language.clauses import with_conjuncts
from pipeline.language.factuality import factuality, negated

SINGULAR = {
    "agreements": "agreement",
    "treaties": "treaty",
    "accords": "accord",
    "pacts": "pact",
    "conventions": "convention",
    "deals": "deal",
    "protocols": "protocol",
    "memoranda": "memorandum",
    "memorandums": "memorandum",
}
ABOUT = ("on", "for", "covering", "concerning", "regarding", "about")
NOT_SAID = frozenset({"future", "possible", "potential", "further", "more", "no", "any", "such"})
SPEAKER = frozenset({"we", "our", "us"})
LONGEST = 8
"""Words of one subject of the list."""


def several(scene: Scene, taken: set[int]) -> list[Draft]:
    """Drafts of the agreements that a plural lists by subject or by partner, outside the names already found."""
    out: list[Draft] = []
    for token in scene.doc:
        if token.lower_ in SINGULAR and token.text.islower() and token.i not in taken and not negated(token):
            out += _told_apart(scene, token)
    return out


def _told_apart(scene: Scene, head: Token) -> list[Draft]:
    found = carrier(head)
    verb = relative(head) or (found.verb if found else None)
    if verb is None or any(c.lower_ in NOT_SAID for c in head.children):
        return []
    subject = found is not None and found.slot == "nsubj" and head.dep_ == "nsubj"
    if not (_stands(verb) or (subject and not any(c.tag_ == "MD" and c.lower_ != "will" for c in verb.children))):
        return []
    span = Span(head.i, head.i, head, head.text)
    who, tokens = parties(scene, span, found)
    states = [i for i in who if scene.registry.actors[i].kind in STATELIKE]
    partners = [t for t in _listed(head, ("with",)) if t.lower_ not in ("others", "more")]
    subjects = _listed(head, ABOUT)
    theirs = {i for p in partners for i in scene.actors(p)}
    if len(partners) > 1 and set(states) <= theirs:
        states += _speaker(scene, theirs)
    if len(states) < 2:
        return []
    if len(partners) > 1:
        own = [i for i in states if i not in theirs]
        if len(own) != 1 or len(theirs) < len(partners):
            return []
        return [_draft(scene, head, p, [*own, *scene.actors(p)], tokens, found, "with") for p in partners]
    if len(subjects) > 1:
        lead = next(c.lower_ for c in head.children if c.lower_ in ABOUT)
        return [_draft(scene, head, s, states, tokens, found, lead) for s in subjects]
    return []


def _speaker(scene: Scene, theirs: set[int]) -> list[int]:
    """ "Deals with X and Y will help our farmers": the state for which the sentence speaks."""
    said = [i for t in scene.doc if t.lower_ in SPEAKER for i in scene.actors(t)]
    return [i for i in dict.fromkeys(said) if i not in theirs and scene.registry.actors[i].kind == "state"][:1]


def _stands(verb: Token) -> bool:
    """Whether the clause says that they were signed or are in being."""
    lemma, said = verb.lemma_.lower(), factuality(verb).status
    if lemma in ("have", "maintain"):
        return said in ("ongoing", "occurred")
    return said == "occurred" and lemma in verbs("sign") | verbs("reach") | verbs("ratify") | {"enter"}


def _listed(head: Token, leads: tuple[str, ...]) -> list[Token]:
    """Heads of the list behind the noun's preposition."""
    for prep in head.children:
        if prep.lower_ in leads and prep.i > head.i:
            first = next((c for c in prep.children if c.dep_ in ("pobj", "dobj", "pcomp")), None)
            return [t for t in with_conjuncts(first) if t.pos_ in ("NOUN", "PROPN")] if first is not None else []
    return []


def _draft(
    scene: Scene, head: Token, one: Token, who: list[int], tokens: list[Token], found: Carrier | None, lead: str
) -> Draft:
    doc = head.doc
    first, last = _edges(one)
    left = [c for c in head.children if c.dep_ in MODIFIERS and c.i < head.i and c.lower_ not in words("dropped_words")]
    before = [t for c in left for t in doc[c.left_edge.i : c.i + 1] if t.lower_ not in words("vague")]
    sort = " ".join([*(t.text for t in before), SINGULAR[head.lower_]])
    span = Span(first, last, head, f"{sort} {lead} {doc[first : last + 1].text}")
    span.words = [t.lower_ for t in (*before, *doc[first : last + 1]) if t.pos_ not in ("DET", "ADP", "CCONJ")]
    whole = Span(head.i, head.i, head, head.text)
    date, date_kind, date_end = when(scene, whole, found)
    verb = relative(head) or (found.verb if found else None)
    return Draft(
        scene.sentence,
        span,
        "agreement.signed",
        sure=True,
        named=False,
        parties=tuple(dict.fromkeys(who)),
        date=date,
        date_kind=date_kind,
        status=status(scene, whole, found),
        kind=kind_of(span.text) or "other",
        evidence=evidence(span, [*tokens, head], verb, date_end),
    )


def _edges(one: Token) -> tuple[int, int]:
    """First and last token of one subject without those coordinated with it."""
    doc = one.doc
    others = [c for c in one.children if c.dep_ in ("conj", "cc", "punct", "relcl", "acl", "appos") and c.i > one.i]
    last = min([c.left_edge.i for c in others] + [one.right_edge.i + 1]) - 1
    first = max(one.left_edge.i, one.i - LONGEST)
    while first < one.i and doc[first].pos_ in ("DET", "PUNCT", "CCONJ"):
        first += 1
    return first, max(one.i, min(last, one.i + LONGEST))
