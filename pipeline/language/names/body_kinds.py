"""What the other words of a body's name tell of its kind: a "Council" of employers is no organ of the state.

Belongs here: kinds that the body noun alone leaves open. Does not belong here: where the name begins and ends (bodies),
which nouns name bodies at all (lexicons/nouns.yaml).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.language.countries import CountryForm
from pipeline.language.lexicon import vocabulary
from pipeline.language.names.model import Known

Span = tuple[int, int]
"""First and last token."""
_ACROSS = frozenset("international transatlantic multilateral trilateral intergovernmental transnational".split())
"""First words of bodies of several states."""
_ASSEMBLIES = frozenset("council union congress board committee commission alliance organization organisation".split())
"""Body nouns of states and of private people alike; whose body it is, its members tell."""
_JOINT = frozenset("joint bilateral binational bi mixed trilateral tripartite quadripartite".split())
"""Words of bodies that two or more states hold together."""
_FIGHTING = frozenset("liberation islamic revolutionary resistance armed jihad defence defense insurgent".split())
"""Words that make a "front" an armed group; other fronts are parties."""
_UNITED = frozenset({"unions", "hands", "employers", "chambers", "industries", "churches"})
"""Plurals of private members beside the unnamed groups of people that texts speak of."""


def body_kind(doc: Doc, name: Span, noun: Span, kind: str, country: str | None, known: Known) -> str:
    """The kind of the body at tokens `name` (first, last) whose body noun, of that kind, stands at `noun`; country: of
    its own words."""
    words = {t.lower_ for t in doc[name[0] : name[1] + 1] if t.i < noun[0] or t.i > noun[1]}
    last = doc[noun[1]].lower_ if doc[noun[1]].lower_ != "of" else doc[noun[1] - 1].lower_
    if last in _ASSEMBLIES and kind in ("government_body", "igo") and _has_members(doc, name, words):
        return "ngo"
    if last == "front" and noun[0] == noun[1]:
        return "armed_group" if words & _FIGHTING else "party"
    across = last in _ASSEMBLIES and doc[name[0]].lower_ in _ACROSS and country is None
    shared = last in _ASSEMBLIES | {"group"} and bool(words & _JOINT)
    if shared and kind == "government_body" and (country is None or _lands(name, known) > 1):
        return "igo"  # "the Joint Economic Committee", "the Kenya-Norway Joint Commission"
    if kind == "government_body" and (across or _of_organisation(name[0], noun[0], known)):
        return "igo"  # "the International Cocoa Council", "the EU Border Agency"
    return kind


def _has_members(doc: Doc, name: Span, words: set[str]) -> bool:
    """Whether a class of people is written in the name: "Owners' Council", "Union of Dock Workers"."""
    owners = any(t.text == "'" and doc[t.i - 1].lower_.endswith("s") for t in doc[name[0] + 1 : name[1]])
    return owners or any(w.endswith("s") and w in vocabulary("group_nouns") | _UNITED for w in words)


def _of_organisation(start: int, first: int, known: Known) -> bool:
    """Whether the words before the body noun are an organisation of states: its body is one of several states, too."""
    return any(start <= k < first and getattr(entry, "kind", "") == "igo" for k, (_, entry) in known.items())


def _lands(name: Span, known: Known) -> int:
    """How many states the words of a name tell."""
    forms = (entry for k, (_, entry) in known.items() if name[0] <= k <= name[1] and isinstance(entry, CountryForm))
    return len({form.country.name for form in forms})
