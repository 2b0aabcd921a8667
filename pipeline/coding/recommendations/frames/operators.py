"""Words that stand before a bare verb ("should", "can", "ought to"): the verb they govern, the noun before them.

Belongs here: what the readers of modals share. Does not belong here: which modal advises when (modals, could).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.ends import trim
from pipeline.coding.recommendations.acts.forms import bare_verb, verb_form
from pipeline.coding.recommendations.acts.inner import umbrella_parts
from pipeline.coding.recommendations.acts.nouns import noun_acts
from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.acts.wording import phrase
from pipeline.coding.recommendations.model import Act
from pipeline.language.names import country_forms


def verb_after(doc: Doc, first: int, last: int) -> Token | None:
    """The verb that an operator governs, past adverbs and inserted phrases."""
    if doc[first].tag_ == "MD" and doc[first].dep_ in ("aux", "auxpass") and last == first:
        governed = doc[first].head
        if governed.i > last:
            return governed if governed.tag_[:2] in ("VB", "NN", "JJ") else None
    i = last + 1
    while i < len(doc) and (doc[i].tag_ in ("RB", "RBR", "RBS") or doc[i].lower_ in ("not", "n't", "also", "first")):
        i += 1
    if i >= len(doc) or doc[i].tag_ not in ("VB", "VBP"):
        return None
    if doc[i].lemma_ == "be" and doc[i].dep_ == "auxpass" and doc[i].head.i - i < 4:
        return doc[i].head
    return doc[i]


def noun_before(doc: Doc, first: int) -> Token | None:
    """The noun right before the operator, where the parse has no subject."""
    i = first - 1
    while i >= 0 and (doc[i].tag_ in ("RB", "RBR", "RBS") or doc[i].text in "()"):
        i -= 1
    if i >= 0 and doc[i].lower_ == "more":
        return doc[i]  # "More needs to be done", which the tagger takes for "more needs"
    if i < 0 or doc[i].pos_ not in ("NOUN", "PROPN", "PRON") or doc[i].tag_ in ("WDT", "WP"):
        return None
    return doc[i].head if doc[i].dep_ == "conj" and doc[i].head.pos_ == "PROPN" else doc[i]


def past_participle(verb: Token, first: int) -> Token | None:
    """The subject of "the pact signed in Oslo must be renewed", where the parser took "signed" for the main verb."""
    main = verb.head
    between = verb.doc[main.i + 1 : first]
    if verb.dep_ not in ("advcl", "ccomp", "xcomp") or main.tag_ not in ("VBD", "VBN") or main.i > first:
        return None
    if any(t.text == "," or t.dep_ == "mark" or t.pos_ == "VERB" for t in between):
        return None
    return next((t for t in main.children if t.dep_ in ("nsubj", "nsubjpass") and t.i < main.i), None)


def named_first(doc: Doc, first: int) -> Token | None:
    """The country or capital that opens the sentence, where the tagger took its name for something else."""
    known = country_forms(doc)
    return doc[0] if 0 in known and known[0][0] < first else None


def _opens_with_all(verb: Token) -> bool:
    """Whether the sentence opens "All (that) X has to do is"."""
    doc = verb.doc
    return doc[0].lower_ == "all" and verb.i + 1 < len(doc) and doc[verb.i + 1].lemma_ == "be"


def cleft_acts(verb: Token) -> list[Act] | None:
    """ "A plan is what Norway should propose, one that includes ..."; "What Norway should do is open its ports"."""
    asked = next((t for t in verb.children if t.lower_ == "what" and t.i < verb.i), None)
    if asked is None and verb.lemma_ == "do" and _opens_with_all(verb):
        asked = verb.doc[0]
    main = verb.head.head if verb.dep_ == "xcomp" and verb.head.lemma_ in ("need", "have", "ought") else verb.head
    if asked is None or main.lemma_ != "be" or main.dep_ not in ("ROOT", "conj", "ccomp"):
        return None
    doc = verb.doc
    if main.i > asked.i:
        act = next((t for t in main.children if t.i > main.i and t.tag_ in ("VB", "VBG", "VBP")), None)
        return verb_acts(doc, act.i, verb_form(act)) if act is not None else None
    noun = next((t for t in main.children if t.dep_ in ("nsubj", "attr") and t.i < main.i), None)
    if noun is None:
        return None
    parts = umbrella_parts(doc, noun.left_edge.i, len(doc) - 1)
    if parts is not None:
        return noun_acts(doc, parts, trim(doc, parts, len(doc)))
    return [Act(noun.left_edge.i, verb.i, f"{bare_verb(verb)} {phrase(doc, noun.left_edge.i, noun.right_edge.i)}")]
