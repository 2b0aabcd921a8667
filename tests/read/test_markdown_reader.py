"""Markdown to blocks: kinds, exact words, sections, lists, tables, references."""

from __future__ import annotations

from pipeline.read.markdown import read_markdown
from pipeline.read.model import Block

ARTICLE = """# Kenya–Japan relations

| Mission | Head |
| --- | --- |
| Embassy in Tokyo | Ada Otieno |

Kenya and Japan trade.[1]

![Ministers in Nairobi](port.jpg)

## History

### **Early years**

They met in 1963:

- Japan opened an embassy;
  - in Nairobi
  - on a hill

  A second paragraph of the item.
- Kenya followed.

**Trade goals:**

**Ports:**

Ports grow.

**Rail and road:**  
Rails shrink.

**A Space Deal**.  Both countries signed it.

## See also

- Kenya–Norway relations

## References

1. Berg, O. (2011). *Trade*. Oslo.
2. Lunde, A. Ports.

## External links

- [Ministry](https://example.org)
"""


def show(text: str, blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(b.kind, text[b.char_start : b.char_end]) for b in blocks]


def find(blocks: tuple[Block, ...], text: str, words: str) -> Block:
    return next(b for b in blocks if text[b.char_start : b.char_end].startswith(words))


def test_kinds_and_words() -> None:
    assert show(ARTICLE, read_markdown(ARTICLE)) == [
        ("title", "Kenya–Japan relations"),
        ("table_row", "Mission | Head"),
        ("table_row", "Embassy in Tokyo | Ada Otieno"),
        ("paragraph", "Kenya and Japan trade.[1]"),
        ("caption", "Ministers in Nairobi"),
        ("chrome", "port.jpg"),
        ("heading", "History"),
        ("heading", "Early years"),
        ("paragraph", "They met in 1963:"),
        ("list_item", "Japan opened an embassy;"),
        ("list_item", "in Nairobi"),
        ("list_item", "on a hill"),
        ("paragraph", "A second paragraph of the item."),
        ("list_item", "Kenya followed."),
        ("heading", "Trade goals:"),
        ("heading", "Ports:"),
        ("paragraph", "Ports grow."),
        ("heading", "Rail and road:"),
        ("paragraph", "Rails shrink."),
        ("heading", "A Space Deal"),
        ("paragraph", "Both countries signed it."),
        ("chrome", "See also"),
        ("chrome", "Kenya–Norway relations"),
        ("heading", "References"),
        ("reference", "Berg, O. (2011). *Trade*. Oslo."),
        ("reference", "Lunde, A. Ports."),
        ("chrome", "External links"),
        ("chrome", "[Ministry](https://example.org)"),
    ]


def test_sections_levels_lead_ins_and_numbers() -> None:
    blocks = read_markdown(ARTICLE)
    assert find(blocks, ARTICLE, "They met").section == ("History", "Early years")
    assert find(blocks, ARTICLE, "Ports grow").section == ("History", "Early years", "Trade goals", "Ports")
    assert find(blocks, ARTICLE, "Both").section == ("History", "Early years", "Trade goals", "A Space Deal")
    opened, inner, after = (find(blocks, ARTICLE, w) for w in ("Japan opened", "in Nairobi", "Kenya followed"))
    assert (opened.level, inner.level, after.level) == (1, 2, 1)
    assert blocks[opened.lead_in or 0] == find(blocks, ARTICLE, "They met")
    assert blocks[inner.lead_in or 0] == opened
    assert [b.number for b in blocks if b.kind == "reference"] == ["1", "2"]
    assert find(blocks, ARTICLE, "Kenya and").locator == "line 7"


def test_table_rows_have_cells_and_a_header() -> None:
    blocks = read_markdown(ARTICLE)
    header, row = (b for b in blocks if b.kind == "table_row")
    assert [ARTICLE[a:b] for a, b in row.cells] == ["Embassy in Tokyo", "Ada Otieno"]
    assert header.header is None and blocks[row.header or 0] == header


def test_wrapped_items_and_windows_line_ends_keep_offsets() -> None:
    text = "Intro goes\r\non here.\r\n\r\n1.  First item\r\n    goes on.\r\n2.  Second.\r\n"
    assert show(text, read_markdown(text)) == [
        ("paragraph", "Intro goes\r\non here."),
        ("list_item", "First item\r\n    goes on."),
        ("list_item", "Second."),
    ]


def test_hard_breaks_part_lines_unless_the_sentence_goes_on() -> None:
    text = "Convention Hall  \nOslo, Norway\n\nThey met  \nin the hall.\n"
    assert [w for _, w in show(text, read_markdown(text))] == [
        "Convention Hall",
        "Oslo, Norway",
        "They met  \nin the hall.",
    ]


def test_numbered_lines_behind_hard_breaks_are_items() -> None:
    text = "Who came:  \n\u00a0 1.\u00a0Ada Berg, Oslo  \n\u00a0 2.\u00a0Bo Dahl, Bergen\n"
    assert [k for k, _ in show(text, read_markdown(text))] == ["heading", "list_item", "list_item"]


def test_a_title_in_the_metadata_is_told_from_a_first_section() -> None:
    text = "## Summary\n\nWords.\n"
    assert show(text, read_markdown(text, title="Kenya and Japan"))[0] == ("heading", "Summary")
    assert show(text, read_markdown(text, title="Summary"))[0] == ("title", "Summary")
    assert show(text, read_markdown(text))[0] == ("title", "Summary")


def test_references_as_lines_and_footnotes() -> None:
    text = "# T\n\nA claim.[^a]\n\n[^a]: Berg, Oslo.\n\n## Notes\n\n[1] One entry\n[2] Another\nthat is long\n"
    blocks = read_markdown(text)
    found = [(b.number, text[b.char_start : b.char_end]) for b in blocks if b.kind == "reference"]
    assert found == [("a", "Berg, Oslo."), ("1", "One entry"), ("2", "Another\nthat is long")]


def test_a_bold_sentence_is_no_heading() -> None:
    text = "# T\n\n**Norway must act now.**\n\nIt **did** so.\n"
    assert show(text, read_markdown(text))[1:] == [
        ("paragraph", "**Norway must act now.**"),
        ("paragraph", "It **did** so."),
    ]


def test_comments_and_marks_are_no_body() -> None:
    text = "Words here.\n\n<!-- a remark -->\n\n***\n\n\\###\n"
    assert show(text, read_markdown(text)) == [("paragraph", "Words here."), ("chrome", "<!-- a remark -->")]


def test_reading_lists_and_parts_of_a_list() -> None:
    text = (
        "# Pact\n\nKenya and Japan signed a pact.\n\n## References\n\n**Books**\n\n- Holm, A. Ships (2001)\n\n"
        "Berg, Ole. Ports. Oslo: Fjord Press, 1998. Dahl, Bo. Tolls and Their Keepers. Oslo: Fjord Press, 1999.\n\n"
        "## Further reading\n\n- Berg, Ole. *Quays*. Oslo: Fjord Press, 1998.\n- [Port pages](https://example.org)\n"
    )
    assert show(text, read_markdown(text))[2:] == [
        ("heading", "References"),
        ("heading", "Books"),
        ("reference", "Holm, A. Ships (2001)"),
        ("reference", "Berg, Ole. Ports. Oslo: Fjord Press, 1998."),
        ("reference", "Dahl, Bo. Tolls and Their Keepers. Oslo: Fjord Press, 1999."),
        ("chrome", "Further reading"),
        ("reference", "Berg, Ole. *Quays*. Oslo: Fjord Press, 1998."),
        ("chrome", "[Port pages](https://example.org)"),
    ]
