"""Where sentences end: (text, sentences, why)."""

from __future__ import annotations

import pytest

from pipeline.read.model import Block
from pipeline.read.sentences import MAX_CHARS, sentences


def cut(text: str, kind: str = "paragraph", cells: tuple[tuple[int, int], ...] = ()) -> list[str]:
    block = Block(kind=kind, char_start=0, char_end=len(text), cells=cells)
    return [text[s.char_start : s.char_end] for s in sentences(text, [block])]


PROSE = [
    ("Norway rose. Chile fell.", ["Norway rose.", "Chile fell."], "the plain case"),
    ("Norway and the U.S. signed it.", ["Norway and the U.S. signed it."], "abbreviation before a verb"),
    ("It is in the U.S. — and it stays.", ["It is in the U.S. — and it stays."], "a dash goes on"),
    ("It joined the U.S. Navy in 1990.", ["It joined the U.S. Navy in 1990."], "abbreviation inside a name"),
    ("They flew to the U.S. The talks failed.", ["They flew to the U.S.", "The talks failed."], "an opener follows"),
    ("He left Washington, D.C. In May he came back.", ["He left Washington, D.C.", "In May he came back."], "opener"),
    ("Gen. Ole Berg met Mrs. Ada Lunde.", ["Gen. Ole Berg met Mrs. Ada Lunde."], "titles go on"),
    ("Kari N. Dahl and J.C. Moe met.", ["Kari N. Dahl and J.C. Moe met."], "initials"),
    ("Ole R. Berg, Jr. of Norway spoke.", ["Ole R. Berg, Jr. of Norway spoke."], "name suffix"),
    ("He came with Ole Berg, Jr. They spoke.", ["He came with Ole Berg, Jr.", "They spoke."], "suffix at the end"),
    ("Trade grew 3.5 percent. It fell later.", ["Trade grew 3.5 percent.", "It fell later."], "decimal point"),
    ("See No. 4 of the list. It is short.", ["See No. 4 of the list.", "It is short."], "numero"),
    ("He said no. They left.", ["He said no.", "They left."], "the word no"),
    ("It opened at 9 a.m. EST on Monday.", ["It opened at 9 a.m. EST on Monday."], "time zone"),
    ("It met at 9 p.m. The vote failed.", ["It met at 9 p.m.", "The vote failed."], "opener after p.m."),
    ("Signed on Jan. 5 and Dec. 7.", ["Signed on Jan. 5 and Dec. 7."], "months"),
    ("Ports, e.g. Bergen, gained.", ["Ports, e.g. Bergen, gained."], "for example"),
    ("Norway v. Chile went on. It ended.", ["Norway v. Chile went on.", "It ended."], "versus"),
    (
        "It ended in 2016.[1]On 3 May it began.",
        ["It ended in 2016.[1]", "On 3 May it began."],
        "no space after a marker",
    ),
    ("It ended. [2] [3] It began.", ["It ended. [2] [3]", "It began."], "markers behind a space belong to the end"),
    ("It grew,[4] and fell.[5][6]", ["It grew,[4] and fell.[5][6]"], "a marker inside ends nothing"),
    ("It ended.[note 2] It began.", ["It ended.[note 2]", "It began."], "note marker"),
    ("He agreed.She left.", ["He agreed.", "She left."], "missing space"),
    ("See www.Example.Org for it.", ["See www.Example.Org for it."], "an address is no end"),
    ("He said, “We stay.” She left.", ["He said, “We stay.”", "She left."], "closing quote behind the stop"),
    ('"We go." said the man.', ['"We go." said the man.'], "small letter goes on"),
    ("The word ... in the note was odd.", ["The word ... in the note was odd."], "ellipsis inside"),
    ("It faded... Then it came.", ["It faded...", "Then it came."], "ellipsis at the end"),
    ('He said "a lot. [...] Then more."', ['He said "a lot. [...]', 'Then more."'], "a cut belongs to what it ends"),
    ("Norway sold fish; Chile sold copper.", ["Norway sold fish; Chile sold copper."], "semicolon"),
    ("Norway signed\nthe pact. It\nheld.", ["Norway signed\nthe pact.", "It\nheld."], "line breaks end nothing"),
    ("After World War I. Kenya grew.", ["After World War I.", "Kenya grew."], "a numeral, no initial"),
    ("Why now? Nobody knows!", ["Why now?", "Nobody knows!"], "other stops"),
    ("協定。次の文。", ["協定。", "次の文。"], "full-width stop"),
    ("MINISTER OF TRADE:  We agree.  It helps.", ["MINISTER OF TRADE:", "We agree.", "It helps."], "speaker's label"),
    ("Q    Will you sign?", ["Q", "Will you sign?"], "question label"),
    ("NATO: a short history.", ["NATO:", "a short history."], "a label in capitals reads as a speaker"),
    ("**Rail.** * Norway built it.", ["**Rail.**", "Norway built it."], "loose emphasis is left out"),
    ("Pop. 5,000. Area 3 km.", ["Pop.", "5,000.", "Area 3 km."], "unknown abbreviation: better cut than guessed"),
]


@pytest.mark.parametrize(("text", "expected", "why"), PROSE, ids=[why for _, _, why in PROSE])
def test_prose(text: str, expected: list[str], why: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected", "why"),
    [
        ("list_item", "Trade: Explore new markets", ["Trade: Explore new markets"], "a run-in heading stays"),
        ("list_item", "Trade: Sell more. Buy less.", ["Trade: Sell more.", "Buy less."], "real sentences in an item"),
        ("list_item", "MINISTERS: two of them", ["MINISTERS: two of them"], "no speakers in lists"),
        ("heading", "Norway. Chile. Kenya, 1897.", ["Norway. Chile. Kenya, 1897."], "a heading is whole"),
        ("reference", "Berg, O. (2011). Trade. Oslo.", ["Berg, O. (2011). Trade. Oslo."], "an entry is whole"),
        ("caption", "The port. Built in 1930.", ["The port.", "Built in 1930."], "captions hold sentences"),
        ("infobox", "Oslo St. Olav", ["Oslo St. Olav"], "infobox line"),
    ],
)
def test_other_kinds(kind: str, text: str, expected: list[str], why: str) -> None:
    assert cut(text, kind) == expected


def test_row_is_one_sentence_but_for_cells_of_prose() -> None:
    text = "Kenya | 1963 | Both states set up relations in 1963. Kenya has an embassy in Oslo."
    cells = ((0, 5), (8, 12), (15, len(text)))
    assert cut(text, "table_row", cells) == [
        "Kenya | 1963 |",
        "Both states set up relations in 1963.",
        "Kenya has an embassy in Oslo.",
    ]
    assert cut("Rail Build it", "table_row", ((0, 4), (5, 13))) == ["Rail Build it"]


def test_very_long_runs_are_cut_at_white_space() -> None:
    text = "word " * 5000
    found = cut(text.strip())
    assert all(len(s) <= MAX_CHARS and s.startswith("word") and s.endswith("word") for s in found)
    assert " ".join(found) == text.strip()
    assert all(len(s) <= MAX_CHARS for s in cut("x" * 9000))
