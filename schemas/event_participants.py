"""Table event_participants."""

from __future__ import annotations

from schemas.base import Table, column
from schemas.vocabularies import PARTICIPANT_ROLE


class EventParticipants(
    Table,
    name="event_participants",
    en="One row per actor and part in an event: source_ids and target_ids of events, ready to join.",
    es="Una fila por actor y papel en un evento: source_ids y target_ids de events, listo para unir.",
    limits=(
        (
            "The parts of an event, one by one: counting rows here counts an event once for each participant.",
            "Las partes de un evento, una a una: contar estas filas cuenta cada evento tantas veces como "
            "participantes tiene.",
        ),
    ),
):
    event_id: str = column("The event.", "El evento.", key=True, references="events")
    actor_id: str = column("The actor.", "El actor.", key=True, references="actors")
    role: str = column("The actor's part in it.", "El papel del actor.", key=True, vocabulary=PARTICIPANT_ROLE)
