"""When two mentions of a document are one agreement.

Belongs here: comparing names, letters, years, parties, later words for what was told before. Does not belong here: the
groups and their rows (grouping).
"""

from __future__ import annotations

import re

from pipeline.coding.agreements.model import Draft
from pipeline.coding.agreements.runs import YEAR
from pipeline.coding.agreements.words import words
from pipeline.coding.likeness import fold
from pipeline.language.countries import forms

CALLED = frozenset(
    {"or", "the", ",", "(", "also", "better", "formally", "officially", "known", "called", "as", "simply", '"'}
)
"""What stands between two names of one agreement."""
AROUND = 4
"""Words and marks beside a name in a run-in heading: a year, commas, full stops."""
STEM = 5
"""Letters by which "culture" and "cultural", "technology" and "technical" are compared."""


def is_common(names: frozenset[str] | set[str]) -> bool:
    """Whether words name no agreement in particular."""
    return not [w for w in names if w not in words("common_words") and not w.isdigit()]


def key_words(text: str) -> frozenset[str]:
    """The words that identify an agreement: countries as codes; years, small words and hyphens left out."""
    plain = text.replace("–", "-").replace("’", "'")
    tokens = [t for t in re.split(r"[\s()\"“”,]+|(?<=[a-z.])-(?=[A-Z])", plain) if t]
    out: set[str] = set()
    i = 0
    while i < len(tokens):
        size = next((n for n in (4, 3, 2, 1) if " ".join(tokens[i : i + n]) in forms()), 0)
        if size:
            out.add(forms()[" ".join(tokens[i : i + size])].country.code or tokens[i])
        else:
            out.add(fold(tokens[i].replace("-", "")))
        i += size or 1
    return frozenset(
        w for w in out if w and not YEAR.match(w) and w not in words("links") | {"between", "bilateral", "new"}
    )


def same(a: Draft, b: Draft) -> bool:
    """Whether two mentions of one document mean one agreement."""
    if a.organisation is not None and a.organisation == b.organisation:
        return True
    if a.span.acronym and b.span.acronym and a.span.acronym.casefold() != b.span.acronym.casefold():
        return False
    if _spelled(a, b) or _spelled(b, a) or _or_called(a, b) or _or_called(b, a):
        return True
    if a.span.year and b.span.year and a.span.year != b.span.year:
        return False
    if _retold(a, b) or _echoes(a, b) or _echoes(b, a):
        return True
    x, y = key_words(a.span.text), key_words(b.span.text)
    years = {a.span.year or _year(a.date), b.span.year or _year(b.date)} - {None}
    common = is_common(x) or is_common(y)
    if common and len(years) > 1:
        return False
    if x == y:
        return not common or bool(set(a.parties) & set(b.parties)) or not (a.parties and b.parties)
    small, large = sorted((x, y), key=len)
    if not small < large or len(small) < 2:
        return False
    if common:
        return bool(a.parties) and set(a.parties) == set(b.parties) and a.named != b.named
    return _begins(a, b) and len(years) < 2


def _spelled(a: Draft, b: Draft) -> bool:
    """Whether the one mention is the other's letters."""
    letters = (a.span.acronym or "").casefold()
    return bool(letters) and letters in (b.span.text.casefold(), (b.span.acronym or "").casefold())


def _or_called(a: Draft, b: Draft) -> bool:
    """ "the Treaty of X or Treaty with the Y", "the X Treaty, also known as the Y Pact"."""
    if a.sentence is not b.sentence or not (a.named and b.named):
        return False
    between = [t.lower_ for t in a.sentence.doc[a.span.whole[1] + 1 : b.span.whole[0]]]
    return bool({"or", "known", "called"} & set(between)) and set(between) <= CALLED


def _retold(a: Draft, b: Draft) -> bool:
    """A name and a description of one year and the same parties with the same purpose, in other forms of its words."""
    year = _year(a.date) or a.span.year
    if a.named == b.named or year is None or year != (_year(b.date) or b.span.year):
        return False
    if a.parties and b.parties and set(a.parties) != set(b.parties):
        return False
    if _run_in(*((a, b) if a.named else (b, a))):
        return True
    x, y = (_stems(d) for d in (a, b))
    if not (y if a.named else x):  # "the 1920 treaty"
        return a.span.head.lower_ == b.span.head.lower_ and bool(a.span.year or b.span.year)
    return bool(x and y) and 2 * len(x & y) >= min(len(x), len(y))


def _echoes(late: Draft, early: Draft) -> bool:
    """ "the tax treaty" after the Convention on Double Taxation, "the treaty of 1923" after a treaty of that year."""
    if late.named or late.sentence.ordinal < early.sentence.ordinal or late is early:
        return False
    who, others = (set(d.parties) | set(d.assumed) for d in (late, early))
    told = {w for w in late.span.words if not is_common({w})}
    if not told and late.span.year:
        year = early.span.year or _year(early.date)
        return late.span.year == year and late.span.head.lower_ == early.span.head.lower_ and who <= others
    words_before = {fold(w) for w in re.findall(r"\w+", early.span.text)}
    return bool(late.echo and told) and who == others and all(_begun(w, words_before) for w in told)


def _begun(word: str, others: set[str]) -> bool:
    """Whether a word or its beginning is among the others ("tax", "taxation")."""
    return any(o == word or (len(word) > 2 and o.startswith(word)) for o in others)


def _run_in(named: Draft, described: Draft) -> bool:
    """Whether a name stands alone, as a run-in heading ("Treaty of Commerce, 1850."), right before the description."""
    first, last = named.span.whole
    alone = len(named.sentence.doc) - (last + 1 - first) <= AROUND and named.sentence.block.kind != "list_item"
    return alone and 0 < described.sentence.ordinal - named.sentence.ordinal <= 2


def _stems(draft: Draft) -> set[str]:
    told = key_words(draft.span.text)
    return {w[:STEM] for w in told if w in words("purposes") or not is_common({w})}


def _begins(a: Draft, b: Draft) -> bool:
    """Whether one name begins with the other ("the Oslo Charter" after "the Oslo Charter on Fishing")."""
    x, y = sorted((fold(a.span.text), fold(b.span.text)), key=len)
    return y.startswith(x) and b.organisation is None and a.organisation is None


def _year(date: str | None) -> str | None:
    return date[:4] if date and date[:4].isdigit() else None
