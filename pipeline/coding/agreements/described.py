"""Agreements without a capitalised name: "signed a fishing agreement", "a 1994 agreement", "the air defence pact".

Belongs here: when a lower-case description unmistakably means one agreement. Does not belong here: capitalised names
(names), the words of a description (phrase).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.agreements.model import STATELIKE, Draft, Span
from pipeline.coding.agreements.names import domestic
from pipeline.coding.agreements.negotiated import negotiating
from pipeline.coding.agreements.parties import beside, evidence, parties
from pipeline.coding.agreements.phrase import country_cover, own_words, phrase, with_party
from pipeline.coding.agreements.runs import capital
from pipeline.coding.agreements.scene import Carrier, Scene, carrier, relative
from pipeline.coding.agreements.shared import Shared, share
from pipeline.coding.agreements.standing import signing, status, when
from pipeline.coding.agreements.unsaid import between_two, both, has_date, there
from pipeline.coding.agreements.words import kind_of, verbs, words
from pipeline.language.factuality import factuality, negated

_RULES_BETWEEN = {
    "partnership": ("signed", "reached"),
    "declaration": ("proper", "year", "signed", "unsaid"),
    "understanding": ("signed", "unsaid"),
    "arrangement": ("signed", "unsaid"),
}
"""Rules by which what is told by the words before the noun alone means one agreement."""


def described(scene: Scene, taken: set[int], shared: Shared | None = None) -> list[Draft]:
    """Drafts of lower-case descriptions whose noun is not inside a name already found (`taken`: tokens).

    shared: parties of the agreements that the sentence or a lead-in announces.
    """
    out: list[Draft] = []
    for token in scene.doc:
        noun = (token.lower_ in words("described") or _between(token)) and _noun(token)
        draft = _described(scene, token, shared) if noun and token.i not in taken else None
        if draft is not None:
            share(scene, draft, shared)
            out.append(draft)
            taken = taken | set(range(draft.span.whole[0], draft.span.whole[1] + 1))
    return out


def _noun(token: Token) -> bool:
    """Whether a word is a noun; parsers read "the air pact is" and "Understanding on" as verbs."""
    article = token.left_edge.dep_ == "det"
    opens = token.i == 0 and token.i + 1 < len(token.doc) and token.nbor().pos_ == "ADP"
    return (
        token.pos_ in ("NOUN", "PROPN") or opens or (article and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"))
    )


def _between(token: Token) -> bool:
    """ "the Anglo-Norwegian declaration", "a strategic partnership": told by the words before the noun alone."""
    strategic = token.lower_ == "partnership" and any(c.lower_ == "strategic" for c in token.children)
    return strategic or token.lower_ in words("loose")


def _described(scene: Scene, head: Token, shared: Shared | None) -> Draft | None:
    if head.dep_ in ("compound", "nmod") or negated(head) or any(c.lower_ in words("vague") for c in head.children):
        return None
    if head.i + 1 < len(head.doc) and head.nbor().lower_ in words("followed_by"):
        return None
    if head.dep_ == "pobj" and head.tag_ == "NN" and head.i > 0 and head.nbor(-1) == head.head:
        return None  # "by agreement between", "in agreement with"
    span = phrase(head)
    if domestic(span):
        return None
    found = carrier(head)
    who, tokens = parties(scene, span, found)
    who += [i for i in scene.states_among(span.first, head.i - 1) if i not in who]
    verb = relative(head) or (found.verb if found else None)
    rule = _rule(scene, span, found, verb, who)
    allowed = _RULES_BETWEEN[head.lower_] if _between(head) else None
    rule = rule if allowed is None or rule in allowed else None
    if rule is None and signing(head) is not None and (own_words(span) or kind_of(span.text)):
        named = scene.states_among(0, len(scene.doc) - 1)
        who = who if len(who) > 1 else named if len(named) == 2 else who
        rule = "signed" if len(who) > 1 else None
    if rule is None and shared is not None and shared.names(scene, span) and _told(span):
        rule = "signed"
    date, date_kind, date_end = when(scene, span, found)
    pair = both(scene, span, who)
    if rule is None:
        states = negotiating(scene, span, who)
        who, rule = (states, "negotiated") if len(states) > 1 else (who, None)
    if rule is None and pair and _there(scene, span, found, has_date(span, date)):
        who, rule = list(dict.fromkeys([*who, *pair])), "unsaid"
    if rule is None or (allowed is not None and rule not in allowed):
        return None
    if not own_words(span) and len(who) > 1 and span.last == head.i and span.year is None:
        plain = span.first == head.i  # "protocol of June 2023"
        of = plain and date_end is not None and head.i + 1 < len(head.doc) and head.nbor().lower_ == "of"
        dated = head.doc[head.i : (date_end or head.i) + 1].text
        span.text = dated if of else with_party(span, tokens)
    return Draft(
        scene.sentence,
        span,
        f"agreement.{rule}",
        sure=True,
        named=False,
        parties=tuple(who),
        assumed=tuple(pair) if _told(span) else (),
        echo=rule == "unsaid" and _has_article(head) and not has_date(span, date),
        date=date,
        date_kind=date_kind,
        status="proposed" if rule == "negotiated" else status(scene, span, found),
        evidence=evidence(span, tokens, verb, date_end),
    )


def _there(scene: Scene, span: Span, found: Carrier | None, dated: bool) -> bool:
    """Whether a text about two states says that an agreement is there whose parties it need not name."""
    if span.head.lower_ == "deal" and kind_of(span.text) is None and not between_two(span):
        return False
    told = (_told(span) or between_two(span)) and span.head.lower_ not in words("loose")
    plain = dated or any(w not in words("dropped_words") for w in span.words)
    return plain and there(scene, span, found, dated, told)


def _rule(scene: Scene, span: Span, found: Carrier | None, verb: Token | None, who: list[int]) -> str | None:
    """The rule by which a description means one agreement, or None."""
    if verb is not None:
        verdict = factuality(verb)
        if verdict.status == "announced" and verb.head.pos_ == "ADJ":
            return None  # "ready to sign"
        if verdict.status is None and span.year is None:
            if verdict.reason != "negated" and _awaited(scene, span, verb, who):
                return "definite"
            under = found is not None and found.slot in ("under", "through")
            return "under" if under and _definite(span) else None
        rule = _bound(scene, span, verb, verdict.status, who)
        if rule is not None:
            return rule
    if span.year and span.head.lower_ not in ("deal", "memorandum"):
        return "year"
    if _proper(span):
        return "proper"
    return "definite" if _definite(span) else None


def _bound(scene: Scene, span: Span, verb: Token, stated: str | None, who: list[int]) -> str | None:
    """Signed, reached or in effect between parties that the text names."""
    lemma = verb.lemma_.lower()
    statelike = [i for i in who if scene.registry.actors[i].kind in STATELIKE]
    told = _told(span)
    if not told and _has_article(span.head) and not beside(span):
        return None  # "the agreement was signed by X and Y" points back to one that was named
    if lemma in verbs("sign") | {"ratify", "enter"} and (len(who) > 1 or (statelike and told)):
        return "signed"
    held = lemma == "have" and stated == "ongoing" and told
    if lemma in verbs("reach") | verbs("raise") and len(statelike) > 1 and (stated == "occurred" or held):
        return "reached"
    return "effect" if lemma in verbs("effect") and len(statelike) > 1 else None


def _awaited(scene: Scene, span: Span, verb: Token, who: list[int]) -> bool:
    """ "should sign the fishing agreement": one that is known, between parties that the text names."""
    signs = verb.lemma_.lower() in verbs("sign") | {"ratify"} and _has_article(span.head) and span.head.tag_ == "NN"
    statelike = [i for i in who if scene.registry.actors[i].kind in STATELIKE]
    return signs and len(statelike) > 1 and bool(own_words(span)) and not negated(verb)


def _told(span: Span) -> bool:
    """Whether the description says what the agreement is about."""
    return kind_of(span.text) is not None or (
        span.head.lower_ != "deal" and (bool(own_words(span)) or len(span.words) > 1)
    )


def _proper(span: Span) -> bool:
    """A name that is no country's, or two countries, right in front ("the Coastal Waters agreement")."""
    doc, head = span.head.doc, span.head
    if len(span.countries) > 1:
        return True
    covered = country_cover(span)
    before = [doc[i] for i in range(max(1, span.first), head.i) if i not in covered]
    names = [t for t in before if capital(t) and t.pos_ == "PROPN"]
    if not names or names[-1].i < head.i - 2 or head.lower_ == "deal":
        return False
    return _has_article(head) and not any(t.ent_type_ == "PERSON" for t in names)


def _definite(span: Span) -> bool:
    """ "the two-word description agreement", presented as known."""
    before = {t.lower_ for t in span.head.doc[span.first : span.head.i]}
    told = [w for w in own_words(span) if w in before]
    return _has_article(span.head) and len(told) > 1 and kind_of(span.text) is not None and span.head.lower_ != "deal"


def _has_article(head: Token) -> bool:
    return any(c.lower_ in ("the", "this") for c in head.children)
