"""Table event_mentions."""

from __future__ import annotations

from schemas.base import column
from schemas.evidence import Evidence
from schemas.vocabularies import DATE_BASIS, EVENT_MODE, EVENT_STATUS, EVENT_TYPE


class EventMentions(
    Evidence,
    name="event_mentions",
    en="One row per statement of a happening: what one sentence of one document says about it.",
    es="Una fila por enunciado de un hecho: lo que una oración de un documento dice de él.",
    limits=(
        (
            "Only what a sentence states of an identifiable actor is here; what must be gathered from several "
            "sentences, or from irony and allusion, is missed.",
            "Solo figura lo que una oración dice de un actor identificable; se pierde lo que hay que reunir de "
            "varias oraciones o deducir de una ironía o alusión.",
        ),
    ),
):
    event_mention_id: str = column("Identifier of the statement.", "Identificador del enunciado.", key=True)
    event_id: str = column("Event that is told.", "Evento que se cuenta.", references="events")
    trigger: str = column(
        "Word or words that name the happening; null where the licence forbids passing the text on.",
        "Palabra o palabras que nombran el hecho; nulo donde la licencia impide difundir el texto.",
        nullable=True,
    )
    event_type: str = column("What was done.", "Qué se hizo.", vocabulary=EVENT_TYPE)
    mode: str = column(
        "Finer kind of the type; null when none of its modes fits.",
        "Clase más precisa del tipo; nulo si ninguno de sus modos corresponde.",
        nullable=True,
        vocabulary=EVENT_MODE,
    )
    date: str = column(
        "When it happened according to this statement, in EDTF.",
        "Cuándo ocurrió según este enunciado, en EDTF.",
        nullable=True,
        edtf=True,
    )
    date_basis: str = column("What the date rests on.", "En qué se apoya la fecha.", vocabulary=DATE_BASIS)
    status: str = column(
        "Whether it happened, is under way, is planned or is claimed.",
        "Si ocurrió, está en curso, está previsto o se afirma.",
        vocabulary=EVENT_STATUS,
    )
    place: str = column("Place, as this statement names it.", "Lugar, como lo nombra este enunciado.", nullable=True)
    source_ids: list[str] = column(
        "Actors who do it, according to this statement.",
        "Actores que lo hacen, según este enunciado.",
        references="actors",
        many=True,
    )
    target_ids: list[str] = column(
        "Actors to whom it is done, according to this statement.",
        "Actores a quienes se hace, según este enunciado.",
        references="actors",
        many=True,
    )
    attribution_id: str = column(
        "Actor to whom the text attributes the statement; null when it speaks for itself.",
        "Actor a quien el texto atribuye el enunciado; nulo si habla por sí mismo.",
        nullable=True,
        references="actors",
    )
