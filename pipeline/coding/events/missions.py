"""Diplomatic missions: which one a phrase means, whose it is and where.

Belongs here: embassies, legations, consulates and posts as participants, their owners and hosts. Does not belong here:
the people sent (envoys), which words tell what became of a mission (lexicons/events).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.events.frames import classes, is_a
from pipeline.coding.events.matching import Match
from pipeline.language.clauses import arguments
from pipeline.language.model import ParsedSentence
from pipeline.language.names import country_forms

REACH = 3
"""Sentences that "the post", "the office" or "it" reach back to the mission told of."""
RANKS = frozenset({"rank", "status", "level"})
"""What of a mission is raised or lowered."""
PLACES = ("place", "state")
"""Kinds of names that say where a mission is."""
PLACED = ("in", "at", "to", "near")
"""Prepositions that lead from a mission to its host."""


class Missions:
    """The missions of one document."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def heads(self, match: Match) -> list[Token]:
        """What may be a mission among the things that a verb or a noun is about."""
        args = match.args
        about = [*args.objects, *args.subjects]
        if match.token.pos_ not in ("VERB", "AUX"):
            about = [*args.preps.get("of", []), *[c for c in match.token.children if c.dep_ in ("compound", "nmod")]]
        about += [t for a in about if a.lemma_ in RANKS for t in arguments(a).preps.get("of", [])]
        return [t for t in about if is_a(t, ["@mission"]) or t.lower_ in ("it", "which")]

    def of(self, sentence: ParsedSentence, match: Match) -> tuple[int, ...]:
        """The missions that a happening is about: named, described, or the one told of just before."""
        found: list[int] = []
        for head in self.heads(match):
            here = self._opened(sentence, match, head) if match.frame.mode == "found" else ()
            found.extend(i for i in here or self._one(sentence, head) if i not in found)
        return tuple(found)

    def owner(self, sentence: ParsedSentence, match: Match) -> tuple[int, ...]:
        """The state whose mission it is."""
        for head in self.heads(match):
            found = self._named_owner(sentence, head)
            if found:
                return found
        for index in self.of(sentence, match):
            state = self.registry.book.state(self.registry.actors[index].country)
            if state is not None:
                return (state,)
        named = [t for t in self.heads(match) if t.pos_ != "PRON"]
        return self._other(self._place(sentence, match)) if named else ()

    def host(self, sentence: ParsedSentence, match: Match) -> tuple[int, ...]:
        """The state that a mission is in."""
        return self._place(sentence, match) or self._other(self.owner(sentence, match))

    def here(self, sentence: ParsedSentence) -> tuple[int, ...]:
        """The state whose mission the sentence names."""
        return self._owner_near(sentence, 0)

    def beside(self, sentence: ParsedSentence) -> tuple[int, ...]:
        """The state whose mission was named last, in this sentence or those before it."""
        return self._owner_near(sentence, REACH)

    def _owner_near(self, sentence: ParsedSentence, reach: int) -> tuple[int, ...]:
        """The state whose mission was named last, at most `reach` sentences back."""
        seen = [
            (where, i)
            for i, entry in enumerate(self.registry.book.entries)
            if entry.actor.kind == "government_body" and _names_mission(entry.actor.name) and entry.actor.country
            for where in entry.seen
            if sentence.ordinal - reach <= where[0] <= sentence.ordinal
        ]
        state = self.registry.book.state(self.registry.actors[max(seen)[1]].country) if seen else None
        return (state,) if state is not None else ()

    # -- one phrase ------------------------------------------------------------------------

    def _one(self, sentence: ParsedSentence, head: Token) -> tuple[int, ...]:
        """The mission of one phrase."""
        found = self.registry.resolve_one(sentence, head) if head.pos_ != "PRON" else ()
        missions = tuple(i for i in found if self.registry.actors[i].kind == "government_body")
        if missions:
            return missions
        bare = head.pos_ == "PRON" or any(c.lower_ in ("the", "this", "that") for c in head.children)
        return self._before(sentence, head) if bare else ()

    def _opened(self, sentence: ParsedSentence, match: Match, head: Token) -> tuple[int, ...]:
        """The mission that is opened, known by its place ("opened an embassy in Quito"), where it has no name."""
        where = (sentence.ordinal, head.i)
        told = match.token.pos_ == "VERB" and (match.args.passive or match.args.subjects)
        if head.tag_ != "NN" or where in self.registry.name_at or not told:
            return ()
        near = [t for at in (arguments(head).preps, match.args.preps) for p in ("in", "at") for t in at.get(p, [])]
        here = [n for n in self.registry.names.get(sentence.ordinal, ()) if n.kind in PLACES]
        names = [n for n in here if any(n.first <= t.i <= n.last for t in near)]
        if not names:
            return ()
        owner = self._named_owner(sentence, head) or tuple(
            i
            for t in ([] if match.args.passive and not match.args.subjects else match.args.subjects)
            for i in self.registry.resolve_one(sentence, t)
            if self.registry.actors[i].kind == "state"
        )
        owner = owner or self._other(self._place(sentence, match))
        country = self.registry.actors[owner[0]].country if len(owner) == 1 else None
        kind = " ".join(t.text for t in head.doc[head.left_edge.i : head.i] if t.dep_ == "compound")
        name = f"{kind} {head.text} in {names[0].text}".strip()
        if where in self.registry.by_token:
            described = self.registry.by_token[where]
            actor = self.registry.actors[described]
            if not {"in", "at"} & set(actor.name.split()):
                actor.name = f"{actor.name} in {names[0].text}"
                self.registry.book.alias(described, actor.name)
            return (described,)
        return (self.registry.describe(sentence, head, name, "government_body", country),)

    def _before(self, sentence: ParsedSentence, head: Token) -> tuple[int, ...]:
        """The mission named last before a word; "it" reaches back one sentence only."""
        reach = 1 if head.pos_ == "PRON" else REACH
        seen = [
            (where, i)
            for i, entry in enumerate(self.registry.book.entries)
            if entry.actor.kind == "government_body" and _names_mission(entry.actor.name)
            for where in entry.seen
            if where < (sentence.ordinal, head.i) and sentence.ordinal - where[0] <= reach
        ]
        return (max(seen)[1],) if seen else ()

    def _named_owner(self, sentence: ParsedSentence, head: Token) -> tuple[int, ...]:
        """The state in front of a mission or behind "of": "the Chilean legation", "the Consulate of Chile"."""
        known = country_forms(head.doc)
        around = [c for c in head.children if c.dep_ in ("poss", "amod", "compound", "nmod") and c.i < head.i]
        around += arguments(head).preps.get("of", []) if head.pos_ in ("NOUN", "PROPN") else []
        for token in around:
            for inner in [token, *token.children]:
                for first, (last, form) in known.items():
                    if first <= inner.i <= last and form.form != "seat":
                        return self.registry.reference.states(sentence, head, (form.country,))
            if token.dep_ == "poss":
                found = self.registry.resolve_one(sentence, token)
                states = tuple(i for i in found if self.registry.actors[i].kind == "state")
                if states:
                    return states
        return ()

    def _place(self, sentence: ParsedSentence, match: Match) -> tuple[int, ...]:
        """The state of the place that stands with a mission or with what became of it."""
        known = country_forms(match.token.doc)
        for head in [*self.heads(match), match.token]:
            preps = arguments(head).preps if head != match.token else match.args.preps
            places = [t for p in PLACED for t in preps.get(p, [])]
            places += [c for c in head.children if c.dep_ in ("compound", "appos", "nmod") and c.pos_ == "PROPN"]
            for place in places:
                for first, (last, form) in known.items():
                    owner = form.form != "seat" and place.i < head.i
                    if first <= place.i <= last and form.form != "demonym" and not owner:
                        return self.registry.reference.states(sentence, place, (form.country,))
        return ()

    def _other(self, state: tuple[int, ...]) -> tuple[int, ...]:
        """Of the two states that a document is about the one that is not this one."""
        pair = self.registry.reference.dyad()
        return tuple(i for i in pair if i not in state) if len(set(state) & set(pair)) == 1 else ()


def _names_mission(name: str) -> bool:
    return bool({w.casefold() for w in name.split()} & (classes()["mission"] - {"office", "section", "post"}))
