"""Demands and charges answered in the same sentence: "X demanded payment, and Y rejected the claim".

Belongs here: whom an answer goes to, and to whom the demand was made, where the one clause leaves it to the other. Does
not belong here: participants inside one clause (slots), other sentences (codebook, section 8: they give none).
"""

from __future__ import annotations

from pipeline.coding.events.draft import Draft
from pipeline.coding.events.frames import is_a

ANSWERS = frozenset({"REJECT", "CONCEDE"})
ASKING = frozenset({"REQUEST", "ACCUSE", "AGREE", "THREATEN"})
"""Types of what is said to somebody who may answer."""
MADE_TO = frozenset({"REQUEST", "AGREE"})
"""Types whose addressee is the one who answers, where the text names nobody else."""
SAID = ["@offer", "@allegation", "idea", "claim", "charge", "demand", "request", "call", "appeal", "proposal", "plea",
        "suggestion", "invitation", "bid", "criticism", "complaint", "ultimatum", "notion", "plan", "application",
        "accusation", "allegation", "warning", "it", "this", "that", "them", "which"]  # fmt: skip
"""What an answer takes up: what was said just before, by its noun or a pronoun."""
OWNED = frozenset({"of", "by", "from"})


def with_answers(drafts: list[Draft]) -> None:
    """Give answers of a sentence their addressees, and what they answer to its own."""
    for draft in drafts:
        if draft.match.event_type not in ANSWERS or draft.targets or not draft.sources or not _takes_up(draft):
            continue
        asked = [
            d
            for d in drafts
            if d.token.i < draft.token.i
            and d.match.event_type in ASKING
            and d.sources
            and not set(d.sources) & set(draft.sources)
        ]
        if not asked:
            continue
        last = asked[-1]
        draft.targets = last.sources
        if last.match.event_type in MADE_TO and not last.targets and not last.match.frame.joint:
            last.targets = draft.sources


def _takes_up(draft: Draft) -> bool:
    """Whether the object of an answer is what was said before: a noun without its own author, or a pronoun."""
    objects = draft.match.args.objects
    if not objects or not is_a(objects[0], SAID):
        return False
    said = objects[0]
    return not any(c.dep_ in ("poss", "acl") or (c.dep_ == "prep" and c.lower_ in OWNED) for c in said.children)
