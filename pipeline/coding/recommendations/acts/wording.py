"""The phrase that states an act: bare verb first, in the text's words.

Belongs here: putting tokens into words. Does not belong here: which tokens (verbs, nouns).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.coding.recommendations.acts.forms import bare_verb, is_act_gerund
from pipeline.coding.recommendations.lexicon import words


def phrase(doc: Doc, first: int, last: int) -> str:
    """The words first..last with the leading verb bare and no leading capital, article or punctuation."""
    nominal = doc[first].lower_ in ("a", "an", "the")
    while first < last and (doc[first].lower_ in ("a", "an", "the") or doc[first].is_punct):
        first += 1
    head = doc[first]
    rest = doc[first + 1 : last + 1].text if last > first else ""
    opening = head.lower_ if nominal and head.lower_.endswith("ing") else _first_word(doc, first)
    return " ".join((opening + head.whitespace_ + rest).split()).rstrip(" ,;:.")


def _first_word(doc: Doc, first: int) -> str:
    head = doc[first]
    if is_act_gerund(doc, first) or head.tag_ in ("VBZ", "VBD"):
        return bare_verb(head)
    named = (head.pos_ == "PROPN" or head.ent_type_ == "NORP") and head.lower_ not in words().acts | words().act_nouns
    acronym = head.text.isupper() and len(head) > 1
    return head.text if named or acronym else head.text.lower()


def verb_phrase(doc: Doc, first: int, last: int) -> str:
    """The phrase of an act that begins with its verb, which an item or a cell may print with a capital."""
    text = phrase(doc, first, last)
    return text if doc[first].text.isupper() else text[:1].lower() + text[1:]
