"""Event frames: which words name which events, and where their participants stand.

Belongs here: the shape of a lexicon entry, the index over all entries, the classes of nouns they refer to. Does not
belong here: the entries (lexicons/events/, one file per event type), whether one fits a word (matching).
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from pipeline.language.clauses import counted
from pipeline.language.currencies import is_money
from pipeline.resources import Entry, load

TYPES = (
    "agree consult support concede cooperate aid retreat request accuse reject threaten protest sanction mobilize "
    "coerce assault transition"
).split()
"""Files of lexicons/events, and in capitals the codebook's event types."""


class Frame(Entry):
    """One line of a lexicon.

    verbs: lemmas, with particle or preposition ("call for", "step down"); nouns: lemmas or phrases ending in the head;
    adjectives: predicates such as "critical of". carriers: the noun counts only as the object of one of these verbs.
    objects: the logical object must be one of these lemmas, or of a class: "@name" (classes.yaml), "#person",
    "#state", "#org", "#agreement", "#any". subjects: likewise. with_prep / without_prep: prepositions that must or must
    not be there. objects_as: what stands after "as" or as a predicate. complement_lemmas: verb of the complement;
    complements: a clause must follow. source, target: slots, the first that yields an actor wins (slots).
    joint: every party is a source. needs: what must be resolved for a row: source, target, any, both, two, person,
    body, count. bare: needs nothing. possessor: "target" when a possessor undergoes the deed ("X's arrest").
    complement_objects: what the verb of the complement must have as its object.
    event_like: the noun alone names a happening. status: fixed status. future: only with "will". negated: only under
    a negation, which is then what happened ("did not recognise"). dated: a row also without participants where the
    sentence dates the happening (codebook: a noun that names one is required when dated). spoken: only in somebody's
    reported or quoted words, where saying it is the deed ("X must leave," said Y).
    example, counter: a sentence that must and one that must not match; the tests run them all.
    """

    id: str
    mode: str | None = None
    verbs: list[str] = []
    nouns: list[str] = []
    adjectives: list[str] = []
    carriers: list[str] = []
    objects: list[str] = []
    subjects: list[str] = []
    objects_as: list[str] = []
    with_prep: list[str] = []
    without_prep: list[str] = []
    complements: bool = False
    complement_lemmas: list[str] = []
    complement_objects: list[str] = []
    source: list[str] = ["subject"]
    target: list[str] = []
    joint: bool = False
    split: bool = False
    needs: str = "any"
    bare: bool = False
    possessor: str = "source"
    event_like: bool = False
    status: str | None = None
    future: bool = False
    negated: bool = False
    dated: bool = False
    spoken: bool = False
    example: str = ""
    counter: str = ""


SUM_PARTS = frozenset({"compound", "nmod", "nummod", "quantmod", "amod"})
"""Relations of a currency's sign or code to the number that it stands with."""


@cache
def classes() -> dict[str, frozenset[str]]:
    """Noun classes that frames refer to as "@name"."""
    return {name: frozenset(words) for name, words in load("events/classes", dict[str, list[str]]).items()}


@cache
def index() -> dict[str, list[tuple[str, str, Frame]]]:
    """First lemma of a verb, head lemma of a noun -> (phrase, event type, frame), most specific first."""
    table: dict[str, list[tuple[str, str, Frame]]] = {}
    for name in TYPES:
        for frame in load(f"events/{name}", list[Frame]):
            for phrase in frame.verbs:
                table.setdefault("v:" + phrase.split()[0], []).append((phrase, name.upper(), frame))
            for phrase in frame.nouns:
                table.setdefault("n:" + phrase.split()[-1], []).append((phrase, name.upper(), frame))
            for phrase in frame.adjectives:
                table.setdefault("a:" + phrase, []).append((phrase, name.upper(), frame))
    _check_classes(table)
    for entries in table.values():
        entries.sort(key=lambda e: -_weight(e[0], e[2]))
    return table


def _check_classes(table: dict[str, list[tuple[str, str, Frame]]]) -> None:
    for entries in table.values():
        for _, event_type, frame in entries:
            for name in (*frame.objects, *frame.subjects, *frame.objects_as):
                if name.startswith("@") and name[1:] not in classes():
                    raise ValueError(
                        f"lexicons/events/{event_type.lower()}.yaml: {frame.id}: no class {name} in classes.yaml"
                    )


def _weight(phrase: str, frame: Frame) -> int:
    exact = [frame.objects, frame.subjects, frame.complement_lemmas, frame.objects_as, frame.with_prep, frame.carriers,
             frame.complement_objects]  # fmt: skip
    return (
        3 * (len(phrase.split()) - 1)
        + 2 * sum(bool(x) for x in exact)
        + frame.complements
        + frame.future
        - ("#any" in frame.objects)
    )


def is_a(token: Token, wanted: list[str]) -> bool:
    """Whether a noun's lemma, or that of what it counts, is listed or belongs to a listed class."""
    lemmas = {token.lemma_.lower(), *(t.lemma_.lower() for t in counted(token))}
    if token.pos_ == "PROPN":  # "the Consulate General", "Embassy Oslo"
        lemmas |= {c.lemma_.lower() for c in token.children if c.dep_ == "compound" and c.pos_ == "PROPN"}
    if is_money(token.text) or any(is_money(c.text) for c in token.children if c.dep_ in SUM_PARTS):
        lemmas.add("money")  # "CHF 9 million", whichever of the words the parser makes its head
    return any(bool(lemmas & classes()[w[1:]]) if w[0] == "@" else w in lemmas for w in wanted)
