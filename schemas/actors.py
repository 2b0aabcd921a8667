"""Table actors."""

from __future__ import annotations

from schemas.base import ISO3, Table, column
from schemas.vocabularies import ACTOR_KIND, SECTOR


class Actors(
    Table,
    name="actors",
    en="One row per person, state, body, organisation, company, medium, force or acting group that documents name.",
    es="Una fila por persona, estado, organismo, organización, empresa, medio, fuerza o grupo que se nombra.",
    limits=(
        (
            "Two actors whose names share no form stay two rows, even where they are the same; one name that two "
            "persons bear can become one row.",
            "Dos actores cuyos nombres no comparten ninguna forma quedan en dos filas aunque sean el mismo; un "
            "nombre que llevan dos personas puede quedar en una sola fila.",
        ),
        (
            "`kind`, `country` and `sector` are decided from names and what stands beside them, not looked up in a "
            "register.",
            "`kind`, `country` y `sector` se deciden por los nombres y lo que los acompaña, no por un registro.",
        ),
    ),
):
    actor_id: str = column("Identifier of the actor.", "Identificador del actor.", key=True)
    name: str = column(
        "Fullest form of the name in the documents, in English, without titles.",
        "Forma más completa del nombre en los documentos, en inglés, sin títulos.",
    )
    kind: str = column("What it is.", "Qué es.", vocabulary=ACTOR_KIND)
    country: str = column(
        "State it is, belongs to or acts for, ISO 3166-1 alpha-3; null where there is no single one.",
        "Estado que es, al que pertenece o por el que actúa, ISO 3166-1 alfa-3; nulo si no hay uno solo.",
        nullable=True,
        pattern=ISO3,
    )
    sector: str = column(
        "Part of society it belongs to, as a PLOVER code.",
        "Parte de la sociedad a la que pertenece, como código PLOVER.",
        nullable=True,
        vocabulary=SECTOR,
    )
    aliases: list[str] = column(
        "Other forms of the name that the documents use.", "Otras formas del nombre que usan los documentos.", many=True
    )
    n_mentions: int = column("How often it is mentioned.", "Cuántas veces se menciona.", minimum=0)
    n_documents: int = column("How many documents mention it.", "Cuántos documentos lo mencionan.", minimum=0)
    first_document_id: str = column(
        "First document, in order of identifiers, that mentions it.",
        "Primer documento, por orden de identificador, que lo menciona.",
        nullable=True,
        references="documents",
    )
