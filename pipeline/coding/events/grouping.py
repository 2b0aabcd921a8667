"""Mentions of one happening inside a document get one event number.

Belongs here: the careful test of sameness inside a document. Does not belong here: sameness across documents
(pipeline.merge.happenings), which has only the rows to go by.

Two happenings must never meet; two statements of one happening may stay apart. So a mention joins an earlier event only
if type, mode and status do not differ, its trigger is the same word (or one the noun of the other), and participants,
dates and objects do not speak against it; and if, beyond that, something speaks for it: the same day or month said
twice, a definite noun that points back ("the attack"), a headline told again, or a deed done once in years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.coding.rows import EventMention
from pipeline.language.clauses import LIGHT, arguments
from pipeline.language.model import ParsedDocument, ParsedSentence

HEADLINES = frozenset({"title", "heading", "caption"})
"""Blocks that tell in short what the text tells in full."""
ONCE = frozenset({"recognise", "relations", "sever", "appoint", "elect", "inaugurate", "leave", "resign", "found"}
                 | {"end", "remove", "dissolve", "convict"})  # fmt: skip
"""Modes that the same participants go through once in years."""
JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types done by all parties together: their sources must be the same, for "A met B" and "A met C" are two meetings."""
ABOUT = frozenset({"to", "on", "for", "about", "against"})
"""Prepositions that lead to what a deed is about; those of time, place and company do not."""
POINTING = frozenset({"the", "this", "that", "these", "those"})
_PREFIX = 3
"""Letters that the noun of a deed shares with its verb ("expel", "expulsion")."""
_NEAR = 3
"""Sentences that "the attack" reaches back where no participant is shared."""
_EXACT = 7
"""Characters of an EDTF date that names a month; a shorter one leaves room for many deeds."""


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with what its words show: trigger lemmas, whether a definite noun points back, words of its object."""

    mention: EventMention
    verbs: frozenset[str]
    nouns: frozenset[str]
    points_back: bool
    headline: bool
    details: frozenset[str]


def group(mentions: Sequence[EventMention], parsed: ParsedDocument) -> list[EventMention]:
    """Number the events in order of first mention; a mention joins the last earlier event that it restates."""
    sentences = {s.ordinal: s for s in parsed.sentences}
    events: list[list[Told]] = []
    out = []
    for mention in mentions:
        told = look(mention, sentences[mention.evidence.sentence])
        number = next((i for i in reversed(range(len(events))) if _restates(told, events[i])), None)
        if number is None:
            number = len(events)
            events.append([])
        events[number].append(told)
        out.append(replace(mention, event=number))
    return out


def look(mention: EventMention, sentence: ParsedSentence) -> Told:
    """What the words of a mention show."""
    start, end = mention.evidence.char_start, mention.evidence.char_end
    wanted = set(mention.trigger.split())
    inside = [t for t in sentence.doc if start <= sentence.starts[t.i] and sentence.ends[t.i] <= end]
    words = [t for t in inside if t.text in wanted and t.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ")]
    heavy = [t for t in words if t.lemma_.lower() not in LIGHT] or words
    nouns = [t for t in heavy if t.pos_ in ("NOUN", "PROPN")]
    return Told(
        mention,
        frozenset(t.lemma_.lower() for t in heavy if t not in nouns),
        frozenset(t.lemma_.lower() for t in nouns),
        any(c.lower_ in POINTING and c.dep_ == "det" for t in nouns for c in t.children),
        sentence.block.kind in HEADLINES,
        _details(words),
    )


def _details(words: list[Token]) -> frozenset[str]:
    """Content words of what a deed is done to or about: "signed a treaty on fishing" -> treaty, fishing."""
    heads = [o for w in words for o in arguments(w).objects if o not in words]
    heads += [c for w in words for c in w.children if c.dep_ in ("xcomp", "ccomp", "pcomp")]
    heads += [g for w in words for p in w.children if p.dep_ == "prep" and p.lower_ in ABOUT for g in p.children]
    return frozenset(
        t.lemma_.lower()
        for h in heads
        for t in h.subtree
        if t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and t not in words and t.ent_type_ != "DATE" and len(t) > 2
    )


def _restates(told: Told, event: list[Told]) -> bool:
    return any(_same(told, other) for other in event) and all(_can_be_one(told, other) for other in event)


def _can_be_one(a: Told, b: Told) -> bool:
    """Whether nothing of the two statements contradicts."""
    x, y = a.mention, b.mention
    if (x.event_type, x.mode) != (y.event_type, y.mode) or x.evidence.sentence == y.evidence.sentence:
        return False
    if (x.status == "announced") != (y.status == "announced") or (x.place and y.place and x.place != y.place):
        return False
    if x.date and y.date and not (x.date.startswith(y.date) or y.date.startswith(x.date)):
        return False
    return _sides_meet(x.sources, y.sources, x.event_type in JOINT) and _sides_meet(x.targets, y.targets, False)


def _sides_meet(x: tuple[int, ...], y: tuple[int, ...], whole: bool) -> bool:
    if not x or not y:
        return True
    return set(x) == set(y) if whole else set(x) <= set(y) or set(y) <= set(x)


def _same(a: Told, b: Told) -> bool:
    """Whether something speaks for one happening, where nothing speaks against it."""
    if not (_can_be_one(a, b) and _akin(a, b) and _told_alike(a, b)):
        return False
    x, y = a.mention, b.mention
    shared = bool(set(x.sources) & set(y.sources) or set(x.targets) & set(y.targets))
    near = abs(x.evidence.sentence - y.evidence.sentence) <= _NEAR
    if a.points_back and not a.headline and (shared or near):
        return True
    if shared and x.date and x.date == y.date and len(x.date) >= _EXACT and "/" not in x.date:
        return True
    equal = (set(x.sources), set(x.targets)) == (set(y.sources), set(y.targets))
    return shared and equal and (x.mode in ONCE or a.headline != b.headline)


def _akin(a: Told, b: Told) -> bool:
    """Whether the triggers are one word, or one is the noun of the other."""
    if a.verbs & b.verbs or a.nouns & b.nouns:
        return True
    pairs = [(v, n) for v in a.verbs for n in b.nouns] + [(v, n) for v in b.verbs for n in a.nouns]
    return any(v[:_PREFIX] == n[:_PREFIX] for v, n in pairs)


def _told_alike(a: Told, b: Told) -> bool:
    """Whether the objects are the same as far as both tell them: one's words within the other's."""
    return a.details <= b.details or b.details <= a.details
