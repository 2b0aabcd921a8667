"""Written forms of countries: names, demonyms and seats of government from libraries and our own file."""

from __future__ import annotations

import pycountry
import pytest

from pipeline.language.countries import by_code, forms

STANDS_FOR = [
    ("Norway", "name", "NOR", "a plain name"),
    ("Kingdom of Norway", "name", "NOR", "the name in full"),
    ("Republic of Korea", "name", "KOR", "a state known by another name"),
    ("Democratic People's Republic of Korea", "name", "PRK", "and the other one"),
    ("Democratic Republic of the Congo", "name", "COD", "two states with one word in common"),
    ("Republic of the Congo", "name", "COG", "the other one"),
    ("Türkiye", "name", "TUR", "a name of late"),
    ("Swaziland", "name", "SWZ", "a former name"),
    ("Ivory Coast", "name", "CIV", "the English name"),
    ("Côte d'Ivoire", "name", "CIV", "the state's own"),
    ("The Gambia", "name", "GMB", "a name with its article"),
    ("UAE", "name", "ARE", "letters"),
    ("Kosovo", "name", "XKX", "a state whose code is not in ISO 3166"),
    ("Norwegian", "demonym", "NOR", "an adjective"),
    ("Norwegians", "demonym", "NOR", "a people"),
    ("Chilean", "demonym", "CHL", "an adjective"),
    ("Kenyans", "demonym", "KEN", "a people"),
    ("Japanese", "demonym", "JPN", "one form for both"),
    ("Dutch", "demonym", "NLD", "an adjective unlike the name"),
    ("Icelandic", "demonym", "ISL", "the library has the people only"),
    ("Ecuadorian", "demonym", "ECU", "the spelling that the library lacks"),
    ("Thai", "demonym", "THA", "no name of the state"),
    ("Dominican", "demonym", "DOM", "more often the republic's than the island's"),
    ("Ivorian", "demonym", "CIV", "from our file"),
    ("Oslo", "seat", "NOR", "a capital"),
    ("Nairobi", "seat", "KEN", "a capital"),
    ("Kremlin", "seat", "RUS", "a palace"),
    ("The Hague", "seat", "NLD", "a seat that is no capital"),
    ("New Zealand", "name", "NZL", "spelt like its demonym"),
]


@pytest.mark.parametrize(("form", "kind", "code", "why"), STANDS_FOR, ids=[row[0] for row in STANDS_FOR])
def test_a_form_stands_for_its_country(form: str, kind: str, code: str, why: str) -> None:
    found = forms()[form]
    assert (found.form, found.country.code) == (kind, code), why


NO_FORMS = [
    ("Island", "Iceland in its own language, a word in English"),
    ("Georgetown", "more often a university"),
    ("Victoria", "a name, a lake, a falls"),
    ("Kingston", "a family name"),
    ("Douglas", "a given name"),
    ("Antarctica", "nobody's state"),
    ("Norge", "not English"),
    ("norway", "not a name as written"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("form", "why"), NO_FORMS, ids=[row[0] or "empty" for row in NO_FORMS])
def test_what_is_no_form_of_a_country(form: str, why: str) -> None:
    assert form not in forms(), why


def test_every_member_of_the_united_nations_is_known_by_name_and_code() -> None:
    states = {c.alpha_3 for c in pycountry.countries} - {"ATA", "ATF", "BVT", "HMD", "IOT", "SGS", "UMI"}
    assert states <= set(by_code())
    assert all(any(f.form == "name" and f.country.code == code for f in forms().values()) for code in states)


def test_forms_agree_with_themselves() -> None:
    for surface, found in forms().items():
        assert surface == found.surface
        assert surface == surface.strip() and surface[0].isupper() and len(surface) > 1
        assert found.country.code is None or (len(found.country.code) == 3 and found.country.code.isupper())
        assert forms()[found.country.name].form == "name", f"{surface}: the plain name must be a form, too"
    for code, country in by_code().items():
        assert country.code == code


def test_states_that_have_ended_have_no_code() -> None:
    assert forms()["Czechoslovakia"].country.code is None
    assert forms()["Soviet"].country.name == "Soviet Union"


def test_plain_names_have_no_brackets_or_commas() -> None:
    bad = [c.name for c in by_code().values() if "(" in c.name or "," in c.name]
    assert bad == []
