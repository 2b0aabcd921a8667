"""Where actors are mentioned: every actor of a document can be traced to words of its text."""

from __future__ import annotations

import pytest

from pipeline.coding.coder import code
from pipeline.coding.rows import CodedDocument
from pipeline.language.view import view
from tests.advice_text import parsed

DOCUMENTS = {
    "classes that advice names": """\
Kenya should lower its duties. Tea growers must keep records, and central banks in both countries should publish their
rates. Airlines need to report delays. Officials in Oslo should answer.
""",
    "a class thrice, once with its country": """\
Kenyan employers complain about visas. Employers should file their claims online. And employers must pay on time.
""",
    "names that no list knows": """\
Air Savanna should fly to Oslo twice a week. The Fisheries Board ought to publish its quotas.
""",
    "classes under headings and in lists": """\
# Norway and Kenya

## Recommendations for exporters

- Register every lorry before the border.
- **Chilean mills** should weigh the wheat twice.
- The two navies should train together.
""",
    "groups that take part in events": """\
Norwegian police arrested *protesters* in Oslo on 3 May 2019. Kenya deported refugees and
migrants to Chile in 2018. Demonstrators burned the flag of Norway on Friday, witnesses told the BBC.
""",
    "parties of agreements, sources of figures": """\
Norway and Kenya signed a Fisheries Agreement in Nairobi in 2012. According to the Ministry of Trade of Chile, exports
to Japan reached $2 billion in 2019. The Kenyan navy and Japanese coastguards held an exercise.
""",
}


@pytest.fixture(scope="module", params=DOCUMENTS.values(), ids=DOCUMENTS)
def coded(request: pytest.FixtureRequest) -> CodedDocument:
    return code(parsed(request.param))


def test_every_actor_has_a_mention(coded: CodedDocument) -> None:
    mentioned = {m.actor for m in coded.actor_mentions}
    assert coded.actors and mentioned == set(range(len(coded.actors)))


def test_no_mention_is_told_twice(coded: CodedDocument) -> None:
    told = [(m.actor, m.evidence.char_start, m.evidence.char_end) for m in coded.actor_mentions]
    assert len(told) == len(set(told))


def test_the_words_at_its_place_are_its_words(coded: CodedDocument) -> None:
    text = coded.document.text
    for mention in coded.actor_mentions:
        start, end = mention.evidence.char_start, mention.evidence.char_end
        sentence = coded.document.sentences[mention.evidence.sentence]
        assert sentence.char_start <= start < end <= sentence.char_end
        assert view(text, start, end).text == mention.surface, "as the reader sees them, without marks of layout"


def test_an_addressed_class_is_mentioned_where_it_is_addressed() -> None:
    of = code(parsed(DOCUMENTS["a class thrice, once with its country"]))
    (addressed,) = {advice.addressees for advice in of.recommendations}
    told = [(m.surface, m.resolution) for m in of.actor_mentions if (m.actor,) == addressed]
    assert told == [(words, "description") for words in ("Kenyan employers", "Employers", "employers")]


def test_whom_no_row_refers_to_is_left_out() -> None:
    of = code(parsed("Norway praised Kenya. It was a day on which many exporters slept.\n"))
    assert {a.name for a in of.actors} == {"Norway", "Kenya"}
