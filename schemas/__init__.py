"""The published tables, in publishing order: a table comes after every table it refers to."""

from __future__ import annotations

from schemas.actor_mentions import ActorMentions
from schemas.actor_roles import ActorRoles
from schemas.actors import Actors
from schemas.agreement_mentions import AgreementMentions
from schemas.agreement_parties import AgreementParties
from schemas.agreements import Agreements
from schemas.base import Column, Table
from schemas.citations import Citations
from schemas.conflicts import Conflicts
from schemas.documents import Documents
from schemas.event_counts import EventCounts
from schemas.event_mentions import EventMentions
from schemas.event_participants import EventParticipants
from schemas.events import Events
from schemas.quality import Quality
from schemas.recommendations import Recommendations
from schemas.rejects import Rejects
from schemas.releases import Releases
from schemas.sentences import Sentences
from schemas.trade_facts import TradeFacts

TABLES: dict[str, type[Table]] = {
    table.table(): table
    for table in (
        Documents,
        Sentences,
        Actors,
        ActorMentions,
        ActorRoles,
        Agreements,
        AgreementParties,
        AgreementMentions,
        Events,
        EventMentions,
        EventParticipants,
        EventCounts,
        TradeFacts,
        Recommendations,
        Citations,
        Conflicts,
        Rejects,
        Quality,
        Releases,
    )
}

__all__ = ["TABLES", "Column", "Table"]
