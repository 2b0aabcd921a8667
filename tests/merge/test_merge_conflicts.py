"""What is told as a disagreement, and what is none."""

import pytest
from merge_builder import Draft

from pipeline.merge.dataset import merge


def conflicts(*drafts: Draft) -> list[dict]:
    return merge([d.done() for d in drafts])["conflicts"].to_dicts()


def opened(draft: Draft, date: str | None, verb: str = "established", **fields) -> None:
    states = (draft.state("NOR"), draft.state("CHL"))
    draft.event(verb, "SUPPORT", "relations", sources=states, date=date, **fields)


@pytest.mark.parametrize(
    ("left", "right", "count", "why"),
    [
        ("1931", "1932", 1, "neighbouring years"),
        ("1931-04-07", "1931-04-08", 1, "neighbouring days"),
        ("1931", "1931-04-07", 0, "one lies in the other"),
        ("1931~", "1932", 0, "about"),
        ("1931", "1951", 0, "so far apart that relations may have been opened again"),
        ("1931", None, 0, "no date"),
    ],
)
def test_dates_of_an_event_done_once(left: str, right: str | None, count: int, why: str) -> None:
    first, second = Draft("a"), Draft("b")
    opened(first, left)
    opened(second, right)
    found = conflicts(first, second)
    assert len(found) == count, why
    if found:
        assert (found[0]["table_name"], found[0]["field"]) == ("events", "date")
        assert "a.txt and b.txt" in found[0]["explanation"]
        assert left in found[0]["explanation"]


@pytest.mark.parametrize(
    ("verbs", "dates", "count", "why"),
    [
        (
            ("became independent", "gained independence"),
            ("1963-12-12", "1964-12-12"),
            1,
            "a state becomes independent once",
        ),
        (("declared independence", "regained independence"), ("1918", "1991"), 0, "and once more in another age"),
        (("opened", "opened"), ("1963", "1964"), 0, "it may open two missions"),
    ],
)
def test_independence(verbs: tuple[str, str], dates: tuple[str, str], count: int, why: str) -> None:
    drafts = Draft("a"), Draft("b")
    for draft, verb, date in zip(drafts, verbs, dates, strict=True):
        draft.event(verb, "TRANSITION", "found", sources=(draft.state("KEN"),), date=date)
    assert len(conflicts(*drafts)) == count, why


def test_one_document_with_two_dates_tells_of_two_events() -> None:
    draft = Draft("a")
    opened(draft, "1931")
    opened(draft, "1932")
    assert conflicts(draft) == []


def test_statements_that_the_coder_grouped_may_disagree() -> None:
    draft = Draft("a")
    opened(draft, "1931")
    opened(draft, "1932", same_as=0)
    [found] = conflicts(draft)
    assert (found["table_name"], found["field"]) == ("event_mentions", "date")
    assert "in two places" in found["explanation"]


@pytest.mark.parametrize(("left", "right", "count"), [(9, 10, 1), (9, 9, 0), (1500, 1512, 0)])
def test_counts(left: float, right: float, count: int) -> None:
    first, second = Draft("a"), Draft("b")
    for draft, dead in ((first, left), (second, right)):
        draft.event(
            "shelled", "ASSAULT", "bomb", sources=(draft.state("NOR"),), targets=(draft.state("CHL"),), killed=dead,
            date="1911-03-04", sentence="Norwegian warships shelled the harbour warehouses during heavy fog.",
        )  # fmt: skip
    assert len(conflicts(first, second)) == count


@pytest.mark.parametrize(
    ("left", "right", "count", "why"),
    [
        (
            "Norway arrested 12 fishermen of Chile.",
            "Norway arrested 17 fishermen of Chile.",
            1,
            "two numbers of one deed",
        ),
        ("Norway arrested 12 fishermen of Chile.", "Norway later arrested 17 fishermen of Chile.", 0, "it has grown"),
        (
            "Norway arrested 12 fishermen.",
            "The total of fishermen whom Norway arrested was 17.",
            0,
            "a part and the whole",
        ),
    ],
)
def test_one_document_may_count_twice(left: str, right: str, count: int, why: str) -> None:
    draft = Draft("a")
    for n, (sentence, dead) in enumerate(((left, 12), (right, 17))):
        draft.event(
            "shelled", "ASSAULT", "bomb", sources=(draft.state("NOR"),), targets=(draft.state("CHL"),), killed=dead,
            date="1911-03-04", sentence=sentence, same_as=0 if n else None,
        )  # fmt: skip
    assert len(conflicts(draft)) == count, why


@pytest.mark.parametrize(
    ("changes", "count", "why"),
    [
        ({}, 1, "the same words on one day"),
        ({"date": "1911-03-05"}, 0, "another day"),
        ({"date": "1911"}, 0, "some day of the year"),
        ({"sentence": "Shells killed 15 farmers near the northern border."}, 0, "other words"),
    ],
)
def test_deeds_of_nobody_are_one_by_their_words(changes: dict, count: int, why: str) -> None:
    first, second = Draft("a"), Draft("b")
    told = {"date": "1911-03-04", "sentence": "A bomb killed 12 people in the market of Valparaíso."}
    first.event("killed", "ASSAULT", "kill", killed=12, **told)
    second.event("killed", "ASSAULT", "kill", killed=15, **(told | changes))
    assert len(conflicts(first, second)) == count, why


FACT = {
    "indicator": "export_share",
    "reporter": "NOR",
    "value": 30,
    "unit": "percent",
    "partner": "CHL",
    "period": "2004",
}


@pytest.mark.parametrize(
    ("changes", "count", "why"),
    [
        ({"value": 34}, 1, "another share"),
        ({"value": 34, "comparator": ">"}, 1, "more than 34 is not 30"),
        ({"value": 34, "indicator": "other"}, 0, "another indicator"),
        ({"value": 30.3}, 0, "the same, rounded"),
        ({"value": 28, "comparator": "~"}, 0, "about"),
        ({"value": 20, "comparator": ">"}, 0, "30 is more than 20"),
        ({"value": 34, "period": "2005"}, 0, "another year"),
        ({"value": 34, "period": "2004/2006"}, 0, "a longer period"),
        ({"value": 34, "period": None}, 0, "no period"),
        ({"value": 34, "partner": "KEN"}, 0, "another partner"),
        ({"value": 34, "partner": None}, 0, "all partners"),
        ({"value": 34, "commodity": "salmon"}, 0, "a commodity"),
        ({"value": 34, "unit": "USD"}, 0, "another unit"),
        ({"value": 34, "reporter": "CHL", "partner": "NOR"}, 0, "the other country's share"),
        ({"value": None}, 0, "no value"),
    ],
)
def test_trade_facts(changes: dict, count: int, why: str) -> None:
    first, second = Draft("a"), Draft("b")
    first.fact(**FACT)
    second.fact(**(FACT | changes))
    found = conflicts(first, second)
    assert len(found) == count, why
    if found:
        assert "30 percent and" in found[0]["explanation"]
        assert "of NOR with CHL for 2004" in found[0]["explanation"]


@pytest.mark.parametrize(
    ("published", "count", "why"),
    [
        (("2004", "2004"), 1, "both write of the same year"),
        (("2004-03-01", "2004-11-05"), 1, "both write of the same year, on days of their own"),
        (("2004", "2009"), 0, "ranks change in five years"),
        ((None, None), 0, "written nobody knows when"),
    ],
)
def test_ranks_without_period_are_of_the_time_of_writing(published: tuple, count: int, why: str) -> None:
    drafts = [Draft(name, published=when) for name, when in zip("ab", published, strict=True)]
    for draft, rank in zip(drafts, (1, 2), strict=True):
        draft.fact("trade_rank", "NOR", rank, "rank", partner="CHL")
    assert len(conflicts(*drafts)) == count, why


def test_one_document_may_contradict_itself() -> None:
    draft = Draft("a")
    draft.fact("trade_rank", "NOR", 1, "rank", partner="CHL")
    draft.fact("trade_rank", "NOR", 2, "rank", partner="CHL")
    [found] = conflicts(draft)
    assert "a.txt, in two places, give 1 rank and 2 rank" in found["explanation"]


@pytest.mark.parametrize(
    ("left", "right", "fields"),
    [
        ({"date": "2006", "date_kind": "signed"}, {"date": "2008", "date_kind": "signed"}, ["date"]),
        ({"date": "2006", "date_kind": "signed"}, {"date": "2006-04", "date_kind": "signed"}, []),
        ({"date": "2006", "date_kind": "signed"}, {"date": "2008", "date_kind": "in_force"}, []),
        ({"status": "in_force"}, {"status": "proposed"}, ["status"]),  # the later document is behind the earlier
        ({"status": "proposed"}, {"status": "in_force"}, []),  # time has passed
        ({"status": "unknown"}, {"status": "in_force"}, []),
    ],
)
def test_agreements(left: dict, right: dict, fields: list[str]) -> None:
    first, second = Draft("a", published="2010"), Draft("b", published="2012")
    first.agreement("Fjord Pact", **left)
    second.agreement("Fjord Pact", **right)
    found = conflicts(first, second)
    assert [(c["table_name"], c["field"]) for c in found] == [("agreements", f) for f in fields]


@pytest.mark.parametrize(
    ("changes", "count", "why"),
    [
        ({}, 1, "two countries in first place"),
        ({"value": 2}, 0, "first and second place"),
        ({"partner": "CHL"}, 0, "one country, told twice"),
        ({"partner": None}, 0, "no country"),
        ({"reporter": "SWE"}, 0, "another country's order"),
        ({"period": "2005"}, 0, "another year"),
        ({"period": None}, 0, "a time that is not told"),
        ({"comparator": "~"}, 0, "about first"),
        ({"commodity": "salmon"}, 0, "the order of one good"),
        ({"sentence": "Kenya was the largest market of Norway."}, 0, "markets are another order"),
        ({"sentence": "Kenya was the largest trading partner in Africa."}, 0, "the order of a continent"),
        ({"sentence": "Kenya was the largest trading partner after Sweden."}, 0, "an order that leaves one out"),
        ({"sentence": "Kenya was the largest trading partner of Norway in 2004."}, 1, "a year is no limit"),
    ],
)
def test_one_rank_for_two_countries(changes: dict, count: int, why: str) -> None:
    first, second = Draft("a"), Draft("b")
    rank = {"indicator": "trade_rank", "reporter": "NOR", "value": 1, "unit": "rank", "period": "2004"}
    first.fact(**rank, partner="CHL", sentence="Chile was the largest trading partner of Norway.")
    second.fact(**(rank | {"partner": "KEN", "sentence": "Kenya was the largest trading partner."} | changes))
    found = conflicts(first, second)
    assert [(c["table_name"], c["field"]) for c in found] == [("trade_facts", "partner")] * count, why
    if found:
        assert "give rank 1 to CHL and to KEN" in found[0]["explanation"]


VISITORS = {"indicator": "visitors", "unit": "people"}
EXPORTS = {"indicator": "goods_exported"}
TURNED = {"reporter": "CHL", "partner": "NOR"}


@pytest.mark.parametrize(
    ("left", "right", "changes", "count", "why"),
    [
        ("Trade came to 3 million.", "Bilateral trade came to 5 million.", {}, 1, "mutual trade"),
        ("Trade came to 3 million.", "Trade came to 5 million.", TURNED, 1, "from either end"),
        ("Exports came to 3 million.", "Exports came to 5 million.", TURNED, 0, "two flows"),
        ("Exports came to 3 million.", "Trade came to 5 million.", {}, 0, "a part and the whole"),
        ("Trade in goods: 3 million.", "Trade in services: 5 million.", {}, 0, "goods and services"),
        ("Trade rose by 3 million.", "Trade came to 5 million.", {}, 0, "growth and level"),
        ("Trade rose in a year to 3 million.", "Trade came to 5 million.", {}, 1, "a level and one grown to"),
        ("Exports were worth 3 million.", "It sold goods worth 5 million.", EXPORTS, 1, "exports in other words"),
        ("Exports were worth 3 million.", "It sold services worth 5 million.", EXPORTS, 0, "goods and services sold"),
        ("3 million tourists came.", "5 million students came.", VISITORS, 0, "others"),
        ("3 million tourists came.", "5 million tourists came.", VISITORS, 1, "the same"),
        ("3 are farmers.", "5 are bakers.", {"indicator": "population", "unit": "percent"}, 0, "two shares of people"),
    ],
)
def test_words_tell_what_a_figure_measures(left: str, right: str, changes: dict, count: int, why: str) -> None:
    first, second = Draft("a"), Draft("b")
    fact = {"indicator": "trade_value", "reporter": "NOR", "partner": "CHL", "unit": "USD", "period": "2004"} | changes
    ends = {"reporter": "NOR", "partner": "CHL"}
    first.fact(**(fact | ends), value=3.1e6, sentence=left)
    second.fact(**fact, value=5.1e6, sentence=right)
    assert len(conflicts(first, second)) == count, why


def test_a_former_rank_is_of_no_known_time() -> None:
    first, second = Draft("a", published="2004"), Draft("b", published="2004")
    rank = {"indicator": "trade_rank", "reporter": "NOR", "unit": "rank", "partner": "CHL"}
    first.fact(**rank, value=1, sentence="Chile was once the largest trading partner.")
    second.fact(**rank, value=2, sentence="Chile is the second largest trading partner.")
    assert conflicts(first, second) == []


def doers(draft: Draft, doer: tuple[str, str, str | None], date: str | None, mode: str, **fields) -> None:
    """An arrest or the like of one and the same person by the actor given as (name, kind, country)."""
    event_type = "ASSAULT" if mode == "kill" else "COERCE"
    victim = draft.person("Amina Wanjiru", "KEN") if "target" not in fields else draft.actor(*fields.pop("target"))
    draft.event(f"{mode}ed", event_type, mode, sources=(draft.actor(*doer),), targets=(victim,), date=date, **fields)


POLICE, ARMY = ("Kenya Police Service", "government_body", "KEN"), ("Kenya Defence Forces", "armed_force", "KEN")
COURT, KENYA, UGANDA = (
    ("High Court of Kenya", "government_body", "KEN"),
    ("Kenya", "state", "KEN"),
    ("Uganda", "state", "UGA"),
)
PROTESTERS = {"target": ("Kenyan protesters", "group", "KEN")}


@pytest.mark.parametrize(
    ("left", "right", "dates", "mode", "fields", "count", "why"),
    [
        (POLICE, UGANDA, ("2004-03-05", "2004-03-05"), "arrest", {}, 1, "two states"),
        (POLICE, COURT, ("2004-03-05", "2004-03"), "arrest", {}, 1, "two bodies of one state"),
        (POLICE, KENYA, ("2004-03-05", "2004-03-05"), "arrest", {}, 0, "a state acts through its bodies"),
        (POLICE, ARMY, ("2004-03-05", "2004-03-05"), "arrest", {}, 0, "kinds that may act together"),
        (POLICE, POLICE, ("2004-03-05", "2004-03-05"), "arrest", {}, 0, "one doer"),
        (POLICE, UGANDA, ("2004-03-05", "2004-03-06"), "arrest", {}, 0, "another day"),
        (POLICE, UGANDA, ("2004", "2004-03-05"), "arrest", {}, 0, "a year holds two arrests"),
        (POLICE, UGANDA, ("2004-03-05", None), "arrest", {}, 0, "no date"),
        (POLICE, UGANDA, ("2004-03-05", "2004-03-05"), "deport", {}, 0, "a deed that many do"),
        (POLICE, UGANDA, ("2004-03-05", "2004-03-05"), "arrest", {"status": "announced"}, 0, "not done yet"),
        (POLICE, UGANDA, ("2004", "2004-03-05"), "kill", {}, 1, "a person dies once"),
        (POLICE, UGANDA, (None, None), "kill", {}, 1, "whenever it was"),
        (POLICE, UGANDA, ("2003", "2004"), "kill", {}, 0, "two years: two happenings, or a wrong date"),
        (POLICE, UGANDA, ("2004-03-05", "2004-03-05"), "kill", PROTESTERS, 0, "a group has many dead"),
    ],
)
def test_who_did_it(left, right, dates, mode: str, fields: dict, count: int, why: str) -> None:
    first, second = Draft("a"), Draft("b")
    doers(first, left, dates[0], mode, **dict(fields))
    doers(second, right, dates[1], mode, **dict(fields))
    found = [c for c in conflicts(first, second) if c["field"] == "source_ids"]
    assert len(found) == count, why
    if found:
        assert found[0]["table_name"] == "events"
        assert all(f"[{name}]" in found[0]["explanation"] for name, _, _ in (left, right))


def test_one_document_may_name_two_doers() -> None:
    draft = Draft("a")
    for doer in (POLICE, UGANDA):
        doers(draft, doer, "2004-03-05", "arrest")
    assert conflicts(draft) == []


@pytest.mark.parametrize(
    ("left", "right", "count", "why"),
    [
        (("occurred",), ("alleged",), 1, "a fact for one, a claim for the other"),
        (("alleged",), ("occurred",), 1, "whichever comes first"),
        (("occurred",), ("occurred",), 0, "a fact for both"),
        (("alleged",), ("alleged",), 0, "a claim for both"),
        (("occurred",), ("ongoing",), 0, "under way when one wrote"),
        (("occurred", "alleged"), ("alleged",), 0, "a document that has both tells the doubt itself"),
    ],
)
def test_whether_it_happened(left: tuple, right: tuple, count: int, why: str) -> None:
    drafts = [Draft("a"), Draft("b")]
    for draft, statuses in zip(drafts, (left, right), strict=True):
        number = None
        for status in statuses:
            number = draft.event(
                "shelled", "ASSAULT", "bomb", sources=(draft.state("NOR"),), targets=(draft.state("CHL"),),
                date="1911-03-04", status=status, same_as=number,
                sentence="Norwegian warships shelled the harbour warehouses during heavy fog.",
            )  # fmt: skip
    found = conflicts(*drafts)
    assert [(c["table_name"], c["field"]) for c in found] == [("event_mentions", "status")] * count, why
    if found:
        fact, claim = ("a", "b") if left == ("occurred",) else ("b", "a")
        assert found[0]["explanation"] == f"{fact}.txt tells as a fact what {claim}.txt tells as a claim."


def test_a_claim_in_passing_is_none() -> None:
    first, second = Draft("a"), Draft("b")
    for draft, status, date in ((first, "occurred", "1911-03-04"), (second, "alleged", None)):
        draft.event("removed", "COERCE", "remove", targets=(draft.person("Ola Berg", "NOR"),), status=status, date=date)
    assert len(merge([first.done(), second.done()])["events"]) == 1, "one event"
    assert conflicts(first, second) == []


@pytest.mark.parametrize(("mode", "count"), [("found", 1), ("elect", 0)])
def test_a_body_is_founded_once_and_a_person_elected_again(mode: str, count: int) -> None:
    first, second = Draft("a"), Draft("b")
    for draft, year in ((first, "1931"), (second, "1951")):
        body = draft.actor("Fjord Commission", "igo") if mode == "found" else draft.person("Ola Berg", "NOR")
        draft.event(f"{mode}ed", "TRANSITION", mode, sources=(body,), date=year)
    assert len(conflicts(first, second)) == count


@pytest.mark.parametrize(
    ("left", "right", "fields", "why"),
    [
        ({"start": "2011"}, {"start": "2012"}, ["start"], "neighbouring years"),
        ({"start": "2011"}, {"start": "2011-05"}, [], "one lies in the other"),
        ({"start": "2011"}, {"start": "2019"}, [], "a second term"),
        ({"start": "2011", "end": "2014"}, {"start": "2011", "end": "2015"}, ["end"], "the other end"),
        ({"start": "2011"}, {"end": "2012"}, [], "two ends of one term"),
        ({"start": "2011"}, {"start": "2012", "country": "CHL"}, [], "in another country"),
        ({"start": "2011"}, {"start": "2012", "organisation": "Salmon Board"}, [], "in another body"),
        ({"start": "2011"}, {"start": "2012", "title": "Minister"}, [], "another office"),
    ],
)
def test_roles(left: dict, right: dict, fields: list[str], why: str) -> None:
    drafts = [Draft("a"), Draft("b")]
    for draft, role in zip(drafts, (left, right), strict=True):
        draft.role(draft.person("Ola Berg", "NOR"), **({"title": "Ambassador", "country": "NOR"} | role))
    assert [(c["table_name"], c["field"]) for c in conflicts(*drafts)] == [("actor_roles", f) for f in fields], why


@pytest.mark.parametrize(
    ("left", "right", "count", "why"),
    [
        ({"doi": "10.1/a", "date": "2001"}, {"doi": "10.1/A", "date": "2003"}, 1, "one number"),
        ({"doi": "10.1/a", "date": "2001"}, {"doi": "10.1/a", "date": "2001-04"}, 0, "one lies in the other"),
        ({"doi": "10.1/a", "date": "2001"}, {"doi": "10.1/b", "date": "2003"}, 0, "two numbers"),
        ({"date": "2001"}, {"date": "2003"}, 0, "yearbooks have one title"),
        ({"url": "u", "date": "2001"}, {"url": "u", "date": "2003"}, 1, "one title at one address"),
        ({"url": "u", "date": "2001"}, {"url": "u", "date": "2003", "title": "Cod"}, 0, "two titles at one address"),
        ({"doi": "10.1/a", "url": "u", "date": "2001"}, {"doi": "10.1/a", "url": "u", "date": "2003"}, 1, "told once"),
        ({"doi": "10.1/a", "date": "2001"}, {"doi": "10.1/a"}, 0, "no date"),
    ],
)
def test_citations(left: dict, right: dict, count: int, why: str) -> None:
    drafts = [Draft("a"), Draft("b")]
    for draft, entry in zip(drafts, (left, right), strict=True):
        draft.citation(1, **({"title": "Salmon"} | entry))
    assert [(c["table_name"], c["field"]) for c in conflicts(*drafts)] == [("citations", "date")] * count, why


@pytest.mark.parametrize(
    ("left", "right", "published", "count", "why"),
    [
        ("in_force", "ended", ("2010-03-05", "2010-03-05"), 1, "on one day"),
        ("pending", "proposed", ("2010-03-05", "2010-03-05"), 0, "two words for one stage"),
        ("in_force", "ended", ("2010", "2010"), 0, "a year may hold both"),
        ("in_force", "ended", (None, None), 0, "written nobody knows when"),
    ],
)
def test_stages_of_an_agreement(left: str, right: str, published: tuple, count: int, why: str) -> None:
    drafts = [Draft(name, published=when) for name, when in zip("ab", published, strict=True)]
    for draft, status in zip(drafts, (left, right), strict=True):
        draft.agreement("Fjord Pact", status=status)
    assert len(conflicts(*drafts)) == count, why


@pytest.mark.parametrize(
    ("left", "right", "count", "why"),
    [
        ("NOR CHL", "CHL NOR", 1, "the same parties"),
        ("NOR CHL", "", 1, "one does not tell them"),
        ("NOR CHL", "NOR CHL KEN", 0, "one more, which may have joined later"),
        ("NOR CHL", "NOR KEN", 0, "another treaty of that name"),
    ],
)
def test_parties_of_an_agreement(left: str, right: str, count: int, why: str) -> None:
    drafts = [Draft("a"), Draft("b")]
    for draft, parties, year in zip(drafts, (left, right), ("1931", "1934"), strict=True):
        codes = tuple(map(draft.state, parties.split()))
        draft.agreement("Fjord Pact", parties=codes, date=year, date_kind="signed")
    assert len(conflicts(*drafts)) == count, why


def test_conflicts_point_to_rows() -> None:
    first, second = Draft("a", published="2010"), Draft("b", published="2012")
    for draft, dead, share, year in ((first, 9, 30, "2006"), (second, 12, 40, "2007")):
        draft.agreement("Fjord Pact", date=year, date_kind="signed")
        draft.fact(**(FACT | {"value": share}))
        opened(draft, year)
        opened(draft, "1911-03-04", killed=dead)
        draft.role(draft.person("Ola Berg", "NOR"), "Ambassador", start=year)
    tables = merge([first.done(), second.done()])
    keys = {"events": "event_id", "event_mentions": "event_mention_id", "event_counts": "event_count_id",
            "trade_facts": "trade_fact_id", "agreements": "agreement_id", "actor_roles": "role_id"}  # fmt: skip
    found = tables["conflicts"].to_dicts()
    assert {c["table_name"] for c in found} >= {"events", "event_counts", "trade_facts", "agreements", "actor_roles"}
    for c in found:
        assert {c["left_id"], c["right_id"]} <= set(tables[c["table_name"]][keys[c["table_name"]]])
        assert c["field"] in tables[c["table_name"]].columns
