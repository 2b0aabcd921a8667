"""Table actor_mentions."""

from __future__ import annotations

from schemas.base import column
from schemas.evidence import Evidence
from schemas.vocabularies import RESOLUTION


class ActorMentions(
    Evidence,
    name="actor_mentions",
    en="One row per place where a document names an actor or refers back to it.",
    es="Una fila por lugar donde un documento nombra a un actor o vuelve a referirse a él.",
    limits=(
        (
            'A pronoun or a description such as "the minister" is resolved within its document only, and is right '
            "less often than a name.",
            "Un pronombre o una descripción como «el ministro» se resuelve solo dentro de su documento, y acierta "
            "menos que un nombre.",
        ),
    ),
):
    mention_id: str = column("Identifier of the mention.", "Identificador de la mención.", key=True)
    actor_id: str = column("Actor that is meant.", "Actor al que se refiere.", references="actors")
    surface: str = column(
        "The words that name it; null where the licence forbids passing the text on.",
        "Las palabras que lo nombran; nulo donde la licencia impide difundir el texto.",
        nullable=True,
    )
    resolution: str = column(
        "How the words were recognised as this actor.",
        "Cómo se reconoció a este actor en las palabras.",
        vocabulary=RESOLUTION,
    )
