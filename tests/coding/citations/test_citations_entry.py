"""Entries of reference lists, taken apart. Names and titles are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.coding.citations import dates
from pipeline.coding.citations.entry import Entry, read_entry

ENTRIES = [
    (
        "Haugen, I. and Soto, L. 2011. Nets and borders: a short history. Bergen: Fjord Books.",
        Entry("Nets and borders: a short history", ("Haugen, I.", "Soto, L."), "Fjord Books", "2011"),
        "a year without brackets, a place before the house",
    ),
    (
        "Lie, Bård (1994). *Forts of the Cold Coast*. Fjord Books. ISBN 978-0-00-731845-2.",
        Entry("Forts of the Cold Coast", ("Lie, Bård",), "Fjord Books", "1994", isbn="978-0-00-731845-2"),
        "italics of Markdown",
    ),
    (
        "Lie, Bård (1994). ''Forts of the Cold Coast''. Fjord Books.",
        Entry("Forts of the Cold Coast", ("Lie, Bård",), "Fjord Books", "1994"),
        "italics of wikis",
    ),
    (
        "Otieno, S. (1999), 'Ships without a sea', Baltic Quay Review 7(2), 33-41.",
        Entry("Ships without a sea", ("Otieno, S.",), "Baltic Quay Review", "1999"),
        "single quotation marks",
    ),
    (
        "Ministry of Fisheries of Norway, *Annual Report 2011*, p. 44.",
        Entry("Annual Report 2011", (), "Ministry of Fisheries of Norway"),
        "a ministry and the paper it puts out",
    ),
    (
        "Norwegian Board of Trade: Wine from Chile 2011",
        Entry("Norwegian Board of Trade: Wine from Chile 2011", (), "Norwegian Board of Trade"),
        "a board before a colon",
    ),
    (
        '1 2 3 Haugen, Ida (1987-11-02). "Fishing Rights Divide the Fjords". The Bergen Ledger. ISSN   1234-5679 . '
        "Retrieved 2021-02-03.",
        Entry(
            "Fishing Rights Divide the Fjords",
            ("Haugen, Ida",),
            "The Bergen Ledger",
            "1987-11-02",
            issn="1234-5679",
            accessed="2021-02-03",
        ),
        "back references, author, date, title, newspaper, ISSN, access date",
    ),
    (
        "Soto, Inés; Lie, Bård (2003). La pesca austral: Chile y Noruega (1960-1999). Casa del Mar. p. 31. "
        "ISBN 9561234567.",
        Entry(
            "La pesca austral: Chile y Noruega (1960-1999)",
            ("Soto, Inés", "Lie, Bård"),
            "Casa del Mar",
            "2003",
            isbn="9561234567",
        ),
        "two authors, a bare title with years of its own, a publisher before the page",
    ),
    (
        'Otieno, Sam; Mori, Aya (Autumn 2009). "Who Pays for Ports". The Journal of Quays . 7 (2): 11-20. '
        "doi: 10.5555/1234567890 . hdl: 1/2 .",
        Entry(
            "Who Pays for Ports",
            ("Otieno, Sam", "Mori, Aya"),
            "The Journal of Quays",
            "2009-23",
            doi="10.5555/1234567890",
        ),
        "a season; volume and pages are no part of the journal's name",
    ),
    (
        '"Minister Kept Two Ledgers, Harbour Watch Centre, 9 May 1999. Accessed online 1 June 2004',
        Entry("Minister Kept Two Ledgers", (), "Harbour Watch Centre", "1999-05-09", accessed="2004-06-01"),
        "a quotation mark that never closes",
    ),
    (
        'Ann Moe (2008). "Chapter 2: Nets and Laws". Nets at sea: a study. Tern Books. pp. 14–18. '
        "ISBN 978-0-1234-5678-6. a passage quoted (from the book) at length. It goes on.",
        Entry("Chapter 2: Nets and Laws", ("Ann Moe",), "Tern Books", "2008", isbn="978-0-1234-5678-6"),
        "chapter and book: the publisher is what stands last; a quoted passage is no part of the entry",
    ),
    (
        "Jo Berg (4 March 2012). \"Robbed: sailors attacked by 'pirates'\" . The Tern. Archived from the original on "
        "2013-01-01. Retrieved 6 March 2012.",
        Entry("Robbed: sailors attacked by 'pirates'", ("Jo Berg",), "The Tern", "2012-03-04", accessed="2012-03-06"),
        "an archive note has a date that is not the entry's",
    ),
    (
        'Staff writer (7 June 2010). "Kenya and Japan Sign". Reuters (via _The Nairobi Sun_).',
        Entry("Kenya and Japan Sign", (), "Reuters (via The Nairobi Sun)", "2010-06-07"),
        "an unnamed staff is no author",
    ),
    (
        '"Pide la "verdad entera" en su carta". El Faro (in Mexican Spanish). 11 May 2011. Retrieved 2012-01-04.',
        Entry('Pide la "verdad entera" en su carta', (), "El Faro", "2011-05-11", accessed="2012-01-04", language="es"),
        "a quotation inside the title, and the language",
    ),
    (
        "Kenya formally recognizes Tuvalu as a whole state Andes",
        Entry("Kenya formally recognizes Tuvalu as a whole state", publisher="Andes"),
        "an unmarked publisher behind a title in sentence case",
    ),
    (
        "Japan recognizes harbour lines example.co.ke",
        Entry("Japan recognizes harbour lines", publisher="example.co.ke"),
        "a domain closes the title",
    ),
    (
        "Japan recognizes harbour lines. example.co.ke.",
        Entry("Japan recognizes harbour lines", publisher="example.co.ke"),
        "a domain behind a stop",
    ),
    (
        "Japan recognizes harbour lines. example.co.ke.",
        Entry("Japan recognizes harbour lines", publisher="example.co.ke"),
        "a domain behind a stop",
    ),
    (
        "Minister welcomes talks on Chad Voice of Oslo",
        Entry("Minister welcomes talks on Chad", publisher="Voice of Oslo"),
        "a country belongs to its preposition",
    ),
    (
        "Fishing boats moor in Valparaíso",
        Entry("Fishing boats moor in Valparaíso"),
        "a place governed by a preposition is no publisher",
    ),
    ("Senate votes to confirm Olsen", Entry("Senate votes to confirm Olsen"), "the object of a verb is no publisher"),
    (
        "Ferry Line Opens June 11, 2013 WSX",
        Entry("Ferry Line Opens", publisher="WSX", date="2013-06-11"),
        "a date between title and publisher",
    ),
    ("4 May 1931: A day at the quay", Entry("4 May 1931: A day at the quay"), "a date that opens the title"),
    (
        "Chile opens a mission in Oslo. _The Daily Tern_.",
        Entry("Chile opens a mission in Oslo", publisher="The Daily Tern"),
        "an italic outlet behind a bare title",
    ),
    ("Lie, _The Cold Fjord_, p. 256", Entry("The Cold Fjord", ("Lie",)), "an italic title behind its author"),
    ("Kenya Department of State", Entry(publisher="Kenya Department of State"), "a body alone"),
    (
        "Chilean Ministry of the Economy: Norway (in Spanish)",
        Entry("Chilean Ministry of the Economy: Norway", publisher="Chilean Ministry of the Economy", language="es"),
        "a body before a colon",
    ),
    (
        "Embassy of Norway in Santiago (in English and Spanish)",
        Entry("Embassy of Norway in Santiago", language="en, es"),
        "a page about an embassy",
    ),
    ("https://example.org/fjord_(north).html", Entry(url="https://example.org/fjord_(north).html"), "an address alone"),
    (
        "Tern Report|website=tern.example.org|access-date=2016-10-19}}",
        Entry("Tern Report", publisher="tern.example.org", accessed="2016-10-19"),
        "remains of a template",
    ),
    (
        "This page contains public domain material from Fjord Fact Sheets. Kenya Department of State.",
        Entry("Fjord Fact Sheets", publisher="Kenya Department of State"),
        "a notice of adopted text",
    ),
    (
        "Haugen, Ida M. Nets and Borders: A Short History, 1801-1899. Volume 2: The North. Bergen: Fjord Books, 1951.",
        Entry(
            "Nets and Borders: A Short History, 1801-1899. Volume 2: The North",
            ("Haugen, Ida M.",),
            "Fjord Books",
            "1951",
        ),
        "an author turned round, a volume, place, house and year",
    ),
    (
        "Lie, Bård, comp. Treaties of the Cold Coast. Port of Spain: Crown Printing Office, 1904.",
        Entry("Treaties of the Cold Coast", ("Lie, Bård",), "Crown Printing Office", "1904"),
        "a compiler",
    ),
    (
        "Soto, Inés M. and Bård J. Lie. Chile, a Country of Ports. Valparaíso: Casa del Mar, 1979.",
        Entry("Chile, a Country of Ports", ("Soto, Inés M.", "Bård J. Lie"), "Casa del Mar", "1979"),
        "the second author is not turned round",
    ),
    (
        "Bård J. Lie, Forts of the Cold Coast, 1700-1750, (Bergen: Fjord Books, 1994), Volume 3.",
        Entry("Forts of the Cold Coast, 1700-1750", ("Bård J. Lie",), "Fjord Books", "1994"),
        "names as spoken, the imprint in brackets",
    ),
    (
        "Bård J. Lie, Forts of the Cold Coast (Ministry of Ports: Oslo, 1994).",
        Entry("Forts of the Cold Coast", ("Bård J. Lie",), "Ministry of Ports", "1994"),
        "the house before its place",
    ),
    (
        "van der Berg, Aya K. Quays, (Delft; Tern Press, 1993).",
        Entry("Quays", ("van der Berg, Aya K.",), "Tern Press", "1993"),
        "a particle, and a slip of punctuation in the imprint",
    ),
    (
        "Otieno, Sam. Treaties of Kenya, 1963-1970. Volume 1: Ports. Ministry of Ports Publication 88, May 1971.",
        Entry("Treaties of Kenya, 1963-1970. Volume 1: Ports", ("Otieno, Sam",), "Ministry of Ports", "1971-05"),
        "a numbered paper of a ministry",
    ),
    (
        "National Council for Seafarers (2019). Lighthouses in Figures.",
        Entry("Lighthouses in Figures", (), "National Council for Seafarers", "2019"),
        "a body instead of an author is the publisher",
    ),
    (
        "Ministry of Ports of Chile. Claims of Norwegian Owners: A Report. Santiago, 2004.",
        Entry("Claims of Norwegian Owners: A Report", (), "Ministry of Ports of Chile", "2004"),
        "a body before its paper; the place is no publisher",
    ),
    (
        'Otieno, S. "Ships without a Sea." Baltic Quay Review 7, no. 2 (1999): 33–41.',
        Entry("Ships without a Sea", ("Otieno, S.",), "Baltic Quay Review", "1999"),
        "the volume before its number is no part of the journal's name",
    ),
    (
        "Trade of Kenya: Quays and Tolls (2004)[27]",
        Entry("Trade of Kenya: Quays and Tolls", date="2004"),
        "only a year",
    ),
    ("Foreign Trade 2022", Entry("Foreign Trade 2022"), "a year that belongs to the title"),
    (
        "Kenyan leader in row over 2012 vote _The Daily Tern_",
        Entry("Kenyan leader in row over 2012 vote", publisher="The Daily Tern"),
        "a year inside the title stays there",
    ),
    (
        "Briefing: Kenya, Tern Department of State, February 2009",
        Entry("Briefing: Kenya", publisher="Tern Department of State", date="2009-02"),
        "a colon in a title makes no imprint",
    ),
    (
        "Harbour Board Picks Chair. The Daily Tern. November 11, 2016",
        Entry("Harbour Board Picks Chair", publisher="The Daily Tern", date="2016-11-11"),
        "a headline about a board is not put out by it",
    ),
    (
        "[Nets of Kenya](https://example.org/nets_(2).pdf), Tern Institute, 4 May 2019",
        Entry("Nets of Kenya", (), "Tern Institute", "2019-05-04", url="https://example.org/nets_(2).pdf"),
        "a link of Markdown",
    ),
    (
        "Otieno, S., and Mori, Aya K., 'Quays of the Coast,' Tern Review, Vol. 16, No. 3, September 2003, 72-111",
        Entry("Quays of the Coast", ("Otieno, S.", "Mori, Aya K."), "Tern Review", "2003-09"),
        "a comma inside single quotation marks",
    ),
    (
        "Haugen, Ida (1998). Oslo and the Eastern Ports, 1955–1989. Bergen: Fjord Books. ISBN 978-0-00-731845-2.",
        Entry(
            "Oslo and the Eastern Ports, 1955–1989", ("Haugen, Ida",), "Fjord Books", "1998", isbn="978-0-00-731845-2"
        ),
        "a title that closes with years, and an imprint without one",
    ),
    (
        "Kenyan Trade Register Office: Firms of the Coast (in Norwegian)",
        Entry(
            "Kenyan Trade Register Office: Firms of the Coast", publisher="Kenyan Trade Register Office", language="no"
        ),
        "an office before a colon",
    ),
    (
        "Kenya Opens Embassy. The Nairobi Sun. 4 May 2001.",
        Entry("Kenya Opens Embassy", publisher="The Nairobi Sun", date="2001-05-04"),
        "a headline that ends in an embassy",
    ),
    ("1", Entry(), "a counter that lost its entry"),
    ("", Entry(), "an empty entry"),
    ("[ ] . , —", Entry(), "marks without words"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ENTRIES, ids=[e[2] for e in ENTRIES])
def test_parts_of_an_entry(text: str, expected: Entry, why: str) -> None:
    assert read_entry(text) == expected, why


DATES = [
    ("3 August 2001", "2001-08-03"),
    ("Aug. 3, 2001", "2001-08-03"),
    ("3. July 2016", "2016-07-03"),
    ("2001-08", "2001-08"),
    ("August 2002", "2002-08"),
    ("Winter 1999", "1999-24"),
    ("(2006b)", "2006"),
    ("13/04/2016", "2016-04-13"),
    ("04/13/2016", "2016-04-13"),
    ("03/04/2016", "2016"),
    ("31 February 2001", None),
    ("2001-13-40", None),
    ("page 1984 of it", None),
    ("n.d.", None),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates_of_entries(text: str, expected: str | None) -> None:
    assert dates.whole(text) == expected


@given(st.text(alphabet='aBé .,;:()[]"“”_|=0129/-^1\n', max_size=80))
def test_any_text_gives_an_entry_whose_words_stand_in_it(text: str) -> None:
    entry = read_entry(text)
    for field in (entry.title, entry.publisher):
        words = (field or "").replace("_", "").split()
        assert field is None or words
        assert all(word in text.replace("_", "") for word in words)
