"""Table quality, and which fields of each measured table its figures compare."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.base import Table, column
from schemas.vocabularies import CORPUS, FIGURE


@dataclass(frozen=True, slots=True)
class Compared:
    """Columns of a measured table. typed: those that tell what sort of thing a row is; rest: the others compared."""

    typed: tuple[str, ...]
    rest: tuple[str, ...]

    def fields(self, figure: str) -> tuple[str, ...]:
        """The columns that must agree for a figure. Raises KeyError for a figure that is none."""
        return {"found": (), "typed": self.typed, "full": (*self.typed, *self.rest)}[figure]


COMPARED = {
    "events": Compared(("event_type",), ("source_ids", "target_ids", "date")),
    "actors": Compared(("kind",), ("country",)),
    "agreements": Compared(("kind",), ("party_ids",)),
    "trade_facts": Compared(("indicator", "value", "commodity"), ("reporter", "partner", "comparator", "unit")),
    "recommendations": Compared(("modality",), ("addressee_ids", "area")),
    "citations": Compared(("title",), ("publisher", "date")),
}
"""The tables that are measured. Of an event each statement counts (`event_mentions`)."""

MEASURED_WITH = {
    "actor_mentions": "actors",
    "agreement_mentions": "agreements",
    "agreement_parties": "agreements",
    "event_mentions": "events",
    "event_participants": "events",
}
"""Tables whose rows are measured as part of another table's."""


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
