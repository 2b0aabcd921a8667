"""Properties that hold for any documents: order does not matter, ids stay, different things are never united."""

from itertools import combinations

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from merge_builder import Draft
from polars.testing import assert_frame_equal

from pipeline.derive.checks import validate
from pipeline.merge.dataset import merge
from pipeline.merge.edtf_bounds import overlap, possible

ACTORS = [
    ("Norway", "state", "NOR"),
    ("Chile", "state", "CHL"),
    ("Kenya", "state", "KEN"),
    ("Ana Lund", "person", "NOR"),
    ("Ana Maria Lund", "person", "NOR"),
    ("Ana Lund", "person", None),
    ("Lund", "person", "NOR"),
    ("Eva Lund", "person", "NOR"),
    ("Ana Soto Vega", "person", "CHL"),
    ("Ana Soto", "person", "CHL"),
    ("Norwegian Ministry of Health", "government_body", "NOR"),
    ("Ministry of Health of Norway", "government_body", "NOR"),
    ("Ministry of Health", "government_body", None),
    ("Lake States Council", "igo", None),
    ("LSC", "igo", None),
]
DEEDS = [
    ("met", "CONSULT", "meeting"),
    ("visited", "CONSULT", "visit"),
    ("established", "SUPPORT", "relations"),
    ("elected", "TRANSITION", "elect"),
    ("shelled", "ASSAULT", "bomb"),
    ("praised", "SUPPORT", "endorse"),
]
DATES = [None, "1931", "1931-04", "1931-04-07", "1932", "1931/..", "193X", "XXXX-04", "1931~"]
PACTS = [
    ("Fjord Pact", []),
    ("2006 Fjord Pact", []),
    ("FP", []),
    ("Trade Agreement", [0, 1]),
    ("Trade Agreement", [0, 2]),
]

index = st.integers(0, len(ACTORS) - 1)
sides = st.lists(index, max_size=3, unique=True)
statement = st.tuples(st.sampled_from(DEEDS), sides, sides, st.sampled_from(DATES))
partners, periods = st.sampled_from(["CHL", "KEN", None]), st.sampled_from(["2004", "2005", None])
fact = st.tuples(st.sampled_from([1, 2]), partners, periods)
content = st.tuples(
    st.lists(statement, max_size=4),
    st.lists(st.sampled_from(PACTS), max_size=2),
    st.lists(fact, max_size=2),
    st.sampled_from([None, "1950", "1950-05"]),
)
corpus = st.lists(content, min_size=1, max_size=4)
fewer = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def draft(document_id: str, made: tuple, published: str | None = None) -> Draft:
    statements, pacts, facts, when = made
    out = Draft(document_id, published=published or when)

    def actors(numbers: list[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(out.actor(*ACTORS[n]) for n in numbers))

    for (trigger, event_type, mode), doers, done_to, date in statements:
        out.event(trigger, event_type, mode, sources=actors(doers), targets=actors(done_to), date=date)
    for name, parties in pacts:
        out.agreement(name, parties=actors(parties))
    for rank, partner, period in facts:
        out.fact("trade_rank", "NOR", rank, "rank", partner=partner, period=period)
    return out


def tables_of(contents: list[tuple]) -> dict[str, pl.DataFrame]:
    return merge([draft(f"d{n}", made).done() for n, made in enumerate(contents)])


@few
@given(corpus, st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(contents: list[tuple], shuffler) -> None:
    coded = [draft(f"d{n}", made).done() for n, made in enumerate(contents)]
    mixed = list(coded)
    shuffler.shuffle(mixed)
    one, other = merge(coded), merge(mixed)
    for name in one:
        assert_frame_equal(one[name], other[name])


@fewer
@given(corpus)
def test_every_row_is_valid(contents: list[tuple]) -> None:
    coded = [draft(f"d{n}", made).done() for n, made in enumerate(contents)]
    texts = {c.document.document_id: c.document.text for c in coded}
    assert validate(merge(coded), texts).rejects.is_empty()


OWN_ROWS = {
    "sentences": "sentence_id",
    "actor_mentions": "mention_id",
    "event_mentions": "event_mention_id",
    "agreement_mentions": "agreement_mention_id",
    "trade_facts": "trade_fact_id",
}


@few
@given(corpus, content)
def test_another_document_leaves_the_keys_of_rows_alone(contents: list[tuple], added: tuple) -> None:
    coded = [draft(f"d{n}", made).done() for n, made in enumerate(contents)]
    before, after = merge(coded), merge([draft("a", added).done(), *coded])
    for name, key in OWN_ROWS.items():
        old = after[name].filter(pl.col("document_id") != "a")
        assert before[name][key].sort().to_list() == old[key].sort().to_list(), name


MERGED = {
    "actor_mentions": ("mention_id", "actor_id"),
    "agreement_mentions": ("agreement_mention_id", "agreement_id"),
    "event_mentions": ("event_mention_id", "event_id"),
}


@few
@given(corpus, content)
def test_a_later_document_leaves_the_ids_of_unchanged_things_alone(contents: list[tuple], added: tuple) -> None:
    coded = [draft(f"d{n}", made, published="1950").done() for n, made in enumerate(contents)]
    before, after = merge(coded), merge([draft("z", added, published="1999").done(), *coded])
    for name, (key, thing) in MERGED.items():
        assert _united(before[name], key, thing) <= _united(after[name], key, thing), name


def _united(frame: pl.DataFrame, key: str, thing: str) -> "Things":
    grouped = frame.sort(key).group_by(thing).agg(key).iter_rows()
    return Things({frozenset(members): i for i, members in grouped})


class Things(dict):
    """Members of each thing -> its id."""

    def __le__(self, other: "Things") -> bool:
        return all(other[members] == i for members, i in self.items() if members in other)


@few
@given(corpus)
def test_events_apart_in_people_or_days_are_never_united(contents: list[tuple]) -> None:
    mentions = tables_of(contents)["event_mentions"]
    for _, told in mentions.group_by("event_id"):
        for a, b in combinations(told.to_dicts(), 2):
            assert {*a["source_ids"], *a["target_ids"]} & {*b["source_ids"], *b["target_ids"]}
            assert overlap(possible(a["date"]), possible(b["date"]))
            assert a["event_type"] == b["event_type"]


@pytest.mark.parametrize("one", range(len(ACTORS)))
def test_actors_of_two_countries_or_kinds_are_never_united(one: int) -> None:
    for other in range(len(ACTORS)):
        (_, kind, country), (_, other_kind, other_country) = ACTORS[one], ACTORS[other]
        drafts = [Draft("a"), Draft("b")]
        for d, n in zip(drafts, (one, other), strict=True):
            d.actor(*ACTORS[n])
        rows = merge([d.done() for d in drafts])["actors"].height
        if kind != other_kind or (country and other_country and country != other_country):
            assert rows == 2
        elif one == other:
            assert rows == 1
