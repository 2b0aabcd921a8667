"""Coded documents for the tests of merging, written the short way."""

from __future__ import annotations

import hashlib
from typing import Any

from pipeline.coding.rows import (
    Actor,
    ActorMention,
    ActorRole,
    Agreement,
    AgreementMention,
    Citation,
    CodedDocument,
    EventCount,
    EventMention,
    Evidence,
    Recommendation,
    TradeFact,
)
from pipeline.read.model import Block, Document, Metadata, Sentence


class Draft:
    """A document whose every sentence is a paragraph; each method adds a sentence and the row that rests on it."""

    def __init__(self, document_id: str, *, published: str | None = None, free: bool = True) -> None:
        self.id, self.published, self.free = document_id, published, free
        self.sentences: list[str] = []
        self.rows = CodedDocument(document=Document(document_id, "", "", "", "original"))

    def say(self, sentence: str) -> Evidence:
        """Adds a sentence; the evidence is the whole of it."""
        start = sum(len(s) + 1 for s in self.sentences)
        self.sentences.append(sentence)
        return Evidence(len(self.sentences) - 1, start, start + len(sentence), "test", 0.9)

    def actor(
        self,
        name: str,
        kind: str = "state",
        country: str | None = None,
        aliases: tuple[str, ...] = (),
        mentions: int = 1,
    ) -> int:
        known = [n for n, a in enumerate(self.rows.actors) if (a.name, a.kind, a.country) == (name, kind, country)]
        if known:
            return known[0]
        self.rows.actors.append(Actor(name, kind, country, None, aliases))
        here = len(self.rows.actors) - 1
        for _ in range(mentions):
            self.rows.actor_mentions.append(ActorMention(self.say(f"{name} was named."), here, name, "name"))
        return here

    def state(self, code: str) -> int:
        """A state under its code: the name does not matter, since the code identifies it."""
        return self.actor(code, "state", code)

    def person(self, name: str, country: str | None = None, aliases: tuple[str, ...] = ()) -> int:
        return self.actor(name, "person", country, aliases)

    def role(self, actor: int, title: str, **fields: Any) -> None:
        self.rows.actor_roles.append(ActorRole(self.say(f"The {title} spoke."), actor, title, **fields))

    def event(
        self,
        trigger: str,
        event_type: str,
        mode: str | None = None,
        *,
        sources: tuple[int, ...] = (),
        targets: tuple[int, ...] = (),
        date: str | None = None,
        status: str = "occurred",
        sentence: str | None = None,
        same_as: int | None = None,
        killed: float | None = None,
        **fields: Any,
    ) -> int:
        """Adds a statement; `same_as` is the number of an event of this document that it repeats."""
        evidence = self.say(sentence or f"They {trigger}.")
        mentions = self.rows.event_mentions
        number = same_as if same_as is not None else max((m.event for m in mentions), default=-1) + 1
        counts = (EventCount(evidence, "killed", "=", killed),) if killed is not None else ()
        mentions.append(
            EventMention(
                evidence, number, trigger, event_type, mode, status, sources, targets, date, counts=counts, **fields
            )
        )
        return number

    def agreement(
        self, name: str, kind: str = "trade", parties: tuple[int, ...] = (), status: str = "in_force", **fields: Any
    ) -> int:
        self.rows.agreements.append(Agreement(name, kind, status, parties=parties, **fields))
        here = len(self.rows.agreements) - 1
        self.rows.agreement_mentions.append(AgreementMention(self.say(f"{name} was named."), here, name))
        return here

    def fact(
        self,
        indicator: str,
        reporter: str,
        value: float | None,
        unit: str | None = None,
        sentence: str | None = None,
        **fields: Any,
    ) -> None:
        evidence = self.say(sentence or f"{indicator} of {reporter}: {value}.")
        self.rows.trade_facts.append(TradeFact(evidence, indicator, reporter, value=value, unit=unit, **fields))

    def advice(self, action: str, **fields: Any) -> None:
        evidence = self.say(f"One should {action}.")
        self.rows.recommendations.append(Recommendation(evidence, action, "trade", "act", "should", **fields))

    def citation(self, number: int, title: str, cited_by: tuple[int, ...] = (), **fields: Any) -> None:
        entry = Citation(
            evidence=self.say(f"{number}. {title}"), number=number, title=title, cited_by=cited_by, **fields
        )
        self.rows.citations.append(entry)

    def done(self) -> CodedDocument:
        text = "\n".join(self.sentences)
        spans, start = [], 0
        for s in self.sentences:
            spans.append((start, start + len(s)))
            start += len(s) + 1
        self.rows.document = Document(
            document_id=self.id,
            file_name=f"{self.id}.txt",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
            text_kind="original",
            meta=Metadata(published=self.published, may_redistribute=self.free),
            blocks=tuple(Block("paragraph", a, b, locator=f"line {n + 1}") for n, (a, b) in enumerate(spans)),
            sentences=tuple(Sentence(n, n, a, b) for n, (a, b) in enumerate(spans)),
        )
        self.rows.coding = ["coded"] * len(spans)
        return self.rows
