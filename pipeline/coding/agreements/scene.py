"""The sentence an agreement stands in: its actors, its dates, the verb that governs the agreement's name.

Belongs here: reading the clause by syntax, and asking the registry. Does not belong here: which words name agreements.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.agreements.model import Span
from pipeline.coding.agreements.runs import DASHES
from pipeline.coding.agreements.words import half, verbs, words
from pipeline.coding.dating import Tied, dates_of
from pipeline.language.lexicon import vocabulary
from pipeline.language.model import ParsedSentence
from pipeline.language.names import country_forms

PARTIES = frozenset({"state", "igo", "government_body", "armed_force", "armed_group"})
"""Kinds of actor that can be bound by an agreement."""
BACK = 3
"""Sentences over which "it" is followed to its state."""
MOST_BETWEEN = 14
DEEPEST = 8
"""Steps from a name up to its verb; further up nothing governs it."""


class Scene:
    """A sentence, its actors and its dates, while agreements are read."""

    def __init__(self, registry: Registry, sentence: ParsedSentence) -> None:
        self.registry = registry
        self.sentence = sentence
        self.doc = sentence.doc
        self.source = registry.parsed.document.text

    @cached_property
    def dates(self) -> list[Tied]:
        """The dates of the sentence with what governs each."""
        return dates_of(self.sentence, self.registry.parsed.document.meta.published)

    def actors(self, token: Token) -> list[int]:
        """Actors that can be parties and that the phrase headed by `token` means; people stand for their state."""
        found = self._meant(token)
        if not found and token.pos_ == "PROPN":
            found = self.registry.related(self.sentence, token)  # "X of Kenya", where X is not seen as a person
        out = []
        for index in found:
            actor = self.registry.actors[index]
            state = self.registry.book.state(actor.country) if actor.kind == "person" else None
            if state is not None:
                out.append(state)
            elif actor.kind in PARTIES:
                out.append(index)
        return list(dict.fromkeys(out))

    def person(self, token: Token) -> bool:
        """Whether the phrase headed by `token` means a person."""
        return any(self.registry.actors[i].kind == "person" for i in self._meant(token))

    def _meant(self, token: Token) -> tuple[int, ...]:
        pair = self._pair(token)
        unnamed = self._at(token.i) is None
        if pair or (unnamed and token.lower_ in vocabulary("group_nouns")):
            return pair  # asking would enter the group into the list of actors
        return self.registry.resolve(self.sentence, token, conjuncts=False) or self._carried(token)

    def _pair(self, token: Token) -> tuple[int, ...]:
        """The document's two states: "they" as who binds themselves, "the navies of the two countries"."""
        if token.lower_ in ("they", "both") and token.dep_ == "nsubj":
            return tuple(self.dyad()) if not self.states_among(0, token.i) else ()
        owners = [o for c in token.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
        two = any(c.lower_ in ("two", "both") for o in owners for c in o.children)
        return self.registry.resolve(self.sentence, owners[0], conjuncts=False) if two else ()

    def _carried(self, token: Token) -> tuple[int, ...]:
        """ "it" over sentences that begin with "it": the state that was subject last."""
        if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubjpass"):
            return ()
        before = self.registry.parsed.sentences[max(0, self.sentence.ordinal - BACK) : self.sentence.ordinal]
        for sentence in reversed([s for s in before if s.sentence.block == self.sentence.sentence.block]):
            subject = next((t for t in sentence.doc if t.dep_ in ("nsubj", "nsubjpass")), None)
            index = self.registry.by_token.get((sentence.ordinal, subject.i)) if subject is not None else None
            if index is not None:
                return (index,) if self.registry.actors[index].kind == "state" else ()
        return ()

    def of_all(self, tokens: list[Token]) -> list[int]:
        """Actors of several phrases, each once."""
        return list(dict.fromkeys(i for t in tokens for i in self.actors(t)))

    def inside(self, span: Span) -> list[int]:
        """States named in the agreement's own name, and what else is named there where the state is not known."""
        itself = self._at(span.head.i)
        out = []
        for first in span.countries:
            code = half(self.doc[first]) or country_forms(self.doc)[first][1].country.code
            state = self.registry.book.state(code)
            other = self._at(first)
            if state is not None and state != itself:
                out.append(state)
            elif other not in (None, itself) and self.registry.actors[other].kind in PARTIES:
                out.append(other)
        out += [i for i in self._blocs(span) if i != itself]
        return list(dict.fromkeys([*self._bracketed(span), *out]))

    def _blocs(self, span: Span) -> list[int]:
        """Organisations that stand beside a dash in the name ("the EU-Kenya Agreement")."""
        doc = self.doc
        dashed = [
            i
            for i in range(span.first, span.head.i)
            if doc[i + 1].text in DASHES or (i > span.first and doc[i - 1].text in DASHES)
        ]
        found = [self._at(i) for i in dashed]
        return [i for i in found if i is not None and self.registry.actors[i].kind == "igo"]

    def _bracketed(self, span: Span) -> list[int]:
        """The states before letters that are made of theirs: "the Australia - United Kingdom - Kenya (AUKK) pact"."""
        j, ends = span.first - 2, {last: first for first, (last, _) in country_forms(self.doc).items()}
        if j < 0 or self.doc[j + 1].text != "(":
            return []
        first, dashes = j + 1, 0
        while j in ends:
            first = ends[j]
            j = first - 1
            dashed = j > 0 and self.doc[j].text in DASHES
            dashes, j = dashes + dashed, j - dashed
        return self.states_among(first, span.first) if dashes else []

    def states_among(self, first: int, last: int) -> list[int]:
        """States named at tokens first..last."""
        found = dict.fromkeys(self._at(i) for i in range(first, last + 1))
        return [i for i in found if i is not None and self.registry.actors[i].kind == "state"]

    def dyad(self) -> list[int]:
        """The two states that the document is about, if there are two."""
        return list(self.registry.reference.dyad())

    def _at(self, i: int) -> int | None:
        return self.registry.by_token.get((self.sentence.ordinal, i))


@dataclass(frozen=True, slots=True)
class Carrier:
    """The verb that governs an agreement's name. slot: dobj, nsubj, nsubjpass, relative, or the preposition between."""

    verb: Token
    slot: str


def carrier(head: Token) -> Carrier | None:
    """The verb above an agreement's noun, through lists, appositions and nouns such as "implementation of"."""
    token: Token | None = head
    for _ in range(DEEPEST):
        if token is None or token.head == token:
            return None
        dep, above = token.dep_, token.head
        if dep in ("conj", "appos", "compound", "nmod"):
            token = above
            continue
        if dep == "pobj":
            prep = above
            if prep.head.pos_ in ("VERB", "AUX") and prep.lower_ not in ("including", "like", "as"):
                return Carrier(prep.head, prep.lower_) if prep.lower_ not in words("scene_setting") else None
            token = _over(prep)
            continue
        if above.pos_ not in ("VERB", "AUX"):
            return None
        if dep == "nsubj" and above.lemma_ == "be":
            return _is_an_agreement(above)
        return Carrier(above, token.lower_ if dep == "prep" else dep) if dep in _SLOTS else None
    return None


_SLOTS = ("dobj", "nsubj", "nsubjpass", "attr", "oprd", "prep")


def _over(prep: Token) -> Token | None:
    """The noun that a prepositional phrase belongs to, where the verb above that noun governs the agreement too."""
    above = prep.head
    if above.pos_ == "ADP":
        return above
    if above.pos_ not in ("NOUN", "PROPN"):
        return None
    lists = prep.lower_ in ("as", "like", "including", "of", "under", "through", "within")
    return above if lists or above.lemma_ in ("compliance", "accordance") else None


def _is_an_agreement(copula: Token) -> Carrier | None:
    """ "X is a treaty signed in 1951": what the noun's clause says is said of X."""
    for noun in copula.children:
        if noun.dep_ == "attr" and noun.lower_ in words("described"):
            verb = relative(noun)
            return Carrier(verb, "nsubjpass") if verb is not None else None
    return None


def relative(head: Token) -> Token | None:
    """ "the agreement that Kenya signed": the verb of the clause behind the noun."""
    own = next((c for c in head.children if _clause(c) and c.pos_ == "VERB" and c.tag_ != "VBG"), None)
    return own or next((t for t in head.subtree if _signed_behind(head, t)), None)


def _clause(token: Token) -> bool:
    """Whether a child of a noun heads a clause about it; "the pact that X signed" may be read as a complement."""
    that = token.dep_ == "ccomp" and any(c.lower_ == "that" for c in token.children)
    return token.dep_ in ("relcl", "acl") or (that and token.lemma_.lower() in verbs("sign") | verbs("ratify"))


def _signed_behind(head: Token, verb: Token) -> bool:
    """ "a Memorandum on Fishing, signed by ...": parsers hang the participle on the last noun of the name."""
    between = head.doc[head.i + 1 : verb.i]
    signs = verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.lemma_ in verbs("sign") | verbs("ratify")
    return signs and 1 < len(between) < MOST_BETWEEN and between[-1].text == "," and verb.head in between
