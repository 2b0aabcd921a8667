"""Which words can be a person's name, and where it ends.

Belongs here: what holds for a name behind a title (titled) as for one that only the model sees (untitled). Does not
belong here: runs of capitalised words of any kind (runs).
"""

from __future__ import annotations

import unicodedata

from spacy.tokens import Doc

from pipeline.language.countries import CountryForm
from pipeline.language.lexicon import titles
from pipeline.language.names.model import Known
from pipeline.language.names.runs import PARTICLES, words_of

_ROLES = frozenset(
    """officer assistant treasurer adviser advisor director manager counsel deputy engagement extraordinary
    plenipotentiary government academy unit service staff team secretary committee headquarters coordinator""".split()
)
"""Last words of capitalised runs that tell an office or a body, where a name is expected behind a title."""

_LEADS = frozenset("beyond toward towards against among beneath despite amid about regarding strengthening".split())
"""Words that open a heading in capitals and no name."""


_SMALL = frozenset(
    """should would could must shall cannot about into with without from between how why what when where who which does
    did are is was were has have than that this these those than their its our your amid and or but
    says tells urges warns vows""".split()
)
"""Words written with a capital in a headline alone: a run of capitals with one of them is no name."""

_CALLED = frozenset("cyclone hurricane typhoon storm operation exercise project".split())
"""First words of names that are given to happenings."""

_CAPITALISED = 4
"""Letters of the longest word that a headline may write small."""


def no_person(doc: Doc, start: int, end: int) -> bool:
    """Whether the words tell a role, a device, a heading or an acronym in odd letters instead of a human being."""
    text = words_of(doc, start, end)
    heading = "&" in text or (end > start and doc[start].lower_ in _LEADS)  # "Trade & Labour", "Beyond Trade"
    heading |= doc[start].lower_ in _CALLED and end > start  # "Cyclone Orla", "Exercise Desert Oak"
    heading |= any(
        t.lower_ in _SMALL and not t.is_upper for t in doc[start : end + 1]
    )  # "Harbour Towns Should Do About Fish"
    foreign = any(c.isalpha() and "LATIN" not in unicodedata.name(c, "LATIN") for c in text)  # a title in Greek
    if (
        heading
        or foreign
        or any(c.isdigit() for c in text)
        or doc[end].lower_ in _ROLES
        or titles().at(doc, start) == end
    ):
        return True
    return start == end and sum(c.isupper() for c in text) > 2 and not text.isupper()


def headline(doc: Doc, start: int, end: int, known: Known) -> bool:
    """Whether the words hold a state's name in a line of capitalised words: "Peru Pay Talks Fail"."""
    plain = any(start <= k < end and isinstance(e, CountryForm) and e.form == "name" for k, (_, e) in known.items())
    long = [t for t in doc if t.is_alpha and len(t.text) > _CAPITALISED]
    others = any(not start <= t.i <= end for t in long)
    return plain and others and doc[-1].text != "." and all(t.text[0].isupper() for t in long)


def ends_name(doc: Doc, k: int, known: Known) -> bool:
    """Whether a known word behind a name begins something else ("Mary Smith American Ambassador")."""
    return not surname_like(doc, k, known) or titles().at(doc, known[k][0] + 1) is not None


def surname_like(doc: Doc, i: int, known: Known) -> bool:
    """Whether a country's or city's word is a person's name here: where the model sees a person."""
    return doc[i].ent_type_ == "PERSON" and isinstance(known[i][1], CountryForm)


def trimmed(doc: Doc, start: int, end: int) -> int:
    """Last token of a name without signs and particles at its end, with "Jr." behind it."""
    while end > start and (doc[end].text in ("-", "'", "&") or doc[end].lower_ in PARTICLES):
        end -= 1
    if end + 2 < len(doc) and doc[end + 1].text == "," and doc[end + 2].text in ("Jr.", "Sr.", "Jr", "Sr"):
        return end + 2
    return end
