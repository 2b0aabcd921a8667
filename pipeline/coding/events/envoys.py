"""The two states of an envoy: who sends him and who receives him, where the sentence leaves one of them out.

Belongs here: sender and host of a person appointed or accredited as a diplomat. Does not belong here: which words name
the appointment (lexicons/events/transition.yaml), embassies and consulates (missions).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.events.matching import Match
from pipeline.coding.events.missions import Missions
from pipeline.language.clauses import arguments
from pipeline.language.model import ParsedSentence
from pipeline.language.names import country_forms

LONGEST_TITLE = 10
"""Words between a country and the name of its envoy ("Envoy Extraordinary and Minister Plenipotentiary")."""
OFFICES = frozenset(
    "ambassador envoy consul chargé charge plenipotentiary legate nuncio agent attaché representative d'affaires "
    "d’affaires consular diplomat commissioner".split()
)
"""Words for those whom a state sends to another."""
SENT = frozenset({"appoint.envoy", "deputize", "commissioned", "appointment.accepted", "promote_to"})
"""Frames whose person is an envoy in any case."""


class Envoys:
    """Senders and hosts in one document. An envoy's country is his own where the text gives it; else that of the
    diplomats or the mission that the sentence names; else, in a text about two states, the one that is not his host;
    else the sender of the envoy told of before."""

    def __init__(self, registry: Registry, missions: Missions) -> None:
        self.registry = registry
        self.missions = missions
        self._last: tuple[int, ...] = ()

    def note(self, sources: tuple[int, ...]) -> None:
        """Remembers the state that appointed an envoy by name."""
        if len(sources) == 1 and self.registry.actors[sources[0]].kind == "state":
            self._last = sources

    def sender(self, sentence: ParsedSentence, match: Match) -> tuple[int, ...]:
        """The state that sends the envoy, or nothing."""
        if match.frame.id not in SENT and not _diplomatic(match):
            return ()
        found = self._own(sentence, match.args.objects) or self._styled(sentence, match.token)
        found = found or self._other(self._receiving(sentence, match)) or self.missions.beside(sentence)
        pair = self.registry.reference.dyad()
        if found:
            self._last = found
        return found or (self._last if set(self._last) & set(pair) or not pair else ())

    def host(self, sentence: ParsedSentence, match: Match) -> tuple[int, ...]:
        """The state that receives the envoy. One that the sentence does not speak of is not filled in: "He presented
        his credentials" tells no host."""
        found = self._receiving(sentence, match)
        if found:
            return found
        subjects = match.args.subjects
        own = self._own(sentence, subjects) if not all(t.pos_ == "PRON" for t in subjects) else ()
        if own and self._spoken_of(sentence):
            return self._other(own)
        near = self._styled(sentence, match.token) or self.missions.here(sentence)
        pair = self.registry.reference.dyad()
        named = {self.registry.by_token.get((sentence.ordinal, t.i)) for t in sentence.doc}
        return self._other(near or (self._last if named & set(pair) else ()))

    def _spoken_of(self, sentence: ParsedSentence) -> bool:
        """Whether the sentence names a state or a mission."""
        return any(n.kind in ("state", "government_body") or n.country for n in self.registry.names[sentence.ordinal])

    def _own(self, sentence: ParsedSentence, heads: list[Token]) -> tuple[int, ...]:
        for head in heads:
            for index in self.registry.resolve(sentence, head, conjuncts=False):
                actor = self.registry.actors[index]
                country = actor.country or _titled(head) if actor.kind == "person" else None
                state = self.registry.book.state(country)
                if state is not None:
                    return (state,)
        return ()

    def _styled(self, sentence: ParsedSentence, verb: Token) -> tuple[int, ...]:
        """The state of the diplomats that the clause and the one above it speak of: "the first Norwegian envoy in Chile
        was X, who was appointed in 1841"."""
        known = country_forms(verb.doc)
        for token in verb.doc:
            if token.lemma_.lower() not in OFFICES | {"minister"}:
                continue
            for first, (last, form) in known.items():
                near = token.left_edge.i <= first and last < token.i
                if near and form.form != "seat" and token.i - last <= LONGEST_TITLE:
                    return self.registry.reference.states(sentence, token, (form.country,))
        return ()

    def _receiving(self, sentence: ParsedSentence, match: Match) -> tuple[int, ...]:
        """The state behind "to" or "in", at the verb or at the office."""
        offices = [*match.args.objects, *match.args.preps.get("as", []), match.token]
        for office in offices:
            preps = arguments(office).preps
            for place in [*preps.get("to", []), *preps.get("in", [])]:
                found = self.registry.resolve(sentence, place)
                states = [i for i in found if self.registry.actors[i].kind == "state"]
                states = states or list(self.registry.reference.seat_state(sentence, place))
                if states:
                    return tuple(states[:1])
        return ()

    def _other(self, state: tuple[int, ...]) -> tuple[int, ...]:
        pair = self.registry.reference.dyad()
        return tuple(i for i in pair if i not in state) if len(pair) == 2 and set(state) & set(pair) else ()


def _diplomatic(match: Match) -> bool:
    """Whether the office is one of those sent abroad; a minister is when he is one "to" a state or "resident"."""
    heads = [*match.args.objects, *match.args.preps.get("as", [])]
    heads += [t for c in match.token.children if c.dep_ in ("oprd", "attr", "xcomp") for t in (c, *c.children)]
    for head in heads:
        words = {t.lemma_.lower() for t in head.subtree}
        if words & OFFICES or ("minister" in words and ({"to", "resident"} & words)):
            return True
    return False


def _titled(name: Token) -> str | None:
    """ISO code of the country in front of the titles of a name ("Norwegian Minister Resident Olav Berg")."""
    forms = {last: form.country.code for last, form in country_forms(name.doc).values() if form.form != "seat"}
    for at in range(name.i - 1, max(0, name.i - LONGEST_TITLE) - 1, -1):
        if at in forms or name.doc[at].pos_ not in ("PROPN", "NOUN", "CCONJ", "ADJ"):
            return forms.get(at)
    return None
