"""Table quality: how well each measured table agrees with documents that were coded by hand."""

from __future__ import annotations

from schemas.base import Table, column
from schemas.vocabularies import CORPUS, FIGURE


class Quality(
    Table,
    name="quality",
    en="How well each table agrees with documents that were coded by hand, measured when the release was built. A "
    "figure without hand-coded rows is absent.",
    es="Cuánto coincide cada tabla con documentos codificados a mano, medido al construir la versión. Una medida sin "
    "filas codificadas a mano no figura.",
    limits=(
        (
            "Figures hold for the documents that were coded by hand, which are few; other documents, genres and "
            "subjects can be coded better or worse.",
            "Las medidas valen para los documentos codificados a mano, que son pocos; otros documentos, géneros y "
            "temas pueden codificarse mejor o peor.",
        ),
    ),
):
    table_name: str = column("Table that was measured.", "Tabla que se midió.", key=True)
    figure: str = column("What must agree.", "Qué debe coincidir.", key=True, vocabulary=FIGURE)
    corpus: str = column(
        "Set of hand-coded documents.", "Conjunto de documentos codificados a mano.", key=True, vocabulary=CORPUS
    )
    precision: float = column(
        "Share of our rows that are right, from 0 to 1; null when there are none.",
        "Proporción de nuestras filas que son correctas, de 0 a 1; nulo si no hay ninguna.",
        nullable=True,
        minimum=0,
        maximum=1,
    )
    recall: float = column(
        "Share of the hand-coded rows that we found, from 0 to 1.",
        "Proporción de las filas codificadas a mano que hallamos, de 0 a 1.",
        nullable=True,
        minimum=0,
        maximum=1,
    )
    f1: float = column(
        "Harmonic mean of precision and recall.",
        "Media armónica de precisión y exhaustividad.",
        nullable=True,
        minimum=0,
        maximum=1,
    )
    n_gold: int = column(
        "Number of hand-coded rows, those apart that their coder marked as optional.",
        "Número de filas codificadas a mano, sin las que su codificador marcó como opcionales.",
        minimum=1,
    )
    n_predicted: int = column(
        "Number of our rows, those apart that fall on an optional one.",
        "Número de filas nuestras, sin las que coinciden con una opcional.",
        minimum=0,
    )
    n_documents: int = column(
        "Number of documents that were coded by hand for this table.",
        "Número de documentos codificados a mano para esta tabla.",
        minimum=1,
    )
