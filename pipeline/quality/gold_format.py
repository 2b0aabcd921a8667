"""The format of a gold file as models: its fields, which of them must be there, and the terms that they may take.

Belongs here: declarations. Does not belong here: files and messages (gold).
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from schemas.vocabularies import (
    ACTOR_KIND,
    AGREEMENT_KIND,
    AGREEMENT_STATUS,
    AREA,
    COMPARATOR,
    EVENT_STATUS,
    EVENT_TYPE,
    INDICATOR,
    MODALITY,
    Vocabulary,
)


def _term(vocabulary: Vocabulary) -> Any:
    def check(value: str) -> str:
        if value not in vocabulary:
            raise ValueError(f"{value!r} is none of {', '.join(vocabulary.names)}")
        return value

    return AfterValidator(check)


class GoldRow(BaseModel):
    """What all rows share. Fields that the format does not know are a coder's notes, unless they look like a slip."""

    model_config = ConfigDict(frozen=True, extra="allow")

    optional: bool = False

    @property
    def words(self) -> str | None:
        """What a person knows the row by."""
        return getattr(self, "quote", None) or getattr(self, "name", None) or getattr(self, "title", None)


class _Quoted(GoldRow):
    quote: str = Field(min_length=1)


class GoldEvent(_Quoted):
    type: Annotated[str, _term(EVENT_TYPE)]
    status: Annotated[str, _term(EVENT_STATUS)] = "occurred"
    trigger: str | None = None
    mode: str | None = None
    sources: list[str] = []
    targets: list[str] = []
    date: str | None = None
    place: str | None = None
    counts: list[dict[str, Any]] = []
    attribution: str | None = None


class GoldActor(GoldRow):
    name: str = Field(min_length=1)
    kind: Annotated[str, _term(ACTOR_KIND)]
    country: str | None = None
    aliases: list[str] = []
    roles: list[dict[str, Any]] = []


class GoldAgreement(_Quoted):
    name: str = Field(min_length=1)
    kind: Annotated[str, _term(AGREEMENT_KIND)]
    status: Annotated[str, _term(AGREEMENT_STATUS)] = "unknown"
    acronym: str | None = None
    aliases: list[str] = []
    parties: list[str] = []
    date: str | None = None
    date_kind: str | None = None


class GoldFact(_Quoted):
    indicator: Annotated[str, _term(INDICATOR)]
    reporter: str | None = None
    partner: str | None = None
    commodity: str | None = None
    comparator: Annotated[str, _term(COMPARATOR)] | None = None
    value: float | None = None
    unit: str | None = None
    period: str | None = None


class GoldAdvice(_Quoted):
    action: str
    area: Annotated[str, _term(AREA)]
    modality: Annotated[str, _term(MODALITY)]
    addressees: list[str] = []
    issuer: str | None = None


class GoldCitation(GoldRow):
    number: int | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | None = None


class GoldDocument(BaseModel):
    """One file. A table that is None was not coded."""

    model_config = ConfigDict(frozen=True, extra="allow")

    document: str = Field(min_length=1)
    published: str | None = None
    corpus: str | None = None
    events: list[GoldEvent] | None = None
    actors: list[GoldActor] | None = None
    agreements: list[GoldAgreement] | None = None
    trade_facts: list[GoldFact] | None = None
    recommendations: list[GoldAdvice] | None = None
    citations: list[GoldCitation] | None = None
