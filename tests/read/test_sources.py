"""The folder of sources: what is read, what is not and why, digests and their originals, ids."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.read.folder import MAX_BYTES
from pipeline.read.sources import NoSources, ReadResult, read_sources

WORDS = "Norway and Chile signed a treaty on fisheries in Bergen in 2011, and both of the parliaments approved it."
SPANISH = (
    "El gobierno de Chile y el gobierno de Noruega firmaron ayer en Bergen un tratado sobre la pesca que entrará en"
    " vigor el próximo año, según dijo el ministro de relaciones exteriores. Los dos países quieren además ampliar su"
    " comercio y su cooperación en los puertos del norte, donde trabajan muchas empresas de ambas naciones."
)


def write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def reasons(result: ReadResult) -> dict[str, tuple[str, str]]:
    return {u.file_name: (u.check, u.reason) for u in result.unreadable}


def test_finds_sources_in_order_and_leaves_the_rest_alone(tmp_path: Path) -> None:
    write(
        tmp_path,
        b_dot_txt=WORDS,
        a_dot_md=f"# Pact\n\n{WORDS}",
        sub__c_dot_txt=WORDS,
        README_dot_md="# How to",
        sub__readme_dot_md="# How to",
        _dot_hidden_dot_md=WORDS,
        _dot_git__x_dot_md=WORDS,
        table_dot_csv="a,b",
        rows_dot_jsonl="{}",
    )
    result = read_sources(tmp_path)
    assert [d.file_name for d in result.documents] == ["a.md", "b.txt", "sub/c.txt"]
    assert [d.document_id for d in result.documents] == ["a", "b", "c"]
    assert not result.unreadable
    first = result.documents[1]
    assert (first.text, first.text_kind, first.sha256) == (
        WORDS,
        "original",
        hashlib.sha256(WORDS.encode()).hexdigest(),
    )
    assert (first.original_file_name, first.original_sha256) == (None, None)
    assert not first.meta.may_redistribute


@pytest.mark.parametrize(
    ("name", "content", "check", "says"),
    [
        ("x.txt", b"", "empty", "empty"),
        ("x.txt", b" \n\t ", "empty", "empty"),
        ("x.md", b"---\ntitle: T\n---\n\n", "empty", "no words besides its front matter"),
        ("x.txt", b"PK\x03\x04 \0\0 zip", "binary", "byte 5"),
        ("x.txt", "Olé".encode("utf-16"), "encoding", "UTF-16"),
        ("x.txt", WORDS.encode() + "é".encode()[:1], "truncated", f"byte {len(WORDS)}"),
        ("x.txt", (WORDS + " São Tomé é só. ").encode("cp1252") * 5, "encoding", "iconv -f"),
        ("x.txt", b"a" * (MAX_BYTES + 1), "too_large", "10 MB"),
        ("x.txt", SPANISH.encode(), "language", "Spanish"),
        ("x.md", f"---\nlanguage: sv\n---\n{WORDS}".encode(), "language", "'sv'"),
        ("x.md", b"---\ntitle: a\npublished: soon\n---\nWords.\n", "front_matter", "line 3: published"),
        ("x.md", b"---\ntitle: [a\nid: b\n---\nWords.\n", "front_matter", "line 3"),
        ("x.md", b"---\ntitle: a\n\nWords that go on.\n", "front_matter", "not closed"),
        ("x.pdf", b"%PDF-1.7", "format", ".pdf files are not read"),
        ("x.html", b"<html><body></body></html>", "empty", "no body text"),
    ],
)
def test_says_why_a_file_cannot_be_read(tmp_path: Path, name: str, content: bytes, check: str, says: str) -> None:
    write(tmp_path, good_dot_txt=WORDS)
    (tmp_path / name).write_bytes(content)
    result = read_sources(tmp_path)
    assert [d.file_name for d in result.documents] == ["good.txt"]
    found, reason = reasons(result)[name]
    assert found == check
    assert says in reason
    assert "\n" not in reason


def test_english_with_foreign_names_is_english(tmp_path: Path) -> None:
    names = "José Luis Rodríguez Zapatero, María Teresa Fernández de la Vega, Juan Carlos Ferrero y Ruiz de la Peña"
    text = "\n\n".join(f"The envoys {names} of Chile met with {names} in the port of Valparaíso." for _ in range(5))
    assert not read_sources(write(tmp_path, a_dot_txt=text)).unreadable


def test_folder_named_like_a_source_and_broken_link(tmp_path: Path) -> None:
    write(tmp_path, good_dot_txt=WORDS, x_dot_md__inner_dot_txt=WORDS)
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    result = read_sources(tmp_path)
    assert [d.file_name for d in result.documents] == ["good.txt"]
    assert {n: c for n, (c, _) in reasons(result).items()} == {"x.md": "directory", "link.txt": "missing"}


def test_two_files_with_one_id(tmp_path: Path) -> None:
    write(
        tmp_path, a_dot_md=f"---\nid: pact\n---\n{WORDS}", b_dot_md=f"---\nid: pact\n---\n{WORDS}", sub__a_dot_txt=WORDS
    )
    result = read_sources(tmp_path)
    assert [(d.document_id, d.file_name) for d in result.documents] == [("pact", "a.md"), ("a", "sub/a.txt")]
    check, reason = reasons(result)["b.md"]
    assert check == "duplicate_id"
    assert "'pact'" in reason and "a.md" in reason


@pytest.mark.parametrize(
    ("id_", "expected"), [("North Sea/2011", "North-Sea-2011"), ("..", "document"), ("ø 1", "ø-1")]
)
def test_ids_are_made_safe(tmp_path: Path, id_: str, expected: str) -> None:
    write(tmp_path, a_dot_md=f"---\nid: {id_}\n---\n{WORDS}")
    assert read_sources(tmp_path).documents[0].document_id == expected


@pytest.mark.parametrize("make", ["missing", "file", "empty", "readme_only"])
def test_nothing_to_read_is_said_in_one_sentence(tmp_path: Path, make: str) -> None:
    folder = tmp_path / "seeds"
    if make == "file":
        folder.write_text(WORDS)
    elif make != "missing":
        folder.mkdir()
    if make == "readme_only":
        write(folder, README_dot_md="# How to")
    with pytest.raises(NoSources, match="seeds") as raised:
        read_sources(folder)
    assert isinstance(raised.value, UsageError)


def test_nothing_readable_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(NoSources, match=r"a\.txt: the file is empty"):
        read_sources(write(tmp_path, a_dot_txt=b""))


ORIGINAL = "Fish Pact\n\n" + WORDS + "\n"
DIGEST = f"""---
id: fish-pact
title: A pact on fish
published: 2011-05
licence: CC-BY-4.0
original:
  file: fish.txt
  sha256: {hashlib.sha256(ORIGINAL.encode()).hexdigest().upper()}
  licence: all rights reserved
---
# A pact on fish

The two countries of the north and the south agreed on a pact in 2011.
"""


def test_digest_without_its_original(tmp_path: Path) -> None:
    (document,) = read_sources(write(tmp_path, d_dot_md=DIGEST)).documents
    assert (document.document_id, document.file_name, document.text_kind) == ("fish-pact", "d.md", "digest")
    assert document.original_file_name == "fish.txt"
    assert document.original_sha256 == hashlib.sha256(ORIGINAL.encode()).hexdigest()
    assert document.meta.may_redistribute
    assert document.text == DIGEST


@pytest.mark.parametrize("name", ["raw__other_dot_txt", "a_dot_txt", "z_dot_dat"])
def test_original_is_read_instead_of_its_digest(tmp_path: Path, name: str) -> None:
    (document,) = read_sources(write(tmp_path, d_dot_md=DIGEST, **{name: ORIGINAL})).documents
    assert (document.document_id, document.text_kind) == ("fish-pact", "original")
    assert document.file_name == name.replace("__", "/").replace("_dot_", ".")
    assert document.text == ORIGINAL
    assert (document.meta.title, document.meta.published) == ("A pact on fish", "2011-05")
    assert document.meta.licence == "all rights reserved"
    assert not document.meta.may_redistribute


def test_side_file_gives_metadata(tmp_path: Path) -> None:
    side = "title: Fish\npublisher: Fjord Post\npublished: 2011-05-03\nlicence: public domain\nmay_redistribute: true\n"
    write(
        tmp_path,
        a_dot_txt=ORIGINAL,
        a_dot_meta_dot_yaml=side,
        b_dot_txt=ORIGINAL + ".",
        b_dot_txt_dot_meta_dot_yaml="id: bee",
    )
    first, second = read_sources(tmp_path).documents
    assert (first.meta.title, first.meta.publisher, first.meta.published) == ("Fish", "Fjord Post", "2011-05-03")
    assert first.meta.may_redistribute
    assert second.document_id == "bee"


def test_broken_side_file_names_itself_and_the_line(tmp_path: Path) -> None:
    write(tmp_path, good_dot_txt=WORDS, a_dot_txt=ORIGINAL, a_dot_meta_dot_yaml="title: a\ngenre: poem\n")
    check, reason = reasons(read_sources(tmp_path))["a.txt"]
    assert check == "front_matter"
    assert "a.meta.yaml" in reason and "line 2" in reason and "poem" in reason


def test_front_matter_of_a_raw_capture(tmp_path: Path) -> None:
    text = f"""---
date: '2024-11-15'
modified_time: 2024-11-15 18:39:33-05:00
source_url: https://www.example.gov/statements/2024/11/15/fish/
tags: statements
title: "Joint Statement on\\_Fish"
---
 
{WORDS}
"""
    (document,) = read_sources(write(tmp_path, a_dot_txt=text)).documents
    assert document.meta.title == "Joint Statement on Fish"
    assert document.meta.published == "2024-11-15"
    assert document.meta.url == "https://www.example.gov/statements/2024/11/15/fish/"
    assert document.meta.genre == "official"
    assert [document.slice(b) for b in document.blocks] == [WORDS]
    assert document.blocks[0].locator == "line 9"


def test_html_page(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{WORDS} It was the {n}. pact of the two countries.</p>" for n in range(1, 6))
    page = f"""<html><head><title>Fish Pact - Fjord Post</title><meta name="author" content="Ada Berg">
<meta property="article:published_time" content="2011-05-03"></head>
<body><nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>Fish Pact</h1><h2>Ports</h2>{paragraphs}
<ul><li>Bergen grows and takes more ships</li><li>Valparaíso follows with two quays</li></ul>
<table><tr><th>Port</th><th>Ships</th></tr><tr><td>Bergen</td><td>12</td></tr></table></article>
<footer>© Fjord Post</footer></body></html>"""
    (document,) = read_sources(write(tmp_path, a_dot_html=page)).documents
    assert "<p>" not in document.text
    assert document.meta.published == "2011-05-03"
    assert document.meta.author == "Ada Berg"
    kinds = [b.kind for b in document.blocks]
    assert kinds.count("paragraph") >= 5
    assert [document.slice(b) for b in document.blocks if b.kind == "list_item"] == [
        "Bergen grows and takes more ships",
        "Valparaíso follows with two quays",
    ]
    assert ["Bergen", "12"] in [[document.text[a:b] for a, b in r.cells] for r in document.blocks]
    assert not any("Home" in document.slice(b) for b in document.blocks)


def test_file_names_do_not_depend_on_where_the_folder_lies(tmp_path: Path) -> None:
    write(tmp_path / "one", sub__a_dot_txt=WORDS)
    write(tmp_path / "two", sub__a_dot_txt=WORDS)
    assert read_sources(tmp_path / "one") == read_sources(tmp_path / "two")
