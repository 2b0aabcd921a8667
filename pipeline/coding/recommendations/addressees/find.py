"""Who is to act: named in the clause, carried from the sentence or the lead-in before, or named in the heading.

Belongs here: where to look, in which order, and what was found so far. Does not belong here: reading a phrase
(phrases), a sentence nearby (nearby), a heading (headings).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.recommendations.addressees.author import author_state, means_own_state
from pipeline.coding.recommendations.addressees.headings import addressed
from pipeline.coding.recommendations.addressees.nearby import spoken_about, turned_to
from pipeline.coding.recommendations.addressees.newcomers import Newcomers
from pipeline.coding.recommendations.addressees.phrases import actors_of, of_two_states, office_holders
from pipeline.coding.recommendations.model import Advice
from pipeline.coding.recommendations.sentence import telling
from pipeline.coding.recommendations.surroundings import Surroundings
from pipeline.language.model import ParsedDocument, ParsedSentence

_MUTUAL = frozenset({"cooperation", "collaboration", "dialogue", "partnership", "engagement", "exchange", "talk"})
"""Subjects that more than one side carries: "Future cooperation could focus on ..."."""
_GOING_ON = frozenset({"it", "they", "he", "she"})
_PAIR = frozenset({"both", "two", "neither"})
_LISTED = ("list_item", "table_row")


class Addressees:
    """Whom the advice of one document addresses. Learns while advice is coded in reading order (`remember`)."""

    def __init__(self, parsed: ParsedDocument, registry: Registry, surroundings: Surroundings) -> None:
        self._registry = registry
        self._surroundings = surroundings
        self._author = author_state(parsed, registry)
        self._newcomers = Newcomers(registry)
        self._told: dict[int, tuple[int, ...]] = {}
        """Ordinal of a sentence -> whom its advice named."""
        self._advising: set[int] = set()
        """Ordinals of the sentences that advise."""
        self._pronouns: dict[tuple[int, str], tuple[int, ...]] = {}

    def of(self, advice: Advice) -> tuple[int, ...]:
        """The actors who are to act; () where nothing tells."""
        found = self._named(advice) or self._in_label(advice)
        if found or advice.carry == "none":
            return found
        block = advice.sentence.block
        if block.kind in _LISTED and block.lead_in is None:
            found = self._in_heading(advice)
        if not found and advice.carry != "heading":
            found = self._before(advice)
        return found or self._in_heading(advice)

    def remember(self, advice: Advice, addressees: tuple[int, ...]) -> None:
        """Keep whom a piece of advice named, for "it" and lists behind it."""
        ordinal = advice.sentence.ordinal
        self._advising.add(ordinal)
        if named := self._named(advice) or (addressees if advice.carry == "about" else ()):
            self._told[ordinal] = named

    def advised_near(self, sentence: ParsedSentence) -> bool:
        """Whether this sentence or the one before advised somebody, whom "it" may stand for."""
        near = (sentence, self._surroundings.before_in_block(sentence))
        return any(s.ordinal in self._advising for s in near if s is not None)

    # -- in the clause -------------------------------------------------------------------------

    def _named(self, advice: Advice) -> tuple[int, ...]:
        """The actors that the clause itself names as those to act."""
        named = tuple(dict.fromkeys(i for token in advice.who for i in self._meant(advice.sentence, token)))
        if named or advice.able:  # an ability of a class is no advice to it
            return named
        return tuple(dict.fromkeys(i for token in advice.who for i in self._newcomers.of(advice.sentence, token)))

    def _meant(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """Actors of a phrase; a pronoun means the same in the whole sentence ("it should do A, and it should do B")."""
        if self._author is not None and means_own_state(token) and not telling.is_quoted(sentence.doc, token.i):
            return (self._author,)
        if token.lower_ in _PAIR:
            return actors_of(self._registry, sentence, token) or self._two(sentence)
        if token.pos_ != "PRON":
            found = actors_of(self._registry, sentence, token) or office_holders(self._registry, token)
            return found or (tuple(self._registry.reference.dyad()) if of_two_states(token) else ())
        key = (sentence.ordinal, token.lower_)
        if not self._pronouns.get(key):
            self._pronouns[key] = self._again(sentence, token) or actors_of(self._registry, sentence, token)
        return self._pronouns[key]

    def _two(self, sentence: ParsedSentence) -> tuple[int, ...]:
        """Whom "both" means: the two told to act here or in the sentence before, else the document's two states."""
        before = self._surroundings.before_in_block(sentence)
        near = (sentence, before) if before is not None else (sentence,)
        told = next((t for s in near if len(t := self._told.get(s.ordinal, ())) == 2), ())
        return told or tuple(self._registry.reference.dyad())

    def _again(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """Who "it", "they", "she" is that the sentence before told to act: advice goes on to the same actor."""
        before = self._surroundings.before_in_block(sentence)
        if token.lower_ not in _GOING_ON or before is None:
            return ()
        told = self._told.get(sentence.ordinal) or self._told.get(before.ordinal, ())
        persons = sum(self._registry.actors[i].kind == "person" for i in told)
        if token.lower_ == "they":
            return told if len(told) > 1 else ()
        return told if len(told) == 1 and persons == (token.lower_ != "it") else ()

    def _in_label(self, advice: Advice) -> tuple[int, ...]:
        """Whom an item's run-in label names, if it does nothing else: "Oslo: waive the fee"."""
        label = [t for t in advice.topic if t.pos_ not in ("DET", "ADP", "CCONJ", "PUNCT")]
        if advice.frame.kind != "item" or not label:
            return ()
        found = [actors_of(self._registry, advice.sentence, t) for t in label]
        heads = [i for t, some in zip(label, found, strict=True) if t.dep_ != "compound" for i in some]
        return tuple(dict.fromkeys(heads)) if all(found) else ()

    # -- before and above ----------------------------------------------------------------------

    def _in_heading(self, advice: Advice) -> tuple[int, ...]:
        heading = self._surroundings.heading(advice.sentence)
        if heading is None:
            return ()
        needy = self._registry.resolve(advice.sentence, advice.helped) if advice.helped is not None else ()
        found = [
            i
            for t in addressed(heading.doc)
            for i in actors_of(self._registry, heading, t) or self._newcomers.of(heading, t)
        ]
        return tuple(dict.fromkeys(i for i in found if i not in needy))

    def _before(self, advice: Advice) -> tuple[int, ...]:
        """Addressees of the sentence before, else those that its main clause is about; else of the list's lead-in."""
        sentence = advice.sentence
        before = self._surroundings.before_in_block(sentence)
        found: tuple[int, ...] = ()
        if before is not None:
            found = self._told.get(before.ordinal, ())
            if not found and advice.carry == "about":
                mutual = any(t.lemma_.lower() in _MUTUAL for t in advice.who)
                found = spoken_about(self._registry, before, mutual)
        return found or (self._above_list(sentence) if sentence.block.kind in _LISTED else ())

    def _above_list(self, sentence: ParsedSentence) -> tuple[int, ...]:
        """Addressees of a list's lead-in: its subject, or whom the sentences before it address."""
        lead = self._lead_in(sentence)
        for near in reversed(lead):
            found = (
                self._told.get(near.ordinal) or turned_to(self._registry, near) or spoken_about(self._registry, near)
            )
            if found:
                return found
        before = self._before_list(sentence, lead)
        if before.block.section != sentence.block.section:
            return ()
        return self._told.get(before.ordinal, ()) or turned_to(self._registry, before)

    def _lead_in(self, sentence: ParsedSentence) -> list[ParsedSentence]:
        """The sentences of the lead-in above the outermost list that an item stands in."""
        blocks, lead = self._surroundings.blocks, sentence.block.lead_in
        while lead is not None and blocks[lead].kind == "list_item" and blocks[lead].lead_in is not None:
            lead = blocks[lead].lead_in
        return self._surroundings.of_block(lead) if lead is not None else []

    def _before_list(self, sentence: ParsedSentence, lead: list[ParsedSentence]) -> ParsedSentence:
        """The sentence before the lead-in, or before the items or rows where there is none."""
        sentences = self._surroundings.sentences
        if lead:
            return sentences[max(0, self._surroundings.at(lead[0]) - 1)]
        k = self._surroundings.at(sentence)
        while k > 0 and sentences[k].block.kind == sentence.block.kind:
            k -= 1
        return sentences[k]
