"""Whether a date lies ahead: what its clause says is still to come, so that "in May" is the next one.

Belongs here: reading tense and plans around a date. Does not belong here: which year that makes
(pipeline.language.dates).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.language.dates import DateExpression
from pipeline.language.factuality import PLANS, to_come

SET = frozenset({"due", "scheduled", "set", "slated", "expected", "planned", "bound", "ready"})
"""Words that, with a form of "be", put an infinitive or a date into the future."""
PRESENT = frozenset({"is", "are", "am", "'s", "'re", "'m"})


def ahead(doc: Doc, expression: DateExpression) -> bool:
    """Whether the clause around a date tells what is to come, seen from the present ("will meet on Friday"). What was
    to come then ("would meet on Friday") is none of these."""
    span = doc.char_span(expression.char_start, expression.char_end, alignment_mode="expand")
    if span is None:
        return False
    word = span.root
    while word.head != word:
        word = word.head
        if word.pos_ in ("VERB", "AUX"):
            return _future(word)
        if word.pos_ in ("NOUN", "ADJ") and _planned(word):
            return True
    return word.pos_ in ("VERB", "AUX") and _future(word)


def _future(verb: Token) -> bool:
    """Whether a verb, or the plan that it completes, lies ahead."""
    if to_come(verb) or _planned(verb):
        return True
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if "to" in helpers and helpers & PRESENT:  # "is to receive"
        return True
    if verb.lower_ in PRESENT and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.children):
        return True  # the same, read as "is" with a complement
    if "to" not in helpers or verb.head == verb:
        return verb.lemma_ in PLANS and verb.tag_ in ("VBP", "VBZ")
    over = verb.head
    return _planned(over) or (over.lemma_ == "be" and over.lower_ in PRESENT) or _plans(over)


def _plans(verb: Token) -> bool:
    """ "intends to", "are planning to": a plan of the present."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.lemma_ in PLANS and (verb.tag_ in ("VBP", "VBZ") or bool(helpers & PRESENT))


def _planned(word: Token) -> bool:
    """ "is due in May", "is scheduled for May", "a summit set for May"."""
    if word.lower_ not in SET:
        return False
    helpers = {c.lower_ for c in word.children if c.dep_ in ("aux", "auxpass")}
    return bool(helpers & PRESENT) or word.head.lower_ in PRESENT or word.dep_ == "acl"
