"""What an agreement is for (vocabulary agreement_kind).

Belongs here: deciding the kind from lists, names and sentences. Does not belong here: the lists themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.coding.agreements.model import Draft
from pipeline.coding.agreements.runs import ACRONYM
from pipeline.coding.agreements.words import kind_of, known, organisation_kinds, words
from pipeline.language.organisations import organisations

TOLD_BY_NAME = ("defence", "legal", "environment", "counter_narcotics", "exercise")
"""Purposes that the name of an organisation can show; by default it is integration."""

_PLACED = re.compile(r"(?:Treaty|Peace|Convention|Pact|Accords?) of (?:[A-Z][\w'.-]+ ?|du |de |del |la ){1,4}$")
"""Names that tell no purpose: treaties called by the place where they were signed."""


def decide(name: str, drafts: Sequence[Draft], organisation: bool) -> str:
    """By what it is known for, then the words of its names, then those of the sentences it stands in."""
    names = [n for n in (name, *(d.span.text for d in drafts), *(d.span.acronym for d in drafts)) if n]
    given = [d.kind for d in drafts if d.kind] or [known()[n].kind for n in names if n in known()]
    if given:
        return given[0]
    bloc = name.split()[0]  # "AUKUS Quantum Arrangement"
    if bloc in known() and " " in name:
        return known()[bloc].kind
    if any(n in words("exercises") or n.split()[0] in words("exercises") for n in names):
        return "exercise"
    blocs = {d.span.head.lower_ for d in drafts if d.rule == "agreement.party"} & words("blocs")
    if organisation or blocs or any(d.rule == "agreement.membership" for d in drafts):
        return _of_organisation(name, names, drafts)
    told = next((k for n in names if (k := kind_of(n))), None)
    if told is None and any(n.startswith("Treaty with the ") for n in names):
        return "legal"  # a people, not a state, gave it its name
    if told is None and _PLACED.search(name):  # not by the war that is told of beside the peace
        told = "legal" if any(words("cessions") & set(re.findall(r"\w+", d.around.lower())) for d in drafts) else None
    elif told is None and not any(_own_name(n) for n in names):
        told = next((k for d in drafts if (k := kind_of(d.context, "contexts"))), None)
    return told or ("diplomatic_relations" if _between_states(drafts) else "other")


def _own_name(name: str) -> bool:
    """Whether a name is full enough that its silence about a purpose means something."""
    return name[:1].isupper() and len(name.split()) > 3


def _between_states(drafts: Sequence[Draft]) -> bool:
    """Whether it is a partnership of two parties for no purpose that is told."""
    partnership = all(d.span.head.lower_ == "partnership" for d in drafts)
    return partnership and any(len(d.parties) == 2 for d in drafts)


def _of_organisation(name: str, names: list[str], drafts: Sequence[Draft]) -> str:
    listed = next((organisation_kinds()[n.casefold()] for n in names if n.casefold() in organisation_kinds()), None)
    if listed:
        return listed
    if any(_called_exercise(d) for d in drafts):
        return "exercise"
    if name.split()[-1].lower() in words("funds"):
        return "other"
    told = kind_of(name.replace("Security", ""))  # a forum on security is no alliance
    if told in TOLD_BY_NAME:
        return told
    bare = ACRONYM.match(name) and name not in organisations()
    return "defence" if bare and any(kind_of(d.context, "contexts") == "defence" for d in drafts) else "integration"


def _called_exercise(draft: Draft) -> bool:
    """ "X, an international naval exercise": an exercise noun in the apposition behind the name."""
    doc, at = draft.sentence.doc, draft.span.whole[1] + 1
    if at >= len(doc) or doc[at].text not in (",", "(", "-"):
        return False
    for token in doc[at + 1 : at + 9]:
        if token.lower_ in words("exercise_nouns"):
            return True
        if token.pos_ in ("VERB", "AUX") or token.text in (",", ".", ";"):
            return False
    return False
