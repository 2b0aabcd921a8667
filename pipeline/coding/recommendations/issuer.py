"""Who advises: the document in its own voice, or somebody whom it quotes or reports.

Belongs here: tellers, quotation marks, speakers' labels. Does not belong here: who is advised (addressees).
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.recommendations.lexicon import words
from pipeline.coding.recommendations.model import Advice
from pipeline.coding.recommendations.sentence import clause, telling
from pipeline.language.model import ParsedDocument, ParsedSentence

_LABEL = re.compile(r"[A-Z][A-Z.,'’ \-]{2,60}(?:\([^)]{1,60}\))?:")
_ACCORDING = re.compile(r"according to ", re.IGNORECASE)
_REACH = 4
"""Sentences of a block within which a quotation's speaker is sought."""


class Issuers:
    """Who speaks in each sentence of a document."""

    def __init__(self, parsed: ParsedDocument, registry: Registry) -> None:
        self._registry = registry
        self._document = parsed.document
        self._sentences = parsed.sentences
        self._at = {s.ordinal: k for k, s in enumerate(parsed.sentences)}
        self._labels: dict[int, ParsedSentence] = {}
        self._opens_quoted: dict[int, bool] = {}
        self._read_speech()

    def of(self, advice: Advice) -> tuple[bool, int | None]:
        """(whether the document itself advises, the actor who does otherwise, where it is known)."""
        sentence, doc = advice.sentence, advice.sentence.doc
        if advice.speaker is not None:
            return False, self._actor(sentence, advice.speaker)
        first = advice.acts[0].first
        at = advice.anchor[0] if advice.anchor else first
        verb = telling.teller(doc[first]) or telling.teller(doc[at])
        if verb is not None:
            return False, self._actor(sentence, telling.subject_of_telling(verb))
        if self._opens_quoted[sentence.ordinal] != telling.is_quoted(doc, at):
            return False, self._quoted(sentence)
        if sentence.ordinal in self._labels:
            label = self._labels[sentence.ordinal]
            return False, next((i for t in label.doc if (i := self._actor(label, t)) is not None), None)
        if _ACCORDING.match(doc.text):
            return False, self._actor(sentence, next((t for t in doc[2:] if t.dep_ == "pobj"), None))
        return True, None

    def _read_speech(self) -> None:
        """Which label each sentence stands under, and whether it opens inside quotation marks."""
        label: ParsedSentence | None = None
        block, marks = -1, 0
        section: tuple[str, ...] = ()
        for sentence in self._sentences:
            if sentence.sentence.block != block:
                block, marks = sentence.sentence.block, 0
            if sentence.block.section != section:
                section, label = sentence.block.section, None
            if _LABEL.fullmatch(self._document.slice(sentence.sentence).strip()):
                label = sentence
            if label is not None:
                self._labels[sentence.ordinal] = label
            self._opens_quoted[sentence.ordinal] = marks % 2 == 1
            marks += sum(t.text == '"' for t in sentence.doc)

    def _actor(self, sentence: ParsedSentence, token: Token | None) -> int | None:
        found = self._registry.resolve(sentence, token) if token is not None else ()
        return found[0] if found else None

    def _quoted(self, sentence: ParsedSentence) -> int | None:
        """Who is said to speak in this sentence or the ones before it in its block."""
        k = self._at[sentence.ordinal]
        for near in reversed(self._sentences[max(0, k - _REACH + 1) : k + 1]):
            if near.sentence.block != sentence.sentence.block:
                break
            for verb in near.doc:
                if verb.lemma_.lower() in words().speech and verb.pos_ == "VERB":
                    actor = self._actor(near, clause.child(verb, "nsubj"))
                    if actor is not None:
                        return actor
        return None
