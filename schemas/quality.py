"""Table quality."""

from __future__ import annotations

from schemas.base import Table, column


class Quality(
    Table,
    name="quality",
    en="How well each table agrees with annotated documents, measured when the release was built.",
    es="Cuánto coincide cada tabla con documentos anotados, medido al construir la versión.",
):
    table_name: str = column("Table that was measured.", "Tabla que se midió.", key=True)
    figure: str = column(
        "What was compared: whole rows, or one of their fields.",
        "Qué se comparó: filas enteras o uno de sus campos.",
        key=True,
    )
    corpus: str = column("Set of annotated documents.", "Conjunto de documentos anotados.", key=True)
    precision: float = column(
        "Share of our rows that are right, from 0 to 1; null when there are none.",
        "Proporción de nuestras filas que son correctas, de 0 a 1; nulo si no hay ninguna.",
        nullable=True,
        minimum=0,
        maximum=1,
    )
    recall: float = column(
        "Share of the annotated rows that we found, from 0 to 1; null when there are none.",
        "Proporción de las filas anotadas que hallamos, de 0 a 1; nulo si no hay ninguna.",
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
    n_gold: int = column("Number of annotated rows.", "Número de filas anotadas.", minimum=0)
    n_predicted: int = column("Number of our rows.", "Número de filas nuestras.", minimum=0)
