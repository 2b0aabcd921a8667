"""Which date of a sentence belongs to which happening.

Belongs here: tying by syntax (codebook, section 7). Does not belong here: which dates there are and what governs them
(found).
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from pipeline.coding.dating.found import SPOKEN, Tied
from pipeline.language.dates import DateExpression
from pipeline.language.factuality import REPORTS

STANCES = frozenset(
    "oppose support condemn reject welcome regret deplore back endorse recognise recognize want demand refuse deny "
    "accept condone criticise criticize favour favor be stand".split()
)
"""Verbs for what is thought or felt at the time of saying so."""

HAPPEN = frozenset({"happen", "occur", "take", "hold", "follow"})
"""Verbs that only say of an occasion that it was ("took place", "held on 3 May")."""


def tie(token: Token, anchor: Token, dates: list[Tied], matched: frozenset[int]) -> Tied | None:
    """The date that the sentence ties to the happening named by `token` (carried by the verb `anchor`).

    matched: tokens that name other happenings; a date that one of them governs is not taken over from it.
    """
    named = [d for d in dates if d.attributive and (d.governor == token or _occasion(d.governor, token))]
    if named:
        return named[0]
    plain = [d for d in dates if not d.attributive]
    when = _when(token, anchor, plain)
    if when is not None:
        return when
    own = [
        d for d in plain if d.governor is not None and not d.fronted and _reaches(d.governor, token, anchor, matched)
    ]
    if own:
        return min(own, key=lambda d: (abs(d.first - token.i), d.first))
    for date in plain:
        if _of_another(date, token, plain):
            continue
        if (date.fronted or _cleft(date)) and not _shielded(token, date):
            return date
    shared = [d for d in plain if d.governor is not None and not d.fronted and _coordinated(d.governor, token, anchor)]
    if shared:
        return shared[0]
    during = [d for d in plain if d.governor is not None and _setting(token) == d.governor]
    if during:
        return during[0]
    settled = next((d for d in plain if _of_occasion(d, anchor) or _up_to_now(d, anchor)), None)
    return settled or _beside(token, anchor, plain, matched)


def _beside(token: Token, anchor: Token, plain: list[Tied], matched: frozenset[int]) -> Tied | None:
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


def _of_occasion(date: Tied, anchor: Token) -> bool:
    """ "were killed in a bombing that took place on 3 May": what happened in it happened then."""
    happened = date.governor
    if happened is None or happened.dep_ not in ("relcl", "acl") or happened.lemma_ not in HAPPEN:
        return False
    occasion = happened.head
    return occasion.dep_ == "pobj" and occasion.head.lower_ in ("in", "during", "at") and occasion.head.head == anchor


def _up_to_now(date: Tied, anchor: Token) -> bool:
    """ "has given aid to clinics in the north since 2002": with a perfect, "since" dates the main verb."""
    if date.expression.kind != "since" or date.first < anchor.i or date.governor is None:
        return False
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have", "'ve") for c in anchor.children)
    return perfect and anchor in list(date.governor.ancestors)


def _setting(noun: Token) -> Token | None:
    """The verb of the clause that happened during or by what the noun names ("signed on 3 May during a visit",
    "recognised Chile on 3 May by the appointment of a consul")."""
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or noun.head.lower_ not in ("during", "amid", "throughout", "by"):
        return None
    return next((a for a in noun.head.ancestors if a.pos_ in ("VERB", "AUX")), None)


def _of_another(date: Tied, token: Token, plain: list[Tied]) -> bool:
    """Whether another clause with a date in front of it lies between a fronted date and the happening: "In 2004 X left
    and in 2006 Y began to ..."."""
    later = [d for d in plain if d.first > date.last and d.last < token.i and d.governor is not None]
    return any(
        d.governor.dep_ == "conj" and d.last < d.governor.i and (d.governor == token or d.governor in token.ancestors)
        for d in later
        if d.governor is not None
    )


def _at_point(expression: DateExpression) -> DateExpression:
    """ "until May 1910, when X left": the clause is dated May 1910, not the time until then."""
    return replace(expression, edtf=expression.point or expression.edtf)


def _occasion(noun: Token | None, token: Token) -> bool:
    """Whether a dated noun is the occasion of a deed: "criticised the law in a 2012 interview"."""
    if (
        noun is None
        or noun.lemma_ not in SPOKEN
        or noun.dep_ != "pobj"
        or noun.head.lower_ not in ("in", "at", "during")
    ):
        return False
    return next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None) == token


def _cleft(date: Tied) -> bool:
    """ "It was not until May 1910 that ...": the date covers the clause."""
    verb = date.governor
    return verb is not None and verb.lemma_ == "be" and any(c.lower_ == "it" and c.i < verb.i for c in verb.children)


def _when(token: Token, anchor: Token, dates: list[Tied]) -> Tied | None:
    """ "on 3 May 1920, when X presented ...": the clause takes the date before "when"; and a main clause without a date
    of its own takes the one of its when-clause."""
    for clause in [anchor, *anchor.ancestors]:
        marks = [c for c in clause.children if c.lower_ == "when" and c.dep_ in ("advmod", "mark")]
        if marks:
            gap = [d for d in dates if 0 < marks[0].i - d.last <= 2]
            if gap:
                return Tied(_at_point(gap[0].expression), gap[0].first, gap[0].last, gap[0].governor, False)
        if clause.dep_ in ("ROOT", "relcl", "advcl") or (
            clause.dep_ == "conj" and any(d.governor == clause for d in dates)
        ):
            break
    clauses = [c for c in anchor.children if c.dep_ == "advcl" and any(m.lower_ == "when" for m in c.children)]
    if clauses and token.pos_ == "VERB" and not any(d.governor == anchor or d.fronted for d in dates):
        inner = [
            d
            for d in dates
            if d.governor is not None and (d.governor == clauses[0] or clauses[0] in list(d.governor.ancestors))
        ]
        return inner[-1] if inner else None
    return None


def _reaches(governor: Token, token: Token, anchor: Token, matched: frozenset[int]) -> bool:
    if governor in (token, anchor):
        return True
    word = governor
    if token.pos_ in ("NOUN", "PROPN"):
        while (
            word.dep_ in ("pobj", "prep", "compound", "appos", "poss", "amod") and word.head != word
        ):  # "the removal of X in May"
            word = word.head
            if word == token:
                return True
            if word.i in matched:
                return False
        verb = token
        while (
            verb.pos_ in ("NOUN", "PROPN", "ADP")
            and verb.head != verb
            and verb.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "prep", "conj")
        ):
            verb = verb.head
        carried = verb.pos_ in ("VERB", "AUX") and token.dep_ in ("nsubj", "nsubjpass", "dobj")
        return carried and ((governor == verb and verb.i not in matched) or _under(verb, governor, matched))
    while (
        word.pos_ in ("NOUN", "PROPN", "ADP", "PRON", "ADJ", "NUM") and word.head != word
    ):  # an object, place or party of the verb
        if word.i in matched and not (word.dep_ == "pobj" and word.head.lower_ in ("by", "through", "with")):
            return False
        word = word.head
        if word in (token, anchor):
            return True
    if word.pos_ in ("VERB", "AUX") and word.i not in matched:  # an infinitive or light complement of the verb
        while word.dep_ in ("xcomp", "pcomp", "prep") and word.head != word:
            word = word.head
            if word in (token, anchor):
                return True
    return _under(anchor, governor, matched)


def _under(anchor: Token, governor: Token, matched: frozenset[int]) -> bool:
    """A date on the governing verb also dates a complement that shares its time ("began deploying on Monday")."""
    word = anchor
    while word.dep_ in ("xcomp", "pcomp", "prep") and word.head != word:
        word = word.head
        if word == governor:
            return word.i not in matched
    return word.dep_ == "ccomp" and word.head == governor and governor.lemma_ in REPORTS and _of_its_time(word)


def _of_its_time(verb: Token) -> bool:
    """Whether a reported clause shares the time of the report ("declared in 2007 that it opposed the war"): not what
    had happened before, and not what would follow."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.lemma_ in STANCES and not helpers & {"had", "has", "have", "will", "would"}


def _coordinated(governor: Token, token: Token, anchor: Token) -> bool:
    """A date behind the first of two coordinated verbs covers both, and so does one behind both."""
    word = anchor
    while word.dep_ == "conj":
        word = word.head
        if word == governor:
            return not _other_subject(anchor)
    behind = [c for c in anchor.children if c.dep_ == "conj" and c == governor]
    return any(not _other_subject(verb) for verb in behind)


def _other_subject(verb: Token) -> bool:
    """Whether a coordinated verb has a subject of its own; a pronoun takes up the first one."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.pos_ != "PRON" for c in verb.children)


def _shielded(token: Token, date: Tied) -> bool:
    """Whether the happening stands in an "after ..." or "following ..." part that a fronted date does not reach."""
    word = token
    while word.head != word:
        if word.dep_ in ("advcl", "pobj", "pcomp", "prep"):
            lead = (
                word.lower_
                if word.dep_ == "prep"
                else next(
                    (
                        c.lower_
                        for c in word.children
                        if c.dep_ in ("mark", "advmod") or (c.dep_ == "prep" and c.i < word.i)
                    ),
                    "",
                )
            )
            if lead in ("after", "following", "since", "because", "once", "despite"):
                return True
        if word.dep_ == "relcl" and any(c.dep_ == "aux" and c.lower_ in ("had", "has", "have") for c in word.children):
            return True
        if word.dep_ in ("amod", "poss", "compound") and word == token and word.pos_ == "VERB":
            return True
        word = word.head
    return False
