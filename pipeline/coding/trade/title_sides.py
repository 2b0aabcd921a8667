"""Whose a figure is, by the titles that explain it: "Chile's exports to Norway", "visitors from Chile".

Belongs here: reporter and partner of a measure. Does not belong here: reading a title (titles).
"""

from __future__ import annotations

from pipeline.coding.trade.titles import Measured, Title

_TAXED = ("on", "against", "upon", "from")


def sides(measure: Measured, titles: list[Title], pair: tuple[str, ...]) -> tuple[str | None, str | None] | None:
    """(reporter, partner) that titles name for a measure, nearest first; None where they leave it open.

    pair: the two countries of the document. A flow whose direction no title tells is left open.
    """
    named = [n for t in titles for n in t.countries]
    codes = list(dict.fromkeys(n.code for n in named))
    if measure.side == "own":
        whose = [n.code for t in titles for n in t.countries if n.alone or t.measure is not None]
        return (whose[0], None) if whose else None  # a country inside another name ("Bank of X") is nobody's figure
    if measure.side == "both":
        ends = codes if len(codes) > 1 else list(dict.fromkeys([*codes, *pair]))
        return (ends[0], ends[1]) if len(ends) == 2 else None
    receives = [n.code for n in named if n.lead in ("to", "into", "for", "towards")]
    sends = [n.code for n in named if n.lead in ("from", "with")]
    placed = [n.code for n in named if n.lead in ("in", "into", "to")]
    owns = [
        n.code for n in named if n.lead not in ("to", "into", "for", "towards", "from", "with", "in") and not n.alone
    ]
    alone = [n.code for n in named if n.alone]
    row = [n.code for n in titles[0].countries if n.alone]
    if measure.indicator == "tariff":
        taxed = [n.code for n in named if n.lead in _TAXED]
        placed = placed or [n.code for n in named if n.lead in ("by", "of")]
        owns = [c for c in owns if c not in taxed]
        return _filled(next(iter([*placed, *receives, *owns]), None), next(iter([*taxed, *sends]), None), pair)
    if measure.side == "from":
        first, second = owns or [c for c in sends if receives], receives or [n.code for n in named if n.lead == "with"]
    elif measure.side == "to":
        first, second = owns or receives or placed, sends
    else:
        first, second = placed, [*sends, *owns]
    reporter = next((c for c in first if c not in row or len(first) == 1), None)
    return _filled(reporter, next((c for c in [*row, *second, *alone] if c != reporter), None), pair)


def _filled(reporter: str | None, partner: str | None, pair: tuple[str, ...]) -> tuple[str | None, str | None] | None:
    """Both sides, the missing one being the other of the two that the document is about."""
    if reporter is None and partner is None:
        return None
    if reporter is None or partner is None:
        known = reporter or partner
        other = next((c for c in pair if c != known), None) if known in pair else None
        reporter, partner = (reporter, other) if reporter else (other, partner)
    return (reporter, partner) if reporter else None
