"""Tables drawn with dashes in plain text."""

from __future__ import annotations

from pipeline.read.plain import read_plain

RULED = """The envoys were few, and each of them came by ship to the port of the other country.

  Year   Envoy          Port
  ------ -------------- ---------
  1901   Ole Berg       Bergen
  1905   Ada Lunde[2]

  : Envoys to Chile

The last one left.
"""

GRID = """+---------+------------+-----------------------------------------------+
| Country | Since      | Notes                                         |
+=========+============+===============================================+
| Kenya   | 3 May 1963 | Both states set up relations on 3 May 1963.   |
|         |            | -   Kenya has an embassy in Oslo.             |
+---------+------------+-----------------------------------------------+

After the table.
"""


def rows(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in block.cells] for block in read_plain(text) if block.kind == "table_row"]


def test_ruled_columns() -> None:
    assert rows(RULED) == [["Year", "Envoy", "Port"], ["1901", "Ole Berg", "Bergen"], ["1905", "Ada Lunde[2]"]]
    blocks = read_plain(RULED)
    assert [b.kind for b in blocks] == ["paragraph", "table_row", "table_row", "table_row", "caption", "paragraph"]
    assert [b.header for b in blocks][1:4] == [None, 1, 1]


def test_grid() -> None:
    assert rows(GRID) == [
        ["Country", "Since", "Notes"],
        ["Kenya", "3 May 1963", "Both states set up relations on 3 May 1963."],
        ["Kenya has an embassy in Oslo."],
    ]
    assert [b.header for b in read_plain(GRID)] == [None, 0, 0, None]


def test_windows_line_ends() -> None:
    assert rows(GRID.replace("\n", "\r\n")) == rows(GRID)
    assert rows(RULED.replace("\n", "\r\n")) == rows(RULED)


def test_tabs_part_cells() -> None:
    table = "Good\tShare\tYear\nSalmon\t12 percent\t2011\nCopper ore\t3 percent\t2012\n"
    text = f"The list follows here and is short:\n\n{table}"
    assert rows(text) == [
        ["Good", "Share", "Year"],
        ["Salmon", "12 percent", "2011"],
        ["Copper ore", "3 percent", "2012"],
    ]
    assert read_plain(text)[1].lead_in == 0


def test_rows_that_do_not_agree_have_no_cells() -> None:
    text = (
        "Goal Area Outcome\nTrade More fish for Norway than before Growth\nPorts for all of the country in the north\n"
    )
    found = rows(text)
    assert found == [[], [], []]
