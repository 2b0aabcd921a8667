"""Whether a match's participants are of the kinds that its frame asks for.

Belongs here: the marks "#person", "#state" and the like of a frame's objects and subjects, and what it needs for a row.
Does not belong here: lemmas and syntax (matching).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.events.counts import HURTING, counts_of
from pipeline.coding.events.frames import is_a
from pipeline.coding.events.leads import lead_doers
from pipeline.coding.events.matching import Match, governed
from pipeline.coding.events.people import means_people
from pipeline.coding.events.spoken import is_stated
from pipeline.language.clauses import with_conjuncts
from pipeline.language.model import ParsedSentence

BODIES = frozenset({"government_body", "igo", "state", "armed_force", "ngo", "party"})
OBJECT_KINDS = {
    "#person": {"person"},
    "#state": {"state"},
    "#org": {"igo", "party"},
    "#agreement": {"igo"},
}
SUBJECT_KINDS = {
    "#body": BODIES,
    "#experts": BODIES,
    "#state": {"state", "armed_force"},
    "#people": {"group", "armed_group", "party"},
    "#person": {"person"},
    "#igo": {"igo"},
}
"""Kinds of actors (vocabulary actor_kind) that a mark of the lexicon stands for."""


DONE_TO_PEOPLE = frozenset({"deport", "arrest", "convict", "release", "kill", "abduct", "beat", "asylum", "phone"})
"""Modes of deeds that are done to nobody but people, known by name or not."""
HAPPENS = frozenset({"take", "occur", "happen"})
"""Verbs that say of what a noun names that it came about ("took place")."""


PAIRS = frozenset({"both", "person", "body"})
"""Needs of frames whose words name no happening of weight unless its participants are known."""


def told_without_doer(match: Match) -> bool:
    """Whether a happening is told and left open whose it is: a finite passive without a by-phrase ("the ban was
    lifted"), or a noun that is said to have come about. Dated, it makes a row without participants (codebook,
    section 0, rule 7)."""
    token = match.token
    if token.pos_ == "VERB":
        helped = any(c.dep_ == "auxpass" for c in token.children)
        return helped and match.args.passive and not match.args.subjects and match.frame.needs not in PAIRS
    return match.frame.event_like and token.dep_ == "nsubj" and token.head.lemma_ in HAPPENS


def fits(registry: Registry, sentence: ParsedSentence, match: Match) -> bool:
    """Whether object and subject are what the frame's marks ask for, and words spoken are somebody's."""
    if match.frame.spoken and not (is_stated(match.token) and registry.reference.speakers.of(sentence, match.token)):
        return False
    return _objects_fit(registry, sentence, match) and _subjects_fit(registry, sentence, match)


def enough(
    registry: Registry, sentence: ParsedSentence, match: Match, sources: tuple[int, ...], targets: tuple[int, ...]
) -> bool:
    """Whether the participants found make a row."""
    kinds = {registry.actors[i].kind for i in sources}
    if match.frame.bare:
        return True
    return {
        "any": bool(sources or targets or counts_of(sentence, match)),
        "source": bool(sources),
        "target": bool(targets),
        "both": bool(sources and targets),
        "two": len(sources) + len(targets) >= 2,
        "person": bool(kinds & {"person", "state", "government_body"}),
        "body": bool(kinds & BODIES),
        "count": bool(counts_of(sentence, match)),
    }[match.frame.needs]


def _objects_fit(registry: Registry, sentence: ParsedSentence, match: Match) -> bool:
    marks = [o for o in match.frame.objects if o.startswith("#")]
    if not marks or marks == ["#any"]:
        return True
    behind = governed(match.prep) if match.prep is not None else []
    heads = match.args.objects or match.args.preps.get("of", []) or behind
    plain = [o for o in match.frame.objects if not o.startswith("#")]
    if plain and any(is_a(t, plain) for t in heads):
        return True
    kinds = _kinds(registry, sentence, heads)
    if not kinds and "#org" in marks and any(t.pos_ == "PROPN" for t in heads):
        return True  # joined or left by name: something one can be a member of
    if any(kinds & OBJECT_KINDS.get(m, set()) for m in marks):
        return True
    if "#person" in marks and done_to_people(match) and any(means_people(t) for t in heads):
        return True
    return "#agreement" in marks and any(_agreement_like(t) for t in heads)


def _subjects_fit(registry: Registry, sentence: ParsedSentence, match: Match) -> bool:
    marks = [s for s in match.frame.subjects if s.startswith("#")]
    if not marks:
        return True
    heads = match.args.subjects
    plain = [s for s in match.frame.subjects if not s.startswith("#")]
    if plain and any(is_a(t, plain) for t in heads):
        return True
    kinds = _kinds(registry, sentence, heads) or {
        registry.actors[i].kind for i in lead_doers(registry, sentence, match)
    }
    return any(kinds & SUBJECT_KINDS.get(m, set()) for m in marks) or (
        "#experts" in marks and "group" in kinds and any(is_a(t, ["@experts"]) for t in heads)
    )


def _kinds(registry: Registry, sentence: ParsedSentence, heads: list[Token]) -> set[str]:
    kinds = {registry.actors[i].kind for t in heads for i in registry.resolve(sentence, t, conjuncts=False)}
    return kinds or {registry.actors[i].kind for t in heads for i in registry.reference.seat_state(sentence, t)}


def done_to_people(match: Match) -> bool:
    """Whether the deed is one that is done to people only, so that any phrase for people may be its object."""
    return match.frame.mode in DONE_TO_PEOPLE or match.token.lemma_ in HURTING - {"hurt"}


def _agreement_like(token: Token) -> bool:
    return any(is_a(t, ["@treaty"]) for t in with_conjuncts(token))
