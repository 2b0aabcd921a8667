"""Who does what to whom, by syntax alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language.clauses import Arguments, arguments, with_conjuncts
from tests.small_documents import sentence


def of(text: str, word: str) -> Arguments:
    """Arguments of the last such word of a sentence."""
    return arguments([t for t in sentence(text).doc if t.lower_ == word][-1])


def words(tokens) -> str:
    return " ".join(t.text for t in tokens)


VERBS = [
    ("Norway signed the treaty.", "signed", "Norway", "treaty", "active"),
    ("The treaty was signed by Norway.", "signed", "Norway", "treaty", "passive: the agent is the subject"),
    ("The treaty was signed in 1911.", "signed", "", "treaty", "passive without an agent"),
    ("Anna Berg spoke by telephone on Friday.", "spoke", "Berg", "", "a by-phrase of means makes no passive"),
    ("Norway and Chile signed the treaty.", "signed", "Norway Chile", "treaty", "coordinated subjects"),
    ("Norway signed the treaty and the pact.", "signed", "Norway", "treaty pact", "coordinated objects"),
    ("Norway signed the treaty and recalled its envoy.", "recalled", "Norway", "envoy", "a second verb"),
    ("Norway condemned and rejected the move.", "condemned", "Norway", "move", "an object that two verbs share"),
    ("The envoy was expelled and recalled.", "recalled", "", "envoy", "a second participle"),
    ("Norway, which signed the treaty, left.", "signed", "Norway", "treaty", "a relative clause"),
    ("Anna Berg, who led the talks, left.", "led", "Berg", "talks", "a relative clause about a person"),
    ("The treaty that Norway signed expired.", "signed", "Norway", "treaty", "a relative clause about the object"),
    ("The treaty signed by Norway expired.", "signed", "Norway", "treaty", "a reduced relative clause"),
    ("The troops, led by Norway, left.", "led", "Norway", "troops", "a participle between commas"),
    ("Norway, having signed the treaty, left.", "signed", "Norway", "treaty", "a perfect participle"),
    ("After signing the treaty, Norway left.", "signing", "Norway", "treaty", "a gerund"),
    ("Norway angered Chile by arming rebels.", "arming", "Norway", "rebels", "a gerund of means"),
    ("Norway accused Chile of arming rebels.", "arming", "Chile", "rebels", "a gerund of blame: the blamed one did it"),
    ("Anna Berg came and together with Liv Dahl signed the pact.", "signed", "Berg Dahl", "pact", "together with"),
    ("Norway agreed to sign the treaty.", "sign", "Norway", "treaty", "subject control"),
    ("Norway urged Chile to sign the treaty.", "sign", "Chile", "treaty", "object control"),
    ("Norway was urged to sign the treaty.", "sign", "Norway", "treaty", "object control in the passive"),
    ("Norway is expected to sign the treaty.", "sign", "Norway", "treaty", "raising"),
    ("Norway sent troops to attack Kenya.", "attack", "Norway", "Kenya", "a purpose"),
    ("Norway's decision to sign the treaty angered Kenya.", "sign", "Norway", "treaty", "an infinitive under a noun"),
    ("Norway sent a letter asking Kenya for help.", "asking", "Norway", "Kenya", "a participle behind what was sent"),
]


@pytest.mark.parametrize(("text", "verb", "subjects", "objects", "why"), VERBS, ids=[row[4] for row in VERBS])
def test_verbs(text: str, verb: str, subjects: str, objects: str, why: str) -> None:
    found = of(text, verb)
    assert (words(found.subjects), words(found.objects)) == (subjects, objects), why


NOUNS = [
    ("Norway held talks with Chile.", "talks", "Norway", {"with": "Chile"}, "held", "a light verb lends its subject"),
    ("Norway launched an attack on Kenya.", "attack", "Norway", {"on": "Kenya"}, "launched", "another"),
    ("An attack on Kenya was launched by Norway.", "attack", "Norway", {"on": "Kenya"}, "launched", "in the passive"),
    ("Norway gave aid to Kenya.", "aid", "Norway", {"to": "Kenya"}, "gave", "and its prepositions"),
    ("The invasion of Kenya by Norway failed.", "invasion", "Norway", {"of": "Kenya"}, "", "of and by"),
    ("Talks between Norway and Chile opened.", "talks", "", {"between": "Norway Chile"}, "", "between"),
    ("Norway deplored the attack on Kenya.", "attack", "", {"on": "Kenya"}, "", "no light verb lends nothing"),
]


@pytest.mark.parametrize(("text", "noun", "subjects", "preps", "light", "why"), NOUNS, ids=[row[5] for row in NOUNS])
def test_nouns(text: str, noun: str, subjects: str, preps: dict[str, str], light: str, why: str) -> None:
    found = of(text, noun)
    assert words(found.subjects) == subjects, why
    assert {p: words(found.preps.get(p, ())) for p in preps} == preps, why
    assert (found.light.text if found.light is not None else "") == light, why


def test_possessors_are_kept_apart_from_subjects() -> None:
    found = of("Norway's invasion of Kenya failed.", "invasion")
    assert (words(found.possessors), words(found.subjects)) == ("Norway", "")


def test_recipients() -> None:
    assert words(of("Norway granted Kenya a loan.", "granted").datives) == "Kenya"
    assert words(of("Norway sent its envoy to Kenya and Chile.", "sent").preps["to"]) == "Kenya Chile"


def test_chains_of_prepositions_are_one() -> None:
    assert words(of("Norway withdrew its troops out of Kenya.", "withdrew").preps["out of"]) == "Kenya"


def test_adjectives_as_predicates() -> None:
    found = of("Norway was critical of the move.", "critical")
    assert (words(found.subjects), words(found.preps["of"])) == ("Norway", "move")


def test_passive_is_told() -> None:
    assert of("The treaty was signed by Norway.", "signed").passive
    assert of("The treaty signed by Norway expired.", "signed").passive
    assert not of("Norway has signed the treaty.", "signed").passive


VOCABULARY = (
    "Norway Kenya and signed by to sign was which urged of talks held , the that envoy with not . ( after arming"
)
LOOSE = st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=25)


@given(LOOSE)
@settings(max_examples=60, deadline=None)
def test_any_parse_has_arguments_of_its_own_sentence(tokens: list[str]) -> None:
    doc = sentence(" ".join(tokens)).doc
    for token in doc:
        found = arguments(token)
        heads = [*found.subjects, *found.objects, *found.datives]
        heads += [t for governed in found.preps.values() for t in governed]
        assert all(0 <= t.i < len(doc) for t in heads)
        assert with_conjuncts(token)[0] == token
