"""What surrounds a piece of advice: who was addressed just before, what the heading names.

Belongs here: looking for addressees across sentences. Does not belong here: who speaks (voice), what one sentence
says (frames).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.recommendations import clause
from pipeline.coding.recommendations.author import author_state, means_own_state
from pipeline.coding.recommendations.heading import addressed
from pipeline.coding.recommendations.model import Advice
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.language.names import country_forms

_MUTUAL = frozenset({"cooperation", "collaboration", "dialogue", "partnership", "engagement", "exchange", "talk"})
"""Subjects that more than one side carries: "Future cooperation could focus on ..."."""
_PAIRED = frozenset("capital government country side state nation partner ally neighbour neighbor".split())
"""Nouns that with "both" or "two" mean the two states of a document about two."""
_GOING_ON = frozenset({"it", "they", "he", "she"})
_OWNED = frozenset({"policy", "strategy", "diplomacy", "approach", "leader", "leadership", "interest"})
"""Nouns whose owner acts: the policy of a state is the state's."""


_PLAIN = frozenset({"state", "place", "other", "igo"})
"""Kinds of names whose words tell an area as other words do."""
_ASKING = ("addressed", "aimed", "directed", "for", "ask", "urge", "call", "appeal", "implore", "want", "recommend")
"""Words of a lead-in whose object is whom it turns to: "we ask X to", "the points below are addressed to X"."""


class Context:
    """One document's surroundings. Grows while advice is coded in order.

    said: ordinal of a sentence -> addressees named there. advised: ordinals of the sentences that advise.
    """

    def __init__(self, parsed: ParsedDocument, registry: Registry) -> None:
        self.parsed = parsed
        self.registry = registry
        self.author = author_state(parsed, registry)
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
            found = self._in_heading(advice)
        if not found and advice.carry != "heading":
            mutual = any(t.lemma_.lower() in _MUTUAL for t in advice.who)
            found = self._before(advice.sentence, advice.carry == "about", mutual)
        return found or self._in_heading(advice)

    def named(self, advice: Advice) -> tuple[int, ...]:
        """The actors that the clause itself names as those to act."""
        found: list[int] = []
        for token in advice.who:
            found += [i for i in self._once(advice.sentence, token) if i not in found]
        return tuple(found)

    def _once(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """Actors of a phrase; a pronoun means the same in the whole sentence ("it should do A, and it should do B")."""
        if self.author is not None and means_own_state(token) and not clause.is_quoted(sentence.doc, token.i):
            return (self.author,)
        if token.pos_ != "PRON":
            return self._actors(sentence, token) or self._holders(token)
        key = (sentence.ordinal, token.lower_)
        if not self._pronouns.get(key):
            self._pronouns[key] = self._again(sentence, token) or self._actors(sentence, token)
        return self._pronouns[key]

    def _again(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """Who "it", "they", "she" is that the sentence before told to act: advice goes on to the same actor."""
        k = self._at[sentence.ordinal]
        before = self._sentences[k - 1] if k else None
        if token.lower_ not in _GOING_ON or before is None or before.sentence.block != sentence.sentence.block:
            return ()
        said = self.said.get(before.ordinal, ())
        persons = sum(self.registry.actors[i].kind == "person" for i in said)
        if token.lower_ == "they":
            return said if len(said) > 1 else ()
        return said if len(said) == 1 and persons == (token.lower_ != "it") else ()

    def _holders(self, token: Token) -> tuple[int, ...]:
        """The two holders of an office that "both presidents" means: those whom the text gives the title."""
        if token.tag_ != "NNS" or not any(t.lower_ in ("both", "two") for t in token.children):
            return ()
        office = token.lemma_.lower()
        titled = {r.actor for r in self.registry.roles if office in r.title.lower().split()}
        return tuple(sorted(titled)) if len(titled) == 2 else ()

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

    def title(self) -> ParsedSentence | None:
        """The document's title: its first sentence, if that stands in a heading."""
        first = self._sentences[0] if self._sentences else None
        return first if first is not None and first.block.kind in ("title", "heading") else None

    def paragraph(self, sentence: ParsedSentence) -> list[ParsedSentence]:
        """The other sentences of the block."""
        same = [s for s in self._sentences if s.sentence.block == sentence.sentence.block]
        return [s for s in same if s is not sentence]

    def bodies(self, sentence: ParsedSentence) -> frozenset[int]:
        """Tokens of a sentence that belong to the names of bodies and persons, not of states, places and blocs."""
        names = (n for n in self.registry.names[sentence.ordinal] if n.kind not in _PLAIN)
        return frozenset(i for n in names for i in range(n.first, n.last + 1))

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

    def _in_heading(self, advice: Advice) -> tuple[int, ...]:
        heading = self.heading(advice.sentence)
        needy = self.registry.resolve(advice.sentence, advice.helped) if advice.helped is not None else ()
        heads = addressed(heading.doc) if heading is not None else []
        found = [i for t in heads if heading is not None for i in self._actors(heading, t)]
        return tuple(dict.fromkeys(i for i in found if i not in needy))

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
