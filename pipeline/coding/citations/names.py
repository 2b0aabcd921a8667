"""Who stands behind an entry of a reference list: its authors, and names that are publishers rather than titles.

Belongs here: the shape of such names. Does not belong here: the order of an entry's parts (entry).
"""

from __future__ import annotations

import re

import pycountry

_OUTLET = re.compile(
    r"News|Times|Post|Herald|Tribune|Gazette|Journal|Review|Guardian|Telegraph|Chronicle|Observer|Independent|Mail|Radio"
    r"|Voice|Television|TV|Press|Agency|Magazine|Star|Express|Standard|Mirror|Today|Daily|Weekly|Monitor|Newswire|Wire"
    r"|Newspaper|Broadcasting|Publishers|Publishing|Publications|Verlag|Éditions|Editions|Books|Community|Quarterly|Reuters|BBC"
)
"""Words that names of periodicals, broadcasters and publishers are built with."""
_BODY = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){0,4}(?:Ministry|Department|Office|Bureau|Institute|Library|Center|Centre|Council|Secretariat)"
    r"\s+(?:of|for)\s+(?:the\s+)?[A-Z][^.:,]*"
)
_ISSUER = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){0,4}(?:Embassy|Board|Agency|Commission|Authority|Government|Parliament|Chamber|Directorate"
    r"|Bank|Federation|Union|Academy)\s+(?:of|for|in)\s+(?:the\s+)?[A-Z][^.:,]*"
)
_ORGANISATION = re.compile(
    r"Academy|Agency|Alliance|Assembly|Association|Authority|Bank|Board|Bureau|Cent(?:er|re)|Chamber|Coalition|College"
    r"|Commission|Committee|Community|Confederation|Council|Court|Delegation|Department|Directorate|Embassy|Federation"
    r"|Forum|Foundation|Fund|Government|Institute|Institution|League|Library|Ministry|Mission|Museum|Nations|Network|Office"
    r"|Organi[sz]ation|Parliament|Programme|Secretariat|Senate|Service|Society|Trust|Union|University"
)
"""Words that names of bodies are built with."""
_HEADLINE_VERBS = frozenset(
    "Attacks Backs Bans Bombs Calls Closes Elects Ends Gets Heads Hits Joins Leads Leaves Meets Names Opens Picks Plans"
    " Praises Quits Rejects Seeks Slams Sues Takes Urges Visits Wants Warns Wins".split()
)
"""Verbs of headlines: "Kenya Opens Embassy" is no embassy."""
_SMALL = re.compile(
    r"a|an|and|at|as|by|con|de|del|di|du|en|for|from|in|into|la|of|on|or|over|para|per|por|the|to|under|with|y"
)
_PARTICLE = re.compile(r"and|al|bin|da|de|del|der|di|du|e|et|eds?|el|la|le|van|von|y|&|jr|ibn")
_NOT_BY = re.compile(r"\b(?:see|also|example|website|site|author|biography|cf)\b", re.IGNORECASE)
_STAFF = re.compile(
    r"(?:our|the|own)?\s*(?:\w+\s+)?(?:staff|editorial board|staff (?:and agencies|writers?|reporters?)|"
    r"correspondents?|reporters?|editors)",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|int|info|co\.[a-z]{2}|[a-z]{2})", re.IGNORECASE)
_COUNTRIES = frozenset(
    name.casefold() for c in pycountry.countries for name in (c.name, getattr(c, "common_name", c.name))
)


def authors(text: str) -> tuple[str, ...] | None:
    """Names of the authors in `text`, as printed; () for nobody or an unnamed staff; None if these are no names."""
    text = re.sub(r"\((?:eds?|introduction|ed\.|comps?\.?|red\.|hrsg\.?|trans\.)\)|\beds?\.", " ", text)
    text = " ".join(text.replace("_", " ").split()).strip(" ,:;–—").removesuffix(" in").strip(" ,:;")
    if not text or _STAFF.fullmatch(text):
        return ()
    if (
        ": " in text
        or _NOT_BY.search(text)
        or not all(_is_name_word(w) for w in text.replace(";", " ").replace(",", " ").split())
    ):
        return None
    names = [
        n.strip(" ,.") + _initial_stop(n) for n in re.split(r"\s*;\s*|,?\s+(?:and|&|y)\s+", text) if n.strip(" ,.")
    ]
    if any(len(n.split()) > 5 for n in names):
        return None
    return tuple(n for n in names if n.casefold() not in ("et al", "et al."))


def _is_name_word(word: str) -> bool:
    return bool(_PARTICLE.fullmatch(word.strip(".").casefold())) or (word[0].isupper() and not re.search(r"\d", word))


def _initial_stop(name: str) -> str:
    """The stop of a closing initial ("Hall, Kevin G.") belongs to the name."""
    return "." if re.search(r"(?:^|\s|\.)[A-Z]\.\s*,?$", name.strip()) else ""


def is_body(text: str) -> bool:
    """Whether the text is the name of a ministry, department or the like, and nothing more."""
    return bool(_BODY.fullmatch(text))


def is_issuer(text: str) -> bool:
    """Whether the text names a body that puts out papers of its own: a ministry, an embassy, a board of trade.

    Alone, in an entry that says no more, an embassy is what the page is about.
    """
    return is_body(text) or bool(_ISSUER.fullmatch(text))


def is_organisation(text: str) -> bool:
    """Whether the text is the name of a body, by the word that it ends in or goes on from: "Centre for Sea Law"."""
    words = text.split()
    if not 2 <= len(words) <= 9 or re.search(r"[,:;.](?=\s)", text) or is_small(words[-1]):
        return False
    if any(w in _HEADLINE_VERBS for w in words):
        return False
    named = words[0][0].isupper() and all(w[0].isupper() or is_small(w) for w in words)
    return named and any(
        _ORGANISATION.fullmatch(word) and (after is None or after in ("of", "for", "on"))
        for word, after in zip(words, [*words[1:], None], strict=True)
    )


def is_small(word: str) -> bool:
    """Whether the word stays small inside a name: "of", "and the"."""
    return bool(_SMALL.fullmatch(word))


def is_outlet(text: str) -> bool:
    """Whether a word of the text is one that names of periodicals, broadcasters and publishers are built with."""
    return any(_OUTLET.fullmatch(w.strip(".,")) for w in text.split())


def is_publisher(text: str) -> bool:
    """Whether the text can be a publisher's name: a domain, or a few words written as a name is."""
    words = text.split()
    if is_organisation(text):
        return True
    if not words or len(words) > 7 or text.casefold() in _COUNTRIES:
        return False
    if len(words) == 1 and _DOMAIN.fullmatch(text):
        return True
    if any(_OUTLET.fullmatch(w) for w in words) or is_body(text):
        return True
    return (
        len(words) <= 5
        and all(w[0].isupper() or _SMALL.fullmatch(w.casefold()) for w in words)
        and words[0][0].isupper()
    )


def split_trailing_publisher(text: str) -> tuple[str, str | None]:
    """Title and publisher where one runs into the other: "Peace talks open in the north Gulf Tribune".

    Only a title in sentence case shows where it ends; where that is not plain, all of it is the title.
    """
    words = text.split()
    if len(words) > 1 and _DOMAIN.fullmatch(words[-1]):
        return " ".join(words[:-1]), words[-1]
    if not text.isascii() and not any(w.isascii() and w.islower() for w in words):
        return text, None
    start = len(words)
    while start and (words[start - 1][0].isupper() or words[start - 1] == "of") and words[start - 1][-1] not in ".,;:":
        start -= 1
    while start < len(words) and words[start] == "of":
        start += 1
    if (
        0 < start < len(words) - 1
        and _SMALL.fullmatch(words[start - 1].casefold())
        and words[start].casefold() in _COUNTRIES
    ):
        start += 1  # "... on Chad Radio Delta": the country belongs to the preposition before it
    title, last = words[:start], words[start:]
    lower = [w for w in title if w[0].islower() and not _SMALL.fullmatch(w.casefold())]
    if not last or len(lower) < 2 or not _ends_title(title):
        return text, None
    name = " ".join(last)
    known = any(_OUTLET.fullmatch(w) for w in last)
    if known or (len(last) <= 2 and name.casefold() not in _COUNTRIES and not title[-1].endswith(("s", "ed", "ing"))):
        return " ".join(title), name
    return text, None


def _ends_title(title: list[str]) -> bool:
    """Whether the last word can end a sentence-case title: no function word, no verb that wants an object."""
    last, before = title[-1], title[-2:-1]
    if last.endswith(("...", "?", "!")) or last.casefold() in _COUNTRIES:
        return True
    return (
        last[0].islower()
        and last.isalpha()
        and not _SMALL.fullmatch(last)
        and before not in (["to"], ["will"], ["and"])
    )
