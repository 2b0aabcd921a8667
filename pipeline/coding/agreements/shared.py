"""Parties that several agreements share: those of a list's opening words, of its lead-in, of its section's heading.

Belongs here: "The two countries have signed several agreements, among them: ...". Does not belong here: the parties
that an agreement's own clause names (parties), members of organisations (members).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.coding.agreements.model import Draft, Span
from pipeline.coding.agreements.parties import parties
from pipeline.coding.agreements.scene import Scene, carrier
from pipeline.coding.agreements.words import words

_PLURALS = frozenset({"memoranda", "memorandums", "mous", "instruments", "accords"})
_HEADING = re.compile(
    r"(?:(?:list of|bilateral|key|main|major|signed|existing|current|legal|selected|important|economic|trade|cultural"
    r"|framework|diplomatic|principal|notable|recent|other|the|and|of"
    r"|intergovernmental|contractual|treaty|in force|applicable|relevant)\s+)*"
    r"(?:agreements?|treaties|accords|conventions|memoranda|legal framework|treaty|documents signed|signed documents"
    r"|instruments(?: signed)?|pacts|protocols|(?:treaty|legal|contractual) (?:basis|base|relations))"
    r"(?:,?\s+(?:and|or|&|of|in force|signed|concluded|between|with|to date|since)\b.*)?"
)
LONGEST_LINE = 45
"""Tokens of the longest line of a list without marks."""
FRONT = 2
"""Tokens in front of the description that a list item is made of."""
ANNOUNCING = frozenset({"including", "such", "among", "namely", ":", "like"})
_SHARING = ("agreement.named", "agreement.signed", "agreement.year", "agreement.proper", "agreement.definite")


@dataclass(frozen=True, slots=True)
class Shared:
    """members: the parties; after: the last token of what says so, -1 where all of the sentence stands under it;
    opens: whether a list below goes on with it."""

    members: tuple[int, ...]
    after: int = -1
    opens: bool = False

    def names(self, scene: Scene, span: Span) -> bool:
        """Whether a description is one of those announced: behind "including", or what a list item is made of."""
        if self.after < 0:
            return is_line(scene) and span.first <= FRONT
        between = {t.lower_ for t in scene.doc[self.after : span.first]}
        return span.first > self.after and bool(between & ANNOUNCING)


def opening(scene: Scene) -> Shared | None:
    """What "Both nations have signed several agreements such as ..." says of the names behind it; None for nothing."""
    for token in scene.doc:
        if not _several(token):
            continue
        who, _ = parties(scene, Span(token.i, token.i, token, token.text), carrier(token))
        states = [i for i in who if scene.registry.actors[i].kind in ("state", "igo")]
        if len(states) > 1:
            last = scene.doc[len(scene.doc) - 1]
            return Shared(tuple(states), token.i, last.text == ":")
    return None


def headed(scene: Scene) -> Shared | None:
    """The document's two states, under a heading such as "Bilateral agreements"."""
    section = scene.sentence.block.section
    return _announced(scene, section[-1]) if section else None


def titled(scene: Scene) -> Shared | None:
    """The same, where the heading is a line of plain text ("Bilateral agreements") that no mark-up shows as one."""
    return _announced(scene, scene.doc.text) if is_line(scene) else None


def _announced(scene: Scene, title: str) -> Shared | None:
    pair = scene.dyad() if _HEADING.fullmatch(title.strip(" *_#:").lower()) else []
    return Shared(tuple(pair)) if len(pair) > 1 else None


def is_line(scene: Scene) -> bool:
    """Whether the sentence is a list's item, or a line of a list without marks: short and without a full stop."""
    doc, kind = scene.doc, scene.sentence.block.kind
    closed = not len(doc) or doc[len(doc) - 1].text in (".", "!", "?", ":")
    return kind == "list_item" or (kind == "paragraph" and len(doc) <= LONGEST_LINE and not closed)


def share(scene: Scene, draft: Draft, shared: Shared | None) -> None:
    """Gives a draft that names no party beyond the shared ones all of them."""
    if shared is None or draft.rule not in _SHARING or draft.span.first <= shared.after:
        return
    states = {i for i in draft.parties if scene.registry.actors[i].kind in ("state", "igo")}
    if states <= set(shared.members):
        listed = shared.names(scene, draft.span) and draft.span.head.lower_ in words("signable")
        draft.sure = draft.sure or (listed and draft.span.head.text[0].isupper())
        draft.parties = tuple(dict.fromkeys([*draft.parties, *shared.members]))


def _several(token: Token) -> bool:
    """Whether a noun says agreements without telling which."""
    low = token.lower_
    plural = low in _PLURALS or (token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() in words("described"))
    return plural and low[0] == token.text[0] and not any(c.lower_ in ("no", "any", "future") for c in token.children)
