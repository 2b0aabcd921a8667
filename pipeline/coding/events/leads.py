"""Whose deed a list item tells: "Kenya has taken several steps, including:" over "Imposing a tariff on Chile".

Belongs here: the doer that the lead-in of a list gives to items that open with a verb and have no subject. Does not
belong here: items that are visits by themselves (lists), participants inside the sentence (slots).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.events.matching import Match
from pipeline.language.clauses import arguments
from pipeline.language.model import ParsedSentence
from pipeline.language.promised import commitment

OPENINGS = frozenset({"VBG", "VBD", "VBN"})
"""Verb forms that open an item without a subject of its own; a bare infinitive may be advice."""


def lead_doers(registry: Registry, sentence: ParsedSentence, match: Match) -> tuple[int, ...]:
    """Subjects of the lead-in above a list item that opens with this very verb, () where there is none."""
    verb = match.token
    if promises(sentence, verb) and not match.args.subjects and commitment(registry.parsed.document, sentence.sentence):
        return committed(registry, sentence)
    if sentence.block.kind != "list_item" or verb.i != 0 or verb.tag_ not in OPENINGS or match.args.subjects:
        return ()
    return committed(registry, sentence)


def promises(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb of an item is the one that it opens with, or is coordinated with that."""
    if verb.tag_ != "VB" or sentence.block.kind != "list_item":
        return False
    while verb.dep_ == "conj" and verb.head.tag_ == "VB":
        verb = verb.head
    return verb.dep_ == "ROOT" and all(t.pos_ in ("ADV", "PART") for t in verb.doc[: verb.i])


def committed(registry: Registry, sentence: ParsedSentence) -> tuple[int, ...]:
    """Who the subject of a list item's lead-in is."""
    lead = _lead_in(registry, sentence)
    root = next((t for t in lead.doc if t.dep_ == "ROOT"), None) if lead is not None else None
    if lead is None or root is None or root.pos_ not in ("VERB", "AUX"):
        return ()
    found = [i for t in arguments(root).subjects for i in registry.resolve_one(lead, t)]
    return tuple(dict.fromkeys(found))


def _lead_in(registry: Registry, item: ParsedSentence) -> ParsedSentence | None:
    """The sentence ending in a colon right above the list that an item stands in."""
    above = [s for s in registry.parsed.body() if s.ordinal < item.ordinal]
    for sentence in reversed(above):
        if sentence.doc.text.rstrip().endswith(":"):
            return sentence  # in an outline the lead-in is an item itself
        if sentence.block.kind != "list_item":
            return None
    return None
