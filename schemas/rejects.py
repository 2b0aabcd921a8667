"""Table rejects."""

from __future__ import annotations

from schemas.base import Table, column


class Rejects(
    Table,
    name="rejects",
    en="One row per row or file that failed a check: kept here with the reason, and left out of its own table.",
    es="Una fila por fila o archivo que no pasó una comprobación: se conserva aquí con el motivo, fuera de su tabla.",
    limits=(
        (
            "Empty is the usual and good state. Rows here are not in their own table, so do not add them to its "
            "counts.",
            "Lo habitual y bueno es que esté vacía. Estas filas no están en su propia tabla, así que no se suman a "
            "sus totales.",
        ),
    ),
):
    reject_id: str = column("Identifier of the rejection.", "Identificador del rechazo.", key=True)
    table_name: str = column(
        "Table the row was meant for; documents for a file that could not be read.",
        "Tabla a la que iba la fila; documents para un archivo que no se pudo leer.",
    )
    document_id: str = column(
        "Document the row was read from, where known; it may itself be rejected.",
        "Documento del que se leyó la fila, si se conoce; puede estar rechazado también.",
        nullable=True,
    )
    row: str = column(
        "The whole row as a JSON object; words whose licence forbids passing them on are null.",
        "La fila completa como objeto JSON; las palabras cuya licencia impide difundirlas son nulas.",
    )
    check: str = column("Name of the check that failed.", "Nombre de la comprobación que falló.")
    reason: str = column("Why, in a sentence for people.", "Por qué, en una oración para personas.")
