"""Front matter: fields, aliases, offsets, messages."""

from __future__ import annotations

import pytest

from pipeline.read.metadata import MetadataError, may_pass_on, read_fields, split_front_matter


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\ntitle: T\n---\nWords", "Words"),
        ("---\r\ntitle: T\r\n---\r\nWords", "Words"),
        ("\ufeff---\ntitle: T\n...\nWords", "Words"),
        ("---\n# a remark\ntitle: T\n---\n", ""),
        ("---\n---\nWords", "Words"),
        ("---\nA rule above and below.\n---\nWords", "---\nA rule above and below.\n---\nWords"),
        ("Words\n---\ntitle: T\n---\n", "Words\n---\ntitle: T\n---\n"),
        ("--- not a rule\n", "--- not a rule\n"),
    ],
)
def test_where_the_body_begins(text: str, body: str) -> None:
    assert text[split_front_matter(text).body :] == body


def test_fields_and_their_other_names() -> None:
    front = read_fields(
        "title: A: long\ttitle\n".replace("A: long", "'A: long'").replace("\ttitle", "")
        + "authors: [Ada Berg, Bo Dahl]\ndate: 2011-05-03\nsource_url: https://example.org\nlicense: CC0\n"
        + "accessed: 2012\nunknown: 3\noriginal: {file: a.txt, may_redistribute: no}\n"
    )
    assert (front.title, front.author, front.published) == ("A: long", "Ada Berg, Bo Dahl", "2011-05-03")
    assert (front.url, front.licence, front.accessed) == ("https://example.org", "CC0", "2012")
    assert front.original is not None and front.original.may_redistribute is False


@pytest.mark.parametrize("value", ["2011", "2011-05", "2011-05-03", "2011~", "198X", "2006/2007", "2004-23", "2006/.."])
def test_edtf_dates_pass(value: str) -> None:
    assert read_fields(f"published: '{value}'").published == value


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("title: a\npublished: yesterday", "line 2: published: 'yesterday' is no EDTF date"),
        ("genre: poem", "line 1: genre"),
        ("title: a\noriginal:\n  sha256: abc", "line 3: original.sha256"),
        ("may_redistribute: perhaps", "line 1: may_redistribute"),
        ("title: {a: b}", "line 1: title"),
        ("title: a\n\tb: c", "line 2: not valid YAML"),
        ("- a\n- b", "line 1: expected fields"),
        ("title: !!python/object:os.system a", "line 1: not valid YAML"),
    ],
)
def test_messages_name_the_line(source: str, says: str) -> None:
    with pytest.raises(MetadataError) as raised:
        read_fields(source)
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("said", "licence", "expected"),
    [
        (None, "CC-BY-4.0", True),
        (None, "CC BY-SA 4.0", True),
        (None, "CC0", True),
        (None, "public domain", True),
        (None, "CC-BY-NC-4.0", False),
        (None, "CC BY-ND 4.0", False),
        (None, "all rights reserved", False),
        (None, None, False),
        (True, "all rights reserved", True),
        (False, "CC0", False),
    ],
)
def test_what_may_be_passed_on(said: bool | None, licence: str | None, expected: bool) -> None:
    assert may_pass_on(said, licence) is expected
