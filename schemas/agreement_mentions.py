"""Table agreement_mentions."""

from __future__ import annotations

from schemas.base import column
from schemas.evidence import Evidence


class AgreementMentions(
    Evidence,
    name="agreement_mentions",
    en="One row per place where a document names or describes an agreement.",
    es="Una fila por lugar donde un documento nombra o describe un acuerdo.",
    limits=(
        (
            'Later mentions by a bare noun ("the treaty") are found less often than names.',
            "Las menciones posteriores con un simple sustantivo («el tratado») se encuentran menos que los nombres.",
        ),
    ),
):
    agreement_mention_id: str = column("Identifier of the mention.", "Identificador de la mención.", key=True)
    agreement_id: str = column("Agreement that is meant.", "Acuerdo al que se refiere.", references="agreements")
    surface: str = column(
        "The words that name it; null where the licence forbids passing the text on.",
        "Las palabras que lo nombran; nulo donde la licencia impide difundir el texto.",
        nullable=True,
    )
