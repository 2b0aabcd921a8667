"""Whom a sentence beside the advice turns to or is about: a lead-in, the sentence before.

Belongs here: reading that sentence. Does not belong here: which sentence it is (find), phrases of the advising clause
(phrases), headings (headings).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.coding.actors import Registry
from pipeline.coding.recommendations.addressees.phrases import actors_of
from pipeline.coding.recommendations.sentence import clause
from pipeline.language.model import ParsedSentence
from pipeline.language.names import country_forms

_ASKING = ("addressed", "aimed", "directed", "for", "ask", "urge", "call", "appeal", "implore", "want", "recommend")
"""Words of a lead-in whose object is whom it turns to: "we ask X to", "the points below are addressed to X"."""


def turned_to(registry: Registry, sentence: ParsedSentence) -> tuple[int, ...]:
    """Whom a lead-in such as "To both governments:", "we ask X to:", "addressed to X" turns to."""
    opening = sentence.doc[0] if len(sentence.doc) else None
    whom = clause.child(opening, "pobj") if opening is not None and opening.lower_ in ("to", "for") else None
    if whom is not None:
        return actors_of(registry, sentence, whom)
    for token in sentence.doc:
        if token.lemma_.lower() not in _ASKING and token.lower_ not in _ASKING:
            continue
        behind = [t for t in token.children if t.i > token.i]
        prep = next((t for t in behind if t.lower_ in ("on", "upon", "to", "at", "of")), None)
        whom = clause.child(token, "dobj") or (clause.child(prep, "pobj") if prep is not None else None)
        whom = whom or next((t for t in token.subtree if t.dep_ == "nsubj" and t.i > token.i), None)
        found = actors_of(registry, sentence, whom) if whom is not None else ()
        if found:
            return found
    return ()


def spoken_about(registry: Registry, sentence: ParsedSentence, mutual: bool = False) -> tuple[int, ...]:
    """The actors that the main clause is about: its subject, else the only state it names.

    mutual: whether those that it does something with are meant too.
    """
    main = next((t for t in sentence.doc if t.dep_ == "ROOT"), None)
    who = clause.subject(main) if main is not None else None
    found = list(registry.resolve(sentence, who)) if who is not None else []
    found = found or _only_state(registry, sentence)
    if mutual and found:
        partners = [t for t in sentence.doc if t.dep_ == "pobj" and t.head.lower_ == "with"]
        found += [i for t in partners for i in registry.resolve(sentence, t) if i not in found]
    return tuple(found)


def _only_state(registry: Registry, sentence: ParsedSentence) -> list[int]:
    """The state that a sentence names, if it names one alone."""
    places = [(sentence.ordinal, t.i) for t in sentence.doc]
    named = {registry.by_token[p] for p in places if p in registry.by_token}
    states = sorted({i for i in named if registry.actors[i].kind == "state"} | _seats(registry, sentence))
    return states if len(states) == 1 else []


def _seats(registry: Registry, sentence: ParsedSentence) -> set[int]:
    """The states of capitals that own something: "The first task is Oslo's"."""
    forms = country_forms(sentence.doc).values()
    codes = {f.country.code for last, f in forms if f.form == "seat" and _owns(sentence.doc, last)}
    return {i for code in codes if (i := registry.book.state(code)) is not None}


def _owns(doc: Doc, last: int) -> bool:
    return last + 1 < len(doc) and doc[last + 1].lower_ in ("'s", "’s", "'", "’")
