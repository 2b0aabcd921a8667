"""What a document says around its actors, gathered for weighing.

Belongs here: reading titles, headings, subjects and neighbours. Does not belong here: what they weigh (votes).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from pipeline.coding.nationality.focus import Heading, heading, home, teller
from pipeline.coding.nationality.model import Surroundings
from pipeline.coding.nationality.same_state import bound_pairs, members
from pipeline.coding.nationality.victims import victims
from pipeline.coding.nationality.voice_state import voice_state
from pipeline.coding.registry import Actors
from pipeline.coding.rows import EventMention
from pipeline.language.lexicon import titles
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.language.names import Name, country_forms
from pipeline.language.names.places import place_at

RECEIVING = frozenset("receive accept welcome expel summon host admit reject".split())
"""Verbs whose subject is the host of the envoys in its sentence."""
SENDING = frozenset("appoint name nominate send dispatch commission announce recall instruct represent".split())
"""Verbs whose objects are people of the subject's own state."""
_OFFICE = 6
"""Tokens between a possessive and the holder of the office."""
STAYING = frozenset("arrive come go visit travel fly remain stay tour sojourn flee trip journey expect".split())
"""Verbs and nouns of those who are in a state that is not their own."""

_ON_A_VISIT = frozenset({"during", "on", "after", "before"})
"""Words before a visit of the subject's own: "apologised during a visit to Oslo"."""


def surroundings(
    parsed: ParsedDocument,
    book: Actors,
    names: dict[int, list[Name]],
    by_token: dict[tuple[int, int], int],
    events: Sequence[EventMention],
    dyad: tuple[int, ...],
    resolve: Callable[[ParsedSentence, Token], Sequence[int]] = lambda sentence, token: (),
) -> Surroundings:
    """What the document says around the actors of `book`; names by sentence, actors by token, its two states;
    resolve: the actors that a pronoun means."""
    meta = parsed.document.meta
    around = Surroundings(names, by_token, list(events), dyad)
    around.voice = voice_state(meta.url) if meta.genre == "official" else None
    around.teller = teller(meta.title or "")
    around.home = home(book) if around.voice is None else None
    for sentence in parsed.body():
        around.headings[sentence.ordinal] = _over(parsed, sentence)
        for pairs in (bound_pairs, members):
            for a, b in pairs(sentence.doc, names[sentence.ordinal]):
                one, other = by_token.get((sentence.ordinal, a.last)), by_token.get((sentence.ordinal, b.last))
                if one is not None and other is not None and one != other:
                    around.bound.append((one, other))
        for victim, country in victims(sentence.doc, names[sentence.ordinal]):
            index = by_token.get((sentence.ordinal, victim.last))
            if index is not None:
                around.victims.setdefault((sentence.ordinal, index), set()).add(country)
        _possessed(around, sentence, resolve)
        _stays(around, sentence)
        subject = next((t for t in sentence.doc if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
        if subject is not None:
            _led(around, book, sentence, subject)
    return around


def _possessed(
    around: Surroundings, sentence: ParsedSentence, resolve: Callable[[ParsedSentence, Token], Sequence[int]]
) -> None:
    """Bind to the body of the sentence before the holder of "Its general secretary, X"."""
    for name in around.names[sentence.ordinal]:
        index = around.by_token.get((sentence.ordinal, name.last))
        if name.kind != "person" or index is None:
            continue
        for token in reversed(sentence.doc[max(0, name.first - _OFFICE) : name.first]):
            if token.lower_ in ("its", "their") and token.is_sent_start:
                meant = resolve(sentence, token)
                if len(meant) == 1 and meant[0] != index:
                    around.bound.append((index, meant[0]))
            elif token.text == "," or titles().covers(sentence.doc, token.i):
                continue
            break


def _led(around: Surroundings, book: Actors, sentence: ParsedSentence, subject: Token) -> None:
    """Note the country of a sentence's subject, and the people it acts on."""
    index = around.by_token.get((sentence.ordinal, subject.i))
    if index is None:
        return
    actor = book.entries[index].actor
    if actor.kind == "state" and actor.country and subject.head.lemma_ not in RECEIVING:
        around.leading[sentence.ordinal] = actor.country  # but "Kenya received Ambassador X": the host
    if actor.kind in ("state", "government_body") and actor.country and subject.head.lemma_ not in SENDING:
        for name in around.names[sentence.ordinal]:
            if name.kind == "person" and name.first > subject.head.i and not _own(name, subject):
                around.patients.setdefault(around.by_token[sentence.ordinal, name.last], actor.country)


def _own(name: Name, subject: Token) -> bool:
    """Whether a name behind the verb is no object: it stands in another clause."""
    token = subject.doc[name.last]
    while token.dep_ in ("conj", "appos", "compound", "pobj", "prep", "dobj", "flat", "nmod"):
        token = token.head
    return token != subject.head


def _over(parsed: ParsedDocument, sentence: ParsedSentence) -> Heading:
    """What stands over a sentence: the line that leads into its list, else its heading."""
    block = sentence.block
    if block.kind == "list_item":
        blocks = parsed.document.blocks
        lead = [b for b in blocks if b.char_start < block.char_start and b.kind != "list_item"][-1:]
        over = heading(parsed.document.slice(lead[0])) if lead and lead[0].kind == "paragraph" else Heading()
        if over.origin:
            return over
    return heading(block.section[-1]) if block.section else Heading()


def _stays(around: Surroundings, sentence: ParsedSentence) -> None:
    """Note the states where people of this sentence arrive or stay: "X arrived in Kenya", "X's visit to Nairobi",
    "During a visit to Osaka X signed"."""
    for verb in (t for t in sentence.doc if t.lemma_ in STAYING and t.pos_ in ("VERB", "NOUN")):
        guests = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "poss")]
        above = verb.head.head if verb.dep_ == "pobj" and verb.head.lower_ in _ON_A_VISIT else None
        if above is not None and not any(g.dep_ == "poss" for g in guests):
            guests += [c for c in above.children if c.dep_ == "nsubj"]
        guests += [c for g in guests for c in g.children if c.dep_ == "appos"]
        places = [c for c in verb.children if c.dep_ == "dobj"] if verb.lemma_ in ("visit", "tour") else []
        for prep in (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("in", "to", "at", "for")):
            places += [c for c in prep.children if c.dep_ == "pobj"]
        countries = {c for p in places for i in (p.left_edge.i, p.i) if (c := _land(sentence, i))}
        for guest in guests:
            index = around.by_token.get((sentence.ordinal, guest.i))
            if index is not None:
                around.guests.setdefault(index, set()).update(countries)


def _land(sentence: ParsedSentence, i: int) -> str | None:
    """The state that the country word or the city at a token tells."""
    form = country_forms(sentence.doc).get(i)
    if form is not None:
        return form[1].country.code
    city = place_at(sentence.doc, i)
    return city[1] if city is not None else None
