"""Mentions of one agreement brought together, and the row that they make.

Belongs here: when two names of a document are one agreement; name, kind, date and parties of the whole. Does not belong
here: the same question across documents (pipeline.merge.agreement_names).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.coding.agreement_model import Draft
from pipeline.coding.agreement_names import ACRONYM
from pipeline.coding.agreement_parties import is_common
from pipeline.coding.agreement_words import kind_of, known, organisation_kinds, words
from pipeline.coding.registry import fold
from pipeline.coding.rows import Actor, Agreement
from pipeline.language.countries import forms
from pipeline.language.lexicon import organisations

YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
DATE_KINDS = ("signed", "founded", "in_force", "proposed", "other")
BLOCS = frozenset("union community league council organization organisation association alliance confederation commonwealth "
                  "area market bloc movement".split())  # fmt: skip
STATUSES = ("ended", "in_force", "unknown", "pending", "proposed")
PURPOSES = frozenset("trade commercial commerce defense defence security military nuclear cooperation peace".split())
"""Common words that still tell two agreements of one year apart."""
EMPTY = frozenset("the of on for and a an to in with between against new landmark bilateral".split())


@dataclass
class Group:
    """Mentions that mean one agreement, in document order."""

    drafts: list[Draft] = field(default_factory=list)

    @property
    def sure(self) -> bool:
        return any(d.sure for d in self.drafts)


def key_words(text: str) -> frozenset[str]:
    """The words that identify an agreement: countries as codes, years, articles and hyphens left out."""
    plain = text.replace("–", "-").replace("’", "'")
    out: set[str] = set()
    tokens = re.split(r"[\s()\"“”,]+|(?<=[a-z.])-(?=[A-Z])", plain)
    i = 0
    while i < len(tokens):
        size = next((n for n in (4, 3, 2, 1) if " ".join(tokens[i : i + n]) in forms()), 0)
        if size:
            out.add(forms()[" ".join(tokens[i : i + size])].country.code or tokens[i])
        else:
            word = fold(tokens[i].replace("-", ""))
            if word and not YEAR.fullmatch(word):
                out.add(word)
        i += size or 1
    return frozenset(out - EMPTY)


def group(drafts: list[Draft]) -> list[Group]:
    """Groups of drafts that mean the same, in order of their first mention; those that nothing makes sure are left out."""
    groups: list[Group] = []
    # Fuller names first, so that a short form finds the agreement it abbreviates; among equals in document order.
    for draft in sorted(drafts, key=lambda d: (not d.sure, d.span.text in known(), -len(key_words(d.span.text)))):
        home = next((g for g in groups if any(same(draft, other) for other in g.drafts)), None)
        if home is None:
            home = Group()
            groups.append(home)
        home.drafts.append(draft)
    kept = [g for g in groups if g.sure]
    for one in kept:
        one.drafts.sort(key=lambda d: (d.sentence.ordinal, d.span.first))
    return sorted(kept, key=lambda g: (g.drafts[0].sentence.ordinal, g.drafts[0].span.first))


def same(a: Draft, b: Draft) -> bool:
    """Whether two mentions of one document mean one agreement."""
    if a.organisation is not None and a.organisation == b.organisation:
        return True
    years = {a.span.year or _year(a.date), b.span.year or _year(b.date)} - {None}
    x, y = key_words(a.span.text), key_words(b.span.text)
    if a.span.acronym and b.span.acronym and a.span.acronym.casefold() != b.span.acronym.casefold():
        return False
    if _spelled(a, b) or _spelled(b, a):
        return True
    if _retold(a, b):
        return True
    common = is_common(list(x)) or is_common(list(y))
    if common and len(years) > 1:
        return False
    if x == y:
        return not common or bool(set(a.parties) & set(b.parties)) or not (a.parties and b.parties)
    small, large = (x, y) if len(x) < len(y) else (y, x)
    if not small < large or len(small) < 2:
        return False
    if common:
        return bool(a.parties and b.parties) and set(a.parties) == set(b.parties) and a.named != b.named
    return _begins(a, b) and len(years) < 2


def _spelled(a: Draft, b: Draft) -> bool:
    """Whether the one mention is the other's letters."""
    return bool(a.span.acronym) and (a.span.acronym or "").casefold() in (
        b.span.text.casefold(),
        (b.span.acronym or "").casefold(),
    )


def _retold(a: Draft, b: Draft) -> bool:
    """A name and a description of one year and the same parties with the same purpose, in other forms of its words."""
    year = _year(a.date) or a.span.year
    if a.named == b.named or year is None or year != (_year(b.date) or b.span.year):
        return False
    if a.parties and b.parties and set(a.parties) != set(b.parties):
        return False
    x, y = ({w[:5] for w in key_words(d.span.text) if not is_common([w]) or w in PURPOSES} for d in (a, b))
    described = y if a.named else x
    if not described:  # "the 1920 treaty"
        return (a.span.head.lower_ == b.span.head.lower_) and bool(a.span.year or b.span.year)
    return bool(x and y) and 2 * len(x & y) >= min(len(x), len(y))


def _begins(a: Draft, b: Draft) -> bool:
    """Whether one name begins with the other ("the Oslo Charter" after "the Oslo Charter on Fishing")."""
    x, y = sorted((fold(a.span.text), fold(b.span.text)), key=len)
    return y.startswith(x) and b.organisation is None and a.organisation is None


def _year(date: str | None) -> str | None:
    return date[:4] if date and date[:4].isdigit() else None


# -- the row ---------------------------------------------------------------------------------------


def row(one: Group, actors: list[Actor]) -> Agreement:
    """The agreement that a group of mentions tells of."""
    drafts = one.drafts
    texts = list(dict.fromkeys(d.span.text for d in drafts))
    acronyms = [d.span.acronym for d in drafts if d.span.acronym]
    organisation = next((d.organisation for d in drafts if d.organisation is not None), None)
    if organisation is not None:
        full = actors[organisation].name
        texts = list(
            dict.fromkeys([full, *texts] if not any(t.casefold() == full.casefold() for t in texts) else texts)
        )
        acronyms += [a for a in actors[organisation].aliases if ACRONYM.match(a) and a.isupper()]
    parties = list(dict.fromkeys(p for d in drafts for p in d.parties))
    name = max(texts, key=lambda t: (_fullness(t, drafts), -texts.index(t)))
    if name.casefold() in words("described") and len(parties) > 1:
        name = f"{name} between {' and '.join(actors[i].name for i in parties[:2])}"
    elif is_common(list(key_words(name))) and not YEAR.search(name) and len(name.split()) < 3:
        year = next((d.span.year for d in drafts if d.span.year), None)
        name = f"{year} {name}" if year else name
    dated = [d for d in drafts if d.date]
    best = min(dated, key=lambda d: DATE_KINDS.index(d.date_kind or "other")) if dated else None
    return Agreement(
        name=name,
        kind=_kind(name, drafts, organisation is not None),
        status=min((d.status for d in drafts), key=STATUSES.index),
        acronym=next((a for a in acronyms if a != name), None)
        or (name if ACRONYM.match(name) and name.isupper() else None),
        aliases=tuple(sorted({t for t in texts if " " in t or t[0].isupper()} - {name} - set(acronyms))),
        date=best.date if best else None,
        date_kind=(best.date_kind or "other") if best else None,
        parties=tuple(parties),
    )


def _fullness(text: str, drafts: list[Draft]) -> tuple[bool, int, int]:
    named = any(d.named and d.span.text == text for d in drafts) or text[:1].isupper()
    return (named and not (ACRONYM.match(text) is not None and text.isupper()), len(key_words(text)), len(text))


def _kind(name: str, drafts: list[Draft], organisation: bool) -> str:
    """By what it is known for, then the words of its name, then those of the sentences it stands in."""
    forms_of = [name, *(d.span.text for d in drafts), *(d.span.acronym or "" for d in drafts)]
    given = next((d.kind for d in drafts if d.kind), None) or next(
        (known()[f].kind for f in forms_of if f in known()), None
    )
    if given:
        return given
    if any(f.split()[0] in words("exercises") or f in words("exercises") for f in forms_of if f):
        return "exercise"
    blocs = {d.span.head.lower_ for d in drafts if d.rule == "agreement.party"} & BLOCS
    if organisation or blocs or any(d.rule == "agreement.membership" for d in drafts):
        listed = next(
            (organisation_kinds()[f.casefold()] for f in forms_of if f.casefold() in organisation_kinds()), None
        )
        return listed or _of_organisation(name, drafts)
    told = next((k for f in forms_of if (k := kind_of(f))), None)
    if told is None and not any(f[:1].isupper() and len(key_words(f)) > 2 for f in forms_of):
        told = next((k for d in drafts if (k := kind_of(d.context, "contexts"))), None)
    return told or "other"


def _of_organisation(name: str, drafts: list[Draft]) -> str:
    """Integration, unless the name or (for bare letters) the sentence tells another purpose."""
    apposed = next((True for d in drafts if _called_exercise(d)), False)
    if apposed:
        return "exercise"
    told = kind_of(name)
    if told in ("defence", "legal", "environment", "counter_narcotics", "exercise"):
        return told
    if ACRONYM.match(name) and name not in organisations():
        return next((k for d in drafts if (k := kind_of(d.context, "contexts")) == "defence"), None) or "integration"
    return "integration"


def _called_exercise(draft: Draft) -> bool:
    """ "X, an international naval exercise": an exercise noun in the apposition behind the name."""
    doc, at = draft.sentence.doc, draft.span.whole[1] + 1
    if at >= len(doc) or doc[at].text not in (",", "(", "-"):
        return False
    for token in doc[at + 1 : at + 9]:
        if token.lower_ in words("exercise_nouns"):
            return True
        if token.pos_ in ("VERB", "AUX") or token.text in (",", ".", ";"):
            return False
    return False
