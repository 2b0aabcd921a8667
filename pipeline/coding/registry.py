"""The actors of one document: who is named, by which forms, and who a noun phrase means.

Belongs here: identity inside a document (full name and surname, acronym and name, misspelling and right spelling).
Does not belong here: finding names (pipeline.language.names), identity across documents (pipeline.merge.actors).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from pipeline.coding.rows import Actor
from pipeline.language.countries import forms
from pipeline.language.names import Name


def fold(text: str) -> str:
    """Case, accents and punctuation folded, for comparing names."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("'s", ""))
    return " ".join(
        "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).casefold().split()
    )


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
        words = body_words(name.text)
        best = None
        for i, entry in enumerate(self.entries):
            if entry.actor.kind != name.kind or not self._compatible(i, name):
                continue
            other = body_words(entry.actor.name)
            if (
                _lands(name.text)
                and _lands(entry.actor.name)
                and _lands(name.text).isdisjoint(_lands(entry.actor.name))
            ):
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


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two forms can be one person's: one's words lie within the other's, or given names or initials agree.

    A lone word must be the last word of the other, or its last but one (two surnames), never its given name alone.
    """
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if short == long:
        return True
    if len(short) == 1:
        return short[0] in long[max(1, len(long) - 3) :]
    shorter = len(short) < len(long)
    if set(short) <= set(long) if shorter else set(short) == set(long):
        return True
    surname = short[-1] == long[-1] or (shorter and len(long) > 2 and short[-1] == long[-2])
    return surname and (short[0] == long[0] or (1 in (len(short[0]), len(long[0])) and short[0][0] == long[0][0]))


def misspelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the forms differ by one or two letters in the surname, with nothing else speaking against it."""
    if not a or not b or min(len(a[-1]), len(b[-1])) < 5 or a[-1][0] != b[-1][0]:
        return False
    if len(a) > 1 and len(b) > 1 and a[0] != b[0]:
        return False
    limit = 1 if min(len(a[-1]), len(b[-1])) < 7 else 2
    return DamerauLevenshtein.distance(a[-1], b[-1], score_cutoff=limit) <= limit


def body_words(text: str) -> frozenset[str]:
    """The words that identify a body, without function words and its country's."""
    words = text.replace("’", "'").replace("'s", "").split()
    kept: list[str] = []
    i = 0
    while i < len(words):
        size = next((n for n in (4, 3, 2, 1) if " ".join(words[i : i + n]) in forms()), 0)
        if not size:
            kept.append(fold(words[i]))
        i += size or 1
    return frozenset(kept) - {"of", "the", "and", "for", "republic", "national", "in", "at"}


def _lands(text: str) -> frozenset[str]:
    """Plain names of the countries that the text's own words carry, also of those without a code."""
    words = text.replace("’", "'").replace("'s", "").split()
    found: list[str] = []
    i = 0
    while i < len(words):
        size = next((n for n in (4, 3, 2, 1) if " ".join(words[i : i + n]) in forms()), 0)
        if size:
            found.append(forms()[" ".join(words[i : i + size])].country.name)
        i += size or 1
    return frozenset(found)


def full_name(forms: Counter[str]) -> str:
    """The fullest form of a person, its surname spelt as the document spells it most often."""
    ranked = sorted(forms, key=lambda f: (-len(f.split()), -forms[f], f))
    best = next((f for f in ranked if not f.isupper()), ranked[0])
    words = best.split()
    votes: Counter[str] = Counter()
    for form, count in forms.items():
        last = form.split()[-1]
        if misspelt((fold(last),), (fold(words[-1]),)) or last == words[-1]:
            votes[last] += count
    if votes:
        top = max(sorted(votes), key=lambda w: votes[w])
        if votes[top] > votes[words[-1]]:
            words[-1] = top
    return " ".join(words)
