"""Where a document is set: the one country that most of what it names belongs to.

Belongs here: the home of unnamed groups and bodies ("protesters", "the police") in a text about one country. Does not
belong here: the two states of a text about relations (Reference.dyad), countries of named actors (nationality).
"""

from __future__ import annotations

from collections import Counter

from pipeline.coding.reference.model import Who

ENOUGH = 3
"""Names of a country that make it a document's setting, ..."""
LEAD = 2.5
"""... and how many times as many as of the next country."""


def home(who: Who) -> str | None:
    """ISO code of the country that the document is set in, None where it moves between several."""
    count = Counter(
        name.country
        for names in who.registry.names.values()
        for name in names
        if name.country and name.kind in ("state", "place", "government_body", "armed_force", "party")
    )
    ranked = sorted(count.items(), key=lambda c: (-c[1], c[0]))[:2]
    if not ranked or ranked[0][1] < ENOUGH or (len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]):
        return None
    return ranked[0][0]
