import pytest
from merge_builder import Draft

from pipeline.derive.checks import validate
from pipeline.derive.frames import schema
from pipeline.merge.dataset import merge
from schemas import TABLES

ELSEWHERE = {"rejects", "quality", "releases"}


def full_draft(document_id: str = "d", **kwargs) -> Draft:
    """A document with a row in every table."""
    draft = Draft(document_id, **kwargs)
    norway, lund = draft.state("NOR"), draft.person("Ana Lund", "NOR", ("Lund",))
    draft.role(lund, "Minister of Fisheries", country="NOR", start="2004")
    pact = draft.agreement("Fjord Pact", parties=(norway, draft.state("CHL")), date="2009", date_kind="signed")
    draft.event(
        "promised to share the charts of every fjord", "AGREE", "promise", sources=(lund,), targets=(norway,),
        date="2011-05-02", date_basis="explicit", contexts=("economic",), attribution=lund, agreement=pact, killed=3,
    )  # fmt: skip
    draft.fact("trade_rank", "NOR", 1, "rank", partner="CHL", period="2004", attribution=lund)
    draft.fact("trade_rank", "NOR", 2, "rank", partner="CHL", period="2004")
    draft.advice(
        "send the ministers of both countries on a long voyage along the whole coast in winter",
        addressees=(norway,), issuer=lund, beneficiaries=(lund, norway),
    )  # fmt: skip
    draft.citation(1, "Charts of the North", cited_by=(0, 2))
    return draft


def test_every_table_has_its_columns_even_without_documents() -> None:
    for documents in ([], [full_draft().done()]):
        tables = merge(documents)
        assert tables.keys() == TABLES.keys() - ELSEWHERE
        for name, frame in tables.items():
            assert frame.schema == schema(TABLES[name]), name


def test_a_full_document_fills_every_table_and_passes_every_check() -> None:
    coded = full_draft().done()
    tables = merge([coded])
    assert [name for name, frame in tables.items() if frame.is_empty()] == []
    assert validate(tables, {"d": coded.document.text}).rejects.is_empty()


def test_references_are_to_published_ids() -> None:
    tables = merge([full_draft().done()])
    [advice] = tables["recommendations"].to_dicts()
    [lund] = tables["actors"].filter(name="Ana Lund")["actor_id"]
    assert (advice["issuer_id"], advice["addressee_ids"]) == (lund, ["act_nor"])
    assert advice["beneficiary_ids"] == [lund, "act_nor"]
    [citation] = tables["citations"].to_dicts()
    by_ordinal = dict(tables["sentences"].select("ordinal", "sentence_id").iter_rows())
    assert citation["cited_by"] == [by_ordinal[0], by_ordinal[2]]


def test_advice_in_the_documents_own_voice_has_no_issuer() -> None:
    draft = Draft("d")
    draft.advice("build more piers")
    assert merge([draft.done()])["recommendations"]["issuer_id"].to_list() == [None]


def test_words_that_may_not_be_passed_on_are_left_out() -> None:
    free, closed = (merge([full_draft(free=f).done()]) for f in (True, False))
    for name, frame in closed.items():
        assert frame.height == free[name].height
        if "evidence" in frame.columns:
            assert frame["evidence"].null_count() == frame.height > 0
            assert frame.select("char_start", "char_end").equals(free[name].select("char_start", "char_end"))
    assert closed["sentences"]["text"].null_count() == closed["sentences"].height
    assert free["sentences"]["text"].null_count() == 0
    assert free["event_mentions"]["trigger"].null_count() == 0
    assert closed["event_mentions"]["trigger"].to_list() == [None]  # longer than a name
    assert closed["actor_mentions"]["surface"].null_count() == 0
    [cut] = closed["recommendations"]["action"]
    assert cut == "send the ministers of both countries on a long voyage along the …"


def test_sentences_keep_their_place() -> None:
    tables = merge([full_draft().done()])
    text = full_draft().done().document.text
    for row in tables["sentences"].to_dicts():
        assert text[row["char_start"] : row["char_end"]] == row["text"]
        assert row["locator"] == f"line {row['ordinal'] + 1}"
    [document] = tables["documents"].to_dicts()
    assert (document["n_chars"], document["n_words"]) == (len(text), len(text.split()))
    assert document["n_sentences"] == tables["sentences"].height


def test_documents_come_by_publication_then_id() -> None:
    drafts = [Draft("c"), Draft("b", published="2012"), Draft("z", published="1999-05"), Draft("a")]
    assert merge([d.done() for d in drafts])["documents"]["document_id"].to_list() == ["z", "b", "a", "c"]


def test_two_documents_with_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="two documents have the id d"):
        merge([Draft("d").done(), Draft("d").done()])


def test_rows_that_read_alike_stay_apart() -> None:
    draft = Draft("d")
    draft.fact("gdp", "NOR", 5, "percent")
    draft.rows.trade_facts *= 2
    assert merge([draft.done()])["trade_facts"]["trade_fact_id"].n_unique() == 2
