"""The columns of every table whose rows rest on words of a document."""

from __future__ import annotations

from schemas.base import Table, column


class Evidence(Table, order=("document_id", "char_start")):
    """Mixed into a table, gives its rows the document, the sentence and the exact words behind them.

    Files sort them as the words stand in the documents.
    """

    document_id: str = column(
        "Document the row was read from.",
        "Documento del que se leyó la fila.",
        references="documents",
    )
    sentence_id: str = column(
        "Sentence, list item or table row that holds the evidence.",
        "Oración, elemento de lista o fila de tabla que contiene la evidencia.",
        references="sentences",
    )
    char_start: int = column(
        "Where the evidence begins in the document's text, counted in Unicode code points from 0.",
        "Dónde empieza la evidencia en el texto del documento, en puntos de código Unicode desde 0.",
        unit="code points",
        minimum=0,
    )
    char_end: int = column(
        "Where the evidence ends, not included: text[char_start:char_end] is the evidence.",
        "Dónde termina la evidencia, sin incluir: text[char_start:char_end] es la evidencia.",
        unit="code points",
        minimum=0,
    )
    evidence: str = column(
        "The shortest run of text that states the whole thing; null where the licence forbids passing the text on.",
        "El tramo más corto de texto que lo dice todo; nulo donde la licencia impide difundir el texto.",
        nullable=True,
    )
    rule_id: str = column(
        "Rule or lexicon entry that made the row.",
        "Regla o entrada del léxico que produjo la fila.",
    )
    confidence: float = column(
        "Expected share of correct rows among those this rule makes, from 0 to 1, measured on annotated documents.",
        "Proporción esperada de filas correctas entre las de esta regla, de 0 a 1, medida en documentos anotados.",
        minimum=0,
        maximum=1,
    )
