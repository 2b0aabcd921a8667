"""The phrase that states an act: bare verb first, in the text's words.

Belongs here: putting tokens into words. Does not belong here: which tokens (acts, nouns).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.lexicon import words

_OBJECT_FORM = {"they": "them", "he": "him", "she": "her", "we": "us", "i": "me"}
_POINTING = frozenset({"this", "these", "its", "their", "all", "any", "every", "both", "such"})


def bare_verb(token: Token) -> str:
    """The base form of a verb, also of a gerund that the tagger took for a noun."""
    low = token.lower_
    if token.pos_ in ("VERB", "AUX") and not (low.endswith("ing") and token.lemma_ == low):
        return token.lemma_.lower()
    if low.endswith("ing") and len(low) > 5:
        stem = low[:-3]
        return next((c for c in (stem, stem + "e", stem[:-1]) if c in words().acts), low)
    return low


def object_follows(doc: Doc, i: int) -> bool:
    """Whether the words behind token i begin an object, so that i is a verb however it was tagged."""
    if i + 1 >= len(doc):
        return False
    after = doc[i + 1]
    nominal = after.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM")
    return nominal and after.lower_ not in ("that", "which") and after.tag_ != "VBG"


def is_act_gerund(doc: Doc, i: int) -> bool:
    """Whether token i is the gerund of an act: "training" in "training officers", not in "a training"."""
    token = doc[i]
    if token.tag_ == "VBG":
        return True
    return token.lower_.endswith("ing") and bare_verb(token) in words().acts and object_follows(doc, i)


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


def subject_span(verb: Token, who: Token) -> tuple[int, int]:
    """First and last token of the subject `who` of a passive, without the clauses that hang on it."""
    inserted = [t.left_edge.i for t in who.children if t.dep_ in ("relcl", "appos", "advcl", "acl") and t.i > who.i]
    stop = min([who.right_edge.i, verb.i - 1, *(i - 1 for i in inserted)])
    while stop > who.i and who.doc[stop].is_punct:
        stop -= 1
    return who.left_edge.i, stop


def passive_phrase(doc: Doc, verb: Token, who: Token, last: int) -> str:
    """ "the quota must be lifted at once" as "lift the quota at once", without articles."""
    start, stop = subject_span(verb, who)
    if who.pos_ == "PRON":
        thing = _OBJECT_FORM.get(who.lower_, who.lower_)
    else:
        thing = phrase(doc, start, stop)
        if doc[start].lower_ in _POINTING and not thing.startswith(doc[start].lower_):
            thing = f"{doc[start].lower_} {thing}"
    rest = doc[verb.i + 1 : last + 1].text if last > verb.i else ""
    return " ".join(f"{bare_verb(verb)} {thing} {rest}".split()).rstrip(" ,;:.")
