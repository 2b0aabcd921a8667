"""Pages about one agreement: lines with its parties and dates behind labels ("Parties: Chile, Kenya, Norway").

Belongs here: whose parties and dates such lines name. Does not belong here: parties that a clause names (parties),
memberships of one state (rosters).
"""

from __future__ import annotations

import re

from pipeline.coding.agreements.model import Draft
from pipeline.coding.agreements.runs import DASHES
from pipeline.coding.agreements.scene import Scene
from pipeline.coding.agreements.words import words

_PARTIES = re.compile(
    r"(?:(?:current|state|contracting|list of|member)\s+)*(?:parties|signatories|ratifications|member states|members)"
    r"(?:\s*\([^)]*\)?)?",
    re.IGNORECASE,
)
_DATES = {
    "signed": re.compile(r"(?:date )?(?:signed|of signature)|opened for signature", re.IGNORECASE),
    "in_force": re.compile(r"(?:date of )?(?:ent(?:ered|ry) into force|effective)(?: date)?", re.IGNORECASE),
}
FEWEST = 3
"""States of the shortest list."""
FURTHEST = 12
"""Tokens of the longest label."""


def fill(scene: Scene, drafts: list[Draft]) -> None:
    """Gives the agreement that a page opens with what stands behind "Parties:" and "Entered into force:"."""
    subject = drafts[0] if drafts and drafts[0].span.head.lower_ in words("binding") else None
    first = next(scene.registry.parsed.body(), None)
    if subject is None or first is None or subject.sentence.ordinal > first.ordinal + 1:
        return
    mark = next((t.i for t in scene.doc[:FURTHEST] if t.text.endswith((":", *DASHES)) and t.i), None)
    if mark is None:
        return
    label = scene.doc[: mark + 1].text.rstrip(" :|" + "".join(DASHES)).strip(" _*")
    if _PARTIES.fullmatch(label):
        subject.parties = tuple(dict.fromkeys([*subject.parties, *_listed(scene, mark + 1)]))
    for kind, pattern in _DATES.items():
        behind = [d for d in scene.dates if d.first in (mark, mark + 1)]
        if pattern.fullmatch(label) and behind and subject.date is None:
            subject.date, subject.date_kind = behind[0].expression.edtf, kind


def _listed(scene: Scene, start: int) -> list[int]:
    at = [scene.registry.by_token.get((scene.sentence.ordinal, i)) for i in range(start, len(scene.doc))]
    found = dict.fromkeys(i for i in at if i is not None and scene.registry.actors[i].kind in ("state", "igo"))
    return list(found) if len(found) >= FEWEST else []
