"""Table agreements."""

from __future__ import annotations

import datetime as dt

from schemas.base import Table, column, first_day, last_day
from schemas.vocabularies import AGREEMENT_DATE_KIND, AGREEMENT_KIND, AGREEMENT_STATUS


class Agreements(
    Table,
    name="agreements",
    en="One row per treaty, pact, programme, standing exercise or organisation that binds two or more actors.",
    es="Una fila por tratado, pacto, programa, ejercicio permanente u organización que une a dos o más actores.",
    order=("date_min",),
    limits=(
        (
            "Only what documents mention is here: it is no register of treaties, and `status` and `date` are what "
            "they say, not what the law is.",
            "Solo figura lo que mencionan los documentos: no es un registro de tratados, y `status` y `date` son lo "
            "que ellos dicen, no lo que rige en derecho.",
        ),
        (
            "An agreement named in two ways that share no words can be two rows.",
            "Un acuerdo nombrado de dos maneras sin palabras en común puede ocupar dos filas.",
        ),
    ),
):
    agreement_id: str = column("Identifier of the agreement.", "Identificador del acuerdo.", key=True)
    name: str = column("Fullest name the documents give.", "Nombre más completo que dan los documentos.")
    acronym: str = column("Its initials.", "Sus siglas.", nullable=True)
    aliases: list[str] = column("Other names the documents use.", "Otros nombres que usan los documentos.", many=True)
    kind: str = column("What it is for.", "Para qué es.", vocabulary=AGREEMENT_KIND)
    status: str = column(
        "Where it stands, as the text presents it.",
        "En qué estado está, según lo presenta el texto.",
        vocabulary=AGREEMENT_STATUS,
    )
    date: str = column(
        "Date of signing, taking effect or founding, in EDTF.",
        "Fecha de firma, vigencia o fundación, en EDTF.",
        nullable=True,
        edtf=True,
    )
    date_min: dt.date = first_day("date")
    date_max: dt.date = last_day("date")
    date_kind: str = column(
        "What happened on that date.", "Qué ocurrió en esa fecha.", nullable=True, vocabulary=AGREEMENT_DATE_KIND
    )
    party_ids: list[str] = column(
        "Actors that the text says take part; empty when it names none.",
        "Actores que el texto dice que participan; vacío si no nombra a ninguno.",
        references="actors",
        many=True,
    )
    n_mentions: int = column("How often it is mentioned.", "Cuántas veces se menciona.", minimum=0)
    n_documents: int = column("How many documents mention it.", "Cuántos documentos lo mencionan.", minimum=0)
