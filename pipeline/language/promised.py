"""Lists of commitments: items that go on with the infinitive of their lead-in ("Kenya will:", "they agreed to:").

Belongs here: which lead-ins are commitments, and the parse of an item behind one. Does not belong here: whose
commitment it is and what it promises (pipeline.coding.events.leads).
"""

from __future__ import annotations

import re
from enum import Enum

from spacy.tokens import Doc

from pipeline.read.model import Document, Sentence

_END = r"(?: (?:also|each|both|further|jointly|together|therefore|now|immediately|\w+ly))?\s*:[\s*_]*$"
_WILL = re.compile(r"\b(?:will|shall)" + _END)
_AGREED = re.compile(
    r"\b(?:agree|undertake|undertook|pledge|promise|vow|commit|resolve)(?:n|d|s|ted)?"
    r"(?: (?:itself|himself|herself|themselves|ourselves|jointly|together|mutually))? to" + _END
)
_CONDITIONAL = re.compile(r"\b(?:if|unless|should|would|could|might|whether|not|how)\b", re.I)
FRONT = "They will "
"""Words that make a clause of an item, so that its first word is read as the verb that it is."""
FRONT_TOKENS = 2


class Commitment(Enum):
    """How a lead-in commits its subject."""

    WILL = "will"
    AGREED = "agreed"


def commitment(document: Document, sentence: Sentence) -> Commitment | None:
    """What the lead-in of a list item commits to, None for items that do not open their block or go on with none."""
    block = document.blocks[sentence.block]
    if block.kind != "list_item" or block.lead_in is None:
        return None
    if document.text[block.char_start : sentence.char_start].strip(" \t*_-•–—·0123456789.()\n"):
        return None
    last = re.split(r"(?<=[.!?;])\s", document.slice(document.blocks[block.lead_in]).strip())[-1]
    if _CONDITIONAL.search(last):
        return None
    return Commitment.WILL if _WILL.search(last) else Commitment.AGREED if _AGREED.search(last) else None


def fronted(text: str) -> str:
    """An item as a clause with the front words."""
    lower = text[:1].lower() if text[1:2].islower() else text[:1]
    return FRONT + lower + text[1:]


def unfronted(doc: Doc) -> Doc | None:
    """The parse without the front words; None where the item does not open with a verb, but for an adverb or "not"."""
    root = next(t for t in doc if t.dep_ == "ROOT")
    before = doc[FRONT_TOKENS : root.i]
    plain = root.i >= FRONT_TOKENS and root.tag_ == "VB" and doc[0].head == root == doc[1].head
    if not plain or any(t.pos_ not in ("ADV", "PART") for t in before):
        return None
    return doc[FRONT_TOKENS:].as_doc()
