"""Table conflicts."""

from __future__ import annotations

from schemas.base import Table, column


class Conflicts(
    Table,
    name="conflicts",
    en="One row per pair of rows that cannot both be right, or in which sources disagree.",
    es="Una fila por par de filas que no pueden ser ciertas a la vez, o en que las fuentes discrepan.",
    limits=(
        (
            "Only contradictions between coded values are found; sources can disagree in ways that no column holds.",
            "Solo se hallan contradicciones entre valores codificados; las fuentes pueden discrepar en lo que "
            "ninguna columna recoge.",
        ),
    ),
):
    conflict_id: str = column("Identifier of the conflict.", "Identificador del conflicto.", key=True)
    table_name: str = column("Table both rows belong to.", "Tabla de ambas filas.")
    field: str = column("Column in which they disagree.", "Columna en que discrepan.")
    left_id: str = column("Key of one row.", "Clave de una fila.")
    right_id: str = column("Key of the other row.", "Clave de la otra fila.")
    explanation: str = column("What the two say, in one sentence.", "Qué dice cada una, en una oración.")
