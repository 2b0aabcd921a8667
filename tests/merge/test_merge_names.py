import pytest

from pipeline.merge.ids import make_id, number_repeats
from pipeline.merge.names import fold, heads, initials, is_acronym


@pytest.mark.parametrize(
    ("a", "b", "same", "why"),
    [
        ("Ministry of Foreign Affairs of Kenya", "Kenyan Ministry of Foreign Affairs", True, "word order"),
        ("Kenya's Ministry of Foreign Affairs", "Kenya’s ministry of foreign affairs", True, "apostrophes, case"),
        ("U.S. Department of Labor", "United States Labour Department", True, "initials, spelling, order"),
        ("Norwegian Defence Staff", "Norway's Defense Staff", True, "demonym, spelling"),
        ("Congress of the Republic", "Congress", True, "the style of the state"),
        ("São Tomé Port Authority", "Sao Tome Port Authority", True, "accents"),
        ("Ministry of Health", "Ministry of Education", False, "another ministry"),
        ("Bank of Kenya", "Bank of Japan", False, "another country"),
        ("Lima Police", "Peruvian Police", False, "a city is not its country"),
    ],
)
def test_heads(a: str, b: str, same: bool, why: str) -> None:
    assert (heads(a) == heads(b)) is same, why


@pytest.mark.parametrize(("text", "yes"), [
    ("OAS", True), ("AfCFTA", True), ("U.N.", True), ("G20", True), ("G-7", True), ("MoU", True),
    ("Peru", False), ("McCain", False), ("A", False), ("", False), ("Bank of Norway", False),
])  # fmt: skip
def test_is_acronym(text: str, yes: bool) -> None:
    assert is_acronym(text) is yes


@pytest.mark.parametrize(
    ("text", "folded"),
    [("U. S. Côte-d’Ivoire", "us cote d ivoire"), ("  Ana\u00a0María’s ", "ana maria"), ("", ""), ("—", "")],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_initials_leave_small_words_out() -> None:
    assert initials("Organization for the Defense of Mountain Lakes") == "odml"


def test_ids_depend_on_content_alone() -> None:
    assert make_id("act", "a", None, ("x",)) == make_id("act", "a", None, ("x",))
    assert len({make_id("act", "ab"), make_id("act", "a", "b"), make_id("evt", "ab"), make_id("act", ("ab",))}) == 4


def test_repeated_ids_are_numbered() -> None:
    assert number_repeats(["a", "b", "a", "a"]) == ["a", "b", "a_2", "a_3"]
