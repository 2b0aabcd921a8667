"""A frame's match with its participants, and which of a sentence's drafts tell the same deed twice.

Belongs here: the draft between match and row, and the choice among drafts of one sentence. Does not belong here:
grouping the mentions of a document (grouping).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.coding.events.frames import is_a
from pipeline.coding.events.matching import Match
from pipeline.language.factuality import Factuality

COMMITTING = frozenset({"AGREE", "THREATEN", "CONCEDE"})
"""Types of speech acts that say what their speaker is going to do."""
KEPT_UNDER_PROMISES = frozenset({"AID"})
"""Types whose announced deed is coded instead of the promise (codebook, section 8)."""


@dataclass(slots=True)
class Draft:
    """A match with its participants, before dates and evidence."""

    match: Match
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    tokens: list[Token]
    verdict: Factuality
    complete: bool = True  # whether the participants that the frame needs are there

    @property
    def token(self) -> Token:
        return self.match.token


def without_doubles(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence without those that another one tells already."""
    told = _told_by_carriers(drafts) | _told_by_verbs(drafts) | _told_by_promises(drafts)
    told |= _told_by_first_verbs(drafts) | _told_in_words(drafts) | _told_by_attacks(drafts)
    return [d for i, d in enumerate(drafts) if i not in told]


def _told_by_carriers(drafts: list[Draft]) -> set[int]:
    """Nouns that the verb carrying them codes already ("launched an attack")."""
    by_token = {d.token.i: d for d in drafts}
    out = set()
    for i, draft in enumerate(drafts):
        light = draft.match.args.light
        carrier = by_token.get(light.i) if light is not None else None
        if carrier is None or carrier is draft:
            continue
        if carrier.match.event_type == draft.match.event_type or carrier.match.frame.objects:
            out.add(i)
    return out


def _told_by_verbs(drafts: list[Draft]) -> set[int]:
    """Words of a longer trigger, and nouns that a frame names as the object of its verb."""
    by_token = {d.token.i: d for d in drafts}
    out = set()
    for i, draft in enumerate(drafts):
        token = draft.token
        above = by_token.get(token.head.i)
        if above is None or above is draft or token.head == token:
            continue
        wanted = above.match.frame.objects
        named = token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("dobj", "nsubjpass", "attr")
        begun = token.dep_ == "nsubj" and above.match.event_type == draft.match.event_type  # "talks began"
        begun = begun and bool(plain := _plain_subjects(above)) and is_a(token, plain)
        if token in above.match.words or (named and wanted and is_a(token, wanted)) or begun:
            out.add(i)
    return out


def _plain_subjects(draft: Draft) -> list[str]:
    """The lemmas and classes that a frame's subject must be one of."""
    return [s for s in draft.match.frame.subjects if not s.startswith("#")]


def _told_by_first_verbs(drafts: list[Draft]) -> set[int]:
    """The second of two verbs with one object ("will adopt and apply the rule"), where one frame names both."""
    by_token = {d.token.i: d for d in drafts}
    out = set()
    for i, draft in enumerate(drafts):
        first = by_token.get(draft.token.head.i)
        if draft.token.dep_ != "conj" or first is None or first.match.frame is not draft.match.frame:
            continue
        if not any(c.dep_ in ("dobj", "prep", "xcomp", "ccomp") for c in first.token.children):
            out.add(i)
    return out


def _told_by_promises(drafts: list[Draft]) -> set[int]:
    """What is promised in a clause below the promise is no deed of its own; announced aid is, and not the promise."""
    out = set()
    for i, promise in enumerate(drafts):
        if promise.match.event_type not in COMMITTING:
            continue
        below = [j for j, d in enumerate(drafts) if j != i and _promised(d.match.anchor, promise.token)]
        if any(drafts[j].match.event_type in KEPT_UNDER_PROMISES for j in below):
            out.add(i)
        else:
            out.update(below)
    return out


def _told_by_attacks(drafts: list[Draft]) -> set[int]:
    """Nouns for the attack that a verb of attacking names already, by what or in what it was done ("was hit by drones
    in a raid"), and that say nothing more."""
    verbs = [d.token for d in drafts if d.match.event_type == "ASSAULT" and not (d.token.pos_ == "NOUN" and not _of(d))]
    return {
        i
        for i, d in enumerate(drafts)
        if d.match.event_type == "ASSAULT" and d.token.pos_ == "NOUN" and not d.sources and not d.targets
        for verb in verbs
        if d.token != verb and d.token.dep_ == "pobj" and d.token.head.head == verb
        and d.token.head.lower_ in ("by", "in", "during", "with", "of")
    }  # fmt: skip


def _of(draft: Draft) -> bool:
    """Whether a noun stands for the attack that its of-phrase names ("the target of an attack")."""
    return "of" in draft.match.args.preps and draft.match.frame.id == "target_of"


def _told_in_words(drafts: list[Draft]) -> set[int]:
    """Further demands or verdicts of one speaker in a sentence: they are one act of speaking."""
    first: set[tuple[str, tuple[int, ...]]] = set()
    out = set()
    for i, draft in enumerate(drafts):
        act = (draft.match.event_type, draft.sources)
        if draft.match.frame.spoken and act in first:
            out.add(i)
        first.add(act)
    return out


def _promised(verb: Token, promise: Token) -> bool:
    """Whether a verb heads the infinitive or gerund that says what is promised, or is coordinated with the one that
    does."""
    if verb.pos_ != "VERB":
        return False
    while (verb.dep_ == "conj" and verb.head.pos_ == "VERB") or _manner(verb):
        verb = verb.head if verb.dep_ == "conj" else verb.head.head
    if verb.dep_ == "pcomp" and verb.head.lower_ == "to":
        verb = verb.head
    return verb.dep_ in ("xcomp", "acl", "prep") and verb.head == promise and verb.i > promise.i


def _manner(verb: Token) -> bool:
    """Whether a gerund says how the promise is to be kept ("to ease trade by recognising ...")."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in ("by", "through", "including") and verb.head.head.pos_ == "VERB"
