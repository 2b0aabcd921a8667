"""What surrounds a piece of advice: who speaks, who was addressed just before, what the heading names.

Belongs here: looking across sentences. Does not belong here: what one sentence says (frames).
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.recommendations import clause
from pipeline.coding.recommendations.lexicon import phrase_pattern, words
from pipeline.coding.recommendations.model import Advice
from pipeline.language.model import ParsedDocument, ParsedSentence

_LABEL = re.compile(r"[A-Z][A-Z.,'’ \-]{2,60}(?:\([^)]{1,60}\))?:$")
_MUTUAL = frozenset(
    {
        "cooperation",
        "collaboration",
        "dialogue",
        "partnership",
        "engagement",
        "exchange",
        "relationship",
        "talk",
        "negotiation",
    }
)


class Context:
    """One document's surroundings. `said` grows while advice is coded in order: ordinal -> addressees."""

    def __init__(self, parsed: ParsedDocument, registry: Registry) -> None:
        self.parsed = parsed
        self.registry = registry
        self.said: dict[int, tuple[int, ...]] = {}
        self._sentences = parsed.sentences
        self._at = {s.ordinal: k for k, s in enumerate(parsed.sentences)}
        self._speakers, self._quoting = self._speech()

    # -- who speaks ------------------------------------------------------------------------

    def _speech(self) -> tuple[dict[int, Token | None], dict[int, bool]]:
        """Sentence -> speaker by label above it; sentence -> whether it opens inside quotation marks."""
        speakers: dict[int, Token | None] = {}
        quoting: dict[int, bool] = {}
        labelled = False
        speaker: Token | None = None
        block, marks, section = -1, 0, ()
        for sentence in self._sentences:
            if sentence.sentence.block != block:
                block, marks = sentence.sentence.block, 0
            if sentence.block.section != section:
                section, labelled = sentence.block.section, False
            if _LABEL.fullmatch(sentence.doc.text.strip()):
                labelled, speaker = True, sentence.doc[max(0, len(sentence.doc) - 2)]
            if labelled:
                speakers[sentence.ordinal] = speaker
            quoting[sentence.ordinal] = marks % 2 == 1
            marks += sum(t.text == '"' for t in sentence.doc)
        return speakers, quoting

    def voice(self, advice: Advice) -> tuple[bool, int | None]:
        """(whether the document itself advises, the actor who does otherwise)."""
        sentence = advice.sentence
        doc = sentence.doc
        if not advice.direct:
            return False, self._one(sentence, advice.speaker)
        at = advice.anchor[0] if advice.anchor else advice.acts[0].first
        teller = clause.told_by(doc[advice.acts[0].first]) or clause.told_by(doc[at])
        if teller is not None and teller.lemma_.lower() not in ("recommend",):
            return False, self._one(sentence, clause.subject(teller))
        if self._quoting[sentence.ordinal] != clause.is_quoted(doc, at):
            return False, self._speaker_near(sentence)
        if sentence.ordinal in self._speakers:
            label = self._speakers[sentence.ordinal]
            return False, self._label_actor(sentence, label)
        according = re.match(r"according to ", doc.text, re.IGNORECASE)
        if according:
            whom = next((t for t in doc[2:] if t.dep_ == "pobj"), None)
            return False, self._one(sentence, whom)
        return True, None

    def _one(self, sentence: ParsedSentence, token: Token | None) -> int | None:
        if token is None:
            return None
        found = self.registry.resolve(sentence, token)
        return found[0] if found else None

    def _label_actor(self, sentence: ParsedSentence, label: Token | None) -> int | None:
        if label is None:
            return None
        for k in range(self._at[sentence.ordinal], -1, -1):
            if self._sentences[k].doc is label.doc:
                return next((i for t in label.doc if (i := self._one(self._sentences[k], t)) is not None), None)
        return None

    def _speaker_near(self, sentence: ParsedSentence) -> int | None:
        """Who is said to speak in this sentence or the ones before it in its block."""
        for k in range(self._at[sentence.ordinal], max(-1, self._at[sentence.ordinal] - 4), -1):
            near = self._sentences[k]
            if near.sentence.block != sentence.sentence.block:
                break
            for verb in near.doc:
                if verb.lemma_.lower() in words().speech and verb.pos_ == "VERB":
                    who = next((t for t in verb.children if t.dep_ == "nsubj"), None)
                    actor = self._one(near, who)
                    if actor is not None:
                        return actor
        return None

    # -- who is addressed ------------------------------------------------------------------

    def addressees(self, advice: Advice) -> tuple[int, ...]:
        """The actors who are to act: named in the clause, carried from the sentence before, or in the heading."""
        found: list[int] = []
        mutual = False
        for token in advice.who:
            mutual = mutual or token.lemma_.lower() in _MUTUAL
            for actor in self._named(advice, token):
                if actor not in found:
                    found.append(actor)
        if found or not advice.carried:
            return tuple(found)
        return self._before(advice.sentence, mutual) or self._heading(advice)

    def _named(self, advice: Advice, token: Token) -> tuple[int, ...]:
        found = self.registry.resolve(advice.sentence, token)
        if not found and token.dep_ in ("compound", "nmod", "amod"):
            found = self.registry.related(advice.sentence, token) or self._by_name(advice.sentence, token)
        if not found and token.lemma_.lower() in (
            "policy",
            "strategy",
            "diplomacy",
            "approach",
            "leader",
            "leadership",
            "interest",
        ):
            found = self.registry.related(advice.sentence, token)
        return found

    def _by_name(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        index = self.registry.by_token.get((sentence.ordinal, token.i))
        return (index,) if index is not None else ()

    def _before(self, sentence: ParsedSentence, mutual: bool = False) -> tuple[int, ...]:
        """Addressees of the sentence before, else the actors that its main clause is about."""
        block = sentence.block
        if block.kind in ("list_item", "table_row"):
            return self._of_list(sentence)
        k = self._at[sentence.ordinal] - 1
        if k < 0:
            return ()
        before = self._sentences[k]
        if before.sentence.block != sentence.sentence.block:
            return ()
        if self.said.get(before.ordinal):
            return self.said[before.ordinal]
        return self._about(before, mutual)

    def _of_list(self, sentence: ParsedSentence) -> tuple[int, ...]:
        """Addressees of a list's lead-in: its subject, or whom the sentences above it address."""
        lead = sentence.block.lead_in
        blocks = self.parsed.document.blocks
        while lead is not None and blocks[lead].kind == "list_item" and blocks[lead].lead_in is not None:
            lead = blocks[lead].lead_in
        above = [s for s in self._sentences if s.sentence.block == lead] if lead is not None else []
        for near in reversed(above):
            found = self.said.get(near.ordinal) or self._about(near, mutual=False)
            if found:
                return found
        k = next((k for k, s in enumerate(self._sentences) if s.sentence.block == sentence.sentence.block), 0)
        for near in reversed(self._sentences[:k]):
            if near.block.section != sentence.block.section:
                break
            if self.said.get(near.ordinal):
                return self.said[near.ordinal]
        return ()

    def _about(self, sentence: ParsedSentence, mutual: bool) -> tuple[int, ...]:
        main = next((t for t in sentence.doc if t.dep_ == "ROOT"), None)
        if main is None:
            return ()
        who = clause.subject(main)
        found = list(self.registry.resolve(sentence, who)) if who is not None else []
        if mutual and found:
            for token in sentence.doc:
                if token.dep_ == "pobj" and token.head.lower_ == "with":
                    found += [i for i in self.registry.resolve(sentence, token) if i not in found]
        return tuple(found)

    def _heading(self, advice: Advice) -> tuple[int, ...]:
        """Actors that the nearest heading names as those to act: "Recommendations for X", "What we need from X"."""
        section = advice.sentence.block.section
        if not section:
            return ()
        for k in range(self._at[advice.sentence.ordinal], -1, -1):
            near = self._sentences[k]
            if near.block.kind != "heading":
                continue
            return self._named_in_heading(near, advice)
        return ()

    def _named_in_heading(self, heading: ParsedSentence, advice: Advice) -> tuple[int, ...]:
        text = heading.doc.text.lower()
        if not phrase_pattern("heading_cues").search(text) and not ("need" in text and "from" in text):
            return ()
        found: list[int] = []
        for token in heading.doc:
            before = _word_before(heading, token)
            after = heading.doc[token.i + 1].lower_ if token.i + 1 < len(heading.doc) else ""
            if after in ("'s", "’s") or not (before in ("for", "from", "to") or after in ("should", "must")):
                continue
            found += [i for i in self.registry.resolve(heading, token) if i not in found]
        if advice.beneficiary is not None:
            needy = self.registry.resolve(advice.sentence, advice.beneficiary)
            found = [i for i in found if i not in needy]
        return tuple(found)


def _word_before(heading: ParsedSentence, token: Token) -> str:
    """The word before a name, past articles and adjectives."""
    i = token.i - 1
    while i >= 0 and (heading.doc[i].pos_ in ("DET", "ADJ") or heading.doc[i].dep_ in ("amod", "compound")):
        i -= 1
    return heading.doc[i].lower_ if i >= 0 else ""
