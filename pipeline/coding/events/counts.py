"""Numbers of people in a happening: killed, injured, arrested, deployed.

Belongs here: finding the number that stands with the people a deed is done to. Does not belong here: reading numbers
(pipeline.language.quantities).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.confidence import confidence
from pipeline.coding.events.frames import is_a
from pipeline.coding.events.matching import Match
from pipeline.coding.events.people import means_people
from pipeline.coding.rows import EventCount, Evidence
from pipeline.language.model import ParsedSentence
from pipeline.language.quantities import find_quantities

WHAT = {
    ("ASSAULT", "kill"): "killed",
    ("ASSAULT", "abduct"): "abducted",
    ("ASSAULT", None): "injured",
    ("COERCE", "arrest"): "arrested",
    ("COERCE", "deport"): "deported",
    ("MOBILIZE", "troops"): "deployed",
    ("RETREAT", "release"): "released",
    ("RETREAT", "withdraw"): "withdrawn",
    ("SANCTION", "convict"): "convicted",
    ("SANCTION", "expel"): "expelled",
    ("AID", "asylum"): "admitted",
}
"""What a number of people counts, by type and mode of the deed (vocabulary count_what)."""
VAGUE = {"dozens": 24.0, "scores": 40.0, "hundreds": 100.0, "thousands": 1000.0, "millions": 1e6, "tens": 20.0}
"""Round numbers that vague plurals are at least; coded with the comparator >."""

PEOPLE = ["@lives", "@troops", "@diplomat", "@prisoner"]
"""Classes of nouns for people who can be counted (lexicons/events/classes.yaml)."""
HURTING = frozenset({"injure", "wound", "hurt"})
DYING = frozenset({"die", "perish"})
"""Verbs whose subject undergoes the deed."""
OUTCOMES = {"dead": "killed", "killed": "killed", "injured": "injured", "wounded": "injured", "hurt": "injured"}
"""Words for the state that people are left in, and what they make of a number."""
SUMS = frozenset({"total", "number", "refugees", "migrants"})
GROUPS = frozenset({"force", "contingent", "group", "team", "unit", "crew", "convoy"})
"""Nouns whose number of people stands behind "of"."""
SPELLS = frozenset({"year", "years", "months", "days", "hours"})
"""Nouns that a number of people does not stand with."""


def counts_of(sentence: ParsedSentence, match: Match) -> tuple[EventCount, ...]:
    """The count of people that a match states, if its deed is one that is counted."""
    if match.event_type == "ASSAULT":
        toll = _toll(sentence, match)
        if toll:
            return toll
    what = WHAT.get((match.event_type, match.frame.mode))
    if what is None or (what == "injured" and match.token.lemma_ not in HURTING):
        return ()
    for head in _people(match, what):
        count = _count(sentence, match, head, what)
        if count is not None:
            return (count,)
    return ()


def _toll(sentence: ParsedSentence, match: Match) -> tuple[EventCount, ...]:
    """What an attack "left": so many dead, so many hurt."""
    counts = []
    for verb in [t for t in match.token.doc if t.lemma_ == "leave" and t.pos_ == "VERB" and _leaves(t, match.token)]:
        behind = [t for t in verb.subtree if t.i > verb.i]
        what = next((OUTCOMES[t.lower_] for t in behind if t.lower_ in OUTCOMES), None)
        heads = [t for t in behind if t.dep_ in ("dobj", "nsubj")]
        found = [n for h in heads if what for n in [_count(sentence, match, h, what)] if n is not None]
        counts.extend(found[:1])
    return tuple(counts)


def _leaves(verb: Token, deed: Token) -> bool:
    """Whether the deed is, or stands in, the subject of "left", or governs the participle "leaving"."""
    if verb == deed or (verb.dep_ == "advcl" and verb.head == deed):
        return True
    return any(c.dep_ == "nsubj" and deed in c.subtree for c in verb.children)


def _people(match: Match, what: str) -> list[Token]:
    """Heads of the phrases that may tell how many people underwent the deed."""
    args = match.args
    if match.token.lemma_ in DYING and not args.passive:
        return args.subjects
    if what == "admitted":  # "granted asylum to 25 refugees", "gave 25 refugees asylum"
        return [*args.datives, *args.preps.get("to", []), *args.objects, *args.preps.get("of", [])]
    if match.token.pos_ != "VERB":
        return args.preps.get("of", [])
    if what in ("deployed", "withdrawn"):  # "400 troops left the island": those who move are the subject
        return [*args.objects, *(s for s in args.subjects if is_a(s, ["@troops"]))]
    return args.objects


def _count(sentence: ParsedSentence, match: Match, head: Token, what: str) -> EventCount | None:
    words = list(head.subtree)
    vague = next((t for t in words if t.lower_ in VAGUE), None)
    if not (is_a(head, PEOPLE) or means_people(head) or head.pos_ == "NUM" or vague == head or head.lower_ in SUMS):
        return None
    if vague is not None:
        start, end = sentence.source_of(vague)
        return EventCount(
            Evidence(sentence.ordinal, start, end, match.rule_id, confidence("event_count")),
            what,
            ">",
            VAGUE[vague.lower_],
        )
    low, high = head.left_edge.idx, head.idx + len(head)
    if head.lower_ in SUMS | GROUPS:  # "a force of 300 soldiers"
        high = max([high, *(t.idx + len(t) for p in head.children if p.lower_ == "of" for t in p.subtree)])
    for quantity in find_quantities(head.doc.text):
        if not low <= quantity.char_start <= quantity.char_end <= high:
            continue
        if quantity.value is None or quantity.currency is not None or quantity.unit in ("percent", "rank"):
            continue
        span = head.doc.char_span(quantity.char_start, quantity.char_end, alignment_mode="expand")
        if span is None or (span.root.head.pos_ == "NOUN" and span.root.head.lower_ in SPELLS):
            continue
        start, end = sentence.source_span(span.start, span.end - 1)
        evidence = Evidence(sentence.ordinal, start, end, match.rule_id, confidence("event_count"))
        return EventCount(evidence, what, quantity.comparator, float(quantity.value))
    return None
