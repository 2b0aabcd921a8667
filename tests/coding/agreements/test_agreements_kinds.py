"""What agreements are for, by the words of their names and, of treaties named after places, of their sentences."""

from __future__ import annotations

import pytest

from pipeline.coding import agreements
from pipeline.coding.actors import Registry
from tests.agreement_text import parsed

CASES = [
    ("Kenya and Norway signed the Social Security Agreement in 2004.", "other"),
    ("Kenya and Norway signed the Agreement on Visa Exemption for Diplomatic Passports in 2004.", "other"),
    ("Kenya and Norway signed a peace treaty in 1904.", "other"),
    ("The Treaty of Peace and Amity bound Kenya and Norway from 1904.", "diplomatic_relations"),
    ("Kenya and Norway signed the Memorandum on Water Resources in 2004.", "environment"),
    ("Kenya and Norway signed a Claims Convention in 1904.", "legal"),
    ("Kenya and Norway signed a rice protocol in 2004.", "trade"),
    ("Kenya and Norway signed the Turkana Partnership in 2004.", "diplomatic_relations"),
    ("Kenya and Norway signed the Treaty of Bergen, by which Kenya ceded two islands.", "legal"),
    ("After the war Kenya and Norway signed the Treaty of Bergen and the troops left.", "other"),
    ("Kenya and Norway signed the Treaty of Bergen. It opened with a greeting to all tribes of the coast.", "legal"),
    ("Norway joined the AUKUS Lantern Arrangement (ALA).", "defence"),
    ("Kenya is a member of the International Monetary Fund.", "other"),
    ("Kenya is a member of the North Sea Water Council.", "integration"),
]


@pytest.mark.parametrize(("sentence", "kind"), CASES)
def test_kinds(sentence: str, kind: str) -> None:
    document = parsed(sentence)
    registry = Registry(document)
    found, _ = agreements.code(document, registry)
    assert [a.kind for a in found] == [kind], sentence
