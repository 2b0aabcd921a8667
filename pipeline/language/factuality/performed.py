"""Wishes to say something that say it: "I would like to thank Kenya", "let me congratulate you".

Belongs here: when an infinitive below a wish, an honour or a permission is the act of speaking itself. Does not belong
here: other wishes, which are no deeds (verdict).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.resources import words

PERFORMED = words("performed")
"""Verbs of what is done by saying it."""
_WISHES = frozenset({"want", "like", "wish", "love", "let", "allow", "have", "must", "take", "seize", "use"})
_GLAD = frozenset("pleased glad happy proud delighted honored honoured grateful able thrilled privileged".split())
_OCCASIONS = frozenset(
    {"opportunity", "occasion", "moment", "pleasure", "honor", "honour", "privilege", "time", "chance"}
)
_SPEAKER = frozenset({"i", "we", "me", "us"})


def performed(verb: Token) -> bool:
    """Whether an infinitive of speaking is performed by its speaker in the first person."""
    if verb.lemma_.lower() not in PERFORMED or verb.dep_ not in ("xcomp", "ccomp", "acl", "advcl", "conj", "relcl"):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return performed(verb.head)
    above = verb.head
    if above.lemma_.lower() in _OCCASIONS:
        noun = above
        above = noun.head if noun.dep_ in ("dobj", "attr", "nsubj") else noun
        if above.lemma_ == "be" or noun.dep_ == "ROOT":
            return any(c.lower_ in ("my", "our") for c in noun.children) or noun.dep_ in ("attr", "ROOT")
    while above.lemma_ in ("take", "seize", "use") and above.head != above and above.head.lemma_ in _WISHES:
        above = above.head
    if (above.pos_ == "ADJ" and above.lemma_.lower() in _GLAD) or above.lower_ in _GLAD:
        above = above.head if above.pos_ == "ADJ" else above
        return _in_first_person(above)
    return above.lemma_.lower() in _WISHES and (_in_first_person(above) or above.lemma_ in ("let", "allow"))


def _in_first_person(verb: Token) -> bool:
    """Whether the one who wishes is who speaks, and does not deny or ask it."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not subjects and verb.dep_ == "conj":
        return _in_first_person(verb.head)
    denied = any(c.dep_ == "neg" for c in verb.children)
    return not denied and any(s.lower_ in _SPEAKER for s in subjects)
