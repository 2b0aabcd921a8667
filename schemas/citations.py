"""Table citations."""

from __future__ import annotations

import datetime as dt

from schemas.base import column, first_day, last_day
from schemas.evidence import Evidence


class Citations(
    Evidence,
    name="citations",
    en="One row per entry of a document's reference list, with the sentences that cite it.",
    es="Una fila por entrada de la lista de referencias de un documento, con las oraciones que la citan.",
    limits=(
        (
            "Entries are read from reference lists as printed; mistakes of the list are kept, and nothing is looked "
            "up by DOI or ISBN.",
            "Las entradas se leen de las listas de referencias tal como están impresas; se conservan sus errores y "
            "no se consulta nada por DOI o ISBN.",
        ),
    ),
):
    citation_id: str = column("Identifier of the entry.", "Identificador de la entrada.", key=True)
    number: int = column(
        "Number of the entry in its list.", "Número de la entrada en su lista.", nullable=True, minimum=0
    )
    authors: list[str] = column("Authors, in printed order.", "Autores, en el orden impreso.", many=True)
    title: str = column("Title of the work.", "Título de la obra.", nullable=True)
    publisher: str = column(
        "Publisher, newspaper, journal or web site.", "Editorial, periódico, revista o sitio web.", nullable=True
    )
    date: str = column("Date of the work in EDTF.", "Fecha de la obra en EDTF.", nullable=True, edtf=True)
    date_min: dt.date = first_day("date")
    date_max: dt.date = last_day("date")
    doi: str = column("Digital Object Identifier.", "Identificador DOI.", nullable=True)
    isbn: str = column("International Standard Book Number.", "Número ISBN.", nullable=True)
    issn: str = column("International Standard Serial Number.", "Número ISSN.", nullable=True)
    url: str = column("Web address.", "Dirección web.", nullable=True)
    accessed: str = column(
        "Date on which it was looked up, in EDTF.",
        "Fecha en que se consultó, en EDTF.",
        nullable=True,
        edtf=True,
    )
    language: str = column(
        "Language of the work, ISO 639-1 code, when said.",
        "Idioma de la obra, código ISO 639-1, cuando se dice.",
        nullable=True,
    )
    cited_by: list[str] = column(
        "Sentences that end with the entry's marker.",
        "Oraciones que terminan con la marca de la entrada.",
        references="sentences",
        many=True,
    )
