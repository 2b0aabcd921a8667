import pytest
from merge_builder import Draft

from pipeline.merge.dataset import merge

NOR, CHL, KEN = "NOR", "CHL", "KEN"


def told(draft: Draft, trigger: str, event_type: str, mode: str | None, by: tuple, to: tuple = (), **fields) -> int:
    """A statement whose participants are codes of states or names of Norwegian persons."""

    def actor(name: str) -> int:
        return draft.state(name) if len(name) == 3 and name.isupper() else draft.person(name, "NOR")

    return draft.event(
        trigger, event_type, mode, sources=tuple(map(actor, by)), targets=tuple(map(actor, to)), **fields
    )


def events(*statements: tuple[tuple, dict], one_document: bool = False) -> list[dict]:
    """Events of documents that make one statement each, or of one document that makes all."""
    drafts = [Draft(f"d{n}") for n in range(1 if one_document else len(statements))]
    for n, (said, fields) in enumerate(statements):
        told(drafts[0 if one_document else n], *said, **fields)
    return merge([d.done() for d in drafts])["events"].to_dicts()


VISIT = ("visited", "CONSULT", "visit", ("Ana Lund",), (CHL,))
MEETING = ("met", "CONSULT", "meeting", ("Ana Lund", CHL))
OPENED = ("established", "SUPPORT", "relations", (NOR, CHL))
ELECTED = ("elected", "TRANSITION", "elect", ("Ana Lund",))
PRAISED = ("praised", "SUPPORT", "endorse", (NOR,), (CHL,))
ATTACK = ("attacked", "ASSAULT", "bomb", (NOR,), (CHL,))
TO_KENYA = ("visited", "CONSULT", "visit", ("Ana Lund",), (KEN,))
FROM_CHILE = ("visited", "CONSULT", "visit", (CHL,), ("Ana Lund",))
KENYAN_MEETING = ("met", "CONSULT", "meeting", ("Ana Lund", KEN))
ARREST = ("arrested", "COERCE", "arrest", (), ("Ana Lund",))
MAY_2 = {"date": "2011-05-02"}
HARBOUR = {"sentence": "Warships shelled the harbour warehouses during heavy fog."}


@pytest.mark.parametrize(
    ("statements", "rows", "why"),
    [
        ([(VISIT, MAY_2), (VISIT, MAY_2)], 1, "day"),
        ([(VISIT, MAY_2), (VISIT, {"date": "2011-05"})], 1, "a day and its month"),
        ([(MEETING, MAY_2), (("talks", *MEETING[1:]), MAY_2)], 1, "another word"),
        ([(OPENED, {"date": "1931"}), (OPENED, {"date": "1931-04-07"})], 1, "done once: the year suffices"),
        ([(OPENED, {}), (OPENED, {"date": "1931"})], 1, "done once: one source gives no date"),
        ([(OPENED, {}), (OPENED, {})], 1, "done once, no dates"),
        ([(ELECTED, {"date": "2011"}), (("election", *ELECTED[1:]), {"date": "2011"})], 1, "verb and noun"),
        ([(ATTACK, {"date": "1911-03-04", **HARBOUR}), (ATTACK, {"date": "1911-03-04", **HARBOUR})], 1, "same details"),
        ([(VISIT, MAY_2), (VISIT, {"date": "2011-05-03"})], 2, "days part"),
        ([(VISIT, {"date": "2011"}), (VISIT, {"date": "2011"})], 2, "two visits fit in a year"),
        ([(VISIT, {}), (VISIT, {})], 2, "visits recur"),
        ([(VISIT, {}), (VISIT, MAY_2)], 2, "which visit?"),
        ([(PRAISED, MAY_2), (PRAISED, MAY_2)], 2, "for what? words recur on one day"),
        ([(ATTACK, {"date": "1911-03-04"}), (ATTACK, {"date": "1911-03-04"})], 2, "where? attacks recur on one day"),
        ([(OPENED, {"date": "1931"}), (OPENED, {"date": "1951"})], 2, "years part"),
        ([(OPENED, {"date": "1931"}), (OPENED, {"date": "1951"}), (OPENED, {})], 3, "no date, two that fit"),
        ([(VISIT, MAY_2), (MEETING, MAY_2)], 2, "modes differ"),
        (
            [(VISIT, MAY_2), (TO_KENYA, MAY_2)],
            2,
            "hosts differ",
        ),
        (
            [(MEETING, MAY_2), (KENYAN_MEETING, MAY_2)],
            2,
            "one party of two in common",
        ),
        (
            [(VISIT, MAY_2), (FROM_CHILE, MAY_2)],
            2,
            "guest and host change places",
        ),
        (
            [(VISIT, {"date": "2011-05-02", "place": "Arica"}), (VISIT, {"date": "2011-05-02", "place": "Iquique"})],
            2,
            "places differ",
        ),
        (
            [(VISIT, {"date": "2011-05-02", "status": "announced"}), (VISIT, MAY_2)],
            2,
            "an announcement is a row of its own",
        ),
        ([(("left", "TRANSITION", "leave", ()), MAY_2)] * 2, 2, "nobody in common"),
        ([(OPENED, {"date": "XXXX-12"}), (OPENED, {"date": "XXXX-11"})], 1, "dates without year say nothing"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("one_document", [False, True])
def test_identity(statements: list, rows: int, why: str, one_document: bool) -> None:
    assert len(events(*statements, one_document=one_document)) == rows, why


def test_an_unnamed_doer_does_not_contradict_on_the_same_day() -> None:
    arrest = ("arrested", "COERCE", "arrest")
    [row] = events(
        ((*arrest, (), ("Ana Lund",)), MAY_2),
        ((*arrest, (NOR,), ("Ana Lund",)), MAY_2),
    )
    assert (row["source_countries"], row["target_countries"], row["n_documents"]) == (["NOR"], ["NOR"], 2)


def test_the_coders_own_grouping_is_kept() -> None:
    draft = Draft("d")
    first = told(draft, *PRAISED)
    told(draft, "praise", "SUPPORT", None, (), (), same_as=first)
    tables = merge([draft.done()])
    assert tables["events"]["n_mentions"].to_list() == [2]
    assert tables["event_mentions"]["event_id"].n_unique() == 1


def test_the_row_takes_the_fullest_statement_and_everybodys_participants() -> None:
    first, second = Draft("a"), Draft("b")
    told(first, "visited", "CONSULT", "visit", ("Ana Lund",), (CHL,), date="2011-05", contexts=("economic",))
    told(
        second, "visit", "CONSULT", "visit", ("Ana Lund", NOR), (CHL,),
        date="2011-05-02", place="Arica", place_country="CHL", contexts=("culture",),
    )  # fmt: skip
    told(second, "visit", "CONSULT", "visit", ("Ana Lund",), (CHL,), date="2011-05-02")
    tables = merge([first.done(), second.done()])
    rows = tables["events"].sort("n_mentions").to_dicts()
    row = rows[-1]
    assert (row["date"], row["date_precision"], str(row["date_min"])) == ("2011-05-02", "day", "2011-05-02")
    assert (row["place"], row["place_country"]) == ("Arica", "CHL")
    assert len(row["source_ids"]) == 2
    assert row["target_ids"] == ["act_chl"]
    assert (row["quad_class"], row["goldstein"]) == ("verbal_cooperation", 1.9)


def test_participants_and_counts_have_rows_of_their_own() -> None:
    first, second = Draft("a"), Draft("b")
    for draft, dead in ((first, 9), (second, 9), (second, 4)):
        told(draft, *ATTACK, date="1911-03-04", killed=dead, sentence=f"Warships shelled the harbour: {dead} dead.")
    tables = merge([first.done(), second.done()])
    assert sorted(tables["event_counts"]["value"].to_list()) in ([4.0, 9.0], [4.0, 4.0, 9.0])
    for row in tables["events"].to_dicts():
        mine = tables["event_participants"].filter(event_id=row["event_id"]).sort("role")
        assert mine["actor_id"].to_list() == row["source_ids"] + row["target_ids"]


@pytest.mark.parametrize(("first_published", "second_published"), [("2011", "2012"), (None, None)])
def test_a_later_account_does_not_move_the_id(first_published: str | None, second_published: str | None) -> None:
    alone, other = Draft("a", published=first_published), Draft("b", published=second_published)
    told(alone, *OPENED, date="1931")
    told(other, *OPENED, date="1931-04-07")
    [before] = merge([alone.done()])["events"]["event_id"].to_list()
    assert merge([other.done(), alone.done()])["events"]["event_id"].to_list() == [before]


@pytest.mark.parametrize("date", ["1931", "1931-04-07"], ids=["once in years", "to the day"])
def test_an_earlier_account_that_says_the_same_does_not_move_the_id(date: str) -> None:
    alone, earlier = Draft("b", published="2011"), Draft("a", published="2001")
    told(alone, *OPENED, date=date)
    told(earlier, *OPENED, date=date)
    [before] = merge([alone.done()])["events"]["event_id"].to_list()
    assert merge([earlier.done(), alone.done()])["events"]["event_id"].to_list() == [before]


def test_an_event_that_is_known_to_the_year_keeps_its_own_id() -> None:
    """Of such there are many, so none may take the id of another document's."""
    alone, earlier = Draft("b", published="2011"), Draft("a", published="2001")
    told(alone, *PRAISED, date="1931", sentence="Norway praised the mining law of its partner.")
    told(earlier, *PRAISED, date="1931", sentence="A choir from the coast won applause.")
    [before] = merge([alone.done()])["events"]["event_id"].to_list()
    both = merge([earlier.done(), alone.done()])["event_mentions"]
    assert both.filter(document_id="b")["event_id"].to_list() == [before]
    assert both["event_id"].n_unique() == 2


def test_events_keep_their_agreement() -> None:
    draft = Draft("d")
    pact = draft.agreement("Fjord Pact")
    told(draft, "signed", "SUPPORT", "sign", (NOR, CHL), date="2011", agreement=pact)
    told(draft, "signature", "SUPPORT", "sign", (NOR, CHL), date="2011", agreement=pact)
    told(draft, "signed", "SUPPORT", "sign", (NOR, CHL), date="2011")
    tables = merge([draft.done()])
    assert tables["events"]["agreement_id"].drop_nulls().to_list() == tables["agreements"]["agreement_id"].to_list()
    assert tables["events"].height == 2  # the third signs who knows what
