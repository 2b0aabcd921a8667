"""Which date of a sentence belongs to which happening.

Belongs here: the order in which dates are tried (codebook, section 7). Does not belong here: how syntax ties a date to
a word (reach), dates in front of a clause (fronted) or of an occasion (occasions), which dates there are (found).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.dating.found import Tied
from pipeline.coding.dating.fronted import is_cleft, is_shielded, of_another_clause, of_when_clause
from pipeline.coding.dating.journeys import of_journey
from pipeline.coding.dating.occasions import is_occasion, of_occasion, setting_of
from pipeline.coding.dating.reach import covers_both, is_deadline, is_of_now, reaches, up_to_now


def tie(token: Token, anchor: Token, dates: list[Tied], matched: frozenset[int]) -> Tied | None:
    """The date that the sentence ties to the happening named by `token` (carried by the verb `anchor`).

    matched: tokens that name other happenings; a date that one of them governs is not taken over from it.
    """
    named = [d for d in dates if d.attributive and (d.governor == token or is_occasion(d.governor, token))]
    if named:
        return named[0]
    plain = [d for d in dates if not d.attributive]
    when = of_when_clause(token, anchor, plain)
    if when is not None:
        return when
    own = [d for d in plain if d.governor is not None and not d.fronted and reaches(d.governor, token, anchor, matched)]
    opening = any(d.fronted and not is_shielded(token) for d in plain)
    own = [d for d in own if not (opening and _names_thing(d, token)) and not is_deadline(d, token, anchor)]
    if own:
        return min(own, key=lambda d: (abs(d.first - token.i), d.first))
    for date in plain:
        if of_another_clause(date, token, plain) or is_of_now(date, anchor):
            continue
        if (date.fronted or is_cleft(date)) and not is_shielded(token):
            return date
    shared = [d for d in plain if d.governor is not None and not d.fronted and covers_both(d.governor, anchor)]
    if shared:
        return shared[0]
    during = [d for d in plain if d.governor is not None and setting_of(token) == d.governor]
    if during:
        return during[0]
    journey = of_journey(anchor, plain)
    if journey is not None:
        return journey
    settled = next((d for d in plain if of_occasion(d, anchor) or up_to_now(d, anchor)), None)
    return settled or _beside(token, plain, matched)


def _names_thing(date: Tied, token: Token) -> bool:
    """Whether a date says which thing a noun means: "signed a protocol to the Convention of 2011"."""
    noun = date.governor
    return noun is not None and noun != token and noun.pos_ in ("NOUN", "PROPN") and date.expression.lead == "of"


def _beside(token: Token, plain: list[Tied], matched: frozenset[int]) -> Tied | None:
    """The date right behind the words of a deed, whatever the parser hangs it on: "presented his credentials to the
    king, lord of Oslo, on 3 May". No other verb, happening or clause may lie between."""
    if token.pos_ != "VERB" or token.tag_ == "VBG":
        return None
    behind = [d for d in plain if d.first > token.i and d.expression.lead in ("on", "in") and not d.fronted]
    if not behind:
        return None
    between = token.doc[token.i + 1 : behind[0].first]
    barred = any(
        t.i in matched or t.pos_ in ("VERB", "AUX", "SCONJ") or t.tag_ in ("WP", "WDT", "WRB") or t.text in ";:()"
        for t in between
    )
    return None if barred else behind[0]
