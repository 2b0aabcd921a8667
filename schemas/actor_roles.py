"""Table actor_roles."""

from __future__ import annotations

import datetime as dt

from schemas.base import ISO3, column, first_day, last_day
from schemas.evidence import Evidence


class ActorRoles(
    Evidence,
    name="actor_roles",
    en="One row per title or office that a document gives a person, with the time in office where it is told.",
    es="Una fila por título o cargo que un documento atribuye a una persona, con su duración cuando se dice.",
    limits=(
        (
            "Titles stand as the text words them: one office can have several spellings, and a former office is told "
            "from a present one only where the text does.",
            "Los títulos figuran como los expresa el texto: un mismo cargo puede tener varias formas, y un cargo "
            "pasado se distingue de uno actual solo si el texto lo hace.",
        ),
    ),
):
    role_id: str = column("Identifier of the role.", "Identificador del cargo.", key=True)
    actor_id: str = column("Person who has the role.", "Persona que tiene el cargo.", references="actors")
    title: str = column("Title or office, as the text words it.", "Título o cargo, como lo expresa el texto.")
    organisation: str = column(
        "Body in which the office is held, when said.", "Organismo del cargo, cuando se dice.", nullable=True
    )
    country: str = column(
        "State of the office, ISO 3166-1 alpha-3.",
        "Estado del cargo, ISO 3166-1 alfa-3.",
        nullable=True,
        pattern=ISO3,
    )
    start: str = column("Beginning of the role in EDTF.", "Comienzo del cargo en EDTF.", nullable=True, edtf=True)
    start_min: dt.date = first_day("start")
    start_max: dt.date = last_day("start")
    end: str = column("End of the role in EDTF.", "Final del cargo en EDTF.", nullable=True, edtf=True)
    end_min: dt.date = first_day("end")
    end_max: dt.date = last_day("end")
