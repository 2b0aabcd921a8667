"""Table sentences."""

from __future__ import annotations

from schemas.base import Table, column
from schemas.vocabularies import BLOCK, SENTENCE_CODING


class Sentences(
    Table,
    name="sentences",
    en="One row per sentence of every document, coded or not, so that what yielded nothing can be seen too.",
    es="Una fila por oración de cada documento, codificada o no, para que también se vea lo que no produjo nada.",
    order=("document_id", "ordinal"),
    limits=(
        (
            "Where a sentence ends is decided by rules and can be wrong at abbreviations and in lists.",
            "El final de una oración se decide con reglas y puede fallar en abreviaturas y listas.",
        ),
        (
            "`coding` tells why a sentence gave no rows, as far as the rules can tell; `unrecognised` covers what "
            "they missed as well as what is no matter for a table.",
            "`coding` dice por qué una oración no dio filas, hasta donde las reglas lo saben; `unrecognised` abarca "
            "tanto lo que se les escapó como lo que no es asunto de ninguna tabla.",
        ),
    ),
):
    sentence_id: str = column("Identifier of the sentence.", "Identificador de la oración.", key=True)
    document_id: str = column("Document it stands in.", "Documento en que está.", references="documents")
    ordinal: int = column(
        "Place of the sentence in the document, from 0.", "Lugar de la oración en el documento, desde 0.", minimum=0
    )
    block: str = column("Part of the page it belongs to.", "Parte de la página a la que pertenece.", vocabulary=BLOCK)
    section: str = column(
        "Headings above it, outermost first, joined with ' > '; null where the licence forbids passing the text on.",
        "Encabezados que la preceden, del más general al más particular, unidos con ' > '; nulo donde la licencia "
        "impide difundir el texto.",
        nullable=True,
    )
    locator: str = column(
        "Where a reader finds it in the file, such as a line number.",
        "Dónde la halla el lector en el archivo, como un número de línea.",
        nullable=True,
    )
    char_start: int = column(
        "Where it begins in the document's text, in Unicode code points from 0.",
        "Dónde empieza en el texto del documento, en puntos de código Unicode desde 0.",
        unit="code points",
        minimum=0,
    )
    char_end: int = column("Where it ends, not included.", "Dónde termina, sin incluir.", unit="code points", minimum=0)
    text: str = column(
        "The sentence itself; null where the licence forbids passing the text on.",
        "La oración misma; nulo donde la licencia impide difundir el texto.",
        nullable=True,
    )
    coding: str = column(
        "Whether rows rest on it and, if none do, why.",
        "Si hay filas que se apoyan en ella y, si no, por qué.",
        vocabulary=SENTENCE_CODING,
    )
