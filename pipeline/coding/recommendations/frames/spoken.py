"""Advice by its own verb: "the panel recommends that X do A", "we argue for A".

Belongs here: verbs of advising and favouring. Does not belong here: demands of actors, which are events, imperatives
(commands).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.forms import Form, verb_form
from pipeline.coding.recommendations.acts.nouns import acts_from, is_act_noun
from pipeline.coding.recommendations.acts.subjects import is_wanted
from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.addressees.classes import may_act
from pipeline.coding.recommendations.lexicon import Frame, words
from pipeline.coding.recommendations.model import Act, Advice, one_or_none
from pipeline.coding.recommendations.sentence import clause, statement
from pipeline.language.model import ParsedSentence

_COUNSEL = frozenset({"recommend", "advise", "counsel", "suggest"})
"""Verbs that advise also when it is told that somebody did so; to have proposed or urged is a request."""


def performative(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "X recommends that Y do A", "we call on Y to do A", "Y is advised to do A"."""
    doc = sentence.doc
    heads = {w.split()[0] for w in frame.words}
    for verb in doc:
        if verb.lemma_.lower() not in heads or verb.pos_ != "VERB":
            continue
        who = clause.subject(verb)
        if who is None or statement.is_supposed(verb):
            continue
        own = who.lemma_.lower() in words().own_speakers or (who.lower_ == "it" and clause.is_passive(verb))
        told = statement.is_present(verb) or verb.lemma_.lower() in _COUNSEL
        if not own and (frame.voice == "own" or not told or clause.is_passive(verb)):
            continue
        if _finds(verb, who, own):
            continue
        contents = _contents(doc, verb)
        for act, addressee, form in contents:
            yield Advice(
                sentence,
                frame,
                verb_acts(doc, act.i, form),
                who=one_or_none(addressee),
                carry="said" if own else "none",
                anchor=(verb.i,) if act == contents[0][0] else (act.i,),
                strong=own and frame.voice == "any",
                speaker=None if own else who,
                needs_name=not own and act.dep_ == "xcomp",
            )
        wanted = clause.child(verb, "dobj") if own and frame.voice == "any" and not contents else None
        if wanted is not None and wanted.i > verb.i and (is_act_noun(wanted) or is_wanted(wanted)):
            yield Advice(sentence, frame, acts_from(wanted), carry="said", anchor=(verb.i,), strong=True)


def _contents(doc: Doc, verb: Token) -> list[tuple[Token, Token | None, Form]]:
    """The clauses of advice: the first, and those joined to it with a subject of their own ("and that Y do B")."""
    first = _content(doc, verb)
    if first is None:
        return []
    found = [first]
    for token in first[0].conjuncts:
        who = clause.child(token, "nsubj")
        marked = any(t.lower_ == "that" and t.dep_ == "mark" for t in token.children)
        if who is not None and marked and token.tag_ in ("VB", "VBP"):
            found.append((token, who, "bare"))
    return found


def _finds(verb: Token, who: Token, own: bool) -> bool:
    """ "The figures suggest that ..." finds, it does not propose."""
    return verb.lemma_.lower() in ("propose", "suggest") and not own and not may_act(who)


def _content(doc: Doc, verb: Token) -> tuple[Token, Token | None, Form] | None:
    """(verb of the advised act, who is to do it, form) of "that X do", "X to do", "doing", "on X to do"."""
    proposes = verb.lemma_.lower() in ("propose", "suggest")
    for token in (t for t in verb.children if t.i > verb.i):
        told = not _wished(token) and token.dep_ == "ccomp"  # "the figures suggest that exports grow"
        if proposes and (told or any(t.tag_ == "WRB" for t in token.children)):
            continue
        if verb.lemma_.lower() == "recommend" and token.lemma_ == "be" and any(t.tag_ == "TO" for t in token.children):
            continue  # "recommended her to be the next director"
        modal = any(t.tag_ == "MD" for t in token.children)
        bare = token.tag_ in ("VB", "VBP") or (
            token.tag_ == "VBD" and token.lower_ == token.lemma_
        )  # "that it set out"
        if token.dep_ == "ccomp" and bare and not modal:
            who = clause.subject(token)
            return token, who if who is not None and who.i > verb.i else clause.child(verb, "dobj"), "bare"
        if token.dep_ == "xcomp" and token.tag_ in ("VB", "VBG"):
            whom = clause.child(verb, "dobj", "pobj")
            return token, whom if token.tag_ == "VB" else None, verb_form(token)
    whom = clause.object_of(verb, "on", "upon", "to", "with")
    to = next((t.i for t in doc[whom.i :] if t.tag_ == "TO"), len(doc)) if whom is not None else len(doc)
    return (doc[to + 1], whom, "bare") if to + 1 < len(doc) else None


def _wished(verb: Token) -> bool:
    """Whether the form wishes: bare, also where the tagger saw a present, for of one somebody it would end in -s."""
    who = clause.subject(verb)
    return (
        verb.tag_ == "VB"
        or (verb.tag_ == "VBD" and verb.lower_ == verb.lemma_)
        or (verb.tag_ == "VBP" and who is not None and who.tag_ in ("NNP", "NN") and not any(who.conjuncts))
    )


def favour(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "We argue for doing A", "X advocates a joint fund", "we would like to see X do A"."""
    doc = sentence.doc
    for verb in doc:
        if verb.lemma_.lower() not in frame.words or verb.pos_ != "VERB" or statement.is_supposed(verb):
            continue
        who = clause.subject(verb)
        own = who is not None and who.lemma_.lower() in words().own_speakers
        if who is None or who.i > verb.i or not statement.is_present(verb) or not (own or may_act(who)):
            continue
        if statement.is_negated(verb, verb.i, verb.i):
            continue
        wished = _liked(verb) if verb.lemma_ == "like" and own else None
        if wished is not None:
            acts, whom = verb_acts(doc, wished[0].i, "bare"), wished[1]
        else:
            acts, whom = [] if verb.lemma_ == "like" else _favoured(verb), None
        if acts:
            speaker = None if own else who
            yield Advice(sentence, frame, acts, who=one_or_none(whom), anchor=(verb.i,), strong=own, speaker=speaker)


def _favoured(verb: Token) -> list[Act]:
    """What "argues for", "advocates", "favours" is for: a gerund or the noun of an act."""
    doc = verb.doc
    behind = [t for t in verb.children if t.i > verb.i]
    prep = next((t for t in behind if t.lower_ in ("for", "in") and t.i == verb.i + 1), None)
    if verb.lemma_ in ("argue", "plead") and prep is None:
        return []
    of = next((t for t in prep.subtree if t.lower_ == "of"), prep) if prep is not None else verb
    gerund = next((t for t in of.children if t.tag_ == "VBG" and t.i > of.i and t.dep_ in ("pcomp", "xcomp")), None)
    if gerund is not None:
        return verb_acts(doc, gerund.i, "ing")
    noun = clause.child(of, "pobj", "dobj")
    return acts_from(noun) if noun is not None and noun.i > verb.i and is_act_noun(noun) else []


def _liked(verb: Token) -> tuple[Token, Token] | None:
    """(act, who) of "would like (to see) X do A", "would like X to do A"."""
    if not any(t.lower_ in ("would", "'d") for t in verb.children):
        return None
    for token in verb.subtree:
        who = next((t for t in token.children if t.dep_ == "nsubj" and verb.i < t.i < token.i), None)
        if who is not None and token.tag_ in ("VB", "VBP") and token.i > verb.i and may_act(who):
            return token, who
    return None
