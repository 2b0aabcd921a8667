"""Pronouns: "he", "it", "they", "we", "who".

Belongs here: whom a pronoun stands for, where it is certain. Does not belong here: definite nouns (described).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.reference.earlier import before, last_of, subject_of
from pipeline.coding.reference.model import Who
from pipeline.coding.reference.pairs import only_two
from pipeline.language.clauses import arguments
from pipeline.language.model import ParsedSentence

SINGULAR_PEOPLE = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "both", "themselves"})
WE = frozenset({"we", "us", "our"})
FIRST = WE | {"i", "me", "my"}
SECOND = frozenset({"you", "your", "yours", "yourself"})
THINGS = frozenset({"it", "its", "itself"})


def pronoun(who: Who, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    lower = token.lower_
    if lower in SINGULAR_PEOPLE and token.dep_ in ("dobj", "pobj", "dative"):
        return not_the_subject(who, sentence, token)
    if lower in SINGULAR_PEOPLE:
        return last_of(who, sentence, token, ("person",), limit=2, subject_first=True)
    if lower in THINGS:
        things = (
            "state",
            "government_body",
            "igo",
            "ngo",
            "armed_force",
            "armed_group",
            "company",
            "party",
            "media",
        )
        if token.dep_ in ("dobj", "pobj", "dative"):  # never the subject of its own clause
            own = subject_of(who, sentence, token, things)
            others = [i for i in before(who, sentence, token, things, reach=1) if i not in own]
            return (others[0],) if others else ()
        return last_of(who, sentence, token, things, limit=1, subject_first=True)
    if lower in PLURAL:
        return plural(who, sentence, token)
    if lower in FIRST:
        return first_person(who, sentence, token)
    if lower in SECOND:
        turn = who.turns.at(sentence)
        return (turn.partner,) if turn is not None and turn.partner is not None and not turn.answers else ()
    if lower in ("who", "which", "that") and token.dep_ in ("nsubj", "nsubjpass"):
        clause = token.head
        if clause.dep_ == "relcl":
            return who.resolve(sentence, clause.head, conjuncts=False)
    return ()


def not_the_subject(who: Who, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    """ "her" as an object: the subject of the sentence before, or whoever was named last, but never the subject of its
    own clause."""
    verb = token.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    args = arguments(verb)
    doers = args.preps.get("by", []) if args.passive else args.subjects
    own = {i for t in doers if t != token for i in who.resolve(sentence, t)}
    previous = who.sentences.get(sentence.ordinal - 1)
    here = [i for i in before(who, sentence, token, ("person",), reach=1) if i not in own]
    if not here and previous is not None and previous.in_body:
        here = [i for i in subject_of(who, previous, None, ("person",)) if i not in own]
    here = here or [i for i in before(who, sentence, token, ("person",), reach=3) if i not in own]
    return tuple(here[:1])


def plural(who: Who, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    """ "they": those who were told to meet just before, else the last subject that was plural, here or in the sentence
    before."""
    first = next((t for t in sentence.doc if t.dep_ in ("nsubj", "nsubjpass")), None)
    if first == token and 0 < sentence.ordinal - who.they[0] <= 1:
        who.they = (sentence.ordinal, who.they[1])
        return who.they[1]
    for ordinal in (sentence.ordinal, sentence.ordinal - 1):
        other = who.sentences.get(ordinal)
        if other is None or not other.in_body:
            continue
        for subject in reversed(
            [t for t in other.doc if t.dep_ in ("nsubj", "nsubjpass") and (ordinal < sentence.ordinal or t.i < token.i)]
        ):
            if subject.lower_ in PLURAL or (subject.i == token.i and ordinal == sentence.ordinal):
                continue
            found = who.resolve(other, subject)
            if len(found) > 1 or (found and subject.tag_ in ("NNS", "NNPS")):
                return found
    found = met(who, sentence)
    if found:
        who.they = (sentence.ordinal, found)
    elif sentence.ordinal - who.they[0] <= 6:
        return who.they[1]
    elif who.registry.parsed.document.meta.genre == "official" and token.dep_ == "nsubj":
        return only_two(who)
    return found


def met(who: Who, sentence: ParsedSentence) -> tuple[int, ...]:
    """ "they" after "X met Y": the two persons of the sentence before, when it names just two."""
    for back in (1, 2, 3):
        people = {
            i
            for (ordinal, _), i in who.registry.by_token.items()
            if ordinal == sentence.ordinal - back and who.registry.actors[i].kind == "person"
        }
        if len(people) == 2:
            return tuple(sorted(people))
        if people:
            break
    return ()


def first_person(who: Who, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    """ "we", "I": inside a quotation its speaker, in a transcript whose turn it is, in an official text those for whom
    it speaks."""
    if who.speakers.quoted(sentence, token):
        return who.speakers.of(sentence, token)
    turn = who.turns.at(sentence)
    if turn is not None:
        return _in_turn(who, sentence, token)
    if token.lower_ not in WE:
        return who.registry.issuing.issuers
    signed = _opening(who)
    if signed:
        return signed
    return _we_of_text(who) if who.registry.parsed.document.meta.genre == "official" else ()


def _in_turn(who: Who, sentence: ParsedSentence, token: Token) -> tuple[int, ...]:
    """ "I" is the speaker, "we" both who speak with their states; where the speaker has no name, "we" is the state
    whose text it is."""
    turn = who.turns.at(sentence)
    if turn is None or turn.asks:
        return ()
    if token.lower_ not in WE:
        return (turn.speaker,) if turn.speaker is not None else ()
    if turn.speaker is None:
        return who.registry.issuing.voice
    own, other = who.turns.sides(sentence, token)
    return (*own[:1], *other[:1], *own[1:], *other[1:])


def _we_of_text(who: Who) -> tuple[int, ...]:
    """Whom an official text without turns means by "we": two states that speak together, or the one whose text it is
    and who issues it."""
    registry = who.registry
    circle = who.circle()
    if circle:
        return circle
    if registry.issuing.voice and not registry.issuing.joint:
        return (*registry.issuing.voice, *((registry.issuing.issuer,) if registry.issuing.issuer is not None else ()))
    return who.dyad()


def _opening(who: Who) -> tuple[int, ...]:
    """The states that a joint text speaks for in its first person: "We, the leaders of X, Y and Z, met today"."""
    registry = who.registry
    for sentence in registry.parsed.body():
        doc = sentence.doc
        if len(doc) < 4 or doc[0].lower_ != "we" or doc[1].text != ",":
            continue
        verb = next((t.i for t in doc if t.pos_ in ("VERB", "AUX") and t.i > 1), len(doc))
        found = [registry.by_token.get((sentence.ordinal, i)) for i in range(verb)]
        return tuple(dict.fromkeys(i for i in found if i is not None and registry.actors[i].kind == "state"))
    return ()
