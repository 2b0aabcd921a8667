"""Advice by modal: "X should do", "X needs to do", "X can do A by doing B".

Belongs here: the operators that stand before a bare verb, and the tests that tell advice from prediction, rule,
question and ability. Does not belong here: frames without a modal (frames_lexical).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations import acts as A
from pipeline.coding.recommendations import clause
from pipeline.coding.recommendations.lexicon import Frame, frames_of, words
from pipeline.coding.recommendations.model import Act, Advice
from pipeline.language.model import ParsedSentence

_ADVERBS = ("RB", "RBR", "RBS")


def find(sentence: ParsedSentence) -> Iterator[Advice]:
    """Advice of the kinds modal, could and could-gain in one sentence."""
    doc = sentence.doc
    if clause.is_asked(doc):
        return
    for frame in frames_of("modal"):
        for first, last in occurrences(doc, frame.words):
            yield from _modal(sentence, frame, first, last)
    for frame in frames_of("could"):
        for first, _ in occurrences(doc, frame.words):
            yield from _could(sentence, frame, first)


def occurrences(doc: Doc, phrases: list[str]) -> Iterator[tuple[int, int]]:
    """(first, last) token of each place where one of the phrases stands; the longest phrase at a place."""
    sought = sorted((tuple(p.split()) for p in phrases), key=lambda p: (-len(p), p))
    i = 0
    while i < len(doc):
        for words_ in sought:
            if tuple(t.lower_ for t in doc[i : i + len(words_)]) == words_:
                yield i, i + len(words_) - 1
                i += len(words_) - 1
                break
        i += 1


# -- should, must, ought to, needs to ----------------------------------------------------------


def _modal(sentence: ParsedSentence, frame: Frame, first: int, last: int) -> Iterator[Advice]:
    doc = sentence.doc
    verb = _verb_after(doc, first, last)
    if verb is None or clause.past_perfect(verb):
        return
    who = clause.subject(verb) or clause.subject(doc[first]) or _noun_before(doc, first)
    negated = clause.is_negated(verb, first, verb.i)
    if frame.voice == "own" and A.bare_verb(verb) in words().burdens:
        return
    if frame.voice != "any" and negated:
        return  # "does not need to" is the absence of advice
    cleft = _cleft(verb, who)
    if cleft is not None:
        yield Advice(sentence, frame, cleft, who=(who,) if who is not None else (), anchor=(first,), strong=True)
        return
    if who is None or who.i > first or clause.is_supposed(verb):
        return
    if verb.lemma_ in words().asides and (who.lower_ in ("it", "one", "this", "i", "that") or _passive(verb)):
        return
    if clause.is_rule(doc):
        return
    found = _acts_of(doc, verb, who, frame)
    if not found:
        return
    acts, direct = found
    agent = _agent(verb) if _passive(verb) else None
    addressee = (who,) if direct else ((agent,) if agent is not None else ())
    polarity = "avoid" if negated or frame.polarity == "avoid" or A.bare_verb(verb) in ("avoid", "refrain") else "do"
    yield Advice(
        sentence,
        frame,
        acts,
        who=addressee,
        carried=not _passive(verb) and (not direct or _is_instrument(who)),
        anchor=(who.i, verb.i),
        polarity=polarity,
        strong=frame.voice == "any" or direct,
        topic=_fronted_topic(verb, who),
    )


def _fronted_topic(verb: Token, who: Token) -> list[Token]:
    """The words of "On A, X should ...": what the advice is about."""
    for prep in verb.children:
        if prep.lower_ in ("on", "regarding", "concerning", "about", "in") and prep.i < who.i:
            return [t for t in prep.subtree if t.i < who.i]
    return []


def _verb_after(doc: Doc, first: int, last: int) -> Token | None:
    """The verb that an operator governs, past adverbs and inserted phrases."""
    governed = (
        doc[first].head if doc[first].tag_ == "MD" and doc[first].dep_ in ("aux", "auxpass") and last == first else None
    )
    if governed is not None and governed.i > last:
        if governed.tag_ in ("VB", "VBN", "VBP", "VBG", "VBD", "NN", "JJ", "VBZ"):
            return governed
        return None
    i = last + 1
    while i < len(doc) and (doc[i].tag_ in _ADVERBS or doc[i].lower_ in ("not", "n't", "also", "first")):
        i += 1
    if i < len(doc) and doc[i].tag_ in ("VB", "VBP"):
        verb = doc[i]
        if verb.lemma_ == "be":
            return next((t for t in verb.ancestors if t.tag_ == "VBN" and t.i - i < 4 and verb.dep_ == "auxpass"), verb)
        return verb
    return None


def _noun_before(doc: Doc, first: int) -> Token | None:
    """The noun right before the operator, where the parse has no subject."""
    i = first - 1
    while i >= 0 and (doc[i].tag_ in _ADVERBS or doc[i].text in "()"):
        i -= 1
    return doc[i] if i >= 0 and doc[i].pos_ in ("NOUN", "PROPN", "PRON") and doc[i].tag_ != "WDT" else None


def _passive(verb: Token) -> bool:
    return verb.tag_ in ("VBN", "VBD") and any(
        t.dep_ == "auxpass" or (t.lemma_ == "be" and t.i < verb.i) for t in verb.children
    )


def _agent(verb: Token) -> Token | None:
    for prep in (t for t in verb.children if t.dep_ == "agent" or (t.lower_ == "by" and t.dep_ == "prep")):
        return next((t for t in prep.children if t.dep_ == "pobj"), None)
    return None


def _is_instrument(who: Token) -> bool:
    return who.lemma_.lower() in words().instruments or who.lower_ in ("this", "it", "these", "that")


def may_act(who: Token) -> bool:
    """Whether a subject is somebody who can be advised: a name, people or a body, an instrument of theirs."""
    lemma = who.lemma_.lower()
    if who.pos_ == "PROPN" or who.ent_type_ in ("GPE", "ORG", "PERSON", "NORP"):
        return True
    if (
        lemma in words().anyone
        or lemma in words().instruments
        or who.lower_ in ("we", "they", "he", "she", "you", "all", "both")
    ):
        return True
    if any(
        may_act(t) for t in who.conjuncts if t.pos_ in ("NOUN", "PROPN") and t.i > who.i and t.lemma_.lower() != lemma
    ):
        return True
    return (
        who.pos_ == "NOUN"
        and who.lemma_.lower().endswith(("maker", "ian", "ist", "er", "or"))
        and who.lemma_
        not in (
            "order",
            "power",
            "paper",
            "matter",
            "number",
            "water",
            "sector",
            "factor",
            "border",
            "river",
            "error",
            "labor",
            "letter",
        )
    )


def _acts_of(doc: Doc, verb: Token, who: Token, frame: Frame) -> tuple[list[Act], bool] | None:
    """(the acts, whether the subject is the one to act); None where the sentence predicts or describes."""
    if who.dep_ == "expl" and who.lower_ == "there":
        return _existential(doc, verb)
    if verb.lemma_ == "be" and not _passive(verb):
        return _predicate(doc, verb, who)
    if _passive(verb):
        if verb.lemma_ in words().predictions | {"able"}:
            return None
        return [_activated(doc, verb, who)], False
    if who.dep_ in ("csubj", "csubjpass") or not may_act(who):
        return None
    if frame.id == "should" and verb.lemma_ in words().predictions and not _steered(verb):
        return None
    if verb.lemma_ == "have" or (verb.lemma_ in ("see", "look") and frame.id == "should"):
        return None
    return A.verb_acts(doc, verb.i, "bare"), True


def _steered(verb: Token) -> bool:
    """ "should go further", "should receive training" do advise when nothing is measured in the clause."""
    return verb.lemma_ in ("go", "end", "turn") and not any(t.like_num for t in verb.subtree)


def _existential(doc: Doc, verb: Token) -> tuple[list[Act], bool] | None:
    noun = next((t for t in verb.children if t.dep_ in ("attr", "dobj", "nsubj") and t.i > verb.i), None)
    if noun is None or noun.lemma_.lower() not in words().act_nouns:
        return None
    return A.noun_acts(doc, noun.left_edge.i, A.region_end(doc, noun.i, len(doc)) - 1), False


def _predicate(doc: Doc, verb: Token, who: Token) -> tuple[list[Act], bool] | None:
    """ "V-ing X should be a priority" advises V-ing; "X should be ready to act" advises X to be ready."""
    if who.dep_ in ("csubj", "csubjpass") or (who.tag_ == "VBG" and who.dep_ == "nsubj"):
        return A.verb_acts(
            doc, who.i, "ing", verb.left_edge.i if verb.left_edge.i > who.i else A._first_aux(verb)
        ), False
    what = next((t for t in verb.children if t.dep_ in ("acomp", "attr") and t.i > verb.i), None)
    if what is not None and what.lemma_.lower() in ("objective", "goal", "aim", "priority", "task", "focus"):
        goal = next((t for t in verb.children if t.dep_ in ("xcomp", "ccomp") and t.i > verb.i), None)
        if who.lemma_.lower() in words().act_nouns:
            return A.noun_acts(doc, who.left_edge.i, who.right_edge.i), False
        return (A.verb_acts(doc, goal.i, "bare"), False) if goal is not None else None
    if who.lemma_.lower() in ("objective", "goal", "aim", "priority", "task", "focus", "step"):
        goal = next((t for t in verb.children if t.dep_ in ("xcomp", "ccomp") and t.i > verb.i), None)
        return (A.verb_acts(doc, goal.i, "bare" if goal.tag_ == "VB" else "ing"), False) if goal is not None else None
    if what is None or what.lemma_.lower() in (
        "able",
        "possible",
        "likely",
        "clear",
        "available",
        "surprising",
        "sure",
        "careful",
        "surprised",
    ):
        return None
    if who.pos_ not in ("PROPN", "NOUN", "PRON") or not may_act(who) or who.lower_ in ("it", "this", "that", "these"):
        return None
    return A.verb_acts(doc, verb.i, "bare"), True


def _activated(doc: Doc, verb: Token, who: Token) -> Act:
    """ "the quota must be lifted at once" as "lift the quota at once"."""
    end = A.region_end(doc, verb.i, len(doc))
    last = A._trim(doc, verb.i, end)
    rest = doc[verb.i + 1 : last + 1].text if last > verb.i else ""
    start, stop = who.left_edge.i, min(who.right_edge.i, verb.i - 1)
    relative = next(
        (t.left_edge.i for t in who.children if t.dep_ in ("relcl", "appos", "advcl") and t.i > who.i), None
    )
    stop = min(stop, relative - 1) if relative else stop
    object_ = A.phrase(doc, start, stop) if who.pos_ != "PRON" else who.text.lower()
    determiner = (
        doc[start].lower_ + " " if doc[start].lower_ in ("this", "these", "its", "their") and start != who.i else ""
    )
    if determiner and not object_.startswith(determiner):
        object_ = determiner + object_
    return Act(verb.i, last, " ".join(f"{A.bare_verb(verb)} {object_} {rest}".split()))


def _cleft(verb: Token, who: Token | None) -> list[Act] | None:
    """ "A plan is what Norway should propose, one that includes ..."; "What Norway should do is open its ports"."""
    asked = next((t for t in verb.children if t.lower_ == "what" and t.i < verb.i), None)
    main = verb.head
    if asked is None or main.lemma_ != "be" or main.dep_ not in ("ROOT", "conj", "ccomp") or who is None:
        return None
    doc = verb.doc
    if main.i < asked.i and main.children:
        noun = next((t for t in main.children if t.dep_ in ("nsubj", "attr") and t.i < main.i), None)
        if noun is None:
            return None
        parts = A._parts(doc, noun.i - 1, len(doc) - 1) if noun.i > 0 else None
        if parts is not None:
            return A.noun_acts(doc, parts, A._trim(doc, parts, len(doc)))
        words_ = A.phrase(doc, noun.left_edge.i, noun.right_edge.i)
        return [Act(noun.left_edge.i, verb.i, f"{A.bare_verb(verb)} {words_}")]
    act = next((t for t in main.children if t.i > main.i and t.tag_ in ("VB", "VBG", "VBP")), None)
    if act is None or act.tag_ not in ("VB", "VBG", "VBP"):
        return None
    return A.verb_acts(doc, act.i, "ing" if act.tag_ == "VBG" else "bare")


# -- can, could --------------------------------------------------------------------------------


def _could(sentence: ParsedSentence, frame: Frame, first: int) -> Iterator[Advice]:
    doc = sentence.doc
    verb = _verb_after(doc, first, first)
    if verb is None or clause.past_perfect(verb) or clause.is_supposed(verb):
        return
    who = clause.subject(verb)
    if who is None or who.i > first or who.dep_ in ("csubj", "csubjpass") or clause.is_negated(verb, first, verb.i):
        return
    lemma = A.bare_verb(verb)
    instrument = who.lemma_.lower() in words().instruments and who.pos_ == "NOUN"
    if _passive(verb) or not may_act(who):
        return
    fronted = _fronted_means(doc, verb)
    gain = next((f for f in frames_of("could-gain") if any(w.startswith(lemma + " ") for w in f.words)), None)
    if gain is not None and fronted is None:
        yield from _gain(sentence, gain, verb, who)
        return
    means = fronted if fronted is not None else _means(doc, verb)
    if means is not None:
        limit = who.left_edge.i if means < who.i else None
        found = A.verb_acts(doc, means, "ing", limit)
        strong_who = not instrument
        yield Advice(
            sentence, frame, found, who=(who,), carried=instrument, anchor=(who.i, verb.i) if strong_who else (verb.i,)
        )
        return
    if instrument and (lemma in words().could_of_instruments or False):
        yield Advice(sentence, frame, A.verb_acts(doc, verb.i, "bare"), who=(who,), carried=True, anchor=(who.i,))
    elif not instrument and lemma in words().could_acts and verb.dep_ in ("ROOT", "conj", "ccomp"):
        yield Advice(sentence, frame, A.verb_acts(doc, verb.i, "bare"), who=(who,), carried=False, anchor=(who.i,))


def _gain(sentence: ParsedSentence, frame: Frame, verb: Token, who: Token) -> Iterator[Advice]:
    """ "X can benefit from doing A" advises A; from a thing, it tells of a benefit."""
    doc = sentence.doc
    prep = next((t for t in verb.children if t.lower_ in ("from", "by") and t.i > verb.i), None)
    if prep is None:
        return
    act = next((t for t in prep.children if t.dep_ == "pcomp" and t.tag_ == "VBG"), None)
    if act is None:
        return
    found = A.verb_acts(doc, act.i, "ing")
    tail = A._tail(doc, act.i, A.region_end(doc, act.i, len(doc)) - 1)
    if tail is not None and len(found) == 1:
        # the gerunds share one form, so a further one without "and" may be a tail that names a new act
        found = [A.Act(act.i, A._trim(doc, act.i, tail), A.phrase(doc, act.i, A._trim(doc, act.i, tail)))]
        if A.bare_verb(doc[tail]) not in words().results:
            found += A.verb_acts(doc, tail, "ing")
    yield Advice(sentence, frame, found, who=(who,), carried=False, anchor=(who.i, verb.i))


def _means(doc: Doc, verb: Token) -> int | None:
    """The first gerund of "... by doing A" or "through doing A" behind the verb."""
    for prep in (t for t in doc[verb.i + 1 :] if t.lower_ in ("by", "through") and t.i + 1 < len(doc)):
        j = prep.i + 1
        while j + 1 < len(doc) and doc[j].tag_ in _ADVERBS:
            j += 1
        if doc[j].tag_ == "VBG" and doc[j].dep_ not in ("amod", "compound"):
            return j
    return None


def _fronted_means(doc: Doc, verb: Token) -> int | None:
    """The first gerund of "By doing A, X can ..."."""
    for i in range(min(verb.i - 2, 8)):
        if (
            doc[i].lower_ in ("by", "through")
            and doc[i + 1].tag_ == "VBG"
            and (i == 0 or doc[i - 1].text in (",", '"') or i < 3)
        ):
            return i + 1
    return None
