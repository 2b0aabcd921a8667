"""How far a row can be trusted: the share of right rows among those that its rule made.

Belongs here: looking a rule up. Does not belong here: the shares (lexicons/confidence.yaml, measured on hand-coded
documents), what a rule is.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.resources import load

_PARTS = re.compile(r"[.:]")


@cache
def confidence(rule_id: str) -> float:
    """Share of right rows, 0 to 1, by the longest part of the rule's name that was measured: for "event.aid.give" that
    of "event.aid". Raises KeyError for a rule whose table has no share.
    """
    shares = load("confidence", dict[str, float])
    end = len(rule_id)
    while (part := rule_id[:end]) not in shares:
        cuts = [m.start() for m in _PARTS.finditer(part)]
        if not cuts:
            raise KeyError(f"lexicons/confidence.yaml has no share for the rule {rule_id!r}")
        end = cuts[-1]
    return shares[part]
