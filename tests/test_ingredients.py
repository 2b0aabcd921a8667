"""Fingerprints of rules and lexicons change with what they do and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.ingredients import LEXICONS, RULES, lexicons_fingerprint, rules_fingerprint


def written(root: Path, name: str, text: str) -> Path:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text)
    return root


@pytest.mark.parametrize(
    ("first", "second", "same", "why"),
    [
        ('"""One."""\nX = 1', "# two\nX  =  1", True, "docstrings, comments and layout do nothing"),
        ("X = 1", "X = 2", False, "another constant"),
        ("def f():\n    return 1", 'def f():\n    """One."""\n    return 1', True, "a function's docstring"),
        ("X = 'a'", "X = 'b'", False, "strings that are used count"),
    ],
)
def test_code_counts_by_what_it_does(tmp_path: Path, first: str, second: str, same: bool, why: str) -> None:
    one, two = (
        rules_fingerprint(written(tmp_path / name, f"{RULES[0]}/reader.py", text))
        for name, text in [("one", first), ("two", second)]
    )
    assert (one == two) == same, why


@pytest.mark.parametrize(
    ("first", "second", "same", "why"),
    [
        ("- lemma: sign\n", "# signing\n-   lemma: sign\n", True, "comments and layout"),
        ("- lemma: sign\n", "- lemma: signs\n", False, "another entry"),
    ],
)
def test_lexicons_count_by_their_entries(tmp_path: Path, first: str, second: str, same: bool, why: str) -> None:
    one, two = (
        lexicons_fingerprint(written(tmp_path / name, f"{LEXICONS}/events/agree.yaml", text))
        for name, text in [("one", first), ("two", second)]
    )
    assert (one == two) == same, why


def test_this_project_has_both() -> None:
    assert rules_fingerprint() != lexicons_fingerprint()
    assert rules_fingerprint() != rules_fingerprint(Path("/nowhere"))
    assert lexicons_fingerprint() != lexicons_fingerprint(Path("/nowhere"))
