"""An account of every sentence: coded, or why not (vocabulary sentence_coding).

Belongs here: one term per sentence from the rows that rest on it and, where there are none, from its main clauses.
Does not belong here: making rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from pipeline.coding.rows import CodedDocument, Evidence
from pipeline.language.clauses import with_conjuncts
from pipeline.language.factuality import factuality
from pipeline.language.lexicon import titles, vocabulary
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.resources import Entry, load

CODED, BACKGROUND, EVALUATION, HYPOTHETICAL = "coded", "background", "evaluation", "hypothetical"
HEADING, REFERENCE, CHROME, UNRECOGNISED = "heading", "reference", "chrome", "unrecognised"

BY_BLOCK = {"reference": REFERENCE, "chrome": CHROME}
HEADINGS = ("title", "heading")
NOT_STATED = frozenset({"negated", "hypothetical", "conditional", "question", "embedded", "purpose"})
"""Reasons of the event coder that mean the sentence does not say that something happened."""
PEOPLE = frozenset({"he", "she", "they", "we", "who"})
AGAIN = "agreement.again"


class Words(Entry):
    """lexicons/accounting.yaml."""

    judging: frozenset[str]
    stative: frozenset[str]
    judging_verbs: frozenset[str]
    moving: frozenset[str]
    making: frozenset[str]
    reporting: frozenset[str]
    wishing: frozenset[str]
    biography: frozenset[str]
    relations: frozenset[str]


@cache
def _words() -> Words:
    return load("accounting", Words)


@cache
def _offices() -> frozenset[str]:
    """Nouns that stand for a state, a body or a force when its name is beside them."""
    return frozenset().union(*(vocabulary(n) for n in ("state_nouns", "force_nouns", "plain_bodies", "diplomat_nouns")))


def account(parsed: ParsedDocument, coded: CodedDocument, reasons: Mapping[int, str]) -> list[str]:
    """One term of sentence_coding for each sentence of the document, in order.

    reasons: ordinal of a sentence -> why a word that can name an event made no row there (EventCoder.looked_like).
    """
    resting = _resting(coded)
    acting = _mentioned(coded)
    return [
        CODED if s.ordinal in resting and s.in_body else _reason(s, acting.get(s.ordinal, []), reasons.get(s.ordinal))
        for s in parsed.sentences
    ]


def _resting(coded: CodedDocument) -> set[int]:
    """Ordinals of the sentences that rows rest on; a bare "the treaty" states nothing by itself."""
    tables = (coded.event_mentions, coded.agreement_mentions, coded.trade_facts, coded.recommendations)
    proofs: list[Evidence] = [row.evidence for table in tables for row in table]  # type: ignore[attr-defined]
    return {p.sentence for p in proofs if p.rule_id != AGAIN}


def _mentioned(coded: CodedDocument) -> dict[int, list[tuple[int, int]]]:
    """Ordinal of a sentence -> source offsets of the actors named in it."""
    out: dict[int, list[tuple[int, int]]] = {}
    for mention in coded.actor_mentions:
        where = mention.evidence
        out.setdefault(where.sentence, []).append((where.char_start, where.char_end))
    return out


def _reason(sentence: ParsedSentence, actors: list[tuple[int, int]], reason: str | None) -> str:
    """Why a sentence without rows has none."""
    kind = sentence.block.kind
    if kind in BY_BLOCK:
        return BY_BLOCK[kind]
    if kind in HEADINGS:
        return HEADING
    if sentence.doc.text.rstrip("\"'”’) ").endswith("?"):
        return HYPOTHETICAL
    verbs = main_verbs(sentence)
    votes = [_vote(sentence, verb, actors) for verb in verbs]
    if UNRECOGNISED in votes:
        return UNRECOGNISED
    told = votes[:1] in ([], [BACKGROUND]) and not all(v.lemma_ in _words().stative for v in verbs)
    if reason is not None and reason not in NOT_STATED and actors and (told or not verbs):
        return UNRECOGNISED
    if HYPOTHETICAL in votes or (reason in NOT_STATED and EVALUATION not in votes):
        return HYPOTHETICAL
    return EVALUATION if EVALUATION in votes else BACKGROUND


def main_verbs(sentence: ParsedSentence) -> list[Token]:
    """The verbs of a sentence's main clauses, coordinated ones and those of reported speech among them."""
    out: list[Token] = []
    queue = [t for t in sentence.doc if t.dep_ == "ROOT"]
    while queue:
        verb = queue.pop(0)
        if verb.pos_ in ("VERB", "AUX"):
            out.append(verb)
        queue += [
            c
            for c in verb.children
            if c.pos_ in ("VERB", "AUX")
            and (c.dep_ in ("conj", "parataxis") or (c.dep_ == "ccomp" and verb.lemma_ in _words().reporting))
        ]
    return out


def _vote(sentence: ParsedSentence, verb: Token, actors: list[tuple[int, int]]) -> str:
    """What one main clause is."""
    lemma = verb.lemma_.lower()
    verdict = factuality(verb)
    if verdict.status in (None, "announced") or lemma in _words().wishing or _imperative(verb):
        return HYPOTHETICAL
    if _judges(verb, lemma):
        return EVALUATION
    if lemma in _words().stative | _words().biography | _words().reporting:
        return BACKGROUND
    return UNRECOGNISED if _done(verb) and _acted(sentence, verb, actors) else BACKGROUND


def _imperative(verb: Token) -> bool:
    """ "Increase funding for schools": a base form that opens its clause, with nobody as subject."""
    bare = verb.tag_ == "VB" and not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "expl") for c in verb.children)
    return bare and verb.dep_ == "ROOT"


def _judges(verb: Token, lemma: str) -> bool:
    """A judgement or the state of relations: "is vital", "faces challenges", "relations deteriorated"."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.lemma_.lower() in _words().relations:
        return lemma in _words().stative | _words().judging_verbs or verb.tag_ in ("VBN", "VBD", "VBZ", "VBP")
    if lemma in _words().moving and any(
        c.dep_ == "dobj" and c.lemma_.lower() in _words().relations for c in verb.children
    ):
        return True
    if lemma in _words().judging_verbs:
        return lemma not in ("strengthen", "threaten", "improve", "value") or verb.tag_ in ("VBZ", "VBP")
    if lemma not in _words().stative and lemma not in _words().making:
        return False
    behind = [t for c in verb.children if c.i > verb.i for t in _near(c)]
    if lemma == "make" and any(t.lower_ in ("clear", "plain") for t in behind):
        return False  # "made clear that" hands over to words, "made it clear" too
    return any(t.lemma_.lower() in _words().judging for t in behind)


def _near(token: Token) -> list[Token]:
    """A complement's head, its modifiers and what is coordinated with it."""
    inner = [c for c in token.children if c.dep_ in ("amod", "conj", "advmod", "pobj", "compound", "acomp", "oprd")]
    return [token, *inner, *(g for c in inner for g in c.children if c.dep_ == "pobj" and g.dep_ == "amod")]


def _done(verb: Token) -> bool:
    """Whether the verb tells something as past or as completed."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.dep_ == "conj" and not helpers and verb.tag_ == "VBN":
        return _done(verb.head)
    return verb.tag_ == "VBD" or bool(helpers & {"has", "have", "had", "was", "were", "did", "'ve"})


def _acted(sentence: ParsedSentence, verb: Token, actors: list[tuple[int, int]]) -> bool:
    """Whether an actor does it or, in the passive, has it done to them."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "agent")]
    if not subjects and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _acted(sentence, verb.head, actors)
    heads = [h for s in subjects for a in ([s] if s.dep_ != "agent" else s.children) for h in with_conjuncts(a)]
    return any(_is_actor(sentence, h, actors) for h in heads)


def _is_actor(sentence: ParsedSentence, head: Token, actors: list[tuple[int, int]]) -> bool:
    """Whether a phrase is an actor's name, a pronoun for people, or an office or body of an actor named within it."""
    if head.lower_ in PEOPLE:
        return True
    start, end = sentence.source_of(head)
    if any(first <= start and end <= last for first, last in actors):
        return True
    if not titles().covers(head.doc, head.i) and head.lower_ not in _offices():
        return False
    left, right = sentence.source_span(head.left_edge.i, head.right_edge.i)
    return any(left <= first and last <= right for first, last in actors)
