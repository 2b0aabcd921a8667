"""From a frame's slots to actors.

Belongs here: what each slot name means in the parse. Does not belong here: which frame fits (matching), what a phrase
means (reference).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.events.envoys import Envoys
from pipeline.coding.events.matching import Match, governed
from pipeline.coding.events.misread import behind_title, misread_subject
from pipeline.coding.events.missions import Missions
from pipeline.coding.events.spoken import addressed
from pipeline.language.clauses import RECEIVE, arguments
from pipeline.language.model import ParsedSentence

DOERS = frozenset({"igo", "armed_group", "armed_force", "government_body", "party", "ngo", "company"})
"""Kinds of actors whose name in front of a noun says whose deed it is."""


class Slots:
    """Slot look-up for one document."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.missions = Missions(registry)
        self.envoys = Envoys(registry, self.missions)

    def fill(
        self, sentence: ParsedSentence, match: Match, slots: list[str], exclude: tuple[int, ...] = ()
    ) -> tuple[tuple[int, ...], list[Token]]:
        """Actors of the first slot that yields any, and the tokens they were read from."""
        if match.args.recipients and slots and slots is match.frame.target:
            slots = ["recipient", *slots]
        for slot in slots:
            actors, tokens = self._slot(sentence, match, slot)
            if not actors and slot == "object" and "object_related" in slots:
                actors, tokens = self._owners(sentence, match)
            actors = tuple(a for a in actors if a not in exclude)
            if actors:
                return actors, tokens
        return (), []

    def _owners(self, sentence: ParsedSentence, match: Match) -> tuple[tuple[int, ...], list[Token]]:
        """Who an object belongs to, by name ("criticised Kenya's plan with Chile" -> Kenya)."""
        return self._read(
            sentence, [t for o in match.args.objects for t in arguments(o).possessors if t.pos_ != "PRON"]
        )

    def fill_related(
        self, sentence: ParsedSentence, match: Match, slots: list[str], exclude: tuple[int, ...]
    ) -> tuple[tuple[int, ...], list[Token]]:
        """Second look for targets: what the slots' phrases belong to ("support for Kenya's efforts" -> Kenya)."""
        for slot in slots:
            if slot.endswith("_related") or slot in (
                "national",
                "dyad",
                "country_object",
                "entailed_host",
                "mission_host",
            ):
                continue
            actors, tokens = self._read(sentence, self._heads(match, slot), related=True)
            actors = tuple(a for a in actors if a not in exclude)
            if actors:
                return actors, tokens
        return (), []

    def fill_all(self, sentence: ParsedSentence, match: Match, slots: list[str]) -> tuple[tuple[int, ...], list[Token]]:
        """Actors of all slots together, for joint acts."""
        actors: list[int] = []
        tokens: list[Token] = []
        for slot in slots:
            if slot in ("national", "dyad") and actors and not self._one_sided(match, slot, actors):
                continue
            found, where = self._slot(sentence, match, slot)
            if match.frame.mode == "relations" and slot == "with":  # "with X as chargé" names no party
                found = tuple(a for a in found if self.registry.actors[a].kind != "person")
            new = [a for a in found if a not in actors]
            actors.extend(new)
            tokens.extend(where if new else [])
        return tuple(actors), tokens

    def _one_sided(self, match: Match, slot: str, actors: list[int]) -> bool:
        """Whether relations are told of with one of the text's two states only ("relations with Chile ended")."""
        about = match.frame.mode in ("relations", "sever") and slot == "dyad" and not match.args.subjects[1:]
        return about and len(actors) == 1 and actors[0] in self.registry.reference.dyad()

    def _slot(self, sentence: ParsedSentence, match: Match, slot: str) -> tuple[tuple[int, ...], list[Token]]:
        args, token = match.args, match.token
        if slot == "dyad":
            return self.registry.reference.dyad(), []
        if slot == "sender":
            return self.envoys.sender(sentence, match), []
        if slot == "counterpart":  # of two states the one that the doer is not
            doers, _ = self.fill(sentence, match, match.frame.source)
            pair = self.registry.reference.dyad()
            return tuple(i for i in pair if i not in doers) if set(doers) & set(pair) else (), []
        if slot == "host":
            return self.envoys.host(sentence, match), []
        if slot == "mission":
            return self.missions.of(sentence, match), self.missions.heads(match)
        if slot == "mission_owner":
            return self.missions.owner(sentence, match), self.missions.heads(match)
        if slot == "mission_host":
            return self.missions.host(sentence, match), []
        if slot == "national":
            return self.registry.reference.nationality(sentence, token) or self._modifying(sentence, token), [token]
        if slot.endswith("_related"):
            return self._read(sentence, self._heads(match, slot.removesuffix("_related")), related=True)
        if slot == "issuer":  # whoever a letter or an order is from
            return self.registry.issuing.issuers, []
        if slot == "speaker":
            return self.registry.reference.speakers.of(sentence, token), []
        if slot == "addressed":
            return addressed(self.registry, sentence, args)
        if slot == "country_object":
            return self._states(sentence, args.objects or args.preps.get("of", []) or self._compounds(token))
        if slot == "entailed_host":
            heads = [t for o in args.preps.get("of", []) for t in arguments(o).preps.get("to", [])]
            return self._read(sentence, heads)
        return self._read(sentence, self._heads(match, slot), seats=self._of_seats(match, slot))

    def _modifying(self, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
        """The organisations named in front of a noun ("a Hezbollah attack", "EU sanctions")."""
        found = [self.registry.by_token.get((sentence.ordinal, c.i)) for c in self._compounds(token) if c.i < token.i]
        return tuple(i for i in found if i is not None and self.registry.actors[i].kind in DOERS)

    @staticmethod
    def _of_seats(match: Match, slot: str) -> bool:
        """Whether a capital in this slot stands for its state: of what is visited, left or done to a government."""
        return match.frame.mode in ("visit", "recall", "sever") or (
            slot in ("to", "object", "against", "dative", "prep") and slot in match.frame.target
        )

    @staticmethod
    def _compounds(token: Token) -> list[Token]:
        return [c for c in token.children if c.dep_ in ("compound", "nmod")]

    def _heads(self, match: Match, slot: str) -> list[Token]:
        args, token = match.args, match.token
        noun = token.pos_ not in ("VERB", "AUX", "ADJ")
        if slot == "subject":
            if not noun:
                return behind_title(match) or args.subjects or misread_subject(match)
            return args.subjects or ([] if match.frame.possessor == "target" else args.possessors)
        if slot == "object":
            return args.objects or (args.preps.get("of", []) if noun else [])
        if slot == "recipient":
            return args.recipients
        if slot == "predicated":  # "X was the target of an attack"
            return arguments(token.head).subjects if token.dep_ == "attr" else []
        if slot == "object_of":
            return [t for o in args.objects for t in arguments(o).preps.get("of", [])]
        if slot == "object_force":
            return args.objects
        if slot == "dative":
            return args.datives
        if slot == "possessor":
            return args.possessors
        if slot == "by" and noun:
            suffered = args.light is not None and args.light.lemma_ in RECEIVE and not args.recipients
            return args.preps.get("by", []) or ([] if suffered else args.subjects)
        if slot == "prep":
            return governed(match.prep) if match.prep is not None else []
        if slot.startswith("complement") or slot == "purpose_object":
            return self._complement(token, slot)
        if slot == "head_to":  # "wrote to X asking for help"
            return (
                arguments(token.head).preps.get("to", []) if token.head != token and token.head.pos_ == "VERB" else []
            )
        heads = args.preps.get(slot, [])
        if not heads and not noun:
            objects = [*args.objects, *(governed(match.prep) if match.prep is not None else [])]
            things = args.subjects if match.frame.subjects else []  # "relations with X ended"
            heads = [
                t
                for o in [*objects, *things]
                if (o in things or o.i > token.i or args.passive) and o.pos_ in ("NOUN", "PROPN")
                for t in self._nested(o, slot)
            ]
        if not heads and slot == "with":  # "looks forward to working with X"
            heads = [
                t for p in args.preps.get("to", []) if p.pos_ == "VERB" for t in arguments(p).preps.get("with", [])
            ]
        if not heads and slot == "with":
            heads = args.preps.get("together with", []) or args.preps.get("alongside", [])
        return heads

    @staticmethod
    def _nested(noun: Token, prep: str) -> list[Token]:
        """What a preposition governs behind an object or behind what that consists of ("a million in aid to X")."""
        own = arguments(noun).preps
        if prep in own:
            return own[prep]
        return [t for link in ("in", "of") for inner in own.get(link, []) for t in arguments(inner).preps.get(prep, [])]

    @staticmethod
    def _complement(token: Token, slot: str) -> list[Token]:
        out: list[Token] = []
        for child in token.children:
            if child.dep_ not in ("xcomp", "ccomp", "acl", *(("advcl",) if slot == "purpose_object" else ())):
                continue
            inner = arguments(child)
            out.extend(inner.subjects if slot == "complement_subject" else inner.objects)
        return out

    def _read(
        self, sentence: ParsedSentence, heads: list[Token], related: bool = False, seats: bool = False
    ) -> tuple[tuple[int, ...], list[Token]]:
        actors: list[int] = []
        tokens: list[Token] = []
        for head in heads:
            found: tuple[int, ...] = ()
            if head.pos_ not in ("VERB", "AUX"):
                look = self.registry.related if related else self.registry.resolve_one
                found = look(sentence, head)
                if not found and seats:
                    found = self.registry.reference.seat_state(sentence, head)
            if found:
                tokens.append(head)
            actors.extend(a for a in found if a not in actors)
        return tuple(actors), tokens

    def _states(self, sentence: ParsedSentence, heads: list[Token]) -> tuple[tuple[int, ...], list[Token]]:
        """The states that diplomats, missions or forces belong to."""
        for head in heads:
            found = self.registry.reference.country_state(sentence, head)
            if found:
                return found, [head]
        return (), []
