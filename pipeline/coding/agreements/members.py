"""Memberships: the organisations that states belong to, and the parties of agreements that clauses of taking part name.

Belongs here: who takes part in what, and the rows of organisations. Does not belong here: the clauses (taking), which
names follow them (listed), names that show an agreement by themselves (names).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.coding.agreements.listed import Unit, listed
from pipeline.coding.agreements.model import Draft, Span
from pipeline.coding.agreements.parties import evidence
from pipeline.coding.agreements.rosters import items, roster
from pipeline.coding.agreements.runs import ACRONYM, written
from pipeline.coding.agreements.scene import Scene
from pipeline.coding.agreements.taking import Taking, takings
from pipeline.coding.agreements.words import lexicon, verbs, words
from pipeline.coding.dating import Tied, tie

SIGNING = verbs("sign") | verbs("ratify") | {"endorse"}
ROLES = frozenset(lexicon().taking_part_verbs)
BELONGING = (verbs("join") - {"endorse", "sign", "subscribe"}) | verbs("leave") | verbs("admit") | ROLES


@dataclass(frozen=True, slots=True)
class Joined:
    """Parties that are said to take part in a named agreement, and the clause that says so (None: a list's lead-in)."""

    members: list[int]
    taking: Taking | None = None

    @property
    def words(self) -> list[Token]:
        return [*self.taking.members, self.taking.anchor] if self.taking else []

    @property
    def status(self) -> str:
        return self.taking.status if self.taking else "in_force"


@dataclass(slots=True)
class Found:
    """What a sentence says of taking part.

    drafts: organisations. joined: first and last token of an agreement's span -> its parties. opens: the states that a
    lead-in such as "Kenya is a member of the following bodies:" says the items below it are about.
    """

    drafts: list[Draft]
    joined: dict[tuple[int, int], Joined]
    opens: list[int]


def memberships(scene: Scene, spans: list[Span], led: list[int]) -> Found:
    """Everything that a state or body of this sentence is said to take part in; led: members that a lead-in names."""
    found = Found([], {}, [])
    units, state = roster(scene)
    if units:
        _enter(scene, found, units, state, state, None)
        return found
    if led:
        _enter(scene, found, listed(scene, 0, spans), led, led, None)
    for taking in takings(scene.doc):
        named = [t for t in taking.members if not _person(scene, t) or taking.anchor.lemma_ in SIGNING]
        members = scene.of_all(named)
        states = [i for i in members if scene.registry.actors[i].kind == "state"]
        units = items(scene, taking.start)
        units = units or [u for start in _starts(taking) for u in listed(scene, start, spans)]
        if not units and _opens(scene, taking.start):
            found.opens = states
        _enter(scene, found, units, members, states if _belongs(taking) else [], taking)
    return found


def _starts(taking: Taking) -> list[int]:
    """Where names begin: behind the clause's preposition, and behind the same one after "..., and"."""
    doc, first = taking.anchor.doc, taking.start
    prep = doc[first - 1].lower_
    again = [
        i + 2 for i in range(first + 1, len(doc) - 2) if [t.lower_ for t in doc[i - 1 : i + 2]] == [",", "and", prep]
    ]
    return [first, *again]


def _enter(
    scene: Scene, found: Found, units: list[Unit], members: list[int], states: list[int], taking: Taking | None
) -> None:
    for unit in units:
        chosen = [i for i in (members if unit.span else states) if not _same(scene, unit, i)]
        if chosen and unit.span is not None:
            found.joined.setdefault((unit.span.first, unit.span.last), Joined(chosen, taking))
        elif chosen:
            alone = unit is units[-1] and not any(u.dated for u in units)
            found.drafts.append(_draft(scene, taking, unit, chosen, alone))


def _opens(scene: Scene, start: int) -> bool:
    """Whether nothing but "the following organisations:" stands behind the clause."""
    rest = scene.doc[start:]
    return bool(len(rest)) and rest[-1].text == ":" and all(t.lower_ in words("before_names") for t in rest)


def _person(scene: Scene, token: Token) -> bool:
    """Whether a person takes part, who speaks for a state only in signing."""
    return token.lower_ in ("he", "she", "who") or scene.person(token)


def _same(scene: Scene, unit: Unit, actor: int) -> bool:
    return unit.name is not None and scene.registry.by_token.get((scene.sentence.ordinal, unit.last)) == actor


def _belongs(taking: Taking) -> bool:
    """Organisations are joined or belonged to; they are not signed or endorsed."""
    return taking.anchor.pos_ in ("NOUN", "PROPN") or taking.anchor.lemma_ in BELONGING


# -- rows --------------------------------------------------------------------------------------


def _draft(scene: Scene, taking: Taking | None, unit: Unit, members: list[int], alone: bool) -> Draft:
    span = _span_of(scene, unit)
    organisation = scene.registry.by_token.get((scene.sentence.ordinal, unit.last))
    date, date_end = date_of(scene, taking, alone)
    if unit.dated is not None:
        date, date_end = _edtf(unit.dated), unit.dated.last
    shown = span.whole
    if taking is not None:
        tokens = [t for t in taking.members if t.pos_ != "PRON" or t.i < taking.anchor.i]
        behind = date_end if date_end is not None and date_end > span.last else None
        shown = evidence(span, [*tokens, taking.anchor], taking.verb, behind)
    return Draft(
        scene.sentence,
        span,
        "agreement.membership",
        sure=True,
        parties=tuple(members),
        date=date,
        date_kind="other" if date else None,
        status=taking.status if taking else "in_force",
        organisation=organisation,
        evidence=shown,
    )


def _span_of(scene: Scene, unit: Unit) -> Span:
    doc = scene.doc
    form = written(scene.sentence, scene.source, unit.first, unit.last)
    text = form if ACRONYM.match(form) else doc[unit.first : unit.last + 1].text
    span = Span(unit.first, unit.last, doc[unit.last], text, [t.lower_ for t in doc[unit.first : unit.last + 1]])
    span.acronym = text if ACRONYM.match(text) and text.isupper() else None
    k = unit.last + 1
    if k + 2 < len(doc) and doc[k].text == "(" and doc[k + 2].text == ")":
        letters = written(scene.sentence, scene.source, k + 1, k + 1)
        if ACRONYM.match(letters):
            span.acronym, span.end = letters, k + 2
    return span


def date_of(scene: Scene, taking: Taking | None, alone: bool = True) -> tuple[str | None, int | None]:
    """EDTF of joining or of the time of membership, and the token it ends on.

    A date behind a list belongs to its last name (alone: this is the last name, or the only one).
    """
    if taking is None:
        return None, None
    tied = tie(taking.anchor, taking.verb or taking.anchor, scene.dates, frozenset())
    if tied is None or (tied.first > taking.anchor.i and not alone):
        return None, None
    return _edtf(tied), tied.last


def _edtf(tied: Tied) -> str | None:
    """The date of joining: of "since 1999" the year alone."""
    return tied.expression.point if tied.expression.kind == "since" else tied.expression.edtf
