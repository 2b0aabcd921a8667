"""Advice by command: "Send envoys before the summit.", "Let the two ministers meet every year."

Belongs here: imperatives in running text. Does not belong here: those in lists (lists), verbs of advising (spoken).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.addressees.classes import may_act
from pipeline.coding.recommendations.lexicon import Frame, words
from pipeline.coding.recommendations.model import Advice
from pipeline.coding.recommendations.sentence import clause
from pipeline.language.model import ParsedSentence

_SHORTEST = 4
"""Tokens of the shortest imperative sentence: "Read more." and the like are no advice."""


def let(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "Let the two ministers meet every year." Of "let us" and "let me" nobody is named."""
    doc = sentence.doc
    start = _opening(doc)
    if doc[start].lower_ != "let" or doc[start].tag_ not in ("VB", "NNP", "NN"):
        return
    for verb in doc[start + 2 :]:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        who = next((t for t in verb.children if t.dep_ == "nsubj" and start < t.i < verb.i), None)
        if verb.tag_ in ("VB", "VBP") and who is not None and who.pos_ != "PRON" and may_act(who):
            yield Advice(sentence, frame, verb_acts(doc, verb.i, "bare"), who=(who,), anchor=(start,))
        return


def _opening(doc: Doc) -> int:
    """The first word behind "First,", "So", "Above all," and the like."""
    low = doc.text.lower()
    openers = sorted(words().openers, key=lambda w: (-len(w), w))
    opener = next((w for w in openers if low.startswith((f"{w} ", f"{w},"))), None)
    if opener is None:
        return 0
    start = next((t.i for t in doc if t.idx >= len(opener) and not t.is_punct), 0)
    return start if start + 1 < len(doc) else 0


def imperative(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "Send envoys before the summit.", "Above all, do not close the port." Only a sentence that begins with the verb
    and has no subject."""
    doc = sentence.doc
    if len(doc) < _SHORTEST or not doc.text.rstrip().endswith((".", ";")):
        return
    start = _opening(doc)
    refused = doc[start].lower_ == "never" or (doc[start].lower_ == "do" and doc[start + 1].dep_ == "neg")
    start += (1 if doc[start].lower_ == "never" else 2) * refused
    if start + 1 >= len(doc):
        return
    verb = doc[start]
    if verb.tag_ != "VB" or verb.dep_ != "ROOT" or verb.lemma_.lower() not in words().acts | words().noun_verbs:
        return
    if verb.lemma_.lower() in words().act_nouns and doc[start + 1].tag_ in ("NNS", "VBZ"):
        return  # "Aid counts for more"
    if verb.lower_ in words().calls_to_reader and _to_reader(doc):
        return
    if clause.child(verb, "nsubj", "nsubjpass") is None and not _supposes(verb):
        yield Advice(sentence, frame, verb_acts(doc, start, "bare"), carry="said", anchor=(0,), avoid=refused)


def _supposes(verb: Token) -> bool:
    """ "Ask any farmer and you will hear it": the imperative is a condition of the clause joined to it."""
    return any(clause.child(t, "nsubj", "nsubjpass", "expl") is not None for t in verb.conjuncts)


def _to_reader(doc: Doc) -> bool:
    """ "Sign our petition", "Call 555 ...", "Read more": what a page asks of its reader."""
    return any(t.lower_ in ("our", "us", "more", "here", "below", "petition", "page") or t.like_num for t in doc[1:4])
