"""Advice by need: "A requires closer cooperation", "renewed efforts are needed", "A shows the need for reform".

Belongs here: verbs, participles and nouns of need. Does not belong here: "X needs to do" (modals).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.ends import act_end, trim
from pipeline.coding.recommendations.acts.forms import first_aux
from pipeline.coding.recommendations.acts.nouns import acts_from, head_noun, is_act_noun, noun_acts
from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.addressees.classes import may_act, names_somebody
from pipeline.coding.recommendations.lexicon import Frame, words
from pipeline.coding.recommendations.model import Act, Advice, one_or_none
from pipeline.coding.recommendations.sentence import clause, statement
from pipeline.language.model import ParsedSentence

_NO_SUBJECTS = frozenset({"which", "that", "who", "none", "nothing", "neither", "nobody"})
"""Subjects of relative clauses, and of those that deny the need."""


def require(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "Doing A requires B" and "threats require B" call for B; "X requires support in A" calls for it from others."""
    for verb in sentence.doc:
        wanted = _wanted(verb, frame)
        told = _told_to(sentence, frame, verb, wanted) if wanted is not None else None
        if told is not None:
            yield told
            continue
        if wanted is None or not any(is_act_noun(t) for t in (wanted, *wanted.conjuncts)):
            continue
        who = clause.verbal_subject(verb) or clause.subject(verb)
        if who is not None and (who.lower_ in _NO_SUBJECTS or _share(who) or _demands(verb, who)):
            continue
        needy = who if who is not None and names_somebody(who) else None
        if needy is not None and wanted.lemma_.lower() in ("approach", "law", "policy"):
            continue
        yield _requirement(sentence, frame, verb, wanted, who, needy)


def _told_to(sentence: ParsedSentence, frame: Frame, verb: Token, wanted: Token) -> Advice | None:
    """ "That will require X to do A", said of a plan or a goal, not of a law or an actor."""
    who = clause.subject(verb)
    doc = sentence.doc
    to = next((t.i for t in doc[wanted.i + 1 : wanted.right_edge.i + 4] if t.tag_ == "TO"), len(doc))
    act = next((t for t in verb.children if t.tag_ == "VB" and t.i > wanted.i), None)
    if verb.lemma_ not in ("require", "need") or to + 1 >= len(doc) or act is None or not may_act(wanted):
        return None
    if who is None or not (who.lower_ in ("this", "that", "it", "all") or who.tag_ == "VBG"):
        return None
    return Advice(sentence, frame, verb_acts(doc, act.i, "bare"), who=(wanted,), anchor=(verb.i,))


def _requirement(
    sentence: ParsedSentence, frame: Frame, verb: Token, wanted: Token, who: Token | None, needy: Token | None
) -> Advice:
    doc = sentence.doc
    acts = _parts(doc, wanted) if needy is not None else [a for a in acts_from(wanted) if _is_act(doc, a)]
    giver = _giver(wanted) if needy is not None else None
    states = who is not None and who.i < verb.i and not statement.is_supposed(verb)
    return Advice(
        sentence,
        frame,
        acts,
        who=one_or_none(giver),
        carry="said" if needy is None else "heading",
        anchor=(who.i if states and who is not None else verb.i,),
        helped=needy,
        topic=[t for t in who.subtree if t.i < verb.i] if who is not None and needy is None else [],
    )


def _is_act(doc: Doc, act: Act) -> bool:
    noun = head_noun(doc, act.first, act.last + 1)
    return noun is not None and is_act_noun(noun)


def _wanted(verb: Token, frame: Frame) -> Token | None:
    """What a present verb of the frame asks for."""
    doc = verb.doc
    calls = verb.lemma_ == "call" and verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ == "for"
    if verb.pos_ != "VERB" or (verb.lemma_.lower() not in frame.words and not calls):
        return None
    if verb.tag_ not in ("VBZ", "VBP", "VBG", "VB"):
        return None
    if verb.tag_ != "VBG" and (
        not statement.is_present(verb) or statement.is_supposed(verb) or statement.is_negated(verb, verb.i, verb.i)
    ):
        return None
    if calls:
        return clause.child(doc[verb.i + 1], "pobj")
    return next((t for t in verb.children if t.dep_ == "dobj" and t.i > verb.i), None)


def _demands(verb: Token, who: Token) -> bool:
    """Somebody who demands or calls for a thing makes a request, which is an event."""
    return verb.lemma_.lower() in ("demand", "call") and may_act(who)


def _share(who: Token) -> bool:
    """ "Three in four farmers need aid" counts those in need."""
    return any(t.like_num and t.lower_ != "two" for t in who.subtree)


def _parts(doc: Doc, wanted: Token) -> list[Act]:
    """ "support in A, including B and C" as B and C; a part that is no act itself is "support in B"."""
    last = trim(doc, wanted.i, act_end(doc, wanted.i, len(doc)))
    inside = next(
        (i + 1 for i in range(wanted.i, last) if doc[i].lower_ in ("including", "particularly", "notably")), None
    )
    if inside is None:
        return noun_acts(doc, wanted.left_edge.i, last)
    acts = []
    for act in noun_acts(doc, inside, last):
        bare = not _is_act(doc, act)
        acts.append(Act(act.first, act.last, f"{wanted.lower_} in {act.text}") if bare else act)
    return acts


def _giver(wanted: Token) -> Token | None:
    return clause.object_of(wanted, "from")


def needed(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "Renewed efforts are needed"."""
    doc = sentence.doc
    for token in doc:
        if token.lower_ not in frame.words or token.tag_ not in ("VBN", "VBD", "JJ"):
            continue
        main = token if token.tag_ in ("VBN", "VBD") else clause.governing_verb(token)
        who = next((t for t in main.children if t.dep_ in ("nsubj", "nsubjpass") and t.i < token.i), None)
        if who is None or who.pos_ != "NOUN" or not _calls_for(who) or not statement.is_present(main):
            continue
        supposed = statement.is_supposed(main) and main.dep_ != "advcl"
        if supposed or statement.is_negated(main, who.i, token.i) or any(t.lower_ == "no" for t in who.children):
            continue
        last = trim(doc, who.i, min(first_aux(main), who.right_edge.i + 1))
        acts = noun_acts(doc, who.left_edge.i, last)
        yield Advice(sentence, frame, acts, carry="said", anchor=(token.i,))


def _calls_for(who: Token) -> bool:
    """An act, or more of a thing that is not counted."""
    more = any(t.lower_ in ("more", "better") and t.dep_ == "amod" for t in who.children)
    return is_act_noun(who) or (more and not any(t.like_num or t.lower_ == "than" for t in who.subtree))


def need_noun(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "The crisis has shown the need for reform", "there is a need to act"."""
    doc = sentence.doc
    for noun in doc:
        if noun.lemma_.lower() not in frame.words or noun.pos_ != "NOUN" or not _is_shown(noun):
            continue
        verb = next(
            (t for t in noun.children if t.dep_ in ("acl", "relcl", "advcl") and t.tag_ == "VB" and t.i > noun.i), None
        )
        wanted = clause.object_of(noun, "for")
        if verb is not None:
            who = clause.subject(verb)
            who_acts = (who,) if who is not None and noun.i < who.i < verb.i else ()
            yield Advice(sentence, frame, verb_acts(doc, verb.i, "bare"), who=who_acts, carry="said", anchor=(noun.i,))
        elif wanted is not None and is_act_noun(wanted):
            yield Advice(sentence, frame, acts_from(wanted), carry="about", anchor=(noun.i,))


def _is_shown(noun: Token) -> bool:
    """Whether a thing shows the need now; a need that an actor states or feels is that actor's."""
    main = clause.governing_verb(noun)
    who = clause.subject(main)
    if main.lemma_ not in words().showing or who is None or who.pos_ == "PROPN" or statement.is_supposed(main):
        return False
    past = main.tag_ == "VBD" or any(t.tag_ == "VBD" for t in main.children if t.dep_ == "aux")
    return not past and not any(t.lower_ in ("no", "little") for t in noun.children)
