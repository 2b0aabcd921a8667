"""Plain text to blocks: captured pages, wiki exports, wrapped statements, transcripts, one line per paragraph."""

from __future__ import annotations

from pipeline.read.model import Block
from pipeline.read.plain import read_plain

PROSE = "Norway and Chile signed a treaty on fisheries in Bergen in 2011, and both parliaments approved it that year."

CAPTURE = f"""• Contact
  • Legal Pages
    • Privacy Policy
No Result
View All Result
Monday, March 4, 2024
The Fjord Post
ADVERTISEMENT
The Fjord Post

Norway’s Quiet Turn: Fish, Ports and a Pact with Chile

by Ada Berg
February 2, 2024
in Trade
0
Norway’s Quiet Turn: Fish, Ports and a Pact with Chile
120
SHARES
2.4k
VIEWS
Share on FacebookShare on Twitter

{PROSE}

Table of Contents

Toggle
  • Ports First: How the Pact Came
  • To Conclude

Ports First: How the Pact Came

Key effects include:

  • Trade: Fish moves faster.
    • Salmon above all
  • Ports: Bergen grows.
Effect Area Short Account Likely Results
Trade Growth in shipments towards the EU Reliance on the EU market
Ports Higher spending on quays and cranes Strain on public budgets
ADVERTISEMENT

To Conclude

{PROSE}

Tags: ChileFishNorway
Previous Post

Ten Islands You Must See This Year

by Bo Dahl
March 1, 2024
0

In a bright northern town, a festival has drawn crowds from the whole region and beyond...

Read more

March 2024
M T W T F S S
123
« Feb
© 2024
"""

WIKI = f"""NORWAY–CHILE RELATIONS are the ties between Norway and Chile. They are old.[1]


History

Port_of_Bergen_(1900).jpg in the spring]] {PROSE}[2]

Early consuls

-   Ole Berg (1901)
-   Ada Lunde (1905), who
    stayed long


See also

-   Norway–Kenya relations


References

Norway–Chile_relations Category:Bilateral relations of Chile

[1] Berg, O. (2011). _Trade_. Oslo.

[2]

[3] 22 May 1905: a consul comes
"""

WRAPPED = """Joint Statement on Fisheries

The ministers of fisheries of Norway and Chile met in Bergen today and
agreed on a plan. Norway will send two research ships to Valparaíso in
the spring.

MINISTER OF FISHERIES:  We are glad. The plan helps
both of our coasts, and we will say more about it soon.

-   Two ships in the spring, with crews from
    both countries
-   A fund
"""


def show(text: str) -> list[tuple[str, str]]:
    return [(b.kind, text[b.char_start : b.char_end]) for b in read_plain(text)]


def kinds_of(text: str, *words: str) -> list[str]:
    blocks = show(text)
    return [next(kind for kind, w in blocks if w.startswith(word)) for word in words]


def block(text: str, words: str) -> Block:
    return next(b for b in read_plain(text) if text[b.char_start : b.char_end].startswith(words))


def test_captured_page_keeps_its_body_alone() -> None:
    body = [(kind, words[:22]) for kind, words in show(CAPTURE) if kind != "chrome"]
    assert body == [
        ("title", "Norway’s Quiet Turn: F"),
        ("paragraph", PROSE[:22]),
        ("heading", "Ports First: How the P"),
        ("paragraph", "Key effects include:"),
        ("list_item", "Trade: Fish moves fast"),
        ("list_item", "Salmon above all"),
        ("list_item", "Ports: Bergen grows."),
        ("table_row", "Effect Area Short Acco"),
        ("table_row", "Trade Growth in shipme"),
        ("table_row", "Ports Higher spending "),
        ("heading", "To Conclude"),
        ("paragraph", PROSE[:22]),
    ]


def test_captured_lists_and_tables_are_linked() -> None:
    blocks = read_plain(CAPTURE)
    items = [b for b in blocks if b.kind == "list_item"]
    assert [b.level for b in items] == [1, 2, 1]
    assert blocks[items[0].lead_in or 0] == block(CAPTURE, "Key effects")
    assert blocks[items[1].lead_in or 0] == items[0]
    rows = [b for b in blocks if b.kind == "table_row"]
    assert [[CAPTURE[a:b] for a, b in row.cells] for row in rows[1:]] == [
        ["Trade", "Growth in shipments towards the EU", "Reliance on the EU market"],
        ["Ports", "Higher spending on quays and cranes", "Strain on public budgets"],
    ]
    assert [[CAPTURE[a:b] for a, b in rows[0].cells]] == [["Effect Area", "Short Account", "Likely Results"]]
    assert blocks[rows[2].header or 0] == rows[0]
    assert rows[1].section == ("Ports First: How the Pact Came",)


def test_wiki_export() -> None:
    assert show(WIKI) == [
        ("paragraph", "NORWAY–CHILE RELATIONS are the ties between Norway and Chile. They are old.[1]"),
        ("heading", "History"),
        ("chrome", "Port_of_Bergen_(1900).jpg"),
        ("caption", "in the spring"),
        ("paragraph", PROSE + "[2]"),
        ("heading", "Early consuls"),
        ("list_item", "Ole Berg (1901)"),
        ("list_item", "Ada Lunde (1905), who\n    stayed long"),
        ("chrome", "See also"),
        ("chrome", "-   Norway–Kenya relations"),
        ("heading", "References"),
        ("chrome", "Norway–Chile_relations Category:Bilateral relations of Chile"),
        ("reference", "Berg, O. (2011). _Trade_. Oslo."),
        ("reference", "[2]"),
        ("reference", "22 May 1905: a consul comes"),
    ]
    assert [b.number for b in read_plain(WIKI) if b.kind == "reference"] == ["1", "2", "3"]
    assert block(WIKI, "Ole Berg").section == ("History", "Early consuls")


def test_infobox_captions_and_back_links() -> None:
    text = f"""Kenya–Japan relations

Last updated
Kenyan–Japanese relations
Flag of Kenya.svg
Kenya
Envoy
Ambassador Ada Otieno

{PROSE}

Ministers at the port, 2011 Meeting of ministers in Mombasa (4711).jpg
Ministers at the port, 2011

Related Research Articles

Kenya is a country that has many ports and a long coast, and this is a teaser for another page.

References

Seal.svg This page holds words of the Kenya Gazette.

  1. 1 2 3 Berg, O. "Ports". Oslo.
  2. ↑ Lunde, A. Rails.
"""
    assert show(text) == [
        ("title", "Kenya–Japan relations"),
        ("chrome", "Last updated"),
        ("infobox", "Kenyan–Japanese relations"),
        ("chrome", "Flag of Kenya.svg"),
        ("infobox", "Kenya"),
        ("infobox", "Envoy"),
        ("infobox", "Ambassador Ada Otieno"),
        ("paragraph", PROSE),
        ("caption", "Ministers at the port, 2011"),
        ("chrome", "Meeting of ministers in Mombasa (4711).jpg"),
        ("chrome", "Ministers at the port, 2011"),
        ("chrome", "Related Research Articles"),
        (
            "chrome",
            "Kenya is a country that has many ports and a long coast, and this is a teaser for another page.",
        ),
        ("heading", "References"),
        ("chrome", "Seal.svg"),
        ("reference", "This page holds words of the Kenya Gazette."),
        ("reference", 'Berg, O. "Ports". Oslo.'),
        ("reference", "Lunde, A. Rails."),
    ]
    assert [b.number for b in read_plain(text) if b.kind == "reference"] == [None, "1", "2"]


def test_wrapped_paragraphs_are_one_block() -> None:
    assert show(WRAPPED) == [
        ("title", "Joint Statement on Fisheries"),
        ("paragraph", WRAPPED[30:200].split("\n\n")[0]),
        ("paragraph", WRAPPED[WRAPPED.index("MINISTER") : WRAPPED.index("-   Two")].strip()),
        ("list_item", "Two ships in the spring, with crews from\n    both countries"),
        ("list_item", "A fund"),
    ]


def test_one_line_per_paragraph() -> None:
    text = "\n".join([PROSE, PROSE.replace("Chile", "Kenya"), "Short end."])
    assert [k for k, _ in show(text)] == ["paragraph", "paragraph", "paragraph"]


def test_headings_that_end_in_a_date_and_sentences_that_do() -> None:
    text = f"""A Guide to Treaties: Norway

Recognition

Treaty of Trade with Chile, 1897.

{PROSE}

The first consulate was opened in 1901.

Modern Flag of Norway

Signed in Oslo on May 3, 1905.

{PROSE}
"""
    assert [k for k, _ in show(text)] == [
        "title",
        "heading",
        "heading",
        "paragraph",
        "paragraph",
        "caption",
        "paragraph",
        "paragraph",
    ]
    assert block(text, PROSE).section == ("Recognition", "Treaty of Trade with Chile, 1897")


def test_a_roll_of_names_is_no_row_of_headings() -> None:
    names = ["Ada Berg, Minister of Trade", "Bo Dahl, Port of Bergen", "Cato Lie, Ministry of Fish", "Dina Moe, Envoy"]
    text = "Who came\n\n" + "\n\n".join([PROSE, *names, PROSE])
    assert [k for k, _ in show(text)] == ["title", *["paragraph"] * 6]


def test_notices_of_news() -> None:
    text = f"Chile joins fisheries pact\n\nSunday, May 5, 2019 \n\n\n{PROSE}\n\n\nLeave a Reply\n\nNice text!\n"
    assert [k for k, _ in show(text)] == ["title", "chrome", "paragraph", "chrome", "chrome"]


def test_given_title_decides() -> None:
    text = f"State Room\n\n{PROSE}\n"
    assert show(text)[0] == ("title", "State Room")
    assert read_plain(text, title="Remarks on Fish")[0].kind != "title"


def test_residues_of_templates() -> None:
    rest = "harbour of Oslo]] The port is old and it is the largest of the country."
    text = f"{PROSE}\n\n{rest}\n\n|Envoy |Ada Berg |- |Consul |Bo Dahl |}}\n"
    assert [(k, w) for k, w in show(text)[1:]] == [
        ("caption", "harbour of Oslo"),
        ("paragraph", "The port is old and it is the largest of the country."),
        ("table_row", "Envoy |Ada Berg"),
        ("table_row", "Consul |Bo Dahl"),
    ]


def test_article_with_subtitle_byline_and_numbered_headings() -> None:
    text = f"""Skip to main content
Menu

Norway, Chile and the Politics of Fish

Why a small pact matters

Ada Berg | May 3, 2021 | 8 min read

Photo: Harbour of Bergen. Credit: Bo Dahl

Key Takeaways
• Norway should ratify the pact.

1. Background

{PROSE}

2. Advice

1. Build quays.

2. Buy ships.

Read more: Ten facts about salmon

About the Author
Ada Berg is a fellow at the institute and served in Santiago for many years.
"""
    assert [(k, w) for k, w in show(text) if k != "chrome"] == [
        ("title", "Norway, Chile and the Politics of Fish"),
        ("paragraph", "Why a small pact matters"),
        ("heading", "Key Takeaways"),
        ("list_item", "Norway should ratify the pact."),
        ("heading", "1. Background"),
        ("paragraph", PROSE),
        ("list_item", "Advice"),
        ("list_item", "Build quays."),
        ("list_item", "Buy ships."),
    ]


def test_wiki_page_copied_from_the_browser() -> None:
    text = f"""Kenya–Japan relations
From Wikipedia, the free encyclopedia
Jump to navigationJump to search
Map indicating locations of Kenya and Japan
Kenya
Contents
1 History
2 References
History[edit]
Main article: History of Kenya
{PROSE}[1]
See also[edit]
Foreign relations of Kenya
References[edit]
^ "Relations". Ministry of Ports.
^ Jump up to:a b "Embassy". Embassy of Japan.
External links[edit]
Embassy of Kenya
"""
    assert [(k, w) for k, w in show(text) if k != "chrome"] == [
        ("title", "Kenya–Japan relations"),
        ("infobox", "Map indicating locations of Kenya and Japan"),
        ("infobox", "Kenya"),
        ("heading", "History[edit]"),
        ("paragraph", PROSE + "[1]"),
        ("heading", "References[edit]"),
        ("reference", '"Relations". Ministry of Ports.'),
        ("reference", '"Embassy". Embassy of Japan.'),
    ]
    assert block(text, PROSE).section == ("History",)


def test_a_single_entry_below_links_is_a_reference() -> None:
    text = f"{PROSE}[1]\n\n\nExternal links\n\n-   Ministry\n\n[1] Berg, O. Trade.\n"
    assert show(text)[-1] == ("reference", "Berg, O. Trade.")
    bracketed = f"Pact\n\n{PROSE}\n\n[2] was the number of the ship that came into the port.\n"
    assert show(bracketed)[-1][0] == "paragraph"


def test_works_below_resources_are_references_and_links_are_none() -> None:
    links = "Ministry Fact Sheet: Kenya--> Ministry Country Notes: Kenya  Port Almanac: Kenya"
    books = (
        "Berg, Ole B. Ports of the North, 1801-1850. Oslo: Fjord Press, 1998. Holm, Ada and Bo Lie. Ships and Their "
        "Owners. Bergen: Quay House, 2001. Inger M. Dahl, Tolls of the Coast (Oslo: Fjord Press, 1990). Bo Lie, ed. "
        "Quays and Their Keepers. Bergen: Quay House, 2003."
    )
    text = f"Pact\n\n{PROSE}\n\nResources\n\n{links}  {books}\n"
    assert show(text)[-7:] == [
        ("chrome", "Ministry Fact Sheet: Kenya"),
        ("chrome", "Ministry Country Notes: Kenya"),
        ("chrome", "Port Almanac: Kenya"),
        ("reference", "Berg, Ole B. Ports of the North, 1801-1850. Oslo: Fjord Press, 1998."),
        ("reference", "Holm, Ada and Bo Lie. Ships and Their Owners. Bergen: Quay House, 2001."),
        ("reference", "Inger M. Dahl, Tolls of the Coast (Oslo: Fjord Press, 1990)."),
        ("reference", "Bo Lie, ed. Quays and Their Keepers. Bergen: Quay House, 2003."),
    ]
    prose = "Kenya has many resources of its own, and it sells most of them to the ports of the north. " * 5
    assert show(f"Pact\n\n{PROSE}\n\nResources\n\n{prose}\n")[-1][0] == "paragraph"


def test_further_reading_and_parts_of_a_list() -> None:
    text = (
        f"Pact\n\n{PROSE}\n\n\nReferences\n\nBooks\n\n-   Holm, A. Ships (2001)\n-   \n\nWeb\n\n-   Port Almanac\n\n\n"
        "Further reading\n\n-   Berg, Ole, 'Quays of the coast,' Journal of Ports, Vol. 6, 1998\n-   Port pages\n\n"
        "category:Ports of Kenya\n\nno:Havner_i_Kenya\n"
    )
    assert show(text)[2:] == [
        ("heading", "References"),
        ("heading", "Books"),
        ("reference", "Holm, A. Ships (2001)"),
        ("heading", "Web"),
        ("reference", "Port Almanac"),
        ("chrome", "Further reading"),
        ("reference", "Berg, Ole, 'Quays of the coast,' Journal of Ports, Vol. 6, 1998"),
        ("chrome", "Port pages"),
        ("chrome", "category:Ports of Kenya"),
        ("chrome", "no:Havner_i_Kenya"),
    ]
