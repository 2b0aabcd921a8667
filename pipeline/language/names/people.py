"""People: capitalised words behind a title, or that the model takes for a person.

Belongs here: the walk over a sentence. Does not belong here: names behind a title (titled), names that only the model
sees (untitled).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.language.lexicon import titles
from pipeline.language.names.model import Known, Name
from pipeline.language.names.runs import capital
from pipeline.language.names.titled import titled
from pipeline.language.names.untitled import untitled


def people(doc: Doc, known: Known) -> list[Name]:
    """Capitalised runs with a title before them, or that the model takes for persons."""
    out: list[Name] = []
    i = 0
    while i < len(doc):
        title = titles().at(doc, i)
        name, behind = None, i + 1
        if title is None:
            if doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "B" and capital(doc[i]):
                name = untitled(doc, i, known)
        elif not any(first <= i <= last and first < last for first, (last, _) in known.items()):
            name, behind = titled(doc, i, title, known), title + 1  # no word of a listed name
        if name is not None:
            out.append(name)
            behind = max(i, name.last) + 1
        i = behind
    return out
