import pytest
from merge_builder import Draft

from pipeline.merge.dataset import merge

BODY = "government_body"
Name = tuple[str, str | None] | tuple[str, str | None, tuple[str, ...]]


def actors_of(*documents: Draft) -> list[dict]:
    return merge([d.done() for d in documents])["actors"].to_dicts()


def people(*names: Name) -> list[dict]:
    """Actors of documents that name one person each, in this order."""
    drafts = [Draft(f"d{n}") for n in range(len(names))]
    for draft, name in zip(drafts, names, strict=True):
        draft.person(*name)
    return actors_of(*drafts)


def bodies(*names: tuple) -> list[dict]:
    """Actors of documents that name one body each: (name, kind, country, aliases)."""
    drafts = [Draft(f"d{n}") for n in range(len(names))]
    for draft, name in zip(drafts, names, strict=True):
        draft.actor(*name)
    return actors_of(*drafts)


@pytest.mark.parametrize(
    ("names", "rows", "why"),
    [
        ([("Ana Lund", "NOR"), ("Ana Lund", "NOR")], 1, "equal"),
        ([("Ana Lund", "NOR"), ("ana LÜND", "NOR")], 1, "accents and case"),
        ([("Ana Lund", "NOR"), ("Ana M. Lund", "NOR"), ("Ana Maria Lund", "NOR")], 1, "middle names, initials"),
        ([("Ana Soto", "CHL"), ("Ana Soto Vega", "CHL")], 1, "second surname, same country"),
        (
            [("Ana Soto", "CHL"), ("Ana Soto Vega", "CHL", ("Soto",))],
            1,
            "told by its alias",
        ),
        ([("Ana Lund", "NOR"), ("Lund", "NOR")], 1, "surname of the one Lund of that country"),
        ([("Ana Lund", "NOR"), ("Ana Lund", None)], 1, "country said in one document only"),
        ([("Ana Lindqvist", "NOR"), ("Ana Lindqvits", "NOR")], 1, "letters swapped"),
        ([("John de la Rue", "KEN"), ("John De La Rue", "KEN")], 1, "particles"),
        ([("Ana Lund", "NOR"), ("Ana Lund", "CHL")], 2, "namesakes of two countries"),
        ([("Ana Lund", "NOR"), ("Eva Lund", "NOR")], 2, "same surname"),
        ([("Ana Lund", "NOR"), ("Lund", "CHL")], 2, "surname in another country"),
        ([("Ana Lund", "NOR"), ("Eva Lund", "NOR"), ("Lund", "NOR")], 3, "surname of two persons"),
        ([("Lund", None), ("Ana Lund", "NOR")], 2, "surname without country"),
        ([("Ana Soto", "CHL"), ("Ana Soto Vega", None)], 2, "second surname, country not known"),
        ([("Ana Vega", "CHL"), ("Ana Soto Vega", "CHL", ("Soto",))], 2, "the fuller form goes by another surname"),
        (
            [("Karl A. Berg", "NOR"), ("Karl B. Berg", "NOR"), ("Karl Berg", "NOR")],
            3,
            "the short form fits both",
        ),
        ([("Karl Berg", "NOR"), ("Karl Berg, Jr.", "NOR"), ("Karl Berg, Sr.", "NOR")], 3, "generations"),
        ([("Ana Lund", "NOR"), ("Ana Lunde", "NOR")], 2, "short surnames that differ are two"),
        ([("Ana Lund", None), ("Ana Lund", "NOR"), ("Ana Lund", "KEN")], 3, "no country, namesakes in two"),
    ],
)
def test_persons(names: list[Name], rows: int, why: str) -> None:
    assert len(people(*names)) == rows, why


def test_persons_that_one_document_tells_apart_stay_apart() -> None:
    draft = Draft("d")
    draft.person("Karl Berg", "NOR")
    draft.person("Karl Olav Berg", "NOR")
    assert len(actors_of(draft)) == 2


@pytest.mark.parametrize(
    ("names", "rows", "why"),
    [
        (
            [
                ("Kenyan Ministry of Health", BODY, "KEN"),
                ("Ministry of Health of Kenya", BODY, "KEN"),
            ],
            1,
            "word order",
        ),
        ([("Norway's Navy", "armed_force", "NOR"), ("Norwegian Navy", BODY, "NOR")], 1, "near kinds"),
        (
            [("Lake States Council", "igo", None, ("LSC",)), ("LSC", "igo", None)],
            1,
            "acronym given in one document",
        ),
        ([("Lake States Council", "igo", None), ("LSC", "igo", None)], 1, "acronym of the first letters"),
        (
            [
                ("Lake States Council", "igo", None, ("Council of the Great Lakes",)),
                ("Council of the Great Lakes", "igo", None),
            ],
            1,
            "another full name",
        ),
        ([("Fjord Shipping", "company", "NOR"), ("Fjord Shipping", "company", None)], 1, "firms' names are their own"),
        ([("Kenyan farmers", "group", "KEN"), ("farmers of Kenya", "group", "KEN")], 1, "one plain description"),
        (
            [("Ministry of Health", BODY, "KEN"), ("Ministry of Health", BODY, "JPN")],
            2,
            "countries",
        ),
        (
            [("Ministry of Health", BODY, "KEN"), ("Ministry of Health", BODY, None)],
            2,
            "whose?",
        ),
        ([("Lake Council", "igo", None), ("Lake Council", "company", None)], 2, "kinds apart"),
        ([("Norwegian embassy", BODY, "NOR"), ("Norway's embassy", BODY, "NOR")], 2, "a state has many"),
        ([("Embassy in Arica", BODY, "NOR"), ("embassy in Arica", BODY, "NOR")], 1, "but one in a town"),
        ([("villagers", "group", None), ("villagers", "group", None)], 2, "whose?"),
        (
            [("Lake States Council", "igo", None, ("LSC",)), ("Labour Safety Code", "igo", None, ("LSC",))],
            2,
            "one acronym for two full names",
        ),
        (
            [("Lake States Council", "igo", None), ("Labour Safety Code", "igo", None), ("LSC", "igo", None)],
            3,
            "an acronym that two names have",
        ),
        (
            [("Bank of Kenya", "igo", None), ("Bank of Japan", "igo", None)],
            2,
            "an igo's countries count",
        ),
    ],
)
def test_bodies(names: list[tuple], rows: int, why: str) -> None:
    assert len(bodies(*names)) == rows, why


def test_a_description_that_fits_many_is_one_body_in_one_document() -> None:
    first, second = Draft("a"), Draft("b")
    for name in ("Norwegian embassy", "Embassy of Norway"):
        first.actor(name, BODY, "NOR")
    second.actor("Norwegian embassy", BODY, "NOR")
    alone = {a["actor_id"] for a in actors_of(first)}
    assert len(alone) == 1
    assert alone < {a["actor_id"] for a in actors_of(second, first)}


def test_a_state_is_its_code_and_carries_its_plain_name() -> None:
    [row] = bodies(("Kingdom of Norway", "state", "NOR"), ("Norge", "state", "NOR", ("Oslo",)))
    assert (row["actor_id"], row["name"]) == ("act_nor", "Norway")
    assert row["aliases"] == ["Kingdom of Norway", "Norge", "Oslo"]
    assert (row["n_mentions"], row["n_documents"], row["first_document_id"]) == (2, 2, "d0")


def test_the_fullest_name_is_published_and_the_others_are_aliases() -> None:
    [row] = people(("Lund", "NOR"), ("Ana Lund", "NOR"), ("Ana Maria Lund", "NOR", ("Ana", "the minister")))
    assert row["name"] == "Ana Maria Lund"
    assert row["aliases"] == ["Ana", "Ana Lund", "Lund", "the minister"]


def test_a_body_is_published_under_a_name_that_says_whose_it_is() -> None:
    [row] = bodies(
        ("Health Ministry", BODY, "KEN"), ("Health Ministry", BODY, "KEN"), ("Kenya Health Ministry", BODY, "KEN")
    )
    assert row["name"] == "Kenya Health Ministry"


def test_of_spellings_the_most_used_is_published() -> None:
    [row] = people(("Ana Lindqvits", "NOR"), ("Ana Lindqvist", "NOR"), ("Ana Lindqvist", "NOR"))
    assert row["name"] == "Ana Lindqvist"


def test_kind_goes_by_weight_of_mentions() -> None:
    first, second = Draft("a"), Draft("b")
    first.actor("Harbour Guard", BODY, "NOR")
    second.actor("Harbour Guard", "armed_force", "NOR", mentions=3)
    [row] = actors_of(first, second)
    assert (row["kind"], row["n_mentions"]) == ("armed_force", 4)


@pytest.mark.parametrize(
    ("known", "added"),
    [
        (("Ana Lund", "NOR"), ("Ana Maria Lund", "NOR")),
        (("Ana Lund", "NOR"), ("Lund", "NOR")),
        (("Ana Soto", "CHL"), ("Ana Soto Vega", "CHL", ("Soto",))),
        (("Ana Lund", "NOR"), ("Ana Lund", None)),
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_another_form_of_a_name_does_not_move_the_id(known: Name, added: Name, before: bool) -> None:
    def ids(*named: tuple[str, Name]) -> set[str]:
        drafts = []
        for document_id, name in named:
            drafts.append(Draft(document_id))
            drafts[-1].person(*name)
        return {a["actor_id"] for a in actors_of(*drafts)}

    assert ids(("m", known)) == ids(("m", known), ("a" if before else "z", added))


def test_roles_and_mentions_point_to_the_merged_actor() -> None:
    first, second = Draft("a"), Draft("b")
    first.role(first.person("Ana Lund", "NOR"), "Minister of Fisheries", start="2004-23", end="2006/..")
    second.person("Ana Maria Lund", "NOR")
    tables = merge([first.done(), second.done()])
    [actor] = tables["actors"].to_dicts()
    [role] = tables["actor_roles"].to_dicts()
    assert set(tables["actor_mentions"]["actor_id"]) == {actor["actor_id"], role["actor_id"]}
    assert str(role["start_min"]) == "2004-09-01"
    assert role["end_max"] is None
