"""Table events."""

from __future__ import annotations

import datetime as dt

from schemas.base import ISO3, Table, column, first_day, last_day
from schemas.vocabularies import CONTEXT, DATE_PRECISION, EVENT_MODE, EVENT_STATUS, EVENT_TYPE, QUAD_CLASS


class Events(
    Table,
    name="events",
    en="One row per happening in which an identifiable actor does something of political, diplomatic, military, legal "
    "or economic weight, whatever number of documents tell of it.",
    es="Una fila por hecho en que un actor identificable hace algo de peso político, diplomático, militar, legal o "
    "económico, sean cuantos sean los documentos que lo cuentan.",
    order=("date_min",),
    limits=(
        (
            "Counts of events measure what the documents tell, not what happened: what is written about more often "
            "is here more often.",
            "El número de eventos mide lo que cuentan los documentos, no lo que ocurrió: aquello de lo que más se "
            "escribe aparece más.",
        ),
        (
            "Events without `date` are many in some genres. Leaving them out shifts a trend; `date_min` and "
            "`date_max` tell how wide a date is.",
            "En algunos géneros muchos eventos no tienen `date`. Omitirlos cambia una tendencia; `date_min` y "
            "`date_max` dicen cuán amplia es una fecha.",
        ),
        (
            "One happening told in very different words by two documents can be two rows; two alike ones without "
            "dates can be one.",
            "Un hecho contado con palabras muy distintas por dos documentos puede ocupar dos filas; dos hechos "
            "parecidos y sin fecha, una sola.",
        ),
        (
            "`goldstein` is a property of type and mode, the same for every event of that kind: it does not measure "
            "how grave this one was.",
            "`goldstein` es propio del tipo y del modo, igual para todos los eventos de esa clase: no mide la "
            "gravedad de este.",
        ),
    ),
):
    event_id: str = column("Identifier of the event.", "Identificador del evento.", key=True)
    event_type: str = column("What was done.", "Qué se hizo.", vocabulary=EVENT_TYPE)
    mode: str = column(
        "Finer kind of the type; null when none of its modes fits.",
        "Clase más precisa del tipo; nulo si ninguno de sus modos corresponde.",
        nullable=True,
        vocabulary=EVENT_MODE,
    )
    quad_class: str = column(
        "Cooperation or conflict, in words or deeds; null for TRANSITION.",
        "Cooperación o conflicto, de palabra o de hecho; nulo para TRANSITION.",
        nullable=True,
        vocabulary=QUAD_CLASS,
    )
    goldstein: float = column(
        "Conflict-cooperation score of type and mode, from -10 (conflict) to 10 (cooperation); null for TRANSITION.",
        "Puntaje de conflicto y cooperación del tipo y modo, de -10 (conflicto) a 10; nulo para TRANSITION.",
        nullable=True,
        minimum=-10,
        maximum=10,
    )
    contexts: list[str] = column(
        "Matters the event is about, as PLOVER contexts.",
        "Asuntos del evento, como contextos de PLOVER.",
        vocabulary=CONTEXT,
        many=True,
    )
    date: str = column(
        "When it happened, in EDTF; null when the text does not fix it.",
        "Cuándo ocurrió, en EDTF; nulo si el texto no lo fija.",
        nullable=True,
        edtf=True,
    )
    date_min: dt.date = first_day("date")
    date_max: dt.date = last_day("date")
    date_precision: str = column(
        "How closely the date is known; null without a date.",
        "Con qué exactitud se conoce la fecha; nulo sin fecha.",
        nullable=True,
        vocabulary=DATE_PRECISION,
    )
    status: str = column(
        "Whether it happened, is under way, is planned or is claimed.",
        "Si ocurrió, está en curso, está previsto o se afirma.",
        vocabulary=EVENT_STATUS,
    )
    place: str = column(
        "Country or city where it happened, when said.", "País o ciudad donde ocurrió, cuando se dice.", nullable=True
    )
    place_country: str = column(
        "Country of the place, ISO 3166-1 alpha-3.",
        "País del lugar, ISO 3166-1 alfa-3.",
        nullable=True,
        pattern=ISO3,
    )
    source_ids: list[str] = column(
        "Actors who do it; all parties to a joint deed; empty when the doer is not named.",
        "Actores que lo hacen; todas las partes de un acto conjunto; vacío si no se nombra al autor.",
        references="actors",
        many=True,
    )
    target_ids: list[str] = column(
        "Actors to whom it is done or addressed; empty when there are none.",
        "Actores a quienes se hace o dirige; vacío si no hay.",
        references="actors",
        many=True,
    )
    source_countries: list[str] = column(
        "Countries of the sources, ISO 3166-1 alpha-3, each once.",
        "Países de las fuentes, ISO 3166-1 alfa-3, una vez cada uno.",
        pattern=ISO3,
        many=True,
    )
    target_countries: list[str] = column(
        "Countries of the targets, ISO 3166-1 alpha-3, each once.",
        "Países de los destinatarios, ISO 3166-1 alfa-3, una vez cada uno.",
        pattern=ISO3,
        many=True,
    )
    agreement_id: str = column(
        "Agreement that the event signs, joins, leaves or otherwise concerns.",
        "Acuerdo que el evento firma, al que ingresa, que deja o al que se refiere.",
        nullable=True,
        references="agreements",
    )
    n_mentions: int = column("How often it is told.", "Cuántas veces se cuenta.", minimum=0)
    n_documents: int = column("How many documents tell of it.", "Cuántos documentos lo cuentan.", minimum=0)
