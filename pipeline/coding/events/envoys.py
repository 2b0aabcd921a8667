"""The two states of an envoy: who sends him and who receives him, where the sentence leaves one of them out.

Belongs here: sender and host of a person appointed or accredited as a diplomat. Does not belong here: which words name
the appointment (lexicons/events/transition.yaml).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.events.matching import Match
from pipeline.language.clauses import arguments
from pipeline.language.model import ParsedSentence
from pipeline.language.names import country_forms

LONGEST_TITLE = 10
"""Words between a country and the name of its envoy ("Envoy Extraordinary and Minister Plenipotentiary")."""


class Envoys:
    """Senders and hosts in one document. An envoy's country is his own where the text gives it; else, in a text about
    two states, the one that is not his host; else the sender of the envoy told of before."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._last: tuple[int, ...] = ()

    def note(self, sources: tuple[int, ...]) -> None:
        """Remembers the state that appointed an envoy by name."""
        if len(sources) == 1 and self.registry.actors[sources[0]].kind == "state":
            self._last = sources

    def sender(self, sentence: ParsedSentence, match: Match) -> tuple[int, ...]:
        """The state that sends the envoy, or nothing."""
        found = self._own(sentence, match.args.objects) or self._other(self._receiving(sentence, match))
        pair = self.registry.reference.dyad()
        if found:
            self._last = found
        return found or (self._last if set(self._last) & set(pair) or not pair else ())

    def host(self, sentence: ParsedSentence, match: Match) -> tuple[int, ...]:
        """The state that receives the envoy, or nothing."""
        return self._receiving(sentence, match) or self._other(self._own(sentence, match.args.subjects) or self._last)

    def _own(self, sentence: ParsedSentence, heads: list[Token]) -> tuple[int, ...]:
        for head in heads:
            for index in self.registry.resolve(sentence, head, conjuncts=False):
                actor = self.registry.actors[index]
                country = actor.country or _titled(head) if actor.kind == "person" else None
                state = self.registry.book.state(country)
                if state is not None:
                    return (state,)
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


def _titled(name: Token) -> str | None:
    """ISO code of the country in front of the titles of a name ("Norwegian Minister Resident Olav Berg")."""
    forms = {last: form.country.code for last, form in country_forms(name.doc).values() if form.form != "seat"}
    for at in range(name.i - 1, max(0, name.i - LONGEST_TITLE) - 1, -1):
        if at in forms or name.doc[at].pos_ not in ("PROPN", "NOUN", "CCONJ", "ADJ"):
            return forms.get(at)
    return None
