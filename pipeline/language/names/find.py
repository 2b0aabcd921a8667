"""Names in one sentence, from all finders.

Belongs here: the order of the finders, strongest evidence first: ships and body nouns, the lists, titles and persons,
countries, the model's entities. Does not belong here: any one way of finding.
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.language.names.behind import apposed, memberships, told, with_kind
from pipeline.language.names.bodies import bodies
from pipeline.language.names.entities import entities, heralds
from pipeline.language.names.known import countries, known_words, listed
from pipeline.language.names.model import Name
from pipeline.language.names.offices import rulers, with_office
from pipeline.language.names.people import people
from pipeline.language.names.ships import ships


def find_names(doc: Doc) -> list[Name]:
    """All names of a sentence, ordered, not overlapping. Countries inside longer names: `country_forms`."""
    known = known_words(doc)
    taken = [False] * len(doc)
    out: list[Name] = []
    finders = (ships, told, bodies, listed, memberships, heralds, rulers, people, countries, entities, apposed)
    for name in [name for finder in finders for name in finder(doc, known)]:
        if any(taken[name.first : name.last + 1]):
            continue
        for i in range(name.first, name.last + 1):
            taken[i] = True
        out.append(with_kind(doc, with_office(doc, name, known), known))
    return sorted(out, key=lambda n: n.first)
