"""Every vocabulary of the tables: its terms, and what each means in English and Spanish.

A closed vocabulary lists all values that may occur; an open one explains the usual values and allows others.
"""

from schemas.vocabularies.agreements import AGREEMENT_DATE_KIND, AGREEMENT_KIND, AGREEMENT_STATUS
from schemas.vocabularies.base import Term, Vocabulary
from schemas.vocabularies.contexts import CONTEXT
from schemas.vocabularies.events import (
    COUNT_WHAT,
    DATE_BASIS,
    DATE_PRECISION,
    EVENT_STATUS,
    EVENT_TYPE,
    PARTICIPANT_ROLE,
    QUAD_CLASS,
    EventType,
)
from schemas.vocabularies.facts import AREA, AREA_BASIS, COMPARATOR, INDICATOR, MODALITY, POLARITY, UNIT
from schemas.vocabularies.measures import CORPUS, FIGURE
from schemas.vocabularies.modes import EVENT_MODE, MODES, Mode, cameo, goldstein, modes_of, quad_class
from schemas.vocabularies.people import ACTOR_KIND, RESOLUTION, SECTOR
from schemas.vocabularies.texts import BLOCK, GENRE, SENTENCE_CODING, TEXT_KIND

VOCABULARIES: dict[str, Vocabulary] = {
    vocabulary.name: vocabulary
    for vocabulary in (
        ACTOR_KIND,
        AGREEMENT_DATE_KIND,
        AGREEMENT_KIND,
        AGREEMENT_STATUS,
        AREA,
        AREA_BASIS,
        BLOCK,
        COMPARATOR,
        CONTEXT,
        CORPUS,
        COUNT_WHAT,
        DATE_BASIS,
        DATE_PRECISION,
        EVENT_MODE,
        EVENT_STATUS,
        EVENT_TYPE,
        FIGURE,
        GENRE,
        INDICATOR,
        MODALITY,
        PARTICIPANT_ROLE,
        POLARITY,
        QUAD_CLASS,
        RESOLUTION,
        SECTOR,
        SENTENCE_CODING,
        TEXT_KIND,
        UNIT,
    )
}

__all__ = [
    "ACTOR_KIND",
    "AGREEMENT_DATE_KIND",
    "AGREEMENT_KIND",
    "AGREEMENT_STATUS",
    "AREA",
    "AREA_BASIS",
    "BLOCK",
    "COMPARATOR",
    "CONTEXT",
    "CORPUS",
    "COUNT_WHAT",
    "DATE_BASIS",
    "DATE_PRECISION",
    "EVENT_MODE",
    "EVENT_STATUS",
    "EVENT_TYPE",
    "FIGURE",
    "GENRE",
    "INDICATOR",
    "MODALITY",
    "MODES",
    "PARTICIPANT_ROLE",
    "POLARITY",
    "QUAD_CLASS",
    "RESOLUTION",
    "SECTOR",
    "SENTENCE_CODING",
    "TEXT_KIND",
    "UNIT",
    "VOCABULARIES",
    "EventType",
    "Mode",
    "Term",
    "Vocabulary",
    "cameo",
    "goldstein",
    "modes_of",
    "quad_class",
]
