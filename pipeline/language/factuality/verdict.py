"""The factuality of a clause or phrase, passed down from the words above it.

Belongs here: what a governing verb, noun or preposition does to what it governs. One module, as clauses and phrases
stand in each other. Does not belong here: what a word's own children show (marks), the words that pass on, weaken or
cancel (words).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.language.clauses import coordinated_with
from pipeline.language.clauses.gaps import planning
from pipeline.language.factuality.marks import auxiliaries, is_to, modified, negated, owned, tense
from pipeline.language.factuality.performed import performed
from pipeline.language.factuality.words import (
    ALLEGED,
    ALLEGES,
    ANNOUNCED,
    CANCELS,
    CONDITIONAL,
    FACT,
    FACTIVE_PREPOSITIONS,
    FUTURE,
    HYPOTHETICAL_NOUNS,
    MODALS,
    NONE,
    PASSES,
    PLANS,
    REPORTS,
    Factuality,
)

MAX_DEPTH = 12
"""How many governing words a verdict is passed down from; a happening above that depth stands."""

_PROMISES = frozenset("agree promise pledge decide vow".split())
"""Verbs besides reports whose "would" tells a deed to come."""
_COMING = frozenset("set due ready likely scheduled".split())
"""Adjectives whose infinitive is a deed to come."""
_SUSPICIONS = frozenset("suspect accusation allegation blame".split())
"""Words besides ALLEGES that allege the deed behind "of" or "for"."""
_PUNISHMENTS = frozenset("sentence convict arrest jail fine punish charge".split())
"""Verbs whose deed is the punishment, not what it is for."""
_AIMS = frozenset("call ask push press appeal wait prepare aim hope look".split())
"""Verbs with a preposition whose object is wanted or awaited."""
_OF_WHAT_IS = frozenset("oppose deny refuse fail discuss examine".split())
"""Verbs of CANCELS whose object, as a noun, may well have happened."""


def factuality(token: Token) -> Factuality:
    """The factuality of the clause or phrase whose head is `token`."""
    if token.doc[-1].text == "?" or (len(token.doc) > 1 and token.doc[-2].text == "?"):
        return Factuality(NONE, "question")
    return _verb(token) if token.pos_ in ("VERB", "AUX") else _noun(token)


def _verb(verb: Token, depth: int = 0) -> Factuality:
    if depth > MAX_DEPTH:
        return Factuality(FACT)
    if negated(verb):
        if any(c.lower_ == "until" for c in verb.children):  # "did not open until May": it opened in May
            return Factuality(FACT)
        return Factuality(NONE, "negated")
    if performed(verb):
        return Factuality(FACT)
    helpers = auxiliaries(verb)
    if _inverted(verb):
        return Factuality(NONE, "hypothetical")
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
    if marks & CONDITIONAL and verb.dep_ in ("advcl", "ccomp", "conj", "acl"):
        return Factuality(NONE, "conditional")
    if helpers & FUTURE:
        return _above(verb, Factuality(ANNOUNCED), depth)
    if "would" in helpers:
        above = _above(verb, Factuality(FACT), depth)
        reported = verb.dep_ == "ccomp" and verb.head.lemma_ in REPORTS | _PROMISES
        inserted = [c for c in verb.children if c.dep_ in ("parataxis", "ccomp") and c.lemma_ in REPORTS]
        if inserted:  # "Kenya, he said, would sign"
            return Factuality(ANNOUNCED, speaker=next((c for c in inserted[0].children if c.dep_ == "nsubj"), None))
        if reported and above.status:
            return Factuality(ANNOUNCED, speaker=above.speaker)
        return Factuality(NONE, "hypothetical")
    if helpers & MODALS:
        return Factuality(NONE, "hypothetical")
    if any(c.lower_ == "if" and c.dep_ == "mark" for c in verb.children):
        return Factuality(NONE, "conditional")
    return _above(verb, Factuality(tense(verb, helpers)), depth)


def _inverted(verb: Token) -> bool:
    """ "be it an attack or a storm": a case that is only named."""
    bare = verb.lower_ == "be" and not auxiliaries(verb)
    return bare and any(c.dep_ == "nsubj" and c.i > verb.i for c in verb.children)


def _above(verb: Token, own: Factuality, depth: int) -> Factuality:
    """What the governing word makes of a clause."""
    head, dep = verb.head, verb.dep_
    if _inverted(head) and verb.i < head.i:
        return own  # the main clause, which the parser hangs below its afterthought
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if head == verb or _apart(verb):
        return own
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        head = coordinated_with(verb)
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) and head.dep_ == "ROOT":
            return own
        above = _verb(head, depth + 1)
        if above.status and own.status == ANNOUNCED:
            return own
        return above if above.status in (None, ANNOUNCED, ALLEGED) and above.reason != "negated" else own
    if infinitive and planning(head):  # "the union plans to send troops", where "plans" is read as a noun
        return Factuality(ANNOUNCED)
    if dep in ("xcomp", "ccomp", "oprd", "dobj") and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        return _complement(verb, own, infinitive, depth)
    if dep == "advcl" and infinitive:
        return Factuality(NONE, "purpose")
    if dep in ("acl", "relcl") and infinitive:
        ranked = any(c.lower_ in ("first", "last", "only", "latest", "second", "third", "next") for c in head.children)
        if ranked:  # "was the first country to sign"
            return own
        deed = head.lemma_.lower() in ("decision", "move", "vote", "agreement")
        return _noun(head, depth + 1) if deed else Factuality(NONE, "purpose")
    if dep == "pcomp":
        return _gerund(verb, own, depth)
    return own


def _apart(verb: Token) -> bool:
    """Whether a semicolon stands between a clause and the later one that the parser hangs it below: each stands for
    itself."""
    return verb.dep_ in ("ccomp", "advcl") and any(t.text == ";" for t in verb.doc[verb.i : verb.head.i])


def _complement(verb: Token, own: Factuality, infinitive: bool, depth: int) -> Factuality:
    """What a verb or adjective makes of the clause that completes it."""
    head = verb.head
    lemma = head.lemma_.lower()
    above = _verb(head, depth + 1) if head.pos_ in ("VERB", "AUX") else Factuality(FACT)
    speaker = next((c for c in head.children if c.dep_ == "nsubj"), None)
    if verb.dep_ == "ccomp" and lemma in REPORTS and not infinitive:
        said = above.status is not None or owned(head, speaker)
        return Factuality(own.status, own.reason, speaker) if said else Factuality(NONE, "reported")
    if verb.dep_ == "ccomp" and lemma in ALLEGES and not infinitive:
        return Factuality(ALLEGED if own.status else NONE, own.reason, speaker)
    if above.status is None:
        return above
    if lemma == "be" and infinitive and verb.dep_ == "xcomp":  # "is to visit", but "the goal is to visit"
        return Factuality(ANNOUNCED) if is_to(verb, speaker) else Factuality(NONE, "embedded")
    if lemma in PASSES:
        return Factuality(above.status)
    if lemma in PLANS and infinitive:
        return Factuality(ANNOUNCED)
    if lemma in CANCELS:
        return Factuality(NONE, "embedded")
    if head.pos_ == "ADJ":
        if not infinitive:
            return own
        return Factuality(ANNOUNCED) if lemma in _COMING else Factuality(NONE, "embedded")
    if infinitive:
        return Factuality(NONE, "embedded")
    return own if above.status != ANNOUNCED else above


def _gerund(verb: Token, own: Factuality, depth: int) -> Factuality:
    """What a preposition, and the word before it, make of the gerund behind it: "accused of selling"."""
    prep = verb.head
    word, governor = prep.lower_, prep.head
    if word in ("without", "against", "instead", "than"):
        return Factuality(NONE, "negated")
    if governor.lemma_ in ALLEGES | _SUSPICIONS and word in ("of", "for"):
        return Factuality(ALLEGED)
    if governor.lemma_ in _PUNISHMENTS and word in ("for", "of", "with"):
        return Factuality(NONE, "embedded")
    if governor.lemma_ in CANCELS and word in ("from", "of", "to", "about", "against"):
        return Factuality(NONE, "embedded")
    if governor.lemma_ == "look" and word == "to":  # "looks forward to working together"
        return Factuality(NONE, "embedded")
    if governor.lemma_ in PLANS and word in ("to", "on"):  # "committed to opening"
        above = _verb(governor, depth + 1)
        return Factuality(ANNOUNCED, speaker=above.speaker) if above.status else above
    if governor.pos_ == "NOUN" and governor.lemma_.lower() in HYPOTHETICAL_NOUNS:
        return Factuality(NONE, "embedded")
    above = _verb(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else Factuality(FACT)
    return above if above.status in (None, ANNOUNCED) else own


def _noun(noun: Token, depth: int = 0) -> Factuality:
    """A noun that names a happening shares the factuality of the clause it stands in, unless a preposition of time
    or cause presents it as given ("after the attack")."""
    if depth > MAX_DEPTH:
        return Factuality(FACT)
    own = modified(noun)
    if own is not None:
        return own
    head, dep = noun.head, noun.dep_
    if head == noun:
        return Factuality(FACT)
    if dep == "pobj":
        return _under_preposition(noun, depth)
    if dep in ("conj", "appos") and head.pos_ in ("NOUN", "PROPN"):
        return _noun(head, depth + 1)
    if dep in ("poss", "compound", "amod", "nmod"):
        return Factuality(FACT)
    if head.pos_ in ("VERB", "AUX"):
        above = _verb(head, depth + 1)
        if head.lemma_ in CANCELS - _OF_WHAT_IS and dep == "dobj":
            return Factuality(NONE, "embedded")
        return Factuality(FACT if above.status == "ongoing" else above.status, above.reason, above.speaker)
    return Factuality(FACT)


def _under_preposition(noun: Token, depth: int) -> Factuality:
    """What a preposition, and the word before it, make of a noun: "without a vote", "called for talks"."""
    prep = noun.head
    governor = prep.head
    if prep.lower_ in ("without", "against", "instead"):
        return Factuality(FACT if prep.lower_ == "against" else NONE, "negated")
    if prep.lower_ in FACTIVE_PREPOSITIONS:
        return Factuality(FACT)
    if governor.pos_ == "NOUN" and governor.lemma_.lower() in HYPOTHETICAL_NOUNS and prep.lower_ in ("of", "for", "to"):
        return Factuality(NONE, "embedded")
    if governor.pos_ in ("VERB", "AUX"):
        above = _verb(governor, depth + 1)
        if governor.lemma_ in _AIMS and prep.lower_ in ("for", "at", "to"):
            return Factuality(NONE, "embedded")
        return Factuality(FACT if above.status == "ongoing" else above.status, above.reason)
    if governor.pos_ in ("NOUN", "PROPN"):
        return _noun(governor, depth + 1)
    return Factuality(FACT)
