"""Table agreement_parties."""

from __future__ import annotations

from schemas.base import Table, column


class AgreementParties(
    Table,
    name="agreement_parties",
    en="One row per actor that takes part in an agreement: party_ids of agreements, ready to join.",
    es="Una fila por actor que participa en un acuerdo: party_ids de agreements, listo para unir.",
    limits=(
        (
            "Parties are those a text names beside the agreement; a treaty with many members has few of them here.",
            "Las partes son las que un texto nombra junto al acuerdo; un tratado con muchos miembros tiene aquí pocas.",
        ),
    ),
):
    agreement_id: str = column("The agreement.", "El acuerdo.", key=True, references="agreements")
    actor_id: str = column("The party.", "La parte.", key=True, references="actors")
