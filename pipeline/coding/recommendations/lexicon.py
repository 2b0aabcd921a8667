"""The word lists of advice and the shapes they are checked against.

Belongs here: lexicons/advice.yaml, advice_words.yaml and areas/, read once. Does not belong here: what a frame does.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pipeline.resources import Entry, load

Kind = Literal[
    "modal", "could", "could-gain", "adjective", "require", "needed", "need-noun", "need-thing", "stated-need",
    "opportunity", "result", "performative", "favour", "interest", "deserve", "objective", "way", "counsel",
    "what-needed", "time", "falls-to", "turn", "worth", "worth-if", "unhindered", "no-reason", "let", "item", "table",
    "imperative",
]  # fmt: skip
AREAS = (
    "trade", "investment", "security", "counter_narcotics", "governance", "human_rights", "environment", "energy",
    "health", "migration", "humanitarian", "diplomacy", "multilateral", "anti_corruption", "development", "culture",
    "technology", "labour", "other",
)  # fmt: skip
"""The terms of the vocabulary `area`, each with a file in lexicons/areas."""
Voice = Literal["any", "named", "own", "advisory"]


class Frame(Entry):
    """One line of lexicons/advice.yaml: a construction and what a row made by it says."""

    id: str
    kind: Kind
    words: list[str]
    modality: Literal["must", "should", "could", "needs", "advised"]
    polarity: Literal["do", "avoid"] = "do"
    voice: Voice
    example: str
    counterexample: str


class Words(Entry):
    """lexicons/advice_words.yaml: word classes, lemmas in lower case."""

    acts: frozenset[str]
    noun_verbs: frozenset[str]
    means: frozenset[str]
    could_acts: frozenset[str]
    could_of_instruments: frozenset[str]
    results: frozenset[str]
    instruments: frozenset[str]
    anyone: frozenset[str]
    nobody: frozenset[str]
    announced: frozenset[str]
    announcing: frozenset[str]
    recommending: frozenset[str]
    in_office: frozenset[str]
    state_bodies: frozenset[str]
    act_nouns: frozenset[str]
    verb_of: dict[str, str]
    umbrellas: frozenset[str]
    parts: frozenset[str]
    benefits: frozenset[str]
    dangers: frozenset[str]
    predictions: frozenset[str]
    reader: frozenset[str]
    calls_to_reader: frozenset[str]
    openers: frozenset[str]
    asides: frozenset[str]
    speech: frozenset[str]
    own_speakers: frozenset[str]
    rules: frozenset[str]
    by_rule: frozenset[str]
    burdens: frozenset[str]
    lead_ins: frozenset[str]
    no_lead_ins: frozenset[str]
    heading_cues: frozenset[str]
    contrasts: frozenset[str]
    reasons: frozenset[str]
    relatives: frozenset[str]
    gathering: frozenset[str]
    knowing: frozenset[str]
    goals: frozenset[str]
    dispositions: frozenset[str]
    steps: frozenset[str]
    wanted: frozenset[str]
    deciding: frozenset[str]
    showing: frozenset[str]
    offering: frozenset[str]
    promises: frozenset[str]
    list_headings: frozenset[str]
    columns: frozenset[str]
    columns_of_now: frozenset[str]
    columns_of_change: frozenset[str]
    actor_columns: frozenset[str]
    helping: frozenset[str]
    giving: frozenset[str]
    given: frozenset[str]
    praise: frozenset[str]
    phases: frozenset[str]
    ruled: frozenset[str]
    in_fields: frozenset[str]
    no_cues: frozenset[str]
    light_objects: frozenset[str]


class Area(Entry):
    """A file of lexicons/areas: the words that tell an area, lemmas in lower case.

    means: 0 a sector; the higher, the more the area is also the instrument of others, which win beside it. cues decide
    by themselves, tools (what serves many ends: treaties, audits) unless what stands around tells otherwise, hints are
    words of many areas, verbs tell the area as the act's verb; means_verbs do so only where
    no other word of the act tells one.
    """

    area: str
    means: int = 0
    cues: tuple[str, ...]
    tools: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    means_verbs: tuple[str, ...] = ()
    example: str


@cache
def frames() -> tuple[Frame, ...]:
    return tuple(load("advice", list[Frame]))


@cache
def frames_of(kind: Kind) -> tuple[Frame, ...]:
    """The frames of one construction, in the order of the file."""
    return tuple(f for f in frames() if f.kind == kind)


@cache
def frame(frame_id: str) -> Frame:
    return next(f for f in frames() if f.id == frame_id)


@cache
def openings(frame_id: str) -> frozenset[str]:
    """First words of a frame's phrases: a sentence with none of them need not be read for it."""
    return frozenset(w.split()[0] for w in frame(frame_id).words)


@cache
def words() -> Words:
    return load("advice_words", Words)


@cache
def areas() -> tuple[Area, ...]:
    """The areas that words tell, in the order of the vocabulary."""
    return tuple(load(f"areas/{name}", Area) for name in AREAS)


@cache
def phrase_pattern(name: str) -> re.Pattern[str]:
    """Any phrase of the word class `name`, whole words, in lower-case text."""
    phrases = sorted(getattr(words(), name), key=lambda p: (-len(p), p))
    return re.compile(r"\b(?:" + "|".join(re.escape(p) for p in phrases) + r")\b")
