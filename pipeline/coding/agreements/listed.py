"""What can be taken part in, where a clause of taking part is followed by one name or by a list.

Belongs here: which names follow and where the list ends. Does not belong here: the clauses (taking), who takes part
(members).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.coding.agreements.model import Span
from pipeline.coding.agreements.runs import ACRONYM, DASHES, written
from pipeline.coding.agreements.scene import Scene
from pipeline.coding.agreements.words import words
from pipeline.coding.dating import Tied
from pipeline.language.names import Name

UNITED = ("confederation", "union", "league", "alliance", "movement")
NO_MEMBERS = ("observer", "guest", "candidate", "associate", "applicant")
MEMBERS = frozenset({"countries", "states", "members", "member", "ally", "allies"})
LONG_LIST = 3
"""Names after which a list goes on even over a word that is no known name."""
MOST_SKIPPED = 9
"""Words between "member of" and the first name."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that can be joined, at tokens first..last: an agreement's span, or an organisation's name.

    dated: the date that stands right behind it inside a list.
    """

    first: int
    last: int
    span: Span | None = None
    name: Name | None = None
    dated: Tied | None = None


def listed(scene: Scene, start: int, spans: list[Span]) -> list[Unit]:
    """The names that follow, one or a list; none where the first is nothing that can be joined."""
    doc, i, seen = scene.doc, start, 0
    out: list[Unit] = []
    while i < len(doc):
        unit = _unit(scene, i, spans, seen > 0)
        if unit is not None:
            if _modifies(scene, unit):
                break
            i, aside = _aside(scene, unit.last + 1)
            dated = _dated(scene, unit.last + 1)
            i = max(i, dated.last + 1) if dated is not None else i
            out += [] if aside.startswith(NO_MEMBERS) else [replace(unit, dated=dated)]
            seen += 1
        elif seen and _next_member(scene, i):
            break
        elif seen:
            unknown = seen >= LONG_LIST and (doc[i].text[0].isupper() or doc[i].is_digit or doc[i].text in DASHES)
            if doc[i].lower_ not in words("between_names") and not unknown:
                break
            i += 1
        elif doc[i].lower_ in words("before_names") and i - start < MOST_SKIPPED:
            i += 1
        else:
            break
    return out


def _next_member(scene: Scene, i: int) -> bool:
    """Whether a state at token i begins what is said of another member ("..., and Chile, as a member of ...")."""
    behind = scene.doc[i + 1 : i + 3].text.lower().lstrip(", ")
    index = scene.registry.by_token.get((scene.sentence.ordinal, i))
    return index is not None and scene.registry.actors[index].kind == "state" and behind.startswith("as")


def _dated(scene: Scene, i: int) -> Tied | None:
    """A date right behind a name of a list: "since 1999", "(in 2004)"."""
    j = i
    while j < len(scene.doc) and (scene.doc[j].lower_ in ("since", "in", "from") or scene.doc[j].text in ("(", ",")):
        j += 1
    bare = j == i or scene.doc[j - 1].text == ","
    return None if bare else next((d for d in scene.dates if d.first in (j, j - 1) and d.last >= j), None)


def _aside(scene: Scene, i: int) -> tuple[int, str]:
    """The token behind a bracket that opens at i, and the bracket's words ("(observer)"); i itself where none does."""
    doc = scene.doc
    if i >= len(doc) or doc[i].text != "(":
        return i, ""
    close = next((j for j in range(i, len(doc)) if doc[j].text == ")"), len(doc) - 1)
    return close + 1, doc[i + 1 : close].text.lower()


def _unit(scene: Scene, i: int, spans: list[Span], listed: bool) -> Unit | None:
    names = scene.registry.names.get(scene.sentence.ordinal, ())
    for span in spans:
        if span.whole[0] <= i <= span.whole[1] and not _seat(span.text):
            body = next((n for n in names if n.kind == "igo" and n.first <= span.first and n.last >= span.last), None)
            return Unit(span.whole[0], span.whole[1], span) if body is None else Unit(body.first, body.last, name=body)
    if not scene.doc[i].text[:1].isupper():
        return None
    exercise = next((e for e in words("exercises") if _stands(scene, i, e)), None)
    if exercise is not None:
        last = i + len(exercise.split()) - 1
        return Unit(i, last, name=Name(i, last, exercise, "igo", rule="exercise"))
    for name in names:
        if name.covers(i) and _organisation(scene, name):
            return Unit(name.first, name.last, name=name)
        if name.covers(i) and not listed:
            return None
    token, form = scene.doc[i], written(scene.sentence, scene.source, i, i)
    certain = listed or (len(form) > 2 and form.isupper() and token.ent_type_ != "GPE")
    if ACRONYM.match(form) and certain and token.text not in ("US", "U.S.", "UK"):
        return Unit(i, i, name=Name(i, i, form, "igo", "acronym", rule="letters"))
    return None


def _stands(scene: Scene, i: int, phrase: str) -> bool:
    """Whether the words of a phrase stand at token i, whatever their capitals."""
    parts = phrase.casefold().split()
    return [t.lower_ for t in scene.doc[i : i + len(parts)]] == parts


def _seat(text: str) -> bool:
    return any(text.endswith(w) for w in words("not_membership"))


def _organisation(scene: Scene, name: Name) -> bool:
    if _seat(name.canonical or name.text):
        return False
    last = name.text.split()[-1].lower()
    if name.kind == "igo":
        return True
    if name.kind == "state":
        return name.rule == "body:state" and last in UNITED
    form = written(scene.sentence, scene.source, name.first, name.last)
    if name.kind in ("other", "ngo", "place", "company", "person") and len(form) > 3 and ACRONYM.match(form):
        return form.isupper()
    return name.kind in ("other", "ngo") and last in words("joinable") | words("binding")


def _modifies(scene: Scene, unit: Unit) -> bool:
    """ "NATO headquarters", "the EU's programme": the name belongs to another noun."""
    if unit.last + 1 >= len(scene.doc):
        return False
    after = scene.doc[unit.last + 1]
    if after.text in ("'s", "'"):
        return True
    joined = after.lower_ in words("joinable") | words("binding") | MEMBERS
    return after.pos_ in ("NOUN", "PROPN") and scene.doc[unit.last].dep_ in ("compound", "nmod", "amod") and not joined
