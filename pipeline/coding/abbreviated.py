"""Acronyms of a document and the names that they shorten.

Belongs here: letters that some sentence of the document spells out. Does not belong here: listed acronyms
(pipeline.language.names.known), whether letters in one sentence shorten the name before them
(pipeline.language.names.letters).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.coding.likeness import fold
from pipeline.language.names import Name
from pipeline.language.names.letters import is_acronym, letters_behind

UNSURE = frozenset({"entity:other", "entity:place", "entity:person", "entity:membership"})
"""Rules whose kind another sentence may correct."""
_SPELT_OUT = frozenset({"government_body", "igo", "ngo", "company", "party", "media", "armed_force", "armed_group"})
"""Kinds of names that a text abbreviates."""
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "&", "'s", "-", ","})
"""Words of a name that its acronym leaves out."""


def acronyms(sentences: list[tuple[Doc, list[Name]]]) -> dict[str, Name]:
    """Acronym -> the name that it shortens: in brackets behind it, else by the initials of just one name.

    Listed acronyms are no concern of the document's.
    """
    spelt = [(doc, n) for doc, names in sentences for n in names if n.kind in _SPELT_OUT and n.last > n.first]
    table: dict[str, Name] = {}
    for doc, name in spelt:
        behind = letters_behind(doc, name)
        if behind is not None:
            table.setdefault(behind.text, name)
    initials: dict[str, dict[str, Name]] = {}
    for _, name in spelt:
        letters = "".join(w[0] for w in name.text.split() if w.lower() not in _SMALL).upper()
        initials.setdefault(letters, {}).setdefault(fold(name.text), name)
    unknown = {n.text for doc, names in sentences for n in names if n.rule in UNSURE and is_acronym(doc[n.first].text)}
    for letters in sorted(unknown - set(table)):
        meant = initials.get(letters, {})
        if len(meant) == 1 and len(letters) > 2:
            table[letters] = next(iter(meant.values()))
    return table
