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


def test_conflicts_point_to_rows() -> None:
    first, second = Draft("a", published="2010"), Draft("b", published="2012")
    for draft, dead, share, year in ((first, 9, 30, "2006"), (second, 12, 40, "2007")):
        draft.agreement("Fjord Pact", date=year, date_kind="signed")
        draft.fact(**(FACT | {"value": share}))
        opened(draft, year)
        opened(draft, "1911-03-04", killed=dead)
    tables = merge([first.done(), second.done()])
    keys = {"events": "event_id", "event_mentions": "event_mention_id", "event_counts": "event_count_id",
            "trade_facts": "trade_fact_id", "agreements": "agreement_id"}  # fmt: skip
    found = tables["conflicts"].to_dicts()
    assert {c["table_name"] for c in found} >= {"events", "event_counts", "trade_facts", "agreements"}
    for c in found:
        assert {c["left_id"], c["right_id"]} <= set(tables[c["table_name"]][keys[c["table_name"]]])
        assert c["field"] in tables[c["table_name"]].columns
