"""Every frame of the event lexicons does what its own example says, and only that.

Each entry carries a sentence that it must code and a near miss that must not be coded as its type. The sentences go
through the real pipeline as documents of one sentence; the parser sees them all in one batch.
"""

from __future__ import annotations

import ast
import inspect
from collections import Counter
from functools import cache

import pytest

from pipeline.coding.actors import Registry
from pipeline.coding.events import EventCoder, slots
from pipeline.coding.events.frames import TYPES, Frame, classes
from pipeline.coding.rows import EventMention
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.resources import load
from schemas.vocabularies import modes_of
from tests.small_documents import document, parsed

FRAMES: dict[str, list[Frame]] = {name: load(f"events/{name}", list[Frame]) for name in TYPES}
ALL = [pytest.param(name, frame, id=f"{name}.{frame.id}") for name in TYPES for frame in FRAMES[name]]

PREPOSITIONS = frozenset(
    """about above across after against along alongside amid among around as at before behind below beside between
    beyond by concerning despite during following for from in including inside into involving near of off on onto
    outside over past regarding since through throughout to together toward towards under until upon via with within
    without""".split()
)
"""Words that are slots by themselves: what the preposition governs."""
NEEDS = frozenset({"any", "source", "target", "both", "two", "person", "body", "count"})
OBJECT_MARKS = frozenset({"#person", "#state", "#org", "#agreement", "#any"})
SUBJECT_MARKS = frozenset({"#body", "#experts", "#state", "#people", "#person", "#igo"})


@cache
def coded() -> dict[str, list[EventMention]]:
    """Sentence -> its events. One text holds all sentences for the parser; each is then coded by itself."""
    texts = sorted({t for frames in FRAMES.values() for f in frames for t in (f.example, f.counter) if t})
    return {text: _alone(text, sentence) for text, sentence in zip(texts, parsed(*texts).sentences, strict=True)}


def _alone(text: str, sentence: ParsedSentence) -> list[EventMention]:
    """The events of a parsed sentence, as if no other stood in its document."""
    start, whole = sentence.sentence.char_start, document(text)
    moved = ParsedSentence(
        whole.sentences[0],
        whole.blocks[0],
        sentence.doc,
        [i - start for i in sentence.starts],
        [i - start for i in sentence.ends],
    )
    return EventCoder(Registry(ParsedDocument(whole, [moved]))).code()


def shown(events: list[EventMention]) -> list[str]:
    """Events as a failing test should show them."""
    return [f"{e.event_type}/{e.mode} by {e.evidence.rule_id} at {e.trigger!r}" for e in events]


@pytest.mark.parametrize(("name", "frame"), ALL)
def test_example_is_coded(name: str, frame: Frame) -> None:
    events = coded()[frame.example]
    assert (name.upper(), frame.mode) in {(e.event_type, e.mode) for e in events}, (frame.example, shown(events))


@pytest.mark.parametrize(("name", "frame"), ALL)
def test_counter_is_not_coded(name: str, frame: Frame) -> None:
    events = [e for e in coded()[frame.counter] if e.event_type == name.upper()]
    assert not events, (frame.counter, shown(events))


@pytest.mark.parametrize("name", TYPES)
def test_event_frames_are_complete(name: str) -> None:
    frames = FRAMES[name]
    assert [f.id for f in frames if not f.example or not f.counter] == [], "every frame needs an example and a counter"
    assert [i for i, n in Counter(f.id for f in frames).items() if n > 1] == [], "ids are unique within a type"
    assert [f.id for f in frames if not (f.verbs or f.nouns or f.adjectives)] == [], "a frame needs a word to match"


@pytest.mark.parametrize("name", TYPES)
def test_modes_are_of_the_vocabulary(name: str) -> None:
    known = {None, *modes_of(name.upper())}
    assert {f.id: f.mode for f in FRAMES[name] if f.mode not in known} == {}


def named_slots() -> set[str]:
    """The slots that slots asks for by name: what its code compares `slot` with."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(inspect.getsource(slots))):
        if isinstance(node, ast.Compare) and getattr(node.left, "id", None) == "slot":
            names.update(c.value for part in node.comparators for c in ast.walk(part) if isinstance(c, ast.Constant))
    return names | {"complement_subject", "complement_object"}


def known_slot(slot: str) -> bool:
    bare = slot.removesuffix("_related")
    return bare in named_slots() | PREPOSITIONS or bare == "complement"


@pytest.mark.parametrize("name", TYPES)
def test_slots_exist(name: str) -> None:
    unknown = {f.id: [s for s in (*f.source, *f.target) if not known_slot(s)] for f in FRAMES[name]}
    assert {i: slots for i, slots in unknown.items() if slots} == {}


@pytest.mark.parametrize("name", TYPES)
def test_classes_and_marks_exist(name: str) -> None:
    wrong = []
    for frame in FRAMES[name]:
        words = [*frame.objects, *frame.subjects, *frame.objects_as]
        wrong += [(frame.id, w) for w in words if w.startswith("@") and w[1:] not in classes()]
        wrong += [(frame.id, w) for w in frame.objects if w.startswith("#") and w not in OBJECT_MARKS]
        wrong += [(frame.id, w) for w in frame.subjects if w.startswith("#") and w not in SUBJECT_MARKS]
        wrong += [(frame.id, w) for w in frame.objects_as if w.startswith("#")]
        wrong += [(frame.id, frame.needs)] if frame.needs not in NEEDS else []
    assert wrong == []


def test_no_sentence_serves_two_ends() -> None:
    """A sentence that is one frame's example and another's counter of the same type would contradict itself."""
    for name, frames in FRAMES.items():
        both = {f.example for f in frames} & {f.counter for f in frames}
        assert both == set(), name
