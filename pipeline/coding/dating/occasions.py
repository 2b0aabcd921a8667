"""Dates of an occasion, which date what was done, said or suffered at it: "criticised the law in a 2012 interview".

Belongs here: nouns of occasions and verbs that only say that they were. Does not belong here: dates of the deed itself
(reach).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.dating.found import SPOKEN, Tied

_OCCASIONS = SPOKEN | frozenset(
    "election referendum poll primary games olympics congress forum assembly talks exhibition parade contest".split()
)
"""Occasions whose year dates what happens at them ("won a term in the 1999 election")."""
_ATTEND = frozenset(
    "attend boycott host win lose elect reelect defeat contest observe skip disrupt chair open join monitor rig".split()
)
"""Verbs for what is done about an occasion when it takes place ("boycotted the 1976 games")."""
_HAPPEN = frozenset({"happen", "occur", "take", "hold", "follow"})
"""Verbs that only say of an occasion that it was ("took place", "held on 3 May")."""


def is_occasion(noun: Token | None, token: Token) -> bool:
    """Whether a dated noun is the occasion of a deed: "criticised the law in a 2012 interview", "boycotted the 1976
    games"."""
    if noun is None or not {noun.lemma_.lower(), noun.lower_} & _OCCASIONS:
        return False
    if noun.dep_ == "dobj":
        return noun.head == token and token.lemma_ in _ATTEND
    if noun.lemma_ not in SPOKEN and token.lemma_ not in _ATTEND:
        return False  # "backs X in the 2020 election" may be said before
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "at", "during"):
        return False
    return next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None) == token


def of_occasion(date: Tied, anchor: Token) -> bool:
    """ "were killed in a bombing that took place on 3 May": what happened in it happened then."""
    happened = date.governor
    if happened is None or happened.dep_ not in ("relcl", "acl") or happened.lemma_ not in _HAPPEN:
        return False
    occasion = happened.head
    return occasion.dep_ == "pobj" and occasion.head.lower_ in ("in", "during", "at") and occasion.head.head == anchor


def setting_of(noun: Token) -> Token | None:
    """The verb of the clause that happened during or by what the noun names ("signed on 3 May during a visit",
    "recognised Chile on 3 May by the appointment of a consul")."""
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or noun.head.lower_ not in ("during", "amid", "throughout", "by"):
        return None
    return next((a for a in noun.head.ancestors if a.pos_ in ("VERB", "AUX")), None)
