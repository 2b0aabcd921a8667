"""Advice by other words: "it is essential to", "requires", "an opportunity for X to", "recommends that".

Belongs here: one function for each construction of advice.yaml without a modal. Does not belong here: modals
(frames_modal), lists and tables (items).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations import acts as A
from pipeline.coding.recommendations import clause
from pipeline.coding.recommendations.frames_modal import may_act, occurrences
from pipeline.coding.recommendations.lexicon import Frame, frames_of, words
from pipeline.coding.recommendations.model import Act, Advice
from pipeline.language.model import ParsedSentence

_SHOWING = frozenset(
    ["highlight", "underscore", "underline", "stress", "show", "demonstrate", "reveal", "expose", "illustrate", "create", "raise", "emphasize", "emphasise", "see", "be", "exist", "remain", "prove", "reflect", "bring", "point", "make"]
)
_OFFERING = frozenset(["be", "exist", "pose", "present", "offer", "provide", "open", "create", "have", "arise", "give", "remain"])


def find(sentence: ParsedSentence) -> Iterator[Advice]:
    """Advice without a modal in one sentence."""
    if clause.is_asked(sentence.doc):
        return
    for kind, reader in _READERS.items():
        for frame in frames_of(kind):
            yield from reader(sentence, frame)


# -- essential ---------------------------------------------------------------------------------


def _adjective(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    doc = sentence.doc
    for token in doc:
        if token.lower_ not in frame.words or clause.is_supposed(_verb_of(token)):
            continue
        main = _verb_of(token)
        if (
            main.lemma_ not in ("be", "remain", "seem", "become")
            or not clause.present(main)
            or clause.is_negated(main, main.i, token.i)
        ):
            continue
        who = next(
            (t for t in main.children if t.dep_ in ("nsubj", "csubj", "expl", "nsubjpass") and t.i < token.i), None
        )
        who = who or clause.verbal_subject(main)
        if who is None:
            continue
        if who.lower_ == "it":
            if token.head == main:
                yield from _it_is(sentence, frame, token, who)
        else:
            yield from _is_essential(sentence, frame, token, main, who)


def _verb_of(token: Token) -> Token:
    above = token
    while above.head != above and above.pos_ not in ("AUX", "VERB"):
        above = above.head
    return above


def _it_is(sentence: ParsedSentence, frame: Frame, token: Token, it: Token) -> Iterator[Advice]:
    """ "it is vital (for X) to do", "it is vital that X do"."""
    doc = sentence.doc
    who = _fronted_for(token, it)
    i = _after_aside(doc, token.i + 1)
    if i < len(doc) and doc[i].lower_ in ("for", "that"):
        opener = doc[i].lower_
        verb = _clause_verb(doc, i, opener)
        if verb is None:
            return
        inner = clause.subject(verb)
        if inner is None or inner.i < i:
            inner = next((t for t in doc[i].children if t.dep_ == "pobj"), None) if opener == "for" else None
        if opener == "for" and inner is not None and not may_act(inner):
            inner = None  # "essential for peace to do" names what it serves
        who = inner or who
        if opener == "that" and (
            verb.tag_ in ("VBD", "VBZ") or (verb.lemma_ == "be" and verb.tag_ != "VB") or clause.past_perfect(verb)
        ):
            return
        if opener == "that" and any(t.tag_ == "MD" and t.lower_ in ("should", "must") for t in verb.children):
            return  # the modal itself is the frame
    elif i + 1 < len(doc) and doc[i].tag_ == "TO":
        verb = doc[_past_adverbs(doc, i + 1)]
        if verb.tag_ not in ("VB", "VBP", "NN"):
            return
    else:
        return
    if A.bare_verb(verb) in words().reader and (who is None or not may_act(who)):
        return
    found = A.verb_acts(doc, verb.i, "bare")
    if who is not None and not may_act(who):
        return
    yield Advice(
        sentence, frame, found, who=(who,) if who is not None else (), carried=who is None, anchor=(it.i,), strong=True
    )


def _fronted_for(token: Token, it: Token) -> Token | None:
    """ "For both countries it is vital to ..."."""
    prep = next((t for t in _verb_of(token).children if t.lower_ == "for" and t.i < it.i), None)
    whom = next((t for t in prep.children if t.dep_ == "pobj"), None) if prep is not None else None
    return whom if whom is not None and may_act(whom) else None


def _after_aside(doc: Doc, i: int) -> int:
    """Past ", therefore," and the like."""
    if i < len(doc) and doc[i].text == ",":
        for j in range(i + 1, min(i + 6, len(doc))):
            if doc[j].text == ",":
                return j + 1
    return i


def _past_adverbs(doc: Doc, i: int) -> int:
    while i + 1 < len(doc) and doc[i].tag_ == "RB":
        i += 1
    return i


def _clause_verb(doc: Doc, i: int, opener: str) -> Token | None:
    for j in range(i + 1, min(i + 25, len(doc))):
        if opener == "for" and doc[j].tag_ == "TO":
            k = _past_adverbs(doc, j + 1)
            return doc[k] if k < len(doc) and doc[k].tag_ in ("VB", "VBP", "NN") else None
        if (
            opener == "that"
            and doc[j].pos_ in ("VERB", "AUX")
            and doc[j].dep_ in ("ccomp", "acl", "advcl", "xcomp", "conj", "relcl", "ROOT")
            and clause.subject(doc[j]) is not None
        ):
            return doc[j]
    return None


def _is_essential(sentence: ParsedSentence, frame: Frame, token: Token, main: Token, who: Token) -> Iterator[Advice]:
    """ "Doing A and doing B is essential (for X)", "closer cooperation is essential"."""
    doc = sentence.doc
    noun = token.head if token.head.pos_ == "NOUN" and token.dep_ == "amod" else None
    if noun is not None and noun.lemma_ in ("objective", "goal", "aim", "priority", "task"):
        return  # the frame `objective`
    if noun is not None and noun.lemma_ not in (
        "step",
        "part",
        "element",
        "component",
        "condition",
        "measure",
        "way",
        "means",
        "factor",
    ):
        return
    limit = A._first_aux(main)
    found = _subject_acts(doc, who, limit)
    if not found:
        return
    helped = _for_whom(token)
    gerund = who.dep_ == "csubj" or who.tag_ in ("VBG", "VB", "VBP")
    if not gerund and helped is None and frame.voice == "own" and not _renewed(doc, who):
        return
    yield Advice(sentence, frame, found, who=(helped,) if helped is not None else (), anchor=(token.i,), strong=False)


def _renewed(doc: Doc, noun: Token) -> bool:
    """Whether a noun is wanted more of ("closer", "continued", "renewed"), not praised as it is."""
    return any(
        t.dep_ == "amod"
        and (t.tag_ in ("JJR", "VBN") or t.lower_ in ("further", "joint", "new", "greater", "more", "collective"))
        for t in noun.children
    )


def _for_whom(token: Token) -> Token | None:
    for prep in (t for t in token.children if t.dep_ == "prep" and t.lower_ in ("for", "to")):
        return next(
            (t for t in prep.children if t.dep_ == "pobj" and (may_act(t) or t.ent_type_ == "GPE") and t.tag_ != "VBG"),
            None,
        )
    return None


def _subject_acts(doc: Doc, who: Token, limit: int) -> list[Act]:
    """The acts that a subject names: gerunds, infinitives, nouns of acts; [] when it names none."""
    if who.tag_ == "VBG" or _gerund_start(who) is not None:
        start = _gerund_start(who)
        return A.verb_acts(doc, who.i if start is None else start, "ing", limit)
    if who.tag_ in ("VB", "VBP") and who.i > 0 and doc[who.i - 1].tag_ == "TO":
        return A.verb_acts(doc, who.i, "bare", limit)
    noun = who.lemma_.lower()
    if (
        who.pos_ == "NOUN"
        and noun in words().act_nouns
        and not any(t.dep_ == "poss" or t.lower_ in ("the", "this", "its", "their") for t in who.children)
    ):
        start = who.left_edge.i
        return A.noun_acts(doc, start, A._trim(doc, who.i, min(limit, who.right_edge.i + 1)))
    return []


def _gerund_start(who: Token) -> int | None:
    """A gerund that opens the subject though the tagger saw a noun or a participle: "Expanding trade can ..."."""
    left = who.left_edge
    known = words().acts
    if (
        left.i > 3
        or not left.lower_.endswith("ing")
        or left.tag_ not in ("VBG", "NN", "NNP", "JJ")
        or (left.i == who.i
        and left.tag_ == "NN")
    ):
        return None
    return left.i if A.bare_verb(left) in known and left.lower_ not in ("following", "including") else None


# -- require, needed, need for -----------------------------------------------------------------


def _require(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    doc = sentence.doc
    for verb in doc:
        lemma = verb.lemma_.lower()
        if lemma == "call" and verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ == "for":
            lemma = "call for"
        if lemma not in frame.words or verb.pos_ != "VERB" or verb.tag_ not in ("VBZ", "VBP", "VBG"):
            continue
        if verb.tag_ != "VBG" and (
            not clause.present(verb) or clause.is_supposed(verb) or clause.is_negated(verb, verb.i, verb.i)
        ):
            continue
        wanted = _object(verb)
        who = clause.verbal_subject(verb) or clause.subject(verb)
        if wanted is None or wanted.lemma_.lower() not in words().act_nouns:
            continue
        if who is not None and (
            (may_act(who) and lemma in ("demand", "call for")) or who.lower_ in ("which", "that", "who")
        ):
            continue
        needy = who is not None and (who.pos_ == "PROPN" or who.ent_type_ in ("GPE", "ORG"))
        if needy and lemma == "require" and wanted.lemma_.lower() in ("approach", "law", "policy"):
            continue
        last = A._trim(doc, wanted.i, A.region_end(doc, wanted.i, len(doc)))
        start = _after_including(doc, wanted.i, last) if needy else None
        if start is not None:
            found = _support_in_parts(doc, wanted, start, last)
        else:
            found = A.noun_acts(doc, wanted.left_edge.i, last)
        giver = _giver(wanted) if needy else None
        yield Advice(
            sentence, frame, found, who=(giver,) if giver is not None else (), carried=True, anchor=(who.i if who is not None and not clause.is_supposed(verb) and who.i < verb.i else verb.i,),
            beneficiary=who if needy else None,
            topic=[t for t in who.subtree if t.i < verb.i] if who is not None and not needy else [],
        )  # fmt: skip


def _object(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "dobj" and child.i > verb.i:
            return child
        if child.dep_ == "prep" and child.lower_ == "for" and child.i > verb.i:
            return next((t for t in child.children if t.dep_ == "pobj"), None)
    return None


def _after_including(doc: Doc, first: int, last: int) -> int | None:
    for i in range(first, last):
        if doc[i].lower_ in ("including", "particularly", "notably"):
            return i + 1
    return None


def _support_in_parts(doc: Doc, wanted: Token, start: int, last: int) -> list[Act]:
    """ "support in X, including A, B and C" as A, B and C; a part that is no act itself is "support in A"."""
    out = []
    for act in A.noun_acts(doc, start, last):
        noun = A._head_noun(doc, act.first, act.last + 1)
        bare = noun is None or noun.lemma_.lower() not in words().act_nouns
        out.append(Act(act.first, act.last, f"{wanted.lower_} in {act.text}" if bare else act.text))
    return out


def _giver(wanted: Token) -> Token | None:
    for prep in (t for t in wanted.children if t.dep_ == "prep" and t.lower_ == "from"):
        return next((t for t in prep.children if t.dep_ == "pobj"), None)
    return None


def _needed(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    doc = sentence.doc
    for token in doc:
        if token.lower_ not in frame.words or (token.head.i == token.i and token.tag_ not in ("VBN", "JJ", "VBD")):
            continue
        main = token if token.tag_ in ("VBN", "VBD") else _verb_of(token)
        who = next((t for t in main.children if t.dep_ in ("nsubj", "nsubjpass") and t.i < token.i), None)
        if (
            who is None
            or who.pos_ != "NOUN"
            or who.lemma_.lower() not in words().act_nouns
            or (clause.is_supposed(main)
            and main.dep_ != "advcl")
        ):
            continue
        if (
            not clause.present(main)
            or clause.is_negated(main, who.i, token.i)
            or any(t.lower_ == "no" for t in who.children)
        ):
            continue
        start = who.left_edge.i
        found = A.noun_acts(doc, start, A._trim(doc, who.i, min(A._first_aux(main), who.right_edge.i + 1)))
        yield Advice(sentence, frame, found, anchor=(token.i,))


def _need_noun(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    doc = sentence.doc
    for noun in doc:
        if (
            noun.lemma_.lower() not in frame.words
            or noun.pos_ != "NOUN"
            or any(t.lower_ in ("no", "little") for t in noun.children)
        ):
            continue
        main = _verb_of(noun)
        who = clause.subject(main)
        if (
            main.lemma_ not in _SHOWING
            or clause.is_supposed(main)
            or main.tag_ == "VBD"
            or who is None
            or (may_act(who)
            and who.pos_ == "PROPN")
        ):
            continue
        if any(t.tag_ == "VBD" for t in main.children if t.dep_ == "aux"):
            continue
        prep = next((t for t in noun.children if t.dep_ == "prep" and t.lower_ == "for"), None)
        verb = next(
            (t for t in noun.children if t.dep_ in ("acl", "relcl", "advcl") and t.tag_ == "VB" and t.i > noun.i), None
        )
        if verb is not None:
            helped = clause.subject(verb)
            helped = helped if helped is not None and helped.i > noun.i else None
            yield Advice(
                sentence,
                frame,
                A.verb_acts(doc, verb.i, "bare"),
                who=(helped,) if helped is not None else (),
                anchor=(noun.i,),
            )
        elif prep is not None:
            wanted = next((t for t in prep.children if t.dep_ == "pobj"), None)
            if wanted is not None and wanted.lemma_.lower() in words().act_nouns:
                last = A._trim(doc, wanted.i, A.region_end(doc, wanted.i, len(doc)))
                yield Advice(sentence, frame, A.noun_acts(doc, wanted.left_edge.i, last), anchor=(noun.i,))


# -- opportunity -------------------------------------------------------------------------------


def _opportunity(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    doc = sentence.doc
    for noun in doc:
        if noun.lemma_.lower() not in frame.words or noun.pos_ != "NOUN":
            continue
        main = _verb_of(noun)
        if (
            main.lemma_ not in _OFFERING
            or not clause.present(main)
            or clause.is_negated(main, main.i, noun.i)
            or clause.is_supposed(main)
        ):
            continue
        yield from _taken(sentence, frame, noun, main)


def _taken(sentence: ParsedSentence, frame: Frame, noun: Token, main: Token) -> Iterator[Advice]:
    """What the opportunity is for, and who is to take it."""
    doc = sentence.doc
    who = clause.subject(main)
    owner = who if main.lemma_ == "have" and who is not None else None
    if owner is not None and not may_act(owner):
        owner = None
    i = max(noun.i, main.i if main.lemma_ in ("exist", "arise") else noun.i) + 1
    if i >= len(doc) or doc[i].lower_ not in ("for", "to", "of"):
        i = next((t.i for t in noun.children if t.lower_ in ("for", "to") and t.i > noun.i), -1)
    if i < 0 or i >= len(doc):
        return
    start = min(who.left_edge.i, noun.left_edge.i) if who is not None else noun.left_edge.i
    if doc[i].tag_ == "TO" and i + 1 < len(doc):
        verb = doc[_past_adverbs(doc, i + 1)]
        yield Advice(
            sentence,
            frame,
            A.verb_acts(doc, verb.i, "bare"),
            who=(owner,) if owner is not None else (),
            carried=False,
            anchor=(noun.i,),
        )
        return
    verb = _clause_verb(doc, i, "for")
    taker = next((t for t in doc[i].children if t.dep_ == "pobj"), None)
    inner = clause.subject(verb) if verb is not None else None
    if verb is not None and (
        (inner is not None and i < inner.i < verb.i) or (taker is not None and may_act(taker) and verb.i - i < 9)
    ):
        who_takes = inner if inner is not None and inner.i > i else taker
        if who_takes is not None:
            yield Advice(
                sentence, frame, A.verb_acts(doc, verb.i, "bare"), who=(who_takes,), carried=False, anchor=(start,)
            )
            return
    if taker is not None and may_act(taker) and taker.lemma_.lower() not in words().act_nouns:
        gerund = next((t for t in doc[taker.i + 1 :] if t.tag_ == "VBG" and t.dep_ in ("pcomp", "acl")), None)
        if gerund is not None:
            yield Advice(
                sentence, frame, A.verb_acts(doc, gerund.i, "ing"), who=(taker,), carried=False, anchor=(noun.i,)
            )
        return
    if taker is not None and taker.tag_ != "VBG" and taker.lemma_.lower() in words().act_nouns:
        last = A._trim(doc, taker.i, A.region_end(doc, taker.i, len(doc)))
        holder = next(
            (
                t
                for t in taker.children
                if t.dep_ in ("compound", "nmod", "amod", "poss") and t.ent_type_ in ("GPE", "NORP")
            ),
            None,
        )
        found = A.noun_acts(doc, taker.left_edge.i, last)
        if holder is not None and taker.lemma_.lower() in words().verb_of and found:
            rest = doc[taker.i + 1 : last + 1].text
            found = [Act(found[0].first, last, f"{words().verb_of[taker.lemma_.lower()]} {rest}")]
        yield Advice(
            sentence, frame, found, who=(holder,) if holder is not None else (), carried=False, anchor=(start,)
        )
        return
    gerund = next((t for t in doc[i].children if t.dep_ == "pcomp" and t.tag_ == "VBG"), None)
    if gerund is not None:
        yield Advice(
            sentence,
            frame,
            A.verb_acts(doc, gerund.i, "ing"),
            who=(owner,) if owner is not None else (),
            carried=False,
            anchor=(noun.i,),
        )


# -- doing A can help --------------------------------------------------------------------------


def _result(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "Doing A can strengthen ties"."""
    doc = sentence.doc
    for first, _ in occurrences(doc, frame.words):
        verb = doc[first].head
        if (
            verb.i < first
            or clause.is_negated(verb, first, verb.i)
            or clause.is_supposed(verb)
            or clause.past_perfect(verb)
        ):
            continue
        who = clause.verbal_subject(verb) or clause.subject(verb)
        if who is None or who.i > first or verb.lemma_ not in words().benefits or who.lemma_.lower() in words().dangers:
            continue
        found = _subject_acts(doc, who, first)
        if not found or doc[found[0].first].lower_ in words().dangers:
            continue
        yield Advice(sentence, frame, found, carried=True, anchor=(verb.i,))


# -- recommends, urges -------------------------------------------------------------------------


def _performative(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    doc = sentence.doc
    heads = {w.split()[0] for w in frame.words}
    for verb in doc:
        if verb.lemma_.lower() not in heads or verb.pos_ != "VERB" or clause.is_supposed(verb):
            continue
        who = clause.subject(verb)
        own = who is not None and who.lemma_.lower() in words().own_speakers
        if frame.voice == "own" and not own:
            continue
        if verb.lemma_ == "call" and not any(t.lower_ in ("on", "upon") for t in doc[verb.i + 1 : verb.i + 2]):
            continue
        if not clause.present(verb) and not own:
            continue
        act = _content(doc, verb)
        if act is None:
            continue
        inner, addressee, form = act
        found = A.verb_acts(doc, inner.i, form)
        yield Advice(
            sentence, frame, found, who=(addressee,) if addressee is not None else (), carried=addressee is None,
            anchor=(verb.i,), strong=own, direct=own or who is None, speaker=None if own or verb.tag_ == "VBN" else who,
        )  # fmt: skip


def _content(doc: Doc, verb: Token) -> tuple[Token, Token | None, A.Form] | None:
    """(verb of the advised act, who is to do it, form) of "recommends that X do", "X to do", "doing"."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "ccomp" and child.tag_ in ("VB", "VBP") and not any(t.tag_ == "MD" for t in child.children):
            who = clause.subject(child)
            return (child, who, "bare") if who is None or who.i > verb.i else (child, None, "bare")
        if child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VB":
            return child, next((t for t in verb.children if t.dep_ in ("dobj", "pobj") and t.i > verb.i), None), "bare"
        if child.dep_ == "xcomp" and child.tag_ == "VBG":
            return child, None, "ing"
    for prep in (t for t in verb.children if t.dep_ == "prep" and t.lower_ in ("on", "upon")):
        who = next((t for t in prep.children if t.dep_ == "pobj"), None)
        to = next((t for t in doc[prep.i :] if t.tag_ == "TO"), None)
        if who is not None and to is not None and to.i + 1 < len(doc):
            return doc[to.i + 1], who, "bare"
    return None


# -- interest, deserve, objective, time ----------------------------------------------------------


def _interest(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "It is in X's interest to do", "in the interest of X to do"."""
    doc = sentence.doc
    for noun in doc:
        if noun.lemma_.lower() not in frame.words or noun.dep_ != "pobj" or noun.head.lower_ != "in":
            continue
        main = _verb_of(noun)
        if (
            main.lemma_ != "be"
            or not clause.present(main)
            or clause.is_supposed(main)
            or clause.is_negated(main, main.i, noun.i)
        ):
            continue
        owner = next((t for t in noun.children if t.dep_ == "poss"), None)
        if owner is None:
            of = next((t for t in noun.children if t.lower_ == "of"), None)
            owner = next((t for t in of.children if t.dep_ == "pobj"), None) if of is not None else None
        to = next((t for t in doc[noun.i :] if t.tag_ == "TO"), None)
        if to is None or to.i + 1 >= len(doc) or owner is None:
            continue
        verb = doc[_past_adverbs(doc, to.i + 1)]
        yield Advice(
            sentence,
            frame,
            A.verb_acts(doc, verb.i, "bare"),
            who=(owner,),
            carried=False,
            anchor=(main.i,),
            strong=True,
        )


def _deserve(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    doc = sentence.doc
    for verb in doc:
        if verb.lemma_.lower() not in frame.words or verb.tag_ not in ("VBZ", "VBP") or clause.is_supposed(verb):
            continue
        who = clause.subject(verb)
        wanted = next((t for t in verb.children if t.dep_ == "dobj"), None)
        if who is None or clause.is_negated(verb, verb.i, verb.i):
            continue
        passive = next((t for t in verb.children if t.dep_ == "xcomp" and t.tag_ == "VBN"), None)
        if passive is not None:
            last = A._trim(doc, passive.i, A.region_end(doc, passive.i, len(doc)))
            text = " ".join(
                f"{A.bare_verb(passive)} {A.phrase(doc, who.left_edge.i, who.right_edge.i)} {doc[passive.i + 1 : last + 1].text}".split()
            )
            yield Advice(sentence, frame, [Act(passive.i, last, text)], carried=False, anchor=(who.i,), beneficiary=who)
        elif wanted is not None:
            last = A._trim(doc, wanted.i, A.region_end(doc, wanted.i, len(doc)))
            yield Advice(
                sentence,
                frame,
                A.noun_acts(doc, wanted.left_edge.i, last),
                carried=False,
                anchor=(who.i,),
                beneficiary=who,
            )


def _objective(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "Doing A and doing B are objectives of X's policy", "the objectives of X are to do A"."""
    doc = sentence.doc
    for noun in doc:
        if noun.lemma_.lower() not in frame.words or noun.pos_ != "NOUN":
            continue
        main = _verb_of(noun)
        if main.lemma_ not in ("be", "include", "remain") or not clause.present(main) or clause.is_supposed(main):
            continue
        who = _holder(noun)
        if any(
            t.lower_ in ("intended", "stated", "their", "his", "her", "original", "declared") for t in noun.children
        ):
            continue
        if noun.dep_ == "attr" and noun.i > main.i:
            subject_ = clause.subject(main)
            found = _subject_acts(doc, subject_, A._first_aux(main)) if subject_ is not None else []
        elif noun.i < main.i:
            found = _goal_acts(doc, main, noun)
        else:
            found = []
        if found:
            yield Advice(sentence, frame, found, who=(who,) if who is not None else (), anchor=(noun.i,))


def _goal_acts(doc: Doc, main: Token, noun: Token) -> list[Act]:
    for child in main.children:
        if child.i < main.i:
            continue
        if child.dep_ in ("xcomp", "ccomp", "attr", "dobj", "advcl") and child.tag_ in ("VB", "VBG", "VBP"):
            return A.verb_acts(doc, child.i, "ing" if child.tag_ == "VBG" else "bare")
        if child.dep_ in ("attr", "dobj") and child.lemma_.lower() in words().act_nouns:
            return A.noun_acts(doc, child.left_edge.i, A._trim(doc, child.i, A.region_end(doc, child.i, len(doc))))
    if noun.dep_ != "nsubj":
        who = next((t for t in main.children if t.dep_ == "nsubj" and t.i > noun.i and t.i < main.i), None)
        if who is not None:
            return A.noun_acts(doc, who.left_edge.i, A._trim(doc, who.i, A._first_aux(main)))
    return []


def _holder(noun: Token) -> Token | None:
    """Whose objective: "X's goal", "objectives for X's foreign policy", "goals of X"."""
    owner = next((t for t in noun.children if t.dep_ == "poss"), None)
    if owner is not None:
        return owner
    for prep in (t for t in noun.children if t.dep_ == "prep" and t.lower_ in ("of", "for")):
        return next((t for t in prep.children if t.dep_ == "pobj"), None)
    return None


def _time(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "It is (high) time (for X) to do", "the time has come for X to do"."""
    doc = sentence.doc
    for noun in doc:
        if noun.lower_ not in frame.words or noun.i + 1 >= len(doc):
            continue
        main = _verb_of(noun)
        who = clause.subject(main)
        due = (
            main.lemma_ == "be"
            and who is not None
            and who.lower_ == "it"
            and not any(t.dep_ == "det" for t in noun.children)
        )
        come = main.lemma_ == "come" and who is not None and who.i == noun.i and main.tag_ == "VBN"
        if not (due or come) or clause.is_supposed(main) or (due and not clause.present(main)):
            continue
        i = max(noun.i, main.i) + 1
        if i < len(doc) and doc[i].lower_ == "for":
            verb = _clause_verb(doc, i, "for")
            inner = clause.subject(verb) if verb is not None else None
            whom = (
                inner
                if inner is not None and inner.i > i
                else next((t for t in doc[i].children if t.dep_ == "pobj"), None)
            )
        elif i + 1 < len(doc) and doc[i].tag_ == "TO":
            verb, whom = doc[_past_adverbs(doc, i + 1)], None
        else:
            continue
        if verb is not None:
            yield Advice(
                sentence,
                frame,
                A.verb_acts(doc, verb.i, "bare"),
                who=(whom,) if whom is not None else (),
                carried=whom is None,
                anchor=(noun.i,),
                strong=True,
            )


def _imperative(sentence: ParsedSentence, frame: Frame) -> Iterator[Advice]:
    """ "Send envoys before the summit." Only a sentence that begins with the verb and has no subject."""
    doc = sentence.doc
    if len(doc) < 4:
        return
    verb = doc[0]
    if (
        verb.tag_ != "VB"
        or verb.dep_ != "ROOT"
        or verb.lemma_.lower() not in words().acts
        or clause.subject(verb) is not None
    ):
        return
    if any(t.dep_ in ("nsubj", "nsubjpass") and t.i > verb.i for t in verb.children) or not doc.text.rstrip().endswith(
        (".", ";")
    ):
        return
    yield Advice(sentence, frame, A.verb_acts(doc, verb.i, "bare"), carried=True)


_READERS = {
    "objective": _objective,
    "adjective": _adjective,
    "require": _require,
    "needed": _needed,
    "need-noun": _need_noun,
    "opportunity": _opportunity,
    "result": _result,
    "performative": _performative,
    "interest": _interest,
    "deserve": _deserve,
    "time": _time,
    "imperative": _imperative,
}
