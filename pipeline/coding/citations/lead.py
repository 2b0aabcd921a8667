"""What stands before an entry's title: its authors or the body that puts it out, and the date behind them.

Belongs here: telling such a lead from the title. Does not belong here: the title and what follows it (titled, bare).
"""

from __future__ import annotations

import re

from pipeline.coding.citations import dates
from pipeline.coding.citations.found import EDGES, Found
from pipeline.coding.citations.names import authors, is_organisation
from pipeline.read.entries import IMPRINT, STRAIGHT_LEAD, TURNED_LEAD

_BARE_YEAR = re.compile(
    r"(?P<who>[^\"“”‘_]{4,160}?)[\s,.]+(?P<when>(?:19|20)\d\d)[a-z]?[.:,]\s+(?P<rest>\S.*)",
    re.DOTALL,
)
"""Authors and the year without brackets: "Haugen, I. 2011. A book. Press"."""
_DATED = re.compile(r"(?P<who>[^\"“”‘(]{0,160}?)[\s,]*\((?P<when>[^()]{4,40})\)[.:,]?\s*(?P<rest>.*)", re.DOTALL)
_ROLE = re.compile(r"\s*\((?:introduction|foreword|preface|eds?\.?|comps?\.?|trans\.?)\)(?=[\s,:])")


def take_dated_lead(found: Found) -> None:
    """'Haugen, Ida; Soto, Luis (3 May 2011). ...': authors, or a body, and the date behind them."""
    text = _ROLE.sub("", found.rest)
    lead = _DATED.match(text)
    when = dates.whole(lead["when"]) if lead else None
    if lead is None or when is None:
        lead = _BARE_YEAR.match(text)
        when = lead["when"] if lead else None
    if lead is None or when is None or not any(c.isalpha() for c in lead["rest"]):
        return
    who = lead["who"].partition(", in ")[0]
    named = authors(who + "." * bool(re.search(r"\b[A-Z]$", who)))
    body = who.strip(EDGES + ".")
    if lead.re is _DATED and is_organisation(body):
        found.body = body
    elif named is None or (lead.re is _BARE_YEAR and not _surnames_first(who)):
        return
    else:
        found.authors = named
    found.put("date", when)
    found.rest = lead["rest"]


def take_bare_lead(found: Found) -> None:
    """'Haugen, Ida M. A book. Oslo: Press, 1998': authors without a date, where an imprint shows that it is a book."""
    for pattern in (TURNED_LEAD, STRAIGHT_LEAD):
        lead = pattern.match(found.rest)
        behind = found.rest[lead.end() :] if lead else ""
        shown = IMPRINT.search(behind) or (
            pattern is TURNED_LEAD and (dates.YEAR.search(behind) or _is_numbered(found))
        )
        if lead is None or not shown or is_organisation(lead["who"]):
            continue
        named = authors(lead["who"])
        if named:
            found.authors, found.rest = named, behind
            return


def _is_numbered(found: Found) -> bool:
    return "isbn" in found.fields or "doi" in found.fields


def _surnames_first(who: str) -> bool:
    """Whether names are turned round or initialled ("Haugen, I."): a title before a year is neither."""
    return bool(re.search(r"\w,\s+[A-Z]|\b[A-Z]\.", who))
