"""Rosters: long lists of the letters of organisations, as "International organization participation: ECA, FAO, ...".

Belongs here: what is a roster, the names of one and whose it is. Does not belong here: lists of names in running text
(listed), clauses of taking part (taking).
"""

from __future__ import annotations

import re

from pipeline.coding.agreements.listed import NO_MEMBERS, Unit
from pipeline.coding.agreements.runs import ACRONYM
from pipeline.coding.agreements.scene import Scene
from pipeline.coding.agreements.words import words
from pipeline.coding.reference.setting import home
from pipeline.language.names import Name

_BODIES = r"(?:international|multilateral|intergovernmental|regional)\s+organi[sz]ations?"
_TITLE = re.compile(
    rf"(?:{_BODIES}(?:\s+(?:participation|memberships?))?|memberships?(?:\s+(?:in|of)\s+{_BODIES})?"
    rf"|(?:participation|memberships?)\s+in\s+{_BODIES}|member\s+of)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Z][A-Za-z]*-?\d{1,2}$")
FEWEST = 5
"""Names of the shortest roster; most of them are letters."""
WIDEST = 7
"""Tokens of the longest name in one."""
_PARTIAL = (*NO_MEMBERS, "partner", "subscriber", "correspondent", "signatory", "suspended", "non")


def roster(scene: Scene) -> tuple[list[Unit], list[int]]:
    """The names of a roster that stands below its title or behind it, and the state that the document is about."""
    start = _titled(scene)
    units = items(scene, start) if start is not None else []
    country = home(scene.registry.reference) if units else None
    state = scene.registry.book.state(country) if country else None
    return (units, [state]) if state is not None else ([], [])


def items(scene: Scene, start: int) -> list[Unit]:
    """The names of a roster that begins at token start; [] where what stands there is none."""
    runs = _runs(scene, start)
    letters = [r for r in runs if r[0] == r[1] and _is_letters(scene.doc[r[0]].text)]
    if len(runs) < FEWEST or 2 * len(letters) < len(runs):
        return []
    return [_unit(scene, first, last) for first, last, aside in runs if _state_body(scene, first, last, aside)]


def _titled(scene: Scene) -> int | None:
    """The token that a roster begins at: behind "Member of:", or the first one below such a heading; else None."""
    doc = scene.doc
    colon = next((t.i for t in doc[:WIDEST] if t.text in (":", "|")), None)
    if colon is not None and _TITLE.fullmatch(doc[:colon].text.strip(" *_|-")):
        return colon + 1
    section = scene.sentence.block.section
    return 0 if section and _TITLE.fullmatch(section[-1].strip(" *_#:")) else None


def _runs(scene: Scene, start: int) -> list[tuple[int, int, str]]:
    """First and last token of what stands between commas, and the words in brackets behind it."""
    doc, depth = scene.doc, 0
    out: list[tuple[int, int, str]] = []
    run: list[int] = []
    aside: list[str] = []
    for i in range(start, len(doc) + 1):
        text = doc[i].text if i < len(doc) else ","
        depth += text.count("(") - text.count(")")
        if text in (",", ";") and depth <= 0:
            while run and doc[run[0]].lower_ in ("and", "the"):
                run.pop(0)
            named = run and doc[run[0]].text[0].isupper() and len(doc[run[0]].text) > 1
            if named and len(run) <= WIDEST:
                out.append((run[0], run[-1], " ".join(aside)))
            run, aside = [], []
        elif depth > 0 and text != "(":
            aside.append(text.lower())
        elif text not in ("(", ")", ".") and not aside:
            run.append(i)
    return out


def _is_letters(text: str) -> bool:
    return bool(ACRONYM.match(text) or _LETTERS.match(text))


def _state_body(scene: Scene, first: int, last: int, aside: str) -> bool:
    """Whether a state is a full member there; bodies of trade unions and societies, and missions, have none."""
    return scene.doc[first : last + 1].text not in words("no_member_states") and not aside.startswith(_PARTIAL)


def _unit(scene: Scene, first: int, last: int) -> Unit:
    return Unit(first, last, name=Name(first, last, scene.doc[first : last + 1].text, "igo", rule="roster"))
