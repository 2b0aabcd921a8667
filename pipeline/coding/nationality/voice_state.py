"""The state in whose voice a document speaks, where its address tells.

Belongs here: addresses of governments. Does not belong here: who speaks in one sentence (reference,
recommendations.voice).
"""

from __future__ import annotations

from urllib.parse import urlsplit

import pycountry

_GOVERNMENT = frozenset(
    {"gov", "gob", "gouv", "gov't", "govt", "go", "gc", "mil", "government", "mofa", "mfa", "admin"}
)
"""Labels that governments put before the country's letters in their addresses."""
_AMERICAN = frozenset({"gov", "mil"})
"""Top-level domains that the United States' bodies use alone."""


def voice_state(address: str | None) -> str | None:
    """ISO 3166-1 alpha-3 code of the state whose government publishes at an address, None for all others.

    "https://www.mofa.go.jp/x" is Japan's.
    """
    host = (urlsplit(address).hostname or "") if address else ""
    labels = host.split(".")
    if labels[-1] in _AMERICAN:
        return "USA"
    letters = "gb" if labels[-1] == "uk" else labels[-1]
    country = pycountry.countries.get(alpha_2=letters.upper()) if len(letters) == 2 else None
    return country.alpha_3 if country is not None and _GOVERNMENT & set(labels[:-1]) else None
