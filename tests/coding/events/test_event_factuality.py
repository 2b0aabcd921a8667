"""What a sentence asserts: happened, under way, announced, alleged, or none of these.

Each row is (text, expected type or None, expected status, why). None means that the sentence codes no event at all: a
wish, advice, a prediction, a question or a rule is not a happening. Statuses are those of the codebook.
"""

from __future__ import annotations

from functools import cache

import pytest

from pipeline.coding.actors import Registry
from pipeline.coding.events import EventCoder
from pipeline.coding.rows import EventMention
from pipeline.language.parser import parse
from pipeline.read.model import Block, Document, Sentence

OCCURRED = [
    ("Norway recalled its ambassador from Santiago in 1973.", "SANCTION", "occurred", "simple past"),
    ("Kenya has expelled three Japanese diplomats.", "SANCTION", "occurred", "perfect"),
    ("Two Chilean sailors were arrested by Norway.", "COERCE", "occurred", "passive with its doer"),
    ("Having invaded Albania, Italy turned to Greece.", "ASSAULT", "occurred", "perfect participle"),
    (
        "Austria, which had suspended aid to Togo in 1991, reopened its office there.",
        "SANCTION",
        "occurred",
        "relative clause",
    ),
    ("After suspending aid to Mali, Denmark closed its office.", "SANCTION", "occurred", "gerund after a preposition"),
    ("The war began when Chad attacked Libya.", "ASSAULT", "occurred", "clause of time"),
    ("Zambia retaliated by expelling the Portuguese ambassador.", "SANCTION", "occurred", "gerund of means"),
    ("The expulsion of Thai diplomats by Denmark followed.", "SANCTION", "occurred", "a noun as subject"),
    ("Fiji's seizure of a Tongan trawler angered its crew.", "COERCE", "occurred", "a noun with a possessor"),
    ("Ghana did not recognise the government of Togo.", "REJECT", "occurred", "withheld, which is itself a deed"),
    ("Ghana did not cut ties with Portugal until 1961.", "SANCTION", "occurred", "not until: then it happened"),
    ("Rwanda denied attacking Burundi.", "REJECT", "occurred", "the denial happened, the attack is not stated"),
]
ONGOING = [
    ("Greece is blaming Albania for the delay.", "ACCUSE", "ongoing", "progressive"),
    ("Italy has been deploying troops to Lebanon.", "MOBILIZE", "ongoing", "perfect progressive"),
    ("France maintains a military base in Djibouti.", "MOBILIZE", "ongoing", "present of a standing activity"),
    ("Botswana demands compensation from Namibia.", "REQUEST", "ongoing", "present"),
]
ANNOUNCED = [
    ("Norway will close its embassy in Quito next year.", "SANCTION", "announced", "future"),
    ("Kenya plans to expel the Japanese ambassador.", "SANCTION", "announced", "a plan"),
    ("Canada decided to send troops to Latvia.", "MOBILIZE", "announced", "a decision"),
    ("Ireland intends to sue Iceland over the catch.", "ACCUSE", "announced", "an intention"),
    ("Malaysia is set to impose sanctions on Myanmar.", "SANCTION", "announced", "scheduled"),
    ("Hungary announced that it would suspend aid to Mali.", "SANCTION", "announced", "future in the past"),
    ("Kenya will continue to streamline its customs.", "AGREE", "announced", "what goes on"),
    (
        "Kenya will not require an import permit for Japanese tea.",
        "CONCEDE",
        "announced",
        "what will be required no more",
    ),
    ("Kenya committed to lower its tariffs.", "CONCEDE", "announced", "a promise to ease"),
    ("The minister said Kenya would expel two Japanese diplomats.", "SANCTION", "announced", "reported future"),
]
ALLEGED = [
    ("Armenia claimed that Georgia had shelled the village.", "ASSAULT", "alleged", "a claim"),
    ("Sudan alleges that Chad arrested two of its officers.", "COERCE", "alleged", "an allegation"),
    ("Rwanda accused Burundi of attacking its border post.", "ASSAULT", "alleged", "what somebody is accused of"),
    ("Rwanda accused Burundi of attacking its border post.", "ACCUSE", "occurred", "the accusation itself happened"),
]
REPORTED = [
    ("The ministry said that Kenya had expelled two Japanese diplomats.", "SANCTION", "occurred", "said as fact"),
    ("Officials reported that Chad had arrested the Libyan consul.", "COERCE", "occurred", "reported as fact"),
    ("Kenya confirmed that it had expelled two Japanese diplomats.", "SANCTION", "occurred", "confirmed by the doer"),
    ("According to Ghana, Togo attacked the post in 1994.", "ASSAULT", "occurred", "attributed, yet stated"),
]
NEGATED = [
    ("Norway never expelled a Chilean diplomat.", None, None, "never"),
    ("Kenya did not attack Somalia.", None, None, "not"),
    ("No sanctions were imposed on Belarus.", None, None, "no"),
    ("Portugal left without condemning Angola.", None, None, "without"),
]
HYPOTHETICAL = [
    ("Norway could recall its ambassador from Santiago.", None, None, "could"),
    ("A new government might suspend aid to Mali.", None, None, "might"),
    ("Kenya may have to expel the Japanese ambassador.", None, None, "may"),
    ("Denmark would have attacked Sweden sooner.", None, None, "unreal past"),
    ("There is a possibility of sanctions against Belarus by Canada.", None, None, "under a noun of possibility"),
    ("Fears of an invasion of Kuwait by Oman grew.", None, None, "under a noun of fear"),
    ("Kenya fears that Somalia will attack its ports.", None, None, "a fear"),
]
CONDITIONAL = [
    ("If Chile seized the trawler, Norway lost its catch.", None, None, "if"),
    ("Should Latvia expel the envoy, relations with Belarus suffer.", None, None, "inverted condition"),
    ("Kenya would impose sanctions on Japan if talks failed.", None, None, "consequence of a condition"),
]
WISH_AND_ADVICE = [
    ("Norway wants to expel the Chilean envoy.", None, None, "want"),
    ("Hungary hopes to impose tariffs on Slovakia.", None, None, "hope"),
    ("Malta wished to invade Libya.", None, None, "wish"),
    ("Norway should recall its ambassador from Santiago.", None, None, "advice with should"),
    ("Canada must impose sanctions on Myanmar.", None, None, "advice with must"),
    ("It is vital for Ghana to deploy troops to Togo.", None, None, "advice with an adjective"),
    ("Analysts advise Kenya to expel the Japanese envoy.", None, None, "advice by nobody in particular"),
]
QUESTIONS_AND_RULES = [
    ("The fleets drill for a crisis, be it an invasion of Fiji by Chad.", None, None, "a case that is only named"),
    ("Did Norway expel the Chilean envoy?", None, None, "question"),
    ("Why did Chad attack Libya?", None, None, "question that presupposes"),
    ("The question is whether Kenya expelled the Japanese envoy.", None, None, "indirect question"),
    ("Under the constitution of Nepal, parliament may impeach the president.", None, None, "rule of an institution"),
    ("The king of Nepal can dissolve parliament.", None, None, "power of an office"),
]
ATTEMPTED = [
    ("Libya tried to invade Chad.", None, None, "tried"),
    ("Norway attempted to seize the Chilean boat.", None, None, "attempted"),
    ("Norway failed to expel the Chilean envoy.", None, None, "failed"),
    ("Ghanaian rebels attempted a coup in 1966.", "COERCE", "occurred", "a coup attempt is itself a happening"),
]
CONTROL = [
    ("Norway managed to expel the Chilean envoy.", "SANCTION", "occurred", "managed: it happened"),
    ("Norway began imposing sanctions on Chile in 1974.", "SANCTION", "occurred", "began: it happened"),
    ("Britain forced Denmark to deploy troops to Holstein.", "MOBILIZE", "occurred", "forced: it happened"),
    ("Sweden helped Finland to arrest the smugglers.", "COERCE", "occurred", "helped: it happened"),
    ("Kenya asked Japan to impose sanctions on Somalia.", "REQUEST", "occurred", "the asking alone happened"),
    ("Kenya refused to expel the Japanese envoy.", "REJECT", "occurred", "the refusal alone happened"),
    ("Kenya threatened to expel the Japanese envoy.", "THREATEN", "occurred", "the threat alone happened"),
    ("Kenya prevented Japan from expelling the envoy.", None, None, "prevented"),
    ("Kenya refrained from attacking Somalia.", None, None, "refrained"),
    ("The treaty obliges Norway not to attack Chile.", None, None, "duty under a treaty"),
    ("Kenya bought jets in order to bomb Somalia.", None, None, "purpose"),
]
RAISING = [
    ("Kenya appears to have expelled the Japanese envoy.", "SANCTION", "occurred", "appears to have"),
    ("Chad seems to have attacked the Libyan post.", "ASSAULT", "occurred", "seems to have"),
]
TABLE = [
    *OCCURRED,
    *ONGOING,
    *ANNOUNCED,
    *ALLEGED,
    *REPORTED,
    *NEGATED,
    *HYPOTHETICAL,
    *CONDITIONAL,
    *WISH_AND_ADVICE,
    *QUESTIONS_AND_RULES,
    *ATTEMPTED,
    *CONTROL,
    *RAISING,
]
ALONE = [
    ("Kenya vowed to expel the Japanese envoy.", {"THREATEN"}, "what is threatened has not happened"),
    ("Kenya and Japan pledged to hold talks.", {"AGREE"}, "the promise is the deed"),
    ("Norway committed to supporting Chad.", {"AGREE"}, "a gerund behind the promise"),
    ("Kenya is committed to easing trade by recognising Japan.", {"AGREE"}, "a promise with its means"),
    ("The railway will help Kenya to modernise its ports.", set(), "whoever is helped has promised nothing"),
    ("Kenya looks forward to signing a treaty with Japan.", {"SUPPORT"}, "what is looked forward to is to come"),
    ("Kenya will adopt and implement a ban on nets.", {"AGREE"}, "two verbs with one object"),
    ("Kenya praised the letter from Japan calling on Chad to disarm.", {"SUPPORT", "REQUEST"}, "two deeds"),
    ("Japan pledged to donate tents to Nepal.", {"AID"}, "announced aid is coded as aid, not as a promise"),
    ("Kenya asked Japan to impose sanctions on Somalia.", {"REQUEST"}, "what is asked for has not happened"),
    ("Kenya refused to expel the Japanese envoy.", {"REJECT"}, "what is refused has not happened"),
    ("Kenya threatened to expel the Japanese envoy.", {"THREATEN"}, "what is threatened has not happened"),
    ("Rwanda denied attacking Burundi.", {"REJECT"}, "what is denied is not stated"),
    ("Norway urged Chile to free the crew.", {"REQUEST"}, "what is urged has not happened"),
]
"""Sentences of which only the governing deed may be coded: (text, the types of all its events, why)."""


def document(text: str, number: int) -> Document:
    """A document of one paragraph of one sentence."""
    blocks, sentences = (Block("paragraph", 0, len(text)),), (Sentence(0, 0, 0, len(text)),)
    return Document(f"f{number}", f"{number}.txt", "0" * 64, text, "original", blocks=blocks, sentences=sentences)


@cache
def coded() -> dict[str, list[EventMention]]:
    """Sentence -> its events."""
    texts = sorted({row[0] for row in [*TABLE, *ALONE]})
    parses = parse(document(text, number) for number, text in enumerate(texts))
    return {text: EventCoder(Registry(parsed)).code() for text, parsed in zip(texts, parses, strict=True)}


def shown(text: str) -> list[str]:
    """Events as a failing test should show them."""
    return [f"{e.event_type} {e.status} by {e.evidence.rule_id}" for e in coded()[text]]


@pytest.mark.parametrize(("text", "event_type", "status", "why"), TABLE)
def test_status(text: str, event_type: str | None, status: str | None, why: str) -> None:
    found = {(e.event_type, e.status) for e in coded()[text]}
    if event_type is None:
        assert found == set(), (why, shown(text))
    else:
        assert (event_type, status) in found, (why, shown(text))


@pytest.mark.parametrize(("text", "types", "why"), ALONE)
def test_only_the_governing_deed(text: str, types: set[str], why: str) -> None:
    assert {e.event_type for e in coded()[text]} == types, (why, shown(text))


def test_a_statement_names_its_speaker() -> None:
    """Who says so is kept where a claim is coded."""
    claims = [e for e in coded()["Armenia claimed that Georgia had shelled the village."] if e.status == "alleged"]
    assert [e.attribution is not None for e in claims] == [True]


def test_two_verbs_with_one_object_are_one_row() -> None:
    assert len(coded()["Kenya will adopt and implement a ban on nets."]) == 1
