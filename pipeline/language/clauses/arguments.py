"""Who does what to whom, by syntax alone: logical subject, objects and prepositional phrases of a word.

Belongs here: going up and down the parse through passives, coordination, control, relative and participial clauses,
light verbs. One module, as each of these asks the others. Does not belong here: what one word and its own children
show (phrases), what is missing or was parsed wrongly (gaps).
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from pipeline.language.clauses.gaps import (
    MESSAGES,
    accompanying,
    antecedent,
    by_behind,
    captured,
    company,
    is_medium,
    misread_subject,
    planning,
    relative_object,
    shared_object,
)
from pipeline.language.clauses.model import Arguments
from pipeline.language.clauses.phrases import (
    EITHER_CONTROL,
    OBJECT_CONTROL,
    coordinated_with,
    is_passive,
    prepositions,
    with_conjuncts,
    with_quantity,
)
from pipeline.resources import words

BLAMING = words("blaming")
"""Verbs whose object is the doer of a gerund after "of" or "for" ("accused Kenya of arming rebels")."""
LIGHT = words("light")
_PERIODS = frozenset({"day", "week", "hour", "month"})
"""Nouns that say how long a happening took."""
"""Verbs that lend their subject to a noun which names the deed ("held talks", "launched an attack")."""
RECEIVE = words("receive")
"""Light verbs whose subject gets what the noun names, when a from- or of-phrase says whose deed it is."""
MEANS = frozenset({"by", "through", "including"})
"""Prepositions behind which a gerund says how the deed above was done: with the same parties."""


def arguments(token: Token) -> Arguments:
    """Logical arguments of a verb or of a noun that names a happening."""
    if token.pos_ in ("VERB", "AUX"):
        return _of_verb(token)
    if token.pos_ == "ADJ":
        return _of_adjective(token)
    return _of_noun(token)


def _of_verb(verb: Token) -> Arguments:
    out = Arguments(passive=is_passive(verb), preps=prepositions(verb))
    out.datives = [t for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP" for t in with_conjuncts(c)]
    direct = [t for c in verb.children if c.dep_ in ("dobj", "attr", "oprd") for t in with_conjuncts(c)]
    if verb.dep_ == "relcl":  # "the treaty that Kenya signed"
        direct = [verb.head if t.tag_ in ("WDT", "WP") or t.lower_ == "that" else t for t in direct]
    surface = [t for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") for t in with_conjuncts(c)]
    if captured(verb, surface):
        return replace(_of_verb_above(verb), objects=direct, preps=out.preps)
    if verb.dep_ == "relcl" and len(surface) > 1 and surface[0].tag_ in ("WDT", "WP") and not out.passive:
        direct, surface = direct or [verb.head], surface[1:]  # "a law which, he said, Kenya opposed"
    surface = [t for s in surface for t in antecedent(verb, s)] or misread_subject(verb) or _inherited(verb)
    if verb.dep_ == "pcomp" and verb.head.lower_ in MEANS and verb.head.head.pos_ == "VERB":
        for prep, heads in prepositions(verb.head.head).items():  # "worked with X by training the police"
            if prep in ("with", "together with"):
                out.preps.setdefault(prep, heads)
    if verb.dep_ == "conj" and surface and accompanying(surface[0]):
        surface = [*_inherited(verb), *surface]
    if out.passive:
        out.objects = [*surface, *direct]
        out.subjects = out.preps.pop("by", [])
    else:
        out.subjects = [*surface, *company(out.preps)] if surface else surface
        out.objects = direct or shared_object(verb) or relative_object(verb)
    return out


def _of_verb_above(word: Token) -> Arguments:
    """The subject of the nearest verb above a word, as the arguments of what goes on in its name."""
    while word.head != word:
        word = word.head
        if word.pos_ in ("VERB", "AUX"):
            return Arguments(subjects=_surface_subject(word))
    return Arguments()


def _inherited(verb: Token) -> list[Token]:
    """Subject of a verb that has none of its own, from the verb or noun it depends on."""
    head, dep = verb.head, verb.dep_
    if head == verb:
        return []
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        above = _of_verb(coordinated_with(verb))
        return (
            above.objects
            if above.passive and not is_passive(verb) and above.objects
            else (above.objects if above.passive else above.subjects)
        )
    if dep in ("xcomp", "acl", "relcl", "advcl") and planning(head):
        own = [t for c in head.children if c.dep_ == "nsubj" for t in with_conjuncts(c)]
        return own or misread_subject(head)
    if dep in ("xcomp", "ccomp") and head.pos_ in ("VERB", "AUX"):
        above = _of_verb(head)
        if head.lemma_ in OBJECT_CONTROL:
            controlled = (
                above.objects
                or above.datives
                or [t for p in ("on", "for", "to", "upon") for t in above.preps.get(p, [])]
            )
            own = above.subjects if head.lemma_ in EITHER_CONTROL else []  # "wants to join", "asked to leave"
            return controlled or (own if not above.passive else above.objects)
        return above.objects if above.passive else above.subjects
    if dep == "xcomp" and head.pos_ in ("ADJ", "NOUN"):
        return _of_adjective(head).subjects
    if (
        dep in ("acl", "relcl")
        and head.dep_ == "attr"
        and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    ):
        return _of_verb(head.head).subjects  # "was the first country to sign"
    if dep == "advcl":
        return _surface_subject(head) if head.pos_ in ("VERB", "AUX") else []
    if dep == "acl":
        if verb.tag_ == "VBG" and head.lemma_.lower() in MESSAGES and head.dep_ == "dobj" and head.head.pos_ == "VERB":
            sender = prepositions(head)
            if sender.get("from") or sender.get("by"):  # "welcomed the letter from Kenya asking for talks"
                return sender.get("from") or sender["by"]
            return _of_verb(head.head).subjects  # "sent a letter asking for help"
        if verb.tag_ == "VBG" and is_medium(head):
            return _of_verb_above(head).subjects
        if verb.tag_ in ("VBG", "VBN"):
            return with_conjuncts(head)[:1]
        return _of_noun(head).subjects or _of_noun(head).possessors
    if dep == "relcl" and not any(c.dep_ == "nsubj" for c in verb.children):
        return [head]
    if dep == "pcomp":
        return _of_gerund(head)
    return []


def _surface_subject(verb: Token) -> list[Token]:
    args = _of_verb(verb)
    return args.objects[:1] if args.passive and args.objects else args.subjects


def _of_gerund(prep: Token) -> list[Token]:
    """Subject of "by doing", "for doing": that of the governing clause, or its object after blame and praise."""
    verb = prep.head
    if verb.pos_ in ("VERB", "AUX"):
        args = _of_verb(verb)
        if verb.lemma_ in BLAMING and prep.lower_ in ("of", "for"):
            return args.objects
        return _surface_subject(verb)
    if verb.pos_ in ("NOUN", "PROPN"):
        noun = _of_noun(verb)
        return noun.subjects or noun.possessors
    if verb.pos_ == "ADJ":
        return _of_adjective(verb).subjects
    return []


def _of_adjective(adjective: Token) -> Arguments:
    out = Arguments(preps=prepositions(adjective))
    if adjective.dep_ == "acomp" and adjective.head.pos_ in ("AUX", "VERB"):
        out.subjects = _of_verb(adjective.head).subjects
    elif adjective.dep_ in ("amod", "relcl", "acl"):
        out.subjects = [adjective.head]
    return out


def _of_noun(noun: Token) -> Arguments:
    out = Arguments(preps=prepositions(noun))
    out.possessors = [t for c in noun.children if c.dep_ == "poss" for t in with_conjuncts(c)]
    out.subjects = out.preps.get("by", [])
    if not out.subjects and "of" in out.preps:
        out.subjects = by_behind(noun)
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    top = with_quantity(top)
    if top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_.lower() in _PERIODS:
        top = top.head.head  # "ended two days of talks"
    verb = top.head
    if (top.dep_ == "dobj" and verb.lemma_ in LIGHT) or (top.dep_ == "nsubjpass" and verb.lemma_ in LIGHT):
        _lend(out, verb)
    elif (
        top.dep_ == "pobj"
        and verb.head.pos_ == "VERB"
        and verb.head.lemma_ in ("engage", "participate", "involve", "enter", "take", "embark")
    ):
        _lend(out, verb.head)
    elif top.dep_ == "pobj" and verb.lower_ in ("by", "through") and verb.head.pos_ == "VERB" and not out.subjects:
        out.subjects = [
            t for t in _of_verb(verb.head).subjects if t not in (noun, top)
        ]  # "recognised it by the appointment of X"
    else:
        _lend_behind(out, noun)
    return out


def _lend_behind(out: Arguments, noun: Token) -> None:
    """What a participle behind a noun says of it: "the ban imposed by Kenya", "a suit filed by Kenya against Chile"."""
    for verb in noun.children:
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in LIGHT and is_passive(verb):
            _lend(out, verb)
            return


def _lend(out: Arguments, verb: Token) -> None:
    above = _of_verb(verb)
    out.light = verb
    givers = out.subjects or out.preps.get("from") or above.preps.get("from") or out.preps.get("of") or []
    if verb.lemma_ in RECEIVE and givers and not above.passive:
        out.recipients, out.subjects = above.subjects, givers
        return
    out.subjects = out.subjects or above.subjects
    out.datives = above.datives
    for prep, heads in above.preps.items():
        out.preps.setdefault(prep, heads)
