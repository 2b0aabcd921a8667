"""Advice by its own verb: "the panel recommends that X do A", "we urge X to do A", "Send envoys".

Belongs here: verbs of advising and the imperative. Does not belong here: demands of actors, which are events.
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
from pipeline.coding.recommendations.model import Advice, one_or_none
from pipeline.coding.recommendations.sentence import clause, statement
from pipeline.language.model import ParsedSentence

_SHORTEST = 4
"""Tokens of the shortest imperative sentence: "Read more." and the like are no advice."""

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
        if token.dep_ == "ccomp" and token.tag_ in ("VB", "VBP") and not modal:
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
    return verb.tag_ == "VB" or (
        verb.tag_ == "VBP" and who is not None and who.tag_ in ("NNP", "NN") and not any(who.conjuncts)
    )


def imperative(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "Send envoys before the summit." Only a sentence that begins with the verb and has no subject."""
    doc = sentence.doc
    if len(doc) < _SHORTEST or not doc.text.rstrip().endswith((".", ";")):
        return
    verb = doc[0]
    if verb.tag_ != "VB" or verb.dep_ != "ROOT" or verb.lemma_.lower() not in words().acts | words().noun_verbs:
        return
    if verb.lower_ in words().calls_to_reader and _to_reader(doc):
        return
    if clause.child(verb, "nsubj", "nsubjpass") is None and not _supposes(verb):
        yield Advice(sentence, frame, verb_acts(doc, 0, "bare"), carry="said")


def _supposes(verb: Token) -> bool:
    """ "Ask any farmer and you will hear it": the imperative is a condition of the clause joined to it."""
    return any(clause.child(t, "nsubj", "nsubjpass", "expl") is not None for t in verb.conjuncts)


def _to_reader(doc: Doc) -> bool:
    """ "Sign our petition", "Call 555 ...", "Read more": what a page asks of its reader."""
    return any(t.lower_ in ("our", "us", "more", "here", "below", "petition", "page") or t.like_num for t in doc[1:4])
