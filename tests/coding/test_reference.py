"""Who a phrase means: to the actor where it is certain, to nobody where it is not."""

from __future__ import annotations

import pytest

from tests.small_documents import coded

SIGNED = "Norway and Kenya signed a treaty."
MEANS = [
    (["Norway's government left."], "government", {"Norway"}, "a government by its possessor"),
    (["The Norwegian government left."], "government", {"Norway"}, "and by its adjective"),
    (["The government of Norway left."], "government", {"Norway"}, "and by its of-phrase"),
    (["Norwegian officials left."], "officials", {"Norway"}, "officials of a state"),
    (["The Norwegian ambassador left."], "ambassador", {"Norway"}, "an unnamed diplomat"),
    (["Norwegian troops left."], "troops", {"Norwegian troops"}, "forces of a state"),
    (["It asked how many Norwegian troops left."], "troops", {"Norwegian troops"}, "without the words of amount"),
    (["A Kenyan-led coalition left."], "coalition", {"Kenyan-led coalition"}, "a coalition, not its leader"),
    (["Al-Shabaab fighters left."], "fighters", {"Al-Shabaab"}, "fighters of a group"),
    (["Kenyan protesters left."], "protesters", {"Kenyan protesters"}, "a group that acts"),
    (["The members of the United Nations left."], "members", {"United Nations"}, "members of an organisation"),
    (["A spokesman for the Norwegian Navy left."], "spokesman", {"Norwegian Navy"}, "whoever is spoken for"),
    (["A Norwegian Navy spokesman left."], "spokesman", {"Norwegian Navy"}, "the same, shorter"),
    (["Allies such as Chile and Japan left."], "allies", {"Chile", "Japan"}, "those named"),
    ([SIGNED, "The two countries rejoiced."], "countries", {"Norway", "Kenya"}, "the two countries"),
    ([SIGNED, "Both nations rejoiced."], "nations", {"Norway", "Kenya"}, "both nations"),
    ([SIGNED, "Both governments rejoiced."], "governments", {"Norway", "Kenya"}, "both governments"),
    ([SIGNED, "The two navies rejoiced."], "navies", {"Norway", "Kenya"}, "what each of two states has one of"),
    (
        ["President Ada Berg met Prime Minister Juan Soto in Oslo.", "The two heads of government dined."],
        "heads",
        {"Ada Berg", "Juan Soto"},
        "two heads of government",
    ),
    (
        ["President Ada Berg met Prime Minister Juan Soto of Chile near Oslo.", "They dined with many clerks."],
        "they",
        {"Ada Berg", "Juan Soto"},
        "those who met",
    ),
    (
        ["The two labour ministers, Ada Berg and Juan Soto, dined."],
        "ministers",
        {"Ada Berg", "Juan Soto"},
        "people whom an apposition names",
    ),
    (["The governor of Upper Valley, Juan Soto, dined."], "governor", {"Juan Soto"}, "an apposition of the office"),
    ([SIGNED, "They rejoiced."], "they", {"Norway", "Kenya"}, "they"),
    (["Chilean troops left.", "They came back."], "they", {"Chilean troops"}, "they, of one plural"),
    (["Norway condemned Chile.", "It left."], "it", {"Norway"}, "it: the subject before"),
    (["President Kamau Mwangi praised Norway.", "He left."], "he", {"Kamau Mwangi"}, "he"),
    (["President Kamau Mwangi praised Norway.", "The president left."], "president", {"Kamau Mwangi"}, "his office"),
    (["Norway condemned Chile.", "The country left."], "country", {"Norway"}, "the country: the subject before"),
    (["Norwegian Prime Minister Ingrid Solvang left.", "Her government left."], "government", {"Norway"}, "hers"),
    (["The leaders of Norway and Kenya met."], "leaders", {"Norway", "Kenya"}, "leaders of two states"),
    (["Norwegian and Chilean officials met."], "officials", {"Norway", "Chile"}, "officials of two states"),
    (["The presidents of Norway and Chile met."], "presidents", {"Norway", "Chile"}, "unnamed holders, their states"),
    (["The envoys of Norway, Kenya and Chile met."], "envoys", {"Norway", "Kenya", "Chile"}, "envoys of three"),
    (["Norwegian and Cuban forces left."], "forces", {"Norwegian forces", "Cuban forces"}, "a force of each state"),
    (["Soviet and North Vietnamese forces left."], "forces", {"Soviet forces", "North Vietnamese forces"}, "no code"),
    (["Norway, Kenya and Chile met.", "The three countries left."], "countries", {"Norway", "Kenya", "Chile"}, "three"),
    ([SIGNED, "Chile and Japan met.", "The two countries left."], "countries", {"Chile", "Japan"}, "the last pair"),
    (["Nordolje, a Norwegian oil company, left.", "The company came back."], "company", {"Nordolje"}, "a company"),
    (
        ["We, the President of Norway and the King of Japan, met.", "Chile left.", "We left."],
        "we",
        {"Norway", "Japan"},
        "who signs a joint text",
    ),
    (["A number of senators left."], "number", {"senators"}, "so many of a group"),
    (["Some members of the opposition parties left."], "members", {"members of the opposition parties"}, "of whom"),
    (["Norwegian sailors left."], "sailors", {"Norwegian sailors"}, "a calling with its country"),
    (
        ["The Kenya Fisheries Commission met.", "The commission left."],
        "commission",
        {"Kenya Fisheries Commission"},
        "a body by its noun",
    ),
    (["Norway rejoiced.", "Norway sang.", "Norway slept.", "Police left."], "police", {"Police"}, "of its country"),
    (
        ["Prime Minister Anna Berg thanked President Kamau Mwangi.", "Premier Olga Lund described her."],
        "her",
        {"Anna Berg"},
        "her: not the subject of its own clause",
    ),
    (["Norway, which left, came back."], "which", {"Norway"}, "a relative pronoun"),
]  # fmt: skip


@pytest.mark.parametrize(("sentences", "word", "expected", "why"), MEANS, ids=[row[3] for row in MEANS])
def test_who_is_meant(sentences: list[str], word: str, expected: set[str], why: str) -> None:
    of = coded(*sentences)
    last = of.parsed.sentences[-1]
    token = [t for t in last.doc if t.lower_ == word][-1]
    assert set(of.names_of(of.registry.resolve(last, token))) == expected, why


NOBODY = [
    (["The two countries signed a treaty."], "countries", "no countries before"),
    (["He condemned Norway."], "he", "nobody before"),
    (["They condemned Norway."], "they", "nobody before"),
    (["It condemned Norway."], "it", "nobody before"),
    (["The president condemned Norway."], "president", "no president before"),
    (["The government condemned Norway."], "government", "no government before"),
    (["Norway, Kenya and Chile met.", "The two countries left."], "countries", "two of three is nobody knows which"),
    ([SIGNED, "The three countries left."], "countries", "three, where two are named"),
    (["Some people condemned Norway."], "people", "anybody"),
    (["Six villagers were killed."], "villagers", "a bare number of dead is a count"),
    (["Pensioners left."], "pensioners", "everybody of a calling"),
    (["The Kenya Fisheries Commission met.", "The joint commission left."], "commission", "another commission"),
    (["The Kenya Fisheries Commission met.", "A commission left."], "commission", "not yet known"),
    (["Analysts condemned Norway."], "analysts", "no actor by the codebook"),
    (["The treaty pleased Norway."], "treaty", "a thing"),
    (["The summit was held in Nairobi."], "nairobi", "a place where something is"),
]


@pytest.mark.parametrize(("sentences", "word", "why"), NOBODY, ids=[f"{row[1]}: {row[2]}" for row in NOBODY])
def test_nobody_is_meant(sentences: list[str], word: str, why: str) -> None:
    of = coded(*sentences)
    last = of.parsed.sentences[-1]
    token = next(t for t in last.doc if t.lower_ == word)
    assert of.registry.resolve(last, token) == (), why


RELATED = [
    ("Chile praised Norway's decision.", "decision", {"Norway"}, "a possessor"),
    ("Chile praised the decision by Norway.", "decision", {"Norway"}, "a by-phrase"),
    ("Chile praised the arrival of the Norwegian envoy.", "arrival", {"Norway"}, "an of-phrase"),
    ("Chile praised the Norwegian decision.", "decision", {"Norway"}, "an adjective"),
    ("Chile praised the decision.", "decision", set(), "nothing there"),
]


@pytest.mark.parametrize(("text", "word", "expected", "why"), RELATED, ids=[row[3] for row in RELATED])
def test_whom_a_thing_belongs_to(text: str, word: str, expected: set[str], why: str) -> None:
    assert set(coded(text).meaning(0, word, related=True)) == expected, why


OPENING = "Vice President Amina Diallo of Ghana met President Kamau Mwangi of Kenya."
OFFICIAL = [
    ([OPENING, "The Vice President left."], "President", {"Amina Diallo"}, "the vice president is not the president"),
    ([OPENING, "The President left."], "President", {"Kamau Mwangi"}, "nor the president the vice president"),
    ([OPENING, *["Rain fell."] * 9, "The President left."], "President", {"Kamau Mwangi"}, "however far back"),
    (
        ["President Kamau Mwangi met President Jonas Berg.", "President Berg spoke.", "The President left."],
        "President",
        {"Kamau Mwangi"},
        "the side named first",
    ),
    (
        ["President Kamau Mwangi met Prime Minister Ingrid Solvang.", "The President and Prime Minister left."],
        "President",
        {"Kamau Mwangi", "Ingrid Solvang"},
        "one article for both",
    ),
    ([OPENING, *["Rain fell."] * 9, "Both leaders left."], "leaders", {"Amina Diallo", "Kamau Mwangi"}, "the two"),
    (
        [OPENING, "Minister Jonas Berg sang.", "The two leaders left."],
        "leaders",
        {"Amina Diallo", "Kamau Mwangi"},
        "not whoever was named last",
    ),
    (
        [SIGNED, *["Rain fell."] * 9, SIGNED, "The Participants left."],
        "Participants",
        {"Norway", "Kenya"},
        "the parties",
    ),
    ([OPENING, *["Rain fell."] * 9, "They left."], "They", {"Amina Diallo", "Kamau Mwangi"}, "they"),
    (
        [OPENING.replace(".", " and Minister Jonas Berg."), *["Rain fell."] * 9, "They left."],
        "They",
        set(),
        "any two of three",
    ),
    ([SIGNED, SIGNED, "Our countries left."], "countries", {"Norway", "Kenya"}, "ours"),
    ([SIGNED, SIGNED, "The countries of Asia left."], "countries", set(), "other countries"),
]


@pytest.mark.parametrize(("sentences", "word", "expected", "why"), OFFICIAL, ids=[row[3] for row in OFFICIAL])
def test_who_is_meant_in_official_texts(sentences: list[str], word: str, expected: set[str], why: str) -> None:
    assert set(coded(*sentences, genre="official").meaning(len(sentences) - 1, word)) == expected, why


def test_quotations_are_their_speakers() -> None:
    of = coded('"We will never leave," said Norwegian Prime Minister Ingrid Solvang.')
    assert of.meaning(0, "We") == ("Ingrid Solvang",)


def test_a_seat_that_an_envoy_leaves_is_its_state_even_when_no_other_word_names_it() -> None:
    of = coded("Norway recalled its ambassador from Nairobi.")
    assert [(e.mode, of.names_of(e.targets)) for e in of.events] == [("recall", ("Kenya",))]
    assert {m.surface: m.actor for m in of.registry.mentions}["Nairobi"] == of.events[0].targets[0]


def test_nationality_reads_every_adjective() -> None:
    of = coded("Norwegian-Kenyan talks opened.")
    talks = next(t for t in of.parsed.sentences[0].doc if t.text == "talks")
    assert set(of.names_of(of.registry.reference.nationality(of.parsed.sentences[0], talks))) == {"Norway", "Kenya"}


def test_country_of_a_phrase() -> None:
    of = coded("The Norwegian ambassador and Kenyan troops left.")
    sentence = of.parsed.sentences[0]
    countries = {t.text: of.registry.country_of(sentence, t) for t in sentence.doc if t.pos_ == "NOUN"}
    assert countries == {"ambassador": "NOR", "troops": "KEN"}
