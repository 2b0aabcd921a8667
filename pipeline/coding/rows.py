"""The rows that coders make of one document, before documents are merged.

Belongs here: plain data with references that hold inside one document. Actors, agreements and events are
referred to by their position in the lists of `CodedDocument`. Published ids, merged identities and derived
columns (quad class, Goldstein score, date bounds) are the merge stage's work.

Dates are EDTF strings, countries ISO 3166-1 alpha-3 codes, offsets code points of the document's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.read.model import Document


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a row rests on: document.text[char_start:char_end], inside one sentence.

    sentence: ordinal of that sentence. rule_id: the rule or lexicon entry that made the row.
    confidence: 0-1, the calibrated share of right rows among those this rule makes.
    """

    sentence: int
    char_start: int
    char_end: int
    rule_id: str
    confidence: float


@dataclass(slots=True)
class Actor:
    """An actor of this document. kind: vocabulary actor_kind; sector: PLOVER sector code or None."""

    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorMention:
    evidence: Evidence
    actor: int
    surface: str
    resolution: str


@dataclass(frozen=True, slots=True)
class ActorRole:
    evidence: Evidence
    actor: int
    title: str
    organisation: str | None = None
    country: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class EventCount:
    evidence: Evidence
    what: str
    comparator: str
    value: float


@dataclass(frozen=True, slots=True)
class EventMention:
    """One statement of one happening. `event` groups mentions of one happening inside this document."""

    evidence: Evidence
    event: int
    trigger: str
    event_type: str
    mode: str | None
    status: str
    sources: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    date: str | None = None
    date_basis: str = "none"
    place: str | None = None
    place_country: str | None = None
    contexts: tuple[str, ...] = ()
    attribution: int | None = None
    agreement: int | None = None
    counts: tuple[EventCount, ...] = ()


@dataclass(slots=True)
class Agreement:
    name: str
    kind: str
    status: str
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    date: str | None = None
    date_kind: str | None = None
    parties: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementMention:
    evidence: Evidence
    agreement: int
    surface: str


@dataclass(frozen=True, slots=True)
class TradeFact:
    evidence: Evidence
    indicator: str
    reporter: str | None = None
    partner: str | None = None
    commodity: str | None = None
    comparator: str | None = None
    value: float | None = None
    unit: str | None = None
    currency: str | None = None
    period: str | None = None
    attribution: int | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """issuer: None means the document's own voice."""

    evidence: Evidence
    action: str
    area: str
    area_basis: str
    modality: str
    polarity: str = "do"
    addressees: tuple[int, ...] = ()
    issuer: int | None = None
    beneficiaries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry of a reference list says. date, accessed: EDTF; language: ISO 639 codes joined by ", "."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    date: str | None = None
    doi: str | None = None
    isbn: str | None = None
    issn: str | None = None
    url: str | None = None
    accessed: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Entry):
    """cited_by: ordinals of the sentences whose end carries the entry's marker."""

    evidence: Evidence
    number: int | None
    cited_by: tuple[int, ...] = ()


@dataclass(slots=True)
class CodedDocument:
    """Everything coded from one document; `coding` holds one term of sentence_coding per sentence."""

    document: Document
    actors: list[Actor] = field(default_factory=list)
    actor_mentions: list[ActorMention] = field(default_factory=list)
    actor_roles: list[ActorRole] = field(default_factory=list)
    event_mentions: list[EventMention] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    agreement_mentions: list[AgreementMention] = field(default_factory=list)
    trade_facts: list[TradeFact] = field(default_factory=list)
    recommendations: list[Recommendation] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    coding: list[str] = field(default_factory=list)
