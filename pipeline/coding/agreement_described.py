"""Agreements without a capitalised name: "signed a fishing agreement", "a 1994 agreement", "the drug interception pact".

Belongs here: lower-case descriptions that unmistakably mean one agreement, and standing exercises. Does not belong
here: capitalised names (agreement_names).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.agreement_model import Draft, Span
from pipeline.coding.agreement_names import ACRONYM, DASHES, YEAR, capital
from pipeline.coding.agreement_parties import Carrier, Scene, carrier, evidence, parties, relative, status, when
from pipeline.coding.agreement_words import kind_of, verbs, words
from pipeline.language.factuality import factuality, negated
from pipeline.language.names import country_forms

COMPLEMENTS = frozenset({"on", "for", "of", "against", "concerning", "regarding", "relating", "about", "to"})
STATELIKE = frozenset({"state", "igo", "armed_group"})
LONGEST = 14
"""Tokens of a complement that still reads as part of a name."""
VAGUE = frozenset(
    "some any no many all several various few numerous most these those two three four other such every each".split()
)


def described(scene: Scene, taken: set[int]) -> list[Draft]:
    """Drafts of lower-case descriptions whose noun is not inside a name already found (`taken`: tokens)."""
    out = []
    for token in scene.doc:
        if token.i in taken or token.lower_ not in words("described") or token.pos_ not in ("NOUN", "PROPN"):
            continue
        draft = _described(scene, token)
        if draft is not None:
            out.append(draft)
            taken = taken | set(range(draft.span.whole[0], draft.span.whole[1] + 1))
    return out


def _described(scene: Scene, head: Token) -> Draft | None:
    if head.dep_ in ("compound", "nmod") or negated(head) or any(c.lower_ in VAGUE for c in head.children):
        return None
    if head.i + 1 < len(head.doc) and head.nbor().lower_ in words("followed_by"):
        return None
    span = _span(scene, head)
    if set(span.words) & words("domestic_words"):
        return None
    found = carrier(head)
    who, tokens = parties(scene, span, found)
    who += [i for i in _in_front(scene, span) if i not in who]
    verb = relative(head) or (found.verb if found else None)
    rule = _enough(scene, span, found, verb, who)
    if rule is None:
        return None
    date, date_kind, date_end = when(scene, span, found)
    own = [w for w in span.words if w not in words("common_words") and not YEAR.match(w)]
    if not own and len(who) > 1 and _is_plain(span) and span.year is None:
        span.text = _with_parties(scene, span, tokens)
    return Draft(
        scene.sentence, span, f"agreement.{rule}", True, False, tuple(who), date, date_kind, status(scene, span, found),
        evidence=evidence(span, tokens, verb, date_end), context=scene.doc.text,
    )  # fmt: skip


# -- the words of a description -----------------------------------------------------------------


def _span(scene: Scene, head: Token) -> Span:
    """The noun with its modifiers and complement; judging adjectives and articles are left out."""
    doc = head.doc
    left = [c for c in head.children if c.dep_ in ("amod", "compound", "nmod", "npadvmod") and c.i < head.i]
    first = min([c.left_edge.i for c in left], default=head.i)
    first = max(first, head.i - 9)
    span = Span(first, head.i, head, "")
    _brackets(span)
    span.last = max(_complement(span), head.i)
    for i in range(max(0, head.i - 5), head.i):
        if YEAR.match(doc[i].text) and (i >= first or i == first - 1):
            span.year, span.begin = doc[i].text, min(i, first)
    bounds = country_forms(doc)
    span.countries = [
        k for k, (end, form) in bounds.items() if span.first <= k and end < head.i and form.form != "seat"
    ]
    covered = {i for k in span.countries for i in range(k, bounds[k][0] + 1)}
    while span.first < head.i and (
        doc[span.first].lower_ in words("dropped_words") or doc[span.first].pos_ in ("DET", "ADV", "PRON")
        or doc[span.first].text in DASHES or (YEAR.match(doc[span.first].text) and span.first + 1 < head.i)
    ):  # fmt: skip
        span.begin = span.first if span.begin < 0 else span.begin
        span.first += 1
    span.words = [
        t.lower_ for t in doc[span.first : span.last + 1]
        if t.i != head.i and t.i not in covered and t.text not in (*DASHES, ",", "(", ")") and t.pos_ not in ("DET", "ADP", "CCONJ", "PART")
    ]  # fmt: skip
    span.text = _text(span)
    return span


def _text(span: Span) -> str:
    doc = span.head.doc
    out = "".join(t.text_with_ws for t in doc[span.first : span.head.i + 1]).strip()
    after = span.end + 1 if span.head.i < span.end < span.last else span.head.i + 1
    tail = doc[after : span.last + 1].text if span.last >= after else ""
    return f"{out} {tail}".strip()


def _brackets(span: Span) -> None:
    """ "memorandum of understanding (MOU)"."""
    doc = span.head.doc
    at = span.head.i + (3 if doc[span.head.i + 1 : span.head.i + 3].text.lower() == "of understanding" else 1)
    if at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")" and ACRONYM.match(doc[at + 1].text):
        span.acronym, span.end = doc[at + 1].text, at + 2


def _complement(span: Span) -> int:
    """Last token of "on the avoidance of ...", "to enhance ..."; the noun itself where nothing such follows."""
    head, doc = span.head, span.head.doc
    last = head.i
    for child in sorted(head.children, key=lambda c: c.i):
        clause = child.dep_ in ("acl", "relcl") and child.tag_ == "VB" and child.left_edge.lower_ == "to"
        phrase = child.dep_ == "prep" and child.lower_ in COMPLEMENTS
        if child.i <= head.i or not (clause or phrase):
            continue
        end = _end(child)
        if end - head.i <= LONGEST and end > last and (child.left_edge.i <= last + 4):
            last = end
    if last == head.i and head.i + 3 < len(doc) and span.end > head.i and doc[span.end + 1 : span.end + 2].text == "to":
        verb = doc[span.end + 1].head
        if verb.pos_ == "VERB" and verb.i > span.end:
            last = min(max(t.i for t in verb.subtree if t.pos_ != "PUNCT"), head.i + LONGEST)
    return last


def _end(child: Token) -> int:
    """Where the complement stops: before "with", a date or a further clause."""
    last = child.i
    for token in sorted(child.subtree, key=lambda t: t.i):
        if token.i < child.i:
            continue
        if token.lower_ in (
            "with",
            "between",
            "which",
            "that",
            "signed",
            "after",
            "before",
            "during",
            "until",
            "by",
        ) or (token.text in ("(", ";", ":", ".", "—", '"') or token.ent_type_ == "DATE"):
            break
        last = token.i
    while last > child.i and (child.doc[last].pos_ in ("ADP", "PUNCT", "CCONJ", "DET", "PART")):
        last -= 1
    return last if last > child.i else child.i - 1


def _is_plain(span: Span) -> bool:
    return span.last == span.head.i


def _with_parties(scene: Scene, span: Span, tokens: list[Token]) -> str:
    """A bare "agreement" is told from others by the party that stands beside it in the text."""
    doc = scene.doc
    at = span.head.i + 1
    if at < len(doc) and doc[at].lower_ in ("with", "between"):
        ends = [t.right_edge.i if len(list(t.subtree)) < 8 else t.i for t in tokens if t.i > at]
        reach = max(ends, default=at)
        stop = next((i for i in range(at, reach + 1) if doc[i].text in ("(", ",", "—", ";")), reach + 1)
        if stop - at > 1:
            return f"{span.text} {doc[at:stop].text}"
    return span.text


# -- whether it means one agreement ----------------------------------------------------------------


def _in_front(scene: Scene, span: Span) -> list[int]:
    """States and organisations named in front of the noun ("Chile-Norway treaty", "the OAS treaty")."""
    found = [scene.registry.by_token.get((scene.sentence.ordinal, i)) for i in range(span.first, span.head.i)]
    return [i for i in dict.fromkeys(found) if i is not None and scene.registry.actors[i].kind == "state"]


def _enough(scene: Scene, span: Span, found: Carrier | None, verb: Token | None, who: list[int]) -> str | None:
    """The rule by which a description means one agreement, or None."""
    statelike = [i for i in who if scene.registry.actors[i].kind in STATELIKE]
    own = [w for w in span.words if w not in words("common_words") and not YEAR.match(w)]
    purposeful = bool(own) or len(span.words) > 1 or kind_of(span.text) is not None
    if span.head.lower_ == "deal" and not kind_of(span.text):
        purposeful = False
    if verb is not None:
        verdict = factuality(verb)
        lemma = verb.lemma_.lower()
        if verdict.status == "announced" and verb.head.pos_ == "ADJ":
            return None  # "ready to sign"
        if verdict.status is None and span.year is None:
            return "under" if _definite(span, own) and found and found.slot in ("under", "through") else None
        if (
            lemma in verbs("sign") | {"ratify", "enter"}
            and (statelike or len(who) > 1)
            and (purposeful or len(who) > 1)
        ):
            return "signed"
        if lemma in verbs("reach") and len(statelike) > 1 and verdict.status == "occurred":
            return "reached"
        if lemma in verbs("effect") and len(statelike) > 1:
            return "effect"
    if span.year and _year_in_front(span):
        return "year"
    if _proper(scene, span):
        return "proper"
    if _definite(span, own):
        return "definite"
    return None


def _year_in_front(span: Span) -> bool:
    doc = span.head.doc
    return any(YEAR.match(doc[i].text) for i in range(max(0, span.head.i - 5), span.head.i)) and (
        span.head.lower_ not in ("deal", "memorandum")
    )  # fmt: skip


def _proper(scene: Scene, span: Span) -> bool:
    """A name that is no country's, or two countries, right in front ("the Coastal Waters agreement")."""
    doc, head = span.head.doc, span.head
    if len(span.countries) > 1:
        return True
    names = [
        doc[i] for i in range(span.first, head.i)
        if capital(doc[i]) and doc[i].pos_ == "PROPN" and i not in _country_cover(span) and i > 0
    ]  # fmt: skip
    definite = any(c.lower_ in ("the", "this") for c in head.children)
    people = any(t.ent_type_ == "PERSON" for t in names)
    return bool(names) and definite and not people and head.lower_ != "deal" and names[-1].i >= head.i - 2


def _country_cover(span: Span) -> set[int]:
    bounds = country_forms(span.head.doc)
    return {i for k in span.countries for i in range(k, bounds[k][0] + 1)}


def _definite(span: Span, own: list[str]) -> bool:
    """ "the two-word description agreement", presented as known."""
    definite = any(c.lower_ in ("the", "this") for c in span.head.children)
    before = [w for w in own if w in {t.lower_ for t in span.head.doc[span.first : span.head.i]}]
    return definite and len(before) > 1 and kind_of(span.text) is not None and span.head.lower_ != "deal"


# -- exercises ---------------------------------------------------------------------------------


def exercises(scene: Scene, taken: set[int]) -> list[Draft]:
    """Standing exercises with a name of their own ("Northern Shield military exercises", "Exercise Northern Shield")."""
    out = []
    for token in scene.doc:
        if token.i in taken or token.lower_ not in words("exercise_nouns") or token.pos_ not in ("NOUN", "PROPN"):
            continue
        span = _exercise(scene, token)
        if span is None:
            continue
        found = carrier(span.head)
        who, tokens = parties(scene, span, found)
        who = who or _states_before(scene, span)
        date, _, date_end = when(scene, span, found)
        if date is None and found is not None:
            tied = [d for d in scene.dates if d.governor == found.verb]
            date, date_end = (tied[0].expression.edtf, tied[0].last) if tied else (None, None)
        out.append(Draft(
            scene.sentence, span, "agreement.exercise", True, True, tuple(who), date, "other" if date else None, "in_force",
            "exercise", evidence=evidence(span, tokens, found.verb if found else None, date_end), context=scene.doc.text,
        ))  # fmt: skip
    return out


def _states_before(scene: Scene, span: Span) -> list[int]:
    """The states named before an exercise in its sentence, where its verb tells nobody."""
    found = [scene.registry.by_token.get((scene.sentence.ordinal, i)) for i in range(span.first)]
    return [i for i in dict.fromkeys(found) if i is not None and scene.registry.actors[i].kind == "state"]


def _exercise(scene: Scene, noun: Token) -> Span | None:
    doc = noun.doc
    j = noun.i - 1
    while j >= 0 and (doc[j].lower_ in ("military", "naval", "maritime", "joint", "air", "multinational", "annual", "training",
                                        "field", "live", "fire", "cyber", "bilateral", "multilateral", "large", "scale")
                      or doc[j].text in DASHES):  # fmt: skip
        j -= 1
    last = j
    while j >= 0 and capital(doc[j]) and doc[j].pos_ in ("PROPN", "NOUN", "ADJ"):
        j -= 1
    span = _proper_run(scene, j + 1, last, noun)
    if span is not None or noun.i + 1 >= len(doc):
        return span
    k = noun.i + 1 + (doc[noun.i + 1].lower_ in ("called", "named", "dubbed")) + (doc[noun.i + 1].text in ('"', ","))
    k2 = k
    while k2 < len(doc) and capital(doc[k2]) and doc[k2].pos_ in ("PROPN", "NOUN", "ADJ"):
        k2 += 1
    return _proper_run(scene, k, k2 - 1, noun) if noun.tag_ in ("NN", "NNP") else None


def _proper_run(scene: Scene, first: int, last: int, noun: Token) -> Span | None:
    if first > last or first == 0 and last == 0:
        return None
    doc = scene.doc
    named = any((scene.sentence.ordinal, i) in scene.registry.by_token for i in range(first, last + 1))
    if named or any(t.ent_type_ in ("GPE", "LOC", "DATE", "NORP", "PERSON") for t in doc[first : last + 1]):
        return None
    return Span(first, last, noun, doc[first : last + 1].text, [t.lower_ for t in doc[first : last + 1]], begin=min(first, noun.i),
                end=max(last, noun.i))  # fmt: skip
