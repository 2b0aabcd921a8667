"""Table event_counts."""

from __future__ import annotations

from schemas.base import column
from schemas.evidence import Evidence
from schemas.vocabularies import COMPARATOR, COUNT_WHAT


class EventCounts(
    Evidence,
    name="event_counts",
    en="One row per number that a document gives for an event: people killed, arrested, deployed and the like.",
    es="Una fila por cifra que un documento da de un evento: muertos, detenidos, desplegados y similares.",
    limits=(
        (
            "Numbers are those of the text. Where documents differ, every number has its row; they are not added up "
            "or reconciled.",
            "Las cifras son las del texto. Si los documentos difieren, cada cifra tiene su fila; no se suman ni se "
            "concilian.",
        ),
    ),
):
    event_count_id: str = column("Identifier of the count.", "Identificador de la cifra.", key=True)
    event_id: str = column("Event that is counted.", "Evento al que se refiere la cifra.", references="events")
    what: str = column("What was counted.", "Qué se contó.", vocabulary=COUNT_WHAT)
    comparator: str = column("How the value is to be read.", "Cómo debe leerse el valor.", vocabulary=COMPARATOR)
    value: float = column("The number.", "La cifra.")
