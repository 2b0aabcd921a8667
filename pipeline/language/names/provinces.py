"""Parts of states by name: "First Minister of Scotland", "the governor of California".

Belongs here: which state a province, region or constituent country lies in. Does not belong here: states and their
seats (pipeline.language.countries); a place is no actor, but it tells whose office or body a name is.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pycountry
from spacy.tokens import Doc

from pipeline.language.countries import forms

_LONGEST = 4
"""Words of the longest name looked up."""
_SHORTEST = 4
"""Letters of the shortest name that is taken for a province's; shorter ones are often something else."""


@cache
def provinces() -> dict[str, str]:
    """Name of an ISO 3166-2 subdivision -> ISO 3166-1 alpha-3 code of its state, where only one state has the name."""
    states: dict[str, set[str]] = defaultdict(set)
    alpha_3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries}
    for part in pycountry.subdivisions:
        for name in part.name.replace(" [", ",").split(","):
            states[name.strip(" ]")].add(alpha_3[part.country_code])
    return {
        name: next(iter(codes))
        for name, codes in states.items()
        if len(codes) == 1 and len(name) >= _SHORTEST and name[0].isupper() and name not in forms()
    }


def province_at(doc: Doc, i: int) -> tuple[int, str] | None:
    """(last token, ISO code of its state) of the longest province's name that begins at token i."""
    for last in range(min(i + _LONGEST, len(doc)) - 1, i - 1, -1):
        code = provinces().get(doc[i : last + 1].text)
        if code is not None:
            return last, code
    return None
