"""Table recommendations."""

from __future__ import annotations

from schemas.base import column
from schemas.evidence import Evidence
from schemas.vocabularies import AREA, AREA_BASIS, MODALITY, POLARITY


class Recommendations(
    Evidence,
    name="recommendations",
    en="One row per act that a document or someone in it says ought to be done or not done.",
    es="Una fila por acción que un documento, o alguien en él, dice que debe hacerse o no hacerse.",
    limits=(
        (
            "What a text advises is not what anyone did, nor what this dataset's makers advise.",
            "Lo que un texto aconseja no es lo que alguien hizo, ni lo que aconsejan quienes hacen estos datos.",
        ),
        (
            "Advice given only by tone, or as a question, is not found; `addressee_ids` is empty where the text "
            "names nobody, as it often does.",
            "No se halla el consejo dado solo por el tono o como pregunta; `addressee_ids` queda vacío donde el "
            "texto no nombra a nadie, lo que es frecuente.",
        ),
        (
            "An area that rests on the surroundings of an act (`area_basis`) is right far less often than one that "
            "its own words tell.",
            "Un ámbito que se apoya en el entorno de la acción (`area_basis`) acierta mucho menos que el que indican "
            "sus propias palabras.",
        ),
    ),
):
    recommendation_id: str = column("Identifier of the recommendation.", "Identificador de la recomendación.", key=True)
    action: str = column(
        "The advised act as a short verb phrase in the text's words.",
        "La acción aconsejada, como frase verbal breve en las palabras del texto.",
    )
    addressee_ids: list[str] = column(
        "Actors who are to act; empty when nobody is named.",
        "Actores que deben actuar; vacío si no se nombra a nadie.",
        references="actors",
        many=True,
    )
    issuer_id: str = column(
        "Actor who advises; null when the document speaks in its own voice.",
        "Actor que aconseja; nulo si el documento habla por sí mismo.",
        nullable=True,
        references="actors",
    )
    area: str = column("Field that the act steers.", "Ámbito que orienta la acción.", vocabulary=AREA)
    area_basis: str = column("What the area rests on.", "En qué se apoya el ámbito.", vocabulary=AREA_BASIS)
    modality: str = column("How strongly it is advised.", "Con qué fuerza se aconseja.", vocabulary=MODALITY)
    polarity: str = column(
        "Whether the act is advised or advised against.",
        "Si la acción se aconseja o se desaconseja.",
        vocabulary=POLARITY,
    )
    beneficiary_ids: list[str] = column(
        "Actors for whose good it is to be done.",
        "Actores en cuyo beneficio debe hacerse.",
        references="actors",
        many=True,
    )
