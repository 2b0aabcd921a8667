"""Numbers of people in a happening: killed, injured, arrested, deployed.

Belongs here: finding the number that stands with the people a deed is done to. Does not belong here: reading numbers
(pipeline.language.quantities).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.frames import Match, is_a
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


def counts_of(sentence: ParsedSentence, match: Match) -> tuple[EventCount, ...]:
    """The count of people that a match states, if its deed is one that is counted."""
    what = WHAT.get((match.event_type, match.frame.mode))
    if what is None:
        return ()
    if what == "injured" and match.token.lemma_ not in ("injure", "wound", "hurt"):
        return ()
    heads = match.args.objects if match.token.pos_ == "VERB" else match.args.preps.get("of", [])
    if match.frame.id == "die":
        heads = match.args.subjects
    for head in heads:
        count = _count(sentence, match, head, what)
        if count is not None:
            return (count,)
    return ()


def _count(sentence: ParsedSentence, match: Match, head: Token, what: str) -> EventCount | None:
    words = list(head.subtree)
    vague = next((t for t in words if t.lower_ in VAGUE), None)
    people = (
        is_a(head, ["@lives", "@troops", "@diplomat", "@prisoner"])
        or head.pos_ == "NUM"
        or vague == head
        or head.lower_ in ("total", "number", "refugees", "migrants")
    )
    if not people:
        return None
    if vague is not None:
        start, end = sentence.source_of(vague)
        return EventCount(Evidence(sentence.ordinal, start, end, match.rule_id, 0.8), what, ">", VAGUE[vague.lower_])
    low, high = head.left_edge.idx, head.idx + len(head)
    if head.lower_ in ("total", "number"):
        high = max(t.idx + len(t) for t in words)
    for quantity in find_quantities(head.doc.text):
        if (
            low <= quantity.char_start
            and quantity.char_end <= high
            and quantity.value is not None
            and quantity.currency is None
            and quantity.unit not in ("percent", "rank")
        ):
            span = head.doc.char_span(quantity.char_start, quantity.char_end, alignment_mode="expand")
            if span is not None and not (
                span.root.head.pos_ == "NOUN" and span.root.head.lower_ in ("year", "years", "months", "days", "hours")
            ):
                start, end = sentence.source_span(span.start, span.end - 1)
                return EventCount(
                    Evidence(sentence.ordinal, start, end, match.rule_id, 0.85),
                    what,
                    quantity.comparator,
                    float(quantity.value),
                )
    return None
