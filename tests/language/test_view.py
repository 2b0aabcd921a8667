"""The parser's view of a text: what it leaves out, and that every character keeps its place in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.view import _PLAIN, view

SEEN = [
    ("Norway left.", "Norway left.", "plain text stays"),
    ("Norway left.[12] Chile stayed.", "Norway left. Chile stayed.", "a citation marker goes"),
    ("Norway left[a][note 3][citation needed].", "Norway left.", "so do notes and pleas for sources"),
    ("Articles [1234] and [sic] stay.", "Articles [1234] and [sic] stay.", "other brackets are text"),
    ("**Norway** left *at once*.", "Norway left at once.", "emphasis goes"),
    ("The _acting_ envoy of __Chile__ left.", "The acting envoy of Chile left.", "so does underlining"),
    ("The file_name and snake_case_word stay.", "The file_name and snake_case_word stay.", "but not inside a word"),
    ("## Trade with Kenya", "Trade with Kenya", "the sign of a heading goes"),
    ("Line #3 of the quay", "Line #3 of the quay", "a number sign is text"),
    ("See [the treaty](https://example.org/t) of 1911.", "See the treaty of 1911.", "a link keeps its label"),
    ("See [the treaty] (a draft).", "See [the treaty] (a draft).", "brackets that are no link stay"),
    (r"About \$5 and 3 \* 4", "About $5 and 3 * 4", "an escaped mark is the mark"),
    ("Norway  signed\n   the treaty", "Norway signed the treaty", "line breaks and indents are one space"),
    ("Norway [3], Chile [4] ; Japan", "Norway, Chile; Japan", "no space is left before a comma"),
    ("“We’ll sign,” said she", '"We\'ll sign," said she', "typographic quotes and apostrophes become plain"),
    ("a non‑breaking hyphen", "a non-breaking hyphen", "and so do odd hyphens"),
    ("NORWAY SIGNS the accord with OSLO", "Norway Signs the accord with OSLO", "a run of capitals becomes title case"),
    ("THE MINISTRY OF TRADE LEFT", "The Ministry of Trade Left", "with its small words small"),
    ("UK TROOPS LEAVE NATO EXERCISE", "UK Troops Leave NATO Exercise", "and known acronyms as they are"),
    ("NATO and UNESCO met.", "NATO and UNESCO met.", "one long acronym does not shout"),
    ("The WTO met the EU in OSLO.", "The WTO met the EU in OSLO.", "nor do short ones"),
    ("OSLO/NAIROBI (Example Wire) - Two ships sank.", "Two ships sank.", "a dateline is no part of the sentence"),
    ("NATO (an alliance) met in Oslo.", "NATO (an alliance) met in Oslo.", "a name with a gloss is"),
    ("", "", "nothing is nothing"),
    ("  \n\t ", "", "blank is nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SEEN, ids=lambda x: None)
def test_what_the_parser_sees(text: str, expected: str, why: str) -> None:
    assert view(text, 0, len(text)).text == expected, why


def test_markers_keep_their_label_and_place() -> None:
    text = "Norway left.[12] Chile stayed.[note 3] Japan came.[1-3]"
    found = [(m.label, text[m.char_start : m.char_end]) for m in view(text, 0, len(text)).markers]
    assert found == [("12", "[12]"), ("note 3", "[note 3]"), ("1-3", "[1-3]")]


def test_only_the_given_part_is_seen() -> None:
    text = "Chile stayed. *Norway* left. Japan came."
    seen = view(text, 14, 28)
    assert seen.text == "Norway left."
    assert text[seen.origin[0] : seen.origin[-1] + 1] == "Norway* left."


MARKUP = st.lists(
    st.sampled_from(
        [
            "Norway",
            "SIGNED",
            "TREATY",
            "[12]",
            "[a]",
            "*",
            "**",
            "_",
            " ",
            "  ",
            "\n",
            "\\*",
            "[x](y)",
            ",",
            " .",
            "“",
            "’",
            "# ",
        ]
    ),
    max_size=30,
).map("".join)


@given(st.one_of(st.text(max_size=200), MARKUP), st.data())
def test_every_character_comes_from_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    seen = view(text, start, end)
    assert len(seen.text) == len(seen.origin)
    assert all(a < b for a, b in zip(seen.origin, seen.origin[1:], strict=False)), "origins increase"
    assert all(start <= place < end for place in seen.origin)
    for character, place in zip(seen.text, seen.origin, strict=True):
        source = text[place].translate(_PLAIN)
        assert character in (source, source.lower()) or (character == " " and source.isspace())


@given(st.one_of(st.text(max_size=200), MARKUP))
def test_a_view_has_no_loose_space_and_is_stable(text: str) -> None:
    seen = view(text, 0, len(text)).text
    assert seen == seen.strip(" ")
    assert "  " not in seen
    assert all(text[m.char_start] == "[" and text[m.char_end - 1] == "]" for m in view(text, 0, len(text)).markers)


@given(st.text(alphabet=st.characters(categories=["Ll", "Lu"]), max_size=80))
def test_letters_alone_are_never_lost(text: str) -> None:
    assert view(text, 0, len(text)).text.casefold() == text.casefold()
