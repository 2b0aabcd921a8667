"""Whether two figures can both be true, given how they are rounded and compared ("about 30", "more than 20").

Belongs here: numbers. Does not belong here: whether the figures are about the same thing (conflict_facts).
"""

from __future__ import annotations

import math

from pipeline.merge.evidence import Row

_ABOUT = 0.1
"""How far a number given as about may lie from the truth, as a share of it."""


def figure(row: Row) -> str:
    """A figure as it is told: sign, number, unit."""
    sign = row["comparator"] if row["comparator"] not in (None, "=") else ""
    return f"{sign}{row['value']:,.15g}" + (f" {row['unit']}" if row.get("unit") else "")


def figures_meet(a: Row, b: Row) -> bool:
    """Whether some number satisfies both figures."""
    (low_a, high_a), (low_b, high_b) = _range(a), _range(b)
    return low_a <= high_b and low_b <= high_a


def _range(row: Row) -> tuple[float, float]:
    value, comparator = float(row["value"]), row["comparator"] or "="  # type: ignore[arg-type]
    slack = _rounding(value, str(row.get("unit") or ""))
    if comparator == "~":
        slack = max(slack, abs(value) * _ABOUT)
    low = -math.inf if comparator in ("<", "<=") else value - slack
    high = math.inf if comparator in (">", ">=") else value + slack
    return low, high


def _rounding(value: float, unit: str) -> float:
    """Half a unit of the last figure given: 9.1 may be 9.05 to 9.15, 200,000 may be 150,000 to 250,000.

    Ranks and whole numbers below a thousand are counted, not rounded; the zeros of a percentage count as figures.
    """
    whole = value == int(value)
    if value == 0 or unit == "rank" or (whole and abs(value) < 1000 and unit != "percent"):
        return 0.0
    if whole and unit == "percent":
        return 0.5
    mantissa, exponent = f"{abs(value):.12e}".split("e")
    figures = len(mantissa.rstrip("0").rstrip(".").replace(".", ""))
    return 0.5 * 10.0 ** (int(exponent) - figures + 1)
