"""What surrounds a piece of advice: who was addressed just before, what the heading names.

Belongs here: looking for addressees across sentences. Does not belong here: who speaks (voice), what one sentence
says (frames).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.recommendations import clause
from pipeline.coding.recommendations.lexicon import phrase_pattern
from pipeline.coding.recommendations.model import Advice
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.language.names import country_forms

_MUTUAL = frozenset({"cooperation", "collaboration", "dialogue", "partnership", "engagement", "exchange", "talk"})
"""Subjects that more than one side carries: "Future cooperation could focus on ..."."""
_PAIRED = frozenset("capital government country side state nation partner ally neighbour neighbor".split())
"""Nouns that with "both" or "two" mean the two states of a document about two."""
_OWNED = frozenset({"policy", "strategy", "diplomacy", "approach", "leader", "leadership", "interest"})
"""Nouns whose owner acts: the policy of a state is the state's."""


_ADVISED = frozenset({"should", "must", "can", "could", "needs", "need", "ought", "might"})
"""Words behind a name in a heading that make it the one to act."""
_ASKING = ("addressed", "aimed", "directed", "for", "ask", "urge", "call", "appeal", "implore", "want", "recommend")
"""Words of a lead-in whose object is whom it turns to: "we ask X to", "the points below are addressed to X"."""
_SHORT = 6
"""Words of the longest heading that does no more than name whom it is for ("For X and Y")."""


class Context:
    """One document's surroundings. Grows while advice is coded in order.

    said: ordinal of a sentence -> addressees named there. advised: ordinals of the sentences that advise.
    """

    def __init__(self, parsed: ParsedDocument, registry: Registry) -> None:
        self.parsed = parsed
        self.registry = registry
        self.said: dict[int, tuple[int, ...]] = {}
        self.advised: set[int] = set()
        self._pronouns: dict[tuple[int, str], tuple[int, ...]] = {}
        self._sentences = parsed.sentences
        self._at = {s.ordinal: k for k, s in enumerate(parsed.sentences)}

    def addressees(self, advice: Advice) -> tuple[int, ...]:
        """The actors who are to act: named in the clause, carried from the sentence before, or in the heading."""
        found = self.named(advice)
        if found or advice.carry == "none":
            return found
        block = advice.sentence.block
        if block.kind in ("list_item", "table_row") and block.lead_in is None:
            found = self._heading(advice)
        if not found and advice.carry != "heading":
            mutual = any(t.lemma_.lower() in _MUTUAL for t in advice.who)
            found = self._before(advice.sentence, advice.carry == "about", mutual)
        return found or self._heading(advice)

    def named(self, advice: Advice) -> tuple[int, ...]:
        """The actors that the clause itself names as those to act."""
        found: list[int] = []
        for token in advice.who:
            found += [i for i in self._once(advice.sentence, token) if i not in found]
        return tuple(found)

    def _once(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """Actors of a phrase; a pronoun means the same in the whole sentence ("it should do A, and it should do B")."""
        if token.pos_ != "PRON":
            return self._actors(sentence, token)
        key = (sentence.ordinal, token.lower_)
        if not self._pronouns.get(key):
            self._pronouns[key] = self._actors(sentence, token)
        return self._pronouns[key]

    def advised_near(self, sentence: ParsedSentence) -> bool:
        """Whether this sentence or the one before advised somebody, whom "it" may stand for."""
        k = self._at[sentence.ordinal]
        near = [s for s in self._sentences[max(0, k - 1) : k + 1] if s.sentence.block == sentence.sentence.block]
        return any(s.ordinal in self.advised for s in near)

    def before(self, sentence: ParsedSentence) -> ParsedSentence | None:
        """The sentence before, if it is body text."""
        k = self._at[sentence.ordinal]
        return self._sentences[k - 1] if k and self._sentences[k - 1].in_body else None

    def heading(self, sentence: ParsedSentence) -> ParsedSentence | None:
        """The nearest heading above."""
        above = reversed(self._sentences[: self._at[sentence.ordinal]])
        return next((s for s in above if s.block.kind == "heading"), None) if sentence.block.section else None

    # -- named in the clause -----------------------------------------------------------------

    def _actors(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        found = self._own_state(token, self.registry.resolve(sentence, token))
        if not found and token.lemma_.lower() in _PAIRED and any(t.lower_ in ("both", "two") for t in token.children):
            return tuple(self.registry.reference.dyad())
        found = found or self._seat(token)
        attributive = token.dep_ in ("compound", "nmod", "amod")
        if not found and (attributive or token.lemma_.lower() in _OWNED):
            found = self.registry.related(sentence, token) or self._by_name(sentence, token)
            owners = [t for t in token.children if t.dep_ in ("compound", "nmod", "amod")]
            found = found or next((i for t in owners if (i := self._by_name(sentence, t))), ())
        return found

    def _own_state(self, token: Token, found: tuple[int, ...]) -> tuple[int, ...]:
        """ "Her government" is the state of the person that "her" means."""
        owned = token.lemma_.lower() in ("government", "country", "administration", "nation")
        if not owned or len(found) != 1 or self.registry.actors[found[0]].kind != "person":
            return found
        state = self.registry.book.state(self.registry.actors[found[0]].country)
        return found if state is None else (state,)

    def _seat(self, token: Token) -> tuple[int, ...]:
        """The state of a capital that is told to act: "it falls to Oslo", "For Oslo"."""
        for first, (last, form) in country_forms(token.doc).items():
            if first <= token.i <= last and form.form == "seat":
                state = self.registry.book.state(form.country.code)
                return () if state is None else (state,)
        return ()

    def _by_name(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        index = self.registry.by_token.get((sentence.ordinal, token.i))
        return (index,) if index is not None else ()

    # -- named before ------------------------------------------------------------------------

    def _before(self, sentence: ParsedSentence, about: bool, mutual: bool) -> tuple[int, ...]:
        """Addressees of the sentence before; with `about`, else the actors that its main clause is about."""
        k = self._at[sentence.ordinal]
        before = self._sentences[k - 1] if k else None
        if before is not None and before.sentence.block == sentence.sentence.block:
            found = self.said.get(before.ordinal, ()) or (self._about(before, mutual) if about else ())
            if found:
                return found
        return self._above_list(sentence) if sentence.block.kind in ("list_item", "table_row") else ()

    def _above_list(self, sentence: ParsedSentence) -> tuple[int, ...]:
        """Addressees of a list's lead-in: its subject, or whom the sentences before it address."""
        blocks = self.parsed.document.blocks
        lead = sentence.block.lead_in
        while lead is not None and blocks[lead].kind == "list_item" and blocks[lead].lead_in is not None:
            lead = blocks[lead].lead_in
        above = [s for s in self._sentences if s.sentence.block == lead] if lead is not None else []
        for near in reversed(above):
            found = self.said.get(near.ordinal) or self._addressed(near) or self._about(near, mutual=False)
            if found:
                return found
        k = self._at[above[0].ordinal if above else sentence.ordinal]
        while k > 0 and not above and self._sentences[k].block.kind == sentence.block.kind:
            k -= 1
        before = self._sentences[k - 1] if above and k else self._sentences[k]
        if before.block.section != sentence.block.section:
            return ()
        return self.said.get(before.ordinal, ()) or self._addressed(before)

    def _addressed(self, sentence: ParsedSentence) -> tuple[int, ...]:
        """Whom a lead-in such as "To both governments:", "we ask X to:", "addressed to X" turns to."""
        opening = sentence.doc[0] if len(sentence.doc) else None
        whom = clause.child(opening, "pobj") if opening is not None and opening.lower_ in ("to", "for") else None
        if whom is not None:
            return self._actors(sentence, whom)
        for token in sentence.doc:
            if token.lemma_.lower() not in _ASKING and token.lower_ not in _ASKING:
                continue
            behind = [t for t in token.children if t.i > token.i]
            prep = next((t for t in behind if t.lower_ in ("on", "upon", "to", "at", "of")), None)
            whom = clause.child(token, "dobj") or (clause.child(prep, "pobj") if prep is not None else None)
            whom = whom or next((t for t in token.subtree if t.dep_ == "nsubj" and t.i > token.i), None)
            found = self._actors(sentence, whom) if whom is not None else ()
            if found:
                return found
        return ()

    def _about(self, sentence: ParsedSentence, mutual: bool) -> tuple[int, ...]:
        main = next((t for t in sentence.doc if t.dep_ == "ROOT"), None)
        who = clause.subject(main) if main is not None else None
        found = list(self.registry.resolve(sentence, who)) if who is not None else []
        found = found or self._only_state(sentence)
        if mutual and found:
            partners = [t for t in sentence.doc if t.dep_ == "pobj" and t.head.lower_ == "with"]
            found += [i for t in partners for i in self.registry.resolve(sentence, t) if i not in found]
        return tuple(found)

    def _only_state(self, sentence: ParsedSentence) -> list[int]:
        """The state that a sentence names, if it names one alone."""
        places = [(sentence.ordinal, t.i) for t in sentence.doc]
        named = {self.registry.by_token[p] for p in places if p in self.registry.by_token}
        states = sorted(i for i in named if self.registry.actors[i].kind == "state")
        return states if len(states) == 1 else []

    # -- named in the heading ----------------------------------------------------------------

    def _heading(self, advice: Advice) -> tuple[int, ...]:
        """Actors that the nearest heading names as those to act: "Recommendations for X", "What we need from X"."""
        heading = self.heading(advice.sentence)
        if heading is None:
            return ()
        text = heading.doc.text.lower()
        addressed = len(heading.doc) <= _SHORT and heading.doc[0].lower_ in ("for", "to")
        announced = phrase_pattern("heading_cues").search(text) is not None or ("need" in text and "from" in text)
        if not addressed and not announced:
            return ()
        found: list[int] = []
        for token in heading.doc:
            after = heading.doc[token.i + 1].lower_ if token.i + 1 < len(heading.doc) else ""
            named = _word_before(token) in ("for", "from", "to") or after in _ADVISED
            if named and after not in ("'s", "’s"):
                found += [i for i in self._actors(heading, token) if i not in found]
        needy = self.registry.resolve(advice.sentence, advice.helped) if advice.helped is not None else ()
        return tuple(i for i in found if i not in needy)


def _word_before(token: Token) -> str:
    """The word before a name, past articles, adjectives and the names it is joined with."""
    doc, i = token.doc, token.i - 1
    while i >= 0 and (doc[i].pos_ in ("DET", "ADJ") or doc[i].dep_ in ("amod", "compound")):
        i -= 1
    if i >= 0 and doc[i].lower_ in ("and", "or", "&", ",") and token.dep_ == "conj":
        return _word_before(token.head)
    return doc[i].lower_ if i >= 0 else ""
