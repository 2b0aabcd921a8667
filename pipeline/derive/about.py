"""What the dataset as a whole says of itself, wherever it is described: title, licence, keywords, who made it.

Belongs here: facts that hold for every release. Does not belong here: what a release holds (its tables and files), or
the layout of any one descriptor. CITATION.cff tells the same facts; a test compares them.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.derive.descriptions import Language


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence by its SPDX identifier, with its full name and address."""

    name: str
    title: str
    path: str


NAME = "peru-us"

TITLES: dict[Language, str] = {
    "en": "Peru-United States relations, an open dataset coded from prose",
    "es": "Relaciones Perú-Estados Unidos, datos abiertos codificados a partir de textos",
}

ABSTRACTS: dict[Language, str] = {
    "en": "Events, actors, agreements, trade facts, recommendations and citations about relations between Peru and the "
    "United States, coded from prose documents by published rules. Every value leads back to the words it came from.",
    "es": "Eventos, actores, acuerdos, datos de comercio, recomendaciones y citas sobre las relaciones entre el Perú y "
    "los Estados Unidos, codificados a partir de textos con reglas publicadas. Cada valor remite a las palabras de las "
    "que procede.",
}

LICENCE = Licence(
    "CC-BY-4.0", "Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/"
)

PRIVATE: dict[Language, str] = {
    "en": "This release is private: it holds words of sources that may not be passed on. Keep it on your own machine.",
    "es": "Esta versión es privada: contiene palabras de fuentes que no pueden difundirse. Consérvela en su equipo.",
}
"""What a release with restricted text says of itself, in place of a licence."""

CREATOR = "Peru-United States relations dataset contributors"

KEYWORDS = ("event data", "international relations", "PLOVER", "Peru", "United States")

FIRST_PUBLISHED = "2026-11-22"
"""Day of the first release. A fact, not a clock: descriptors ask for a date, and a rebuild must give the same bytes."""


def abstract(language: Language, private: bool = False) -> str:
    """What the dataset is; of a private release, that first of all."""
    return f"{PRIVATE[language]} {ABSTRACTS[language]}" if private else ABSTRACTS[language]
