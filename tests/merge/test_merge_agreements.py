import pytest
from merge_builder import Draft

from pipeline.merge.dataset import merge

Named = tuple[str, list[str], dict]


def agreements(*named: Named) -> list[dict]:
    """Agreements of documents that name one each: (name, codes of the parties, further fields)."""
    coded = []
    for n, (name, codes, fields) in enumerate(named):
        draft = Draft(f"d{n}")
        draft.agreement(name, parties=tuple(draft.state(c) for c in codes), **fields)
        coded.append(draft.done())
    return merge(coded)["agreements"].to_dicts()


@pytest.mark.parametrize(
    ("named", "rows", "why"),
    [
        ([("Fjord Pact", [], {}), ("the Fjord Pact", [], {})], 1, "article"),
        ([("2006 Fjord Pact", [], {}), ("Fjord Pact", [], {})], 1, "a year before the name"),
        ([("Fjord Pact of 2006", [], {}), ("2006 Fjord Pact", [], {})], 1, "the same year"),
        (
            [("U.S.–Chile Tax Treaty", [], {}), ("United States-Chile Tax Treaty", [], {})],
            1,
            "names of a state",
        ),
        (
            [("Norway-Chile Free Trade Agreement", [], {}), ("Free Trade Agreement", ["CHL", "NOR"], {})],
            1,
            "parties in the name, parties beside it",
        ),
        ([("Fjord Sea Pact", [], {"acronym": "FSP"}), ("FSP", [], {})], 1, "acronym"),
        ([("Fjord Sea Pact", [], {}), ("FSP", [], {})], 1, "first letters"),
        ([("Fjord Pact", ["NOR"], {}), ("Fjord Pact", ["NOR", "CHL"], {})], 1, "parties told in part"),
        ([("Fjord Pact", [], {}), ("Lake Pact", [], {})], 2, "names differ"),
        ([("2006 Fjord Pact", [], {}), ("2012 Fjord Pact", [], {})], 2, "years differ"),
        ([("Free Trade Agreement", ["NOR", "CHL"], {}), ("Free Trade Agreement", ["NOR", "KEN"], {})], 2, "whose"),
        ([("Free Trade Agreement", [], {}), ("Free Trade Agreement", [], {})], 2, "any two such agreements"),
        ([("Norway-Chile Tax Treaty", [], {}), ("Norway-Kenya Tax Treaty", [], {})], 2, "other states in the name"),
        ([("Fjord Pact", ["NOR"], {}), ("Fjord Pact", ["KEN"], {})], 2, "parties contradict"),
        ([("Fjord Pact", [], {"acronym": "FP"}), ("Fjord Pact", [], {"acronym": "FJP"})], 2, "acronyms contradict"),
        (
            [("2006 Fjord Pact", [], {}), ("2012 Fjord Pact", [], {}), ("Fjord Pact", [], {})],
            3,
            "a name that two could be short for",
        ),
    ],
)  # fmt: skip
def test_identity(named: list[Named], rows: int, why: str) -> None:
    assert len(agreements(*named)) == rows, why


def test_one_document_may_name_an_agreement_twice() -> None:
    draft = Draft("d")
    draft.agreement("Fjord Pact")
    draft.agreement("2006 Fjord Pact")
    [row] = merge([draft.done()])["agreements"].to_dicts()
    assert (row["n_mentions"], row["n_documents"]) == (2, 1)


def test_the_row_unites_what_documents_say() -> None:
    [row] = agreements(
        ("FSP", [], {"status": "unknown"}),
        ("Fjord Sea Pact", ["NOR", "CHL"], {"acronym": "FSP", "date": "2011", "date_kind": "in_force"}),
        ("Fjord Sea Pact", ["CHL", "NOR", "KEN"], {"date": "2009-05", "date_kind": "signed"}),
    )
    assert (row["name"], row["acronym"], row["aliases"]) == ("Fjord Sea Pact", "FSP", [])
    assert (row["date"], row["date_kind"], str(row["date_max"])) == ("2009-05", "signed", "2009-05-31")
    assert (row["status"], row["party_ids"]) == ("in_force", ["act_nor", "act_chl", "act_ken"])


@pytest.mark.parametrize("before", [True, False])
def test_another_form_of_the_name_does_not_move_the_id(before: bool) -> None:
    def only_id(*named: tuple[str, str]) -> str:
        coded = []
        for document_id, name in named:
            coded.append(Draft(document_id))
            coded[-1].agreement(name)
        [row] = merge([d.done() for d in coded])["agreements"].to_dicts()
        return row["agreement_id"]

    for other in ("FSP", "2006 Fjord Sea Pact", "Norwegian Fjord Sea Pact"):
        assert only_id(("m", "Fjord Sea Pact")) == only_id(("m", "Fjord Sea Pact"), ("a" if before else "z", other))


def test_parties_have_a_row_each() -> None:
    draft = Draft("d")
    draft.agreement("Fjord Pact", parties=(draft.state("NOR"), draft.state("CHL"), draft.state("NOR")))
    tables = merge([draft.done()])
    assert tables["agreement_parties"]["actor_id"].to_list() == ["act_nor", "act_chl"]
