"""What the finders of names hand on.

Belongs here: the shape of a name, the type of the table of known words. Does not belong here: finding anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.language.countries import CountryForm
from pipeline.language.organisations import Organisation

Known = Mapping[int, tuple[int, CountryForm | Organisation]]
"""First token -> (last token, entry) of the words that a list knows."""

NOT_ACTORS = frozenset(
    """agreement treaty accord accords pact protocol convention memorandum declaration charter act resolution
    initiative program programme plan framework partnership compact deal summit conference talks war wars
    revolution crisis operation day anniversary award prize games cup festival report constitution article
    amendment law bill street avenue square airport base island islands sea ocean river lake canal strait gulf bay
    mountains mount peninsula province region city port bridge road highway century doctrine policy strategy
    exercise dialogue forum era street hall tower palace stadium hospital school prison camp district valley
    border line zone area fund project reserve month week monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december spring christmas covid
    covid-19 relations visits agreements trade missions reactions history references hemisphere coast affairs session
    spirit road party's annex appendix order orders resort idea encyclopedia""".split()
)
"""Last words of capitalised names that are no actors: agreements, occasions, places, days."""


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens first..last (inclusive) name something.

    kind: a term of actor_kind, "place" or "other" (an agreement, an occasion); country: ISO code the words carry;
    canonical: the plain name where a list gives one; form: name, demonym, seat, acronym; title: office named with it;
    host: ISO code of the state that an envoy is sent to.
    """

    first: int
    last: int
    text: str
    kind: str
    form: str = "name"
    country: str | None = None
    canonical: str | None = None
    title: str | None = None
    host: str | None = None
    ended: bool = False
    rule: str = "name"

    def covers(self, index: int) -> bool:
        return self.first <= index <= self.last
