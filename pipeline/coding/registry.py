"""The list of actors of one document: who is named, and by which forms.

Belongs here: identity inside a document (full name and surname, acronym and name, misspelling and right spelling).
Does not belong here: likeness of two names (likeness), finding names (pipeline.language.names), identity across
documents (pipeline.merge.actors).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from pipeline.coding.likeness import body_words, fold, full_name, lands, misspelt, same_person
from pipeline.coding.rows import Actor
from pipeline.language.names import Name


@dataclass
class Entry:
    """One actor while a document is being read: its row, the forms seen and how often, sentences of its mentions."""

    actor: Actor
    forms: Counter[str] = field(default_factory=Counter)
    titles: list[tuple[str, str | None]] = field(default_factory=list)
    seen: list[tuple[int, int]] = field(default_factory=list)  # (sentence ordinal, token)
    hosts: set[str] = field(default_factory=set)  # ISO codes of the states it is sent to: not its own
    settled: bool = False  # its country, also None, is known and must not be inferred

    @property
    def tokens(self) -> tuple[str, ...]:
        return tuple(fold(self.actor.name).split())


class Actors:
    """The list of actors, with look-up by name. Positions in the list are what rows refer to."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._by_key: dict[tuple[str, str], int] = {}

    # -- adding ----------------------------------------------------------------------------

    def put(self, name: Name, where: tuple[int, int]) -> int:
        """The actor that a name means; a new one where no known actor fits."""
        index = self._find(name)
        if index is None:
            index = self._new(name)
        entry = self.entries[index]
        entry.forms[name.text] += 1
        entry.seen.append(where)
        if name.title:
            entry.titles.append((name.title, name.country))
        if name.host:
            entry.hosts.add(name.host)
        entry.settled = entry.settled or name.rule in ("listed", "titled:igo")
        if entry.actor.country is None:
            entry.actor.country = name.country
        self._by_key.setdefault((name.kind, fold(name.text)), index)
        return index

    def describe(self, text: str, kind: str, country: str | None, where: tuple[int, int]) -> int:
        """An actor known only by a description, such as a group or a body that the text does not name."""
        return self.put(Name(0, 0, text, kind, country=country, rule="description"), where)

    def alias(self, index: int, form: str) -> None:
        """Another written form of a known actor (an acronym in brackets, a misspelling)."""
        entry = self.entries[index]
        entry.forms[form] += 0
        self._by_key.setdefault((entry.actor.kind, fold(form)), index)

    def _new(self, name: Name) -> int:
        self.entries.append(Entry(Actor(name.canonical or name.text, name.kind, name.country)))
        index = len(self.entries) - 1
        self._by_key.setdefault((name.kind, fold(name.canonical or name.text)), index)
        return index

    # -- finding ---------------------------------------------------------------------------

    def _find(self, name: Name) -> int | None:
        for form in (name.canonical, name.text):
            if form and (name.kind, fold(form)) in self._by_key:
                found = self._by_key[name.kind, fold(form)]
                if self._compatible(found, name):
                    return found
        if name.kind == "person":
            return self._find_person(name)
        if name.kind not in ("state", "group") and not name.canonical:
            return self._find_body(name)
        return None

    def _compatible(self, index: int, name: Name) -> bool:
        country = self.entries[index].actor.country
        return name.kind in ("person", "state") or not country or not name.country or country == name.country

    def _find_person(self, name: Name) -> int | None:
        tokens = tuple(fold(name.text).split())
        people = [i for i, e in enumerate(self.entries) if e.actor.kind == "person"]
        exact = [i for i in people if same_person(tokens, self.entries[i].tokens)]
        if exact:
            return exact[-1]
        close = [i for i in people if misspelt(tokens, self.entries[i].tokens)]
        return close[-1] if len(close) == 1 else None

    def _find_body(self, name: Name) -> int | None:
        """ "the Congress" after "Congress of Kenya"; "Kenyan Ministry of X" after "Ministry of X of Kenya"."""
        words, own = body_words(name.text), lands(name.text)
        best = None
        for i, entry in enumerate(self.entries):
            if entry.actor.kind != name.kind or not self._compatible(i, name):
                continue
            other = body_words(entry.actor.name)
            if own and (theirs := lands(entry.actor.name)) and own.isdisjoint(theirs):
                continue  # states without a code: "Soviet forces" are not "North Vietnamese forces"
            if words == other or (
                len(words) == 1 and words < other and name.country is None and not entry.forms[name.text]
            ):
                best = i
        return best

    def by_name(self, text: str, kinds: tuple[str, ...] = ()) -> int | None:
        """The actor with exactly this written form."""
        for (kind, form), index in self._by_key.items():
            if form == fold(text) and (not kinds or kind in kinds):
                return index
        return None

    def person(self, name: str) -> int | None:
        """The person that a name means, as in put, without adding one."""
        return self._find(Name(0, 0, name, "person"))

    def state(self, country: str | None) -> int | None:
        """The state with this ISO code, if the document names it."""
        for i, entry in enumerate(self.entries):
            if country and entry.actor.kind == "state" and entry.actor.country == country:
                return i
        return None

    # -- finishing -------------------------------------------------------------------------

    def finish(self) -> None:
        """Settle every actor's name and aliases from the forms seen."""
        for entry in self.entries:
            if entry.actor.kind == "person":
                entry.actor.name = full_name(entry.forms)
            elif entry.actor.kind != "state":
                entry.actor.name = self._fullest(entry)
            entry.actor.aliases = tuple(sorted(f for f in entry.forms if f != entry.actor.name))

    @staticmethod
    def _fullest(entry: Entry) -> str:
        """The longest form that the document itself writes; of equals the commonest."""
        written = (
            [f for f in entry.forms if not (f.isupper() and len(f) < 7)] or list(entry.forms) or [entry.actor.name]
        )
        return max(written, key=lambda f: (len(f.split()), entry.forms[f], f))
