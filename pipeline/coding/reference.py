"""Who a noun phrase means: names, descriptions with a country, pronouns, "both countries".

Belongs here: going from a token to actors, where it is certain. Does not belong here: adding names to the document's
list (pipeline.coding.actors), roles in events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from pipeline.coding.registry import body_words
from pipeline.language.countries import by_code
from pipeline.language.lexicon import titles, vocabulary
from pipeline.language.model import ParsedSentence
from pipeline.language.names import country_forms

if TYPE_CHECKING:
    from pipeline.coding.actors import Registry

SINGULAR_PEOPLE = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "both", "themselves"})
THINGS = frozenset({"it", "its", "itself"})
MISSIONS = frozenset({"embassy", "consulate", "legation"})
VAGUE_GROUPS = frozenset("people members man woman women families companies communities population officers citizens "
                         "nationals investors firms opposition".split())  # fmt: skip
"""Nouns that name no group unless something says which."""
SAYING = frozenset(
    "say state add tell declare write remark note announce reply claim explain comment insist stress warn tweet".split()
)
PAIR_NOUNS = frozenset("country nation state side government republic party neighbour neighbor".split())
PAIR_PEOPLE = frozenset("leader president minister politician counterpart".split())


def noun_phrase_modifiers(token: Token) -> list[Token]:
    """Modifiers of a noun that can carry its country: possessors, demonyms, compounds, of-phrases."""
    out = [t for t in token.children if t.dep_ in ("poss", "amod", "compound", "nmod", "appos")]
    for prep in (t for t in token.children if t.dep_ == "prep" and t.lower_ in ("of", "from", "in")):
        out.extend(t for t in prep.children if t.dep_ == "pobj")
    return out


def _agents(noun: Token) -> list[Token]:
    """Heads of the by-phrases of participles behind a noun."""
    clauses = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    agents = [c for clause in clauses for c in clause.children if c.dep_ == "agent"]
    return [t for agent in agents for t in agent.children if t.dep_ == "pobj"]


class Reference:
    """Answers for one document. Everything here reads the registry; only descriptions add to it."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._sentences = {s.ordinal: s for s in registry.parsed.sentences}
        self._depth = 0
        self._asked: set[tuple[int, int]] = set()
        self._they: tuple[int, tuple[int, ...]] = (-99, ())  # where "they" was last two people who met

    # -- entry points ----------------------------------------------------------------------

    def resolve(self, sentence: ParsedSentence, token: Token, conjuncts: bool = True) -> tuple[int, ...]:
        """Actors of the phrase headed by token, and of phrases coordinated with it."""
        heads = [token, *(token.conjuncts if conjuncts and token.dep_ != "conj" else ())]
        if conjuncts and token.dep_ == "conj":
            heads = [token, *[c for c in token.conjuncts if c.i > token.i]]
        found: list[int] = []
        if conjuncts:
            found.extend(self._named_before(sentence, token))
            found.extend(self._named_after(sentence, token))
        for head in heads:
            found.extend(i for i in self._one(sentence, head) if i not in found)
        return tuple(dict.fromkeys(found))

    def _named_before(self, sentence: ParsedSentence, token: Token) -> list[int]:
        """The person coordinated in front of a titled name ("President X of Kenya and Prime Minister Y"), which the
        parser tends to hang below the second name instead."""
        name = self.registry.name_at.get((sentence.ordinal, token.i))
        if name is None or name.kind != "person" or token.dep_ not in ("nsubj", "nsubjpass"):
            return []
        doc, at = token.doc, name.first - 1
        while at > 0 and (titles().covers(doc, at) or at in country_forms(doc)) and name.first - at < 8:
            at -= 1
        if doc[at].lower_ != "and" or at < 1:
            return []
        before = self.registry.name_at.get((sentence.ordinal, at - 1))
        if before is not None and before.kind == "state" and before.first >= 2:
            back = before.first - 1 - (doc[before.first - 1].lower_ == "the")
            before = self.registry.name_at.get((sentence.ordinal, back - 1)) if doc[back].lower_ == "of" else before
        if before is None or before.kind != "person":
            return []
        return [self.registry.by_token[sentence.ordinal, before.last]]

    def _named_after(self, sentence: ParsedSentence, token: Token) -> list[int]:
        """The titled person coordinated behind a named subject, in front of the verb."""
        name = self.registry.name_at.get((sentence.ordinal, token.i))
        if (
            name is None
            or name.kind != "person"
            or token.dep_ not in ("nsubj", "nsubjpass")
            or token.head.i < name.last
        ):
            return []
        doc, at = token.doc, name.last + 1
        if at + 2 < len(doc) and doc[at].lower_ == "of":
            state = self.registry.name_at.get((sentence.ordinal, at + 1 + (doc[at + 1].lower_ == "the")))
            at = state.last + 1 if state is not None and state.kind == "state" else at
        if at >= len(doc) or doc[at].lower_ != "and":
            return []
        at += 1
        while at < len(doc) and (titles().covers(doc, at) or at in country_forms(doc)) and at < token.head.i:
            at += 1
        after = self.registry.name_at.get((sentence.ordinal, at))
        if (
            after is None
            or after.kind != "person"
            or after.last >= token.head.i
            or doc[after.last].dep_ in ("nsubj", "nsubjpass")
        ):
            return []
        return [self.registry.by_token[sentence.ordinal, after.last]]

    def related(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """The phrase's actors, else those of its possessor, nationality, by- or of-phrase."""
        found = self.resolve(sentence, token)
        if found or self._depth > 4:
            return found
        self._depth += 1
        try:
            for child in [t for t in token.children if t.dep_ == "poss"]:
                found = self.resolve(sentence, child)
                if found:
                    return found
            for wanted in ("by", "of", "against", "in", "from", "for"):
                for prep in [t for t in token.children if t.dep_ in ("prep", "agent") and t.lower_ == wanted]:
                    for inner in [t for t in prep.children if t.dep_ == "pobj"]:
                        found = self.related(sentence, inner)
                        if found:
                            return found
                if wanted == "by":
                    found = self.nationality(sentence, token)
                    if found:
                        return found
            for agent in _agents(token):  # "the raid ordered by Kenya"
                found = self.related(sentence, agent)
                if found:
                    return found
            for clause in [t for t in token.children if t.dep_ == "relcl"]:  # "the raid that Kenya had ordered"
                for subject in [t for t in clause.children if t.dep_ == "nsubj" and t.tag_ not in ("WDT", "WP")]:
                    found = self.resolve(sentence, subject)
                    if found:
                        return found
        finally:
            self._depth -= 1
        return ()

    def nationality(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """The states of demonyms or country names in front of a noun ("Kenyan-Japanese talks")."""
        found = []
        for child in sorted(self._premodifiers(token), key=lambda t: t.i):
            index = self.registry.by_token.get((sentence.ordinal, child.i))
            if index is not None and self.registry.actors[index].kind == "state" and index not in found:
                found.append(index)
        return tuple(found)

    def country_state(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """The state that a diplomat, a mission or a force belongs to ("Kenya's ambassador" -> Kenya)."""
        country = self._country(sentence, token)
        index = self.registry.book.state(country)
        return (index,) if index is not None else ()

    def seat_state(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """The state whose seat of government a place is ("recalled its envoy from Nairobi")."""
        for name in self.registry.names.get(sentence.ordinal, ()):
            if name.first <= token.i <= name.last and name.form == "seat":
                index = self.registry.book.state(name.country)
                return (index,) if index is not None else ()
        return ()

    def _premodifiers(self, token: Token) -> list[Token]:
        return [
            t for c in token.children if c.dep_ in ("amod", "compound", "nmod") and c.i < token.i for t in c.subtree
        ]

    # -- one head --------------------------------------------------------------------------

    def _one(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """One phrase without its conjuncts. A phrase that is being asked about already means nobody: "their" inside the
        very subject that "they" would be."""
        place = (sentence.ordinal, token.i)
        if place in self._asked:
            return ()
        self._asked.add(place)
        try:
            return self._meaning(sentence, token)
        finally:
            self._asked.discard(place)

    def _meaning(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        index = self.registry.by_token.get((sentence.ordinal, token.i))
        if index is not None:
            name = self.registry.name_at.get((sentence.ordinal, token.i))
            if name is None or name.form != "demonym" or token.dep_ not in ("amod", "compound", "nmod"):
                return (index,)
        if token.pos_ in ("PRON", "DET"):
            return self._pronoun(sentence, token)
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
            return self._described(sentence, token)
        return ()

    def _described(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        lemma, lower = token.lemma_.lower(), token.lower_
        listed = self._such_as(sentence, token)
        if listed:
            return listed
        if token.lower_ in ("two", "both", "three") or self._is_pair(token):
            return self._pair(sentence, token)
        apposed = [t for t in token.children if t.dep_ == "appos"]
        for child in apposed:
            index = self.registry.by_token.get((sentence.ordinal, child.i))
            if index is not None:
                return (index,)
        country = self._country(sentence, token)
        if lemma in vocabulary("voice_nouns"):
            return self._voice(sentence, token)
        if lemma in ("state", "member", "country", "nation", "leader", "representative", "minister", "official"):
            union = [
                i
                for c in token.subtree
                if c.i < token.i or c.head.lower_ == "of"
                for i in [self.registry.by_token.get((sentence.ordinal, c.i))]
                if i is not None and self.registry.actors[i].kind == "igo"
            ]
            if union and not country:
                return (union[0],)
        if lower in vocabulary("state_nouns") or lemma in vocabulary("state_nouns"):
            return self._state(sentence, token, country)
        plain = self._plain_body(token)
        if plain:
            return self._body(sentence, token, country, plain)
        if lower in vocabulary("force_nouns"):
            return self._force(sentence, token, country)
        if lower in vocabulary("diplomat_nouns") and country:
            state = self.registry.book.state(country)
            return (state,) if state is not None else ()
        if titles().covers(token.doc, token.i):
            return self._office(sentence, token, country)
        if lower in vocabulary("group_nouns"):
            return self._group(sentence, token, country)
        if lemma == "one" and token.dep_ != "nummod":
            return self._of(sentence, token)
        if lower in (
            "some",
            "many",
            "several",
            "most",
            "number",
            "group",
            "dozens",
            "hundreds",
            "thousands",
            "members",
            "leaders",
            "representatives",
            "allies",
        ):
            return self._of(sentence, token)
        return ()

    def _such_as(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """ "allies such as X and Y": those named."""
        for prep in token.children:
            such = prep.lower_ == "as" and prep.i and prep.doc[prep.i - 1].lower_ == "such"
            if prep.dep_ == "prep" and (such or prep.lower_ in ("like", "including")):
                for inner in [t for t in prep.children if t.dep_ == "pobj"]:
                    return self.resolve(sentence, inner) or self.related(sentence, inner)
        return ()

    def _voice(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """ "a ministry statement", "a spokesman for X", "a report by X": whoever speaks through it."""
        for child in token.children:
            if child.dep_ in ("poss", "compound", "nmod", "amod") and child.i < token.i:
                found = self._one(sentence, child) or (
                    self.registry.reference.nationality(sentence, token) if child.dep_ == "amod" else ()
                )
                if found:
                    return found
        for prep in [
            t for t in token.children if t.dep_ in ("prep", "agent") and t.lower_ in ("by", "from", "of", "for", "at")
        ]:
            for inner in [t for t in prep.children if t.dep_ == "pobj"]:
                found = self.resolve(sentence, inner)
                if found:
                    return found
        for agent in _agents(token):
            return self.resolve(sentence, agent)
        return ()

    def _of(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        for prep in [t for t in token.children if t.dep_ == "prep" and t.lower_ in ("of", "from")]:
            for inner in [t for t in prep.children if t.dep_ == "pobj"]:
                return self.resolve(sentence, inner)
        return ()

    def _country(self, sentence: ParsedSentence, token: Token) -> str | None:
        """ISO code of the country that modifies a noun; "" where several do."""
        countries = country_forms(token.doc)
        for child in noun_phrase_modifiers(token):
            for t in [child, *[g for g in child.children if g.dep_ in ("compound", "amod", "nmod", "poss", "conj")]]:
                for first, (last, form) in countries.items():
                    if first <= t.i <= last and form.form != "seat":
                        return form.country.code
            owner = self._owner(sentence, child)
            if owner:
                return owner
        return None

    def _owner(self, sentence: ParsedSentence, token: Token) -> str | None:
        """Country of a possessor that is a person or a pronoun ("his government")."""
        if token.dep_ != "poss":
            return None
        found = self._one(sentence, token)
        return self.registry.actors[found[0]].country if len(found) == 1 else None

    def _state(self, sentence: ParsedSentence, token: Token, country: str | None) -> tuple[int, ...]:
        if country:
            index = self.registry.book.state(country)
            if index is None:
                index = (
                    self.registry.book.describe(by_code()[country].name, "state", country, (sentence.ordinal, token.i))
                    if country in by_code()
                    else None
                )
            return (index,) if index is not None else ()
        of = self._of(sentence, token)
        if of:
            return of
        person = [i for c in token.children if c.dep_ in ("compound", "poss") for i in self._one(sentence, c)]
        if person and self.registry.actors[person[0]].kind in ("person", "state"):
            state = self.registry.book.state(self.registry.actors[person[0]].country)
            return (state,) if state is not None else tuple(person[:1])
        if any(
            c.dep_ in ("amod", "compound", "nmod") or (c.dep_ == "prep" and c.lower_ == "of") for c in token.children
        ):
            return ()  # "the island nation" says which: not simply the country just named
        if token.lemma_.lower() in ("country", "nation", "kingdom", "republic", "government") and self._definite(token):
            return self._last(sentence, token, ("state",), limit=2)
        return ()

    def _force(self, sentence: ParsedSentence, token: Token, country: str | None) -> tuple[int, ...]:
        if country is None:
            if token.lower_ in ("troops", "soldiers", "forces", "military") and self._definite(token):
                return self._last(sentence, token, ("armed_force",), limit=2)
            return ()
        if any(c.dep_ == "poss" and c.pos_ != "PROPN" for c in token.children):
            return ()
        for i, entry in enumerate(self.registry.book.entries):
            if (
                entry.actor.kind == "armed_force"
                and entry.actor.country == country
                and body_words(entry.actor.name) <= vocabulary("force_nouns")
            ):
                self.registry.book.alias(i, self._phrase(token))
                return (i,)
        return (self.registry.book.describe(self._phrase(token), "armed_force", country, (sentence.ordinal, token.i)),)

    def _plain_body(self, token: Token) -> str | None:
        left = token.doc[token.i - 1].lower_ + " " if token.i else ""
        for phrase in (left + token.lower_, token.lower_):
            if phrase in vocabulary("plain_bodies"):
                return phrase
        return None

    def _body(self, sentence: ParsedSentence, token: Token, country: str | None, phrase: str) -> tuple[int, ...]:
        head = phrase.split()[0] if phrase == "police force" else phrase.split()[-1]
        for i, entry in reversed(list(enumerate(self.registry.book.entries))):
            same = entry.actor.kind == "government_body" and (
                head in entry.actor.name.lower().split() and phrase.split()[0] in entry.actor.name.lower()
            )
            if same and (country is None or entry.actor.country in (None, country)):
                return (i,)
        if country is None:
            return ()
        return (
            self.registry.book.describe(self._phrase(token), "government_body", country, (sentence.ordinal, token.i)),
        )

    def _office(self, sentence: ParsedSentence, token: Token, country: str | None) -> tuple[int, ...]:
        """ "the president", "the Kenyan foreign minister": the person that the text gives that title."""
        named = [
            t
            for t in token.children
            if t.dep_ in ("appos", "compound") and (sentence.ordinal, t.i) in self.registry.by_token
        ]
        for child in named:
            index = self.registry.by_token[sentence.ordinal, child.i]
            if self.registry.actors[index].kind == "person":
                return (index,)
        if not self._definite(token) and not country:
            return ()
        holders = [
            (where, i)
            for i, entry in enumerate(self.registry.book.entries)
            if entry.actor.kind == "person"
            and any(token.lower_ in t.lower().split() for t, _ in entry.titles)
            and (not country or entry.actor.country in (None, country))
            for where in entry.seen
            if where < (sentence.ordinal, token.i) and sentence.ordinal - where[0] <= 6
        ]
        if not holders:
            return ()
        index = max(holders)[1]
        if country and self.registry.actors[index].country is None:
            self.registry.actors[index].country = country  # "the Kenyan president", said of somebody named before
        return (index,)

    def _group(self, sentence: ParsedSentence, token: Token, country: str | None) -> tuple[int, ...]:
        inner = (
            self._of(sentence, token)
            if token.lower_ in ("members", "member", "supporters", "opponents", "families", "victims")
            else ()
        )
        if inner and self.registry.actors[inner[0]].kind in ("igo",):
            return inner
        phrase = self._phrase(token)
        counted = any(
            c.dep_ == "nummod" or c.lower_ in ("some", "many", "several", "no", "any") for c in token.children
        )
        if " " not in phrase and (counted or token.lower_ in VAGUE_GROUPS):
            return ()
        kind = "armed_group" if token.lower_ in vocabulary("armed_group_nouns") else "group"
        known = self.registry.book.by_name(phrase, ("group", "armed_group"))
        if known is not None:
            return (known,)
        if country is None and len(phrase.split()) == 1:
            earlier = [
                i
                for i, e in enumerate(self.registry.book.entries)
                if e.actor.kind in ("group", "armed_group") and e.actor.name.lower().split()[-1] == token.lower_
            ]
            if earlier:
                return (earlier[-1],)
        return (self.registry.book.describe(phrase, kind, country, (sentence.ordinal, token.i)),)

    @staticmethod
    def _phrase(token: Token) -> str:
        """The noun with its modifiers, without determiners, numbers and relative clauses."""
        keep = [t for t in token.children if t.dep_ in ("amod", "compound", "nmod", "poss") and t.i < token.i]
        first = min([t.left_edge.i for t in keep], default=token.i)
        last = token.i
        if token.lower_ in MISSIONS:  # a mission is known by its place: "embassy in Nairobi"
            places = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("in", "at") and c.i == token.i + 1]
            names = [t for p in places for t in p.children if t.dep_ == "pobj" and t.pos_ == "PROPN"]
            last = names[0].i if names else last
        words = [
            t
            for t in token.doc[first : last + 1]
            if t.pos_ not in ("DET", "NUM", "PUNCT", "PRON") or t.text in ("-", "U.S.")
        ]
        return "".join(t.text_with_ws for t in words).strip().removeprefix("'s ").removeprefix("own ")

    # -- pairs and pronouns ------------------------------------------------------------------

    @staticmethod
    def _is_pair(token: Token) -> bool:
        lemma = token.lemma_.lower()
        few = any(c.lower_ in ("two", "both") for c in token.children)
        leaders = (
            token.tag_ == "NNS"
            and lemma in PAIR_PEOPLE
            and any(c.lower_ in ("the", "these", "those") for c in token.children)
            and not any(c.dep_ in ("prep", "amod", "compound", "poss") for c in token.children)
        )
        return leaders or (few and (lemma in PAIR_NOUNS or lemma in PAIR_PEOPLE))

    def _pair(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        lemma = token.lemma_.lower()
        if lemma not in PAIR_NOUNS and lemma not in PAIR_PEOPLE:
            return ()
        kinds = ("person",) if lemma in PAIR_PEOPLE else ("state",)
        here = self._before(sentence, token, kinds, reach=3 if kinds == ("state",) else 6)
        latest: list[int] = []
        for index in here:
            if index not in latest:
                latest.append(index)
        if kinds == ("state",):
            dyad = self.dyad()
            if len(dyad) == 2 and (not latest or set(latest) & set(dyad)):
                return dyad
        return tuple(sorted(latest[:2])) if len(latest) >= 2 else ()

    def dyad(self) -> tuple[int, ...]:
        """The two states that the document is about: those named most often, when they clearly lead."""
        states = [(len(e.seen), -i) for i, e in enumerate(self.registry.book.entries) if e.actor.kind == "state"]
        top = sorted(states, reverse=True)[:3]
        if len(top) < 2 or top[1][0] < 2 or (len(top) > 2 and top[2][0] * 1.5 > top[1][0]):
            return ()
        return tuple(sorted(-i for _, i in top[:2]))

    def _pronoun(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        lower = token.lower_
        if lower in SINGULAR_PEOPLE:
            return self._last(sentence, token, ("person",), limit=2, subject_first=True)
        if lower in THINGS:
            things = (
                "state",
                "government_body",
                "igo",
                "ngo",
                "armed_force",
                "armed_group",
                "company",
                "party",
                "media",
            )
            if token.dep_ in ("dobj", "pobj", "dative"):  # never the subject of its own clause
                own = self._subject(sentence, token, things, same=True)
                others = [i for i in self._before(sentence, token, things, reach=1) if i not in own]
                return (others[0],) if others else ()
            return self._last(sentence, token, things, limit=1, subject_first=True)
        if lower in PLURAL:
            return self._plural(sentence, token)
        if lower in ("we", "us", "our"):
            return self._we(sentence, token)
        if lower in ("who", "which", "that") and token.dep_ in ("nsubj", "nsubjpass"):
            clause = token.head
            if clause.dep_ == "relcl":
                return self.resolve(sentence, clause.head, conjuncts=False)
        return ()

    def _plural(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """ "they": the last subject that was plural, here or in the sentence before."""
        for ordinal in (sentence.ordinal, sentence.ordinal - 1):
            other = self._sentences.get(ordinal)
            if other is None or not other.in_body:
                continue
            for subject in reversed(
                [
                    t
                    for t in other.doc
                    if t.dep_ in ("nsubj", "nsubjpass") and (ordinal < sentence.ordinal or t.i < token.i)
                ]
            ):
                if subject.lower_ in PLURAL or (subject.i == token.i and ordinal == sentence.ordinal):
                    continue
                found = self.resolve(other, subject)
                if len(found) > 1 or (found and subject.tag_ in ("NNS", "NNPS")):
                    return found
        found = self._met(sentence, token)
        if found:
            self._they = (sentence.ordinal, found)
        elif sentence.ordinal - self._they[0] <= 6:
            return self._they[1]
        return found

    def _met(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """ "they" after "X met Y": the two persons of the sentence before, when it names just two."""
        for back in (1, 2, 3):
            people = {
                i
                for (ordinal, _), i in self.registry.by_token.items()
                if ordinal == sentence.ordinal - back and self.registry.actors[i].kind == "person"
            }
            if len(people) == 2:
                return tuple(sorted(people))
            if people:
                break
        return ()

    def _we(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """ "we": inside a quotation its speaker, in an official text the two states it speaks for."""
        quotes = [t.i for t in sentence.doc if t.text == '"']
        if quotes and sum(i < token.i for i in quotes) % 2 == 1:
            return self.speaker(sentence)
        if self.registry.parsed.document.meta.genre == "official":
            return self.dyad()
        return ()

    def speaker(self, sentence: ParsedSentence) -> tuple[int, ...]:
        """Who a quotation in this sentence belongs to: the subject of its verb of saying."""
        for verb in sentence.doc:
            if verb.lemma_ in SAYING and verb.pos_ == "VERB":
                for subject in [c for c in verb.children if c.dep_ == "nsubj"]:
                    found = self._one(sentence, subject)
                    if found:
                        return found
        return ()

    @staticmethod
    def _definite(token: Token) -> bool:
        return any(c.lower_ in ("the", "this", "that", "its", "his", "her", "their") for c in token.children)

    def _before(self, sentence: ParsedSentence, token: Token, kinds: tuple[str, ...], reach: int) -> list[int]:
        """Actors of these kinds named before the token, nearest first, within `reach` sentences."""
        places = [
            (where, i)
            for i, entry in enumerate(self.registry.book.entries)
            if entry.actor.kind in kinds
            for where in entry.seen
            if where < (sentence.ordinal, token.i) and sentence.ordinal - where[0] < reach
        ]
        return [i for _, i in sorted(places, reverse=True)]

    def _last(
        self, sentence: ParsedSentence, token: Token, kinds: tuple[str, ...], limit: int, subject_first: bool = False
    ) -> tuple[int, ...]:
        """The one actor of these kinds that a definite phrase or a pronoun can mean."""
        here = self._before(sentence, token, kinds, reach=1)
        if subject_first:
            subject = self._subject(sentence, token, kinds, same=True)
            if subject:
                return subject
        if here:
            return (here[0],)
        previous = self._sentences.get(sentence.ordinal - 1)
        if previous is not None and previous.in_body:
            subject = self._subject(previous, None, kinds, same=False)
            if subject:
                return subject
        near = self._before(sentence, token, kinds, reach=limit + 1)
        return (near[0],) if near else ()

    def _subject(
        self, sentence: ParsedSentence, token: Token | None, kinds: tuple[str, ...], same: bool
    ) -> tuple[int, ...]:
        """The subject of the sentence, when it is one actor of these kinds and stands before the token."""
        for t in sentence.doc:
            if token is not None and t.i >= token.i:
                break
            if t.dep_ in ("nsubj", "nsubjpass") and t.pos_ != "PRON":
                found = self._one(sentence, t)
                if len(found) == 1 and self.registry.actors[found[0]].kind in kinds:
                    return found
        return ()
