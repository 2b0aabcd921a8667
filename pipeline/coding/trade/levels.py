"""The figure that another is compared with: "up from $4 million", "against 300 before", "from $9 to $7 million".

Belongs here: other levels of what a figure measures. Does not belong here: which noun a figure belongs to (values,
running), changes ("by 5 percent").
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.words import words

_WHEN = (
    r"(?:(?:in|to|from|with|and|during|by|for|at|on|of|the|last|this|that|same|whole|end|year|years|fiscal|financial|calendar|first|"
    r"second|third|fourth|half|quarter|month|months|season|period|before|earlier|a|\d{4}(?:\s?[/–-]\s?\d{2,4})?|january|february|march|"
    r"april|may|june|july|august|september|october|november|december|already)\b\s*)*"
)
_CHANGE = r"(?:(?:up|down|rising|falling|an?\s+(?:increase|rise|jump|drop|fall|decrease))\s+)?"
_BY = r"(?:(?:by|of)\s+)?(?:[\d.,]+\s?(?:%|per\s?cent)\s+)?"
_AGAINST = r"(?:from|as\s+against|against|(?:as\s+)?compared\s+(?:with|to)|versus|vs\.?|in\s+contrast\s+(?:with|to))"
_BEHIND = re.compile(rf"\s*,?\s*{_WHEN}[,(]?\s*{_CHANGE}{_BY}{_AGAINST}\s+(?:only\s+|just\s+|the\s+)?", re.IGNORECASE)
"""What stands between a figure and the one that it is compared with."""
_AT_THE_END = re.compile(
    r"(?:,\s+(?:as\s+)?against|\b(?:up|down)\s+from|\bcompared\s+(?:with|to))\s+(?:only\s+|just\s+)?\Z", re.IGNORECASE
)
"""The same where more words stand between ("5,000 nurses worked in the north, against 3,000")."""
_SHORT_OF = re.compile(
    r"(?:\w+\s+){0,3}(?:below|above|under|over|short\s+of|more\s+than|less\s+than)\s+the\s", re.IGNORECASE
)
"""A figure with an article is one that another falls short of: "well below the 30,000 of 2019"."""
_FARTHEST = 16
"""Words between two figures that are compared, at most."""
_TOWARDS = re.compile(rf"\s+{_WHEN}to\s+(?:a\s+|the\s+)?", re.IGNORECASE)
"""What stands between "from" the old figure and the new one."""


_PASSED = frozenset({"ADV", "CCONJ", "SCONJ", "PUNCT", "PRON", "PART"})
"""Parts of speech that may stand between a figure and the next one of a curve."""

_LEVEL = frozenset({"from", "that", "this", "level", "low", "peak"})
"""Words that go back to a figure before they lead to the next: "from that level to"."""


def levels(scene: Scene, amount: Amount | None) -> list[Amount]:
    """The figures that the text compares a figure with: what it was before or elsewhere, in the same unit."""
    if amount is None or amount.quantity.kind not in ("money", "count", "percent"):
        return []
    found = [same for other in scene.amounts if other != amount and (same := _level(scene, amount, other)) is not None]
    behind = [a for a in found if a.first > amount.last][-1:]
    return [
        *found,
        *(same for a in behind for o in scene.amounts if o.first > a.last and (same := _level(scene, a, o))),
    ]


def _level(scene: Scene, amount: Amount, other: Amount) -> Amount | None:
    same = _in_unit_of(amount, other)
    if same is None:
        return None
    if amount.last < other.first and _SHORT_OF.match(other.quantity.surface):
        near = other.first - amount.first <= _FARTHEST * 2
        return replace(same, quantity=replace(same.quantity, comparator="=")) if near else None
    if amount.last < other.first:
        between = _between(scene, amount, other)
        goes_on = _moved_on(scene, amount, other)
        return same if goes_on or _BEHIND.fullmatch(between) or _compared(scene, amount, other, between) else None
    moved = _TOWARDS.fullmatch(_between(scene, other, amount)) if other.last < amount.first else None
    return same if moved and other.first and scene.doc[other.first - 1].lower_ == "from" else None


def _moved_on(scene: Scene, amount: Amount, other: Amount) -> bool:
    """ "Fell to $3 million in 2015 but rebounded to $8 million": the next figure of the same curve."""
    between = scene.doc[amount.last + 1 : other.first]
    moves = [t.i for t in between if t.pos_ == "VERB" and t.lemma_.lower() in words().growth]
    if len(moves) != 1 or between[-1].lower_ != "to" or not any(t.pos_ in ("CCONJ", "SCONJ") for t in between):
        return False
    before, behind = scene.doc[amount.last + 1 : moves[0]], scene.doc[moves[0] + 1 : other.first - 1]
    plain = all(t.pos_ in _PASSED or t.lower_ in ("before", "it", "had", "has") for t in before if not _dated(t))
    return plain and all(t.pos_ in _PASSED or t.lower_ in _LEVEL for t in behind if not _dated(t))


def _dated(token: Token) -> bool:
    """Whether a word belongs to a date, or leads to one."""
    following = token.doc[token.i + 1 : token.i + 2]
    return token.ent_type_ == "DATE" or (token.pos_ == "ADP" and any(t.ent_type_ == "DATE" for t in following))


def _compared(scene: Scene, amount: Amount, other: Amount, between: str) -> bool:
    inner = any(amount.last < a.first < other.first for a in scene.amounts)
    near = other.first - amount.last <= _FARTHEST and ";" not in between
    return near and not inner and _AT_THE_END.search(between) is not None


def _between(scene: Scene, first: Amount, second: Amount) -> str:
    """The words between two figures, countries left out."""
    tokens = scene.doc[first.last + 1 : second.first]
    return " " + "".join(t.text_with_ws for t in tokens if t.i not in scene.named)


def _in_unit_of(amount: Amount, other: Amount) -> Amount | None:
    """The other figure, if it is of the same kind and unit; a bare count takes the unit."""
    old, new = other.quantity, amount.quantity
    if old.kind != new.kind:
        return None
    if old.unit == new.unit:
        return other
    return replace(other, quantity=replace(old, unit=new.unit)) if old.unit is None else None
