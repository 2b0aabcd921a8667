"""When an agreement was made and where it stands, from the clause that names it.

Belongs here: dates and their kinds, status, the nouns of signing and negotiating. Does not belong here: who takes part
(parties), finding names (names).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.agreements.model import Span
from pipeline.coding.agreements.runs import YEAR
from pipeline.coding.agreements.scene import Carrier, Scene, relative
from pipeline.coding.agreements.words import verbs
from pipeline.coding.dating import tie
from pipeline.language.factuality import factuality, negated

PROPOSED = frozenset({"proposed", "planned", "draft", "possible", "potential", "future"})
PROPOSING = frozenset({"negotiate", "propose", "suggest", "offer", "float", "moot", "draft"})
UNDER_WAY = frozenset({"negotiation", "discussion", "preparation", "consideration"})
SIGNING = frozenset({"signing", "signature", "ratification", "finalization", "finalisation"})

Dated = tuple[str | None, str | None, int | None]
"""EDTF date, kind of date, token that the date ends on."""


def negotiation(head: Token) -> Token | None:
    """The noun of "talks on a free trade agreement", "the conclusion of an investment treaty"; None elsewhere."""
    if head.dep_ != "pobj" or head.head.lower_ not in ("on", "for", "about", "of", "over", "towards"):
        return None
    noun = head.head.head
    told = noun.lemma_.lower() in ("negotiation", "talk", "conclusion")
    return noun if told and (noun.pos_ == "NOUN" or noun.lower_ == "talks") else None


def signing(head: Token) -> Token | None:
    """The noun of "the signing of the treaty", "its ratifications of the pact"; None elsewhere."""
    if head.dep_ != "pobj" or head.head.lower_ != "of":
        return None
    noun = head.head.head
    return noun if noun.lower_.removesuffix("s") in SIGNING else None


def when(scene: Scene, span: Span, found: Carrier | None) -> Dated:
    """The agreement's date: one right behind the name, one that its verb has, a year in or before the name."""
    date, kind, last = _behind(scene, span, found)
    if date:
        return date, kind, last
    noun = signing(span.head)
    if noun is not None:
        tied = tie(noun, noun, scene.dates, frozenset())
        if tied is not None:
            return tied.expression.edtf, "other" if noun.lower_.startswith("ratif") else "signed", tied.last
    verb = relative(span.head) or (found.verb if found else None)
    slot = found.slot if found else ""
    kind = _date_kind(verb, slot) if verb is not None else None
    if kind is None and verb is not None and slot == "nsubj":  # "was opened in 1988 and entered into force in 1991"
        verb = next((v for v in verb.conjuncts if _date_kind(v, slot)), verb)
        kind = _date_kind(verb, slot)
    if kind is not None and verb is not None:
        own = [d for d in scene.dates if d.governor == verb]
        tied = own[0] if len(own) == 1 else tie(span.head, verb, scene.dates, frozenset())
        if tied is not None:
            expression = tied.expression
            return (expression.point if expression.kind == "since" else expression.edtf), kind, tied.last
    return (span.year, "other", None) if span.year else (None, None, None)


def _behind(scene: Scene, span: Span, found: Carrier | None) -> Dated:
    """ "Treaty of X (1995)", "X Agreement, 2003", "X Convention of 1920": a date right behind the name."""
    doc, at = scene.doc, span.whole[1] + 1
    if at + 1 >= len(doc) or doc[at].text not in ("(", ",", "of"):
        return None, None, None
    for tied in scene.dates:
        closes = tied.last + 1 >= len(doc) or doc[tied.last + 1].text in (")", ".", ",", ";")
        plain = doc[at].text != "," or (tied.expression.granularity == "year" and closes)
        if tied.first == at + 1 and plain:
            signed = found is not None and found.verb.lemma_ in verbs("sign")
            return tied.expression.edtf, "signed" if signed else "other", tied.last
    if doc[at].text == "of" and YEAR.match(doc[at + 1].text):
        return doc[at + 1].text, "other", at + 1
    return None, None, None


def _date_kind(verb: Token, slot: str) -> str | None:
    """What the verb's date is to the agreement; None where it is no date of the agreement."""
    lemma = verb.lemma_.lower()
    made = slot in ("dobj", "nsubjpass")
    if lemma in ("initial", "renew"):  # the day of neither makes it bind
        return "other" if lemma == "initial" else None
    if lemma in verbs("sign") or (lemma == "enter" and slot != "nsubj"):
        return "signed"
    if lemma in ("enter", "take", "come", "go") and slot == "nsubj":
        return "in_force" if any(c.lower_ in ("into", "effect", "force") for c in verb.children) else None
    if lemma in ("found", "establish", "create", "launch", "form"):
        return "founded" if made else None
    if lemma in PROPOSING:
        return "proposed"
    if lemma == "follow" and slot == "nsubj":
        return "other"
    if lemma in verbs("reach"):
        return "other" if made or slot in ("", "relative") else None
    return "other" if lemma in verbs("join") | verbs("ratify") | verbs("leave") else None


def status(scene: Scene, span: Span, found: Carrier | None) -> str:
    """in_force, proposed, pending, ended or unknown, as the clause presents it."""
    near = {t.lower_ for t in scene.doc[max(0, span.whole[0] - 3) : span.first]}
    if near & PROPOSED:
        return "proposed"
    if near & {"former", "defunct"}:
        return "ended"
    verb = relative(span.head) or (found.verb if found else None)
    if verb is None and span.head.dep_ == "nsubj" and span.head.head.lemma_ == "be":
        verb = span.head.head
        if any(o.lower_ in UNDER_WAY for c in verb.children if c.dep_ == "prep" for o in c.children):
            return "proposed"
    if verb is None:
        return "in_force"
    lemma, happened = verb.lemma_.lower(), factuality(verb).status == "occurred"
    if lemma == "have":
        return "in_force"
    if lemma in verbs("leave") or lemma in ("expire", "lapse"):
        return "ended" if happened else "in_force"
    signing = lemma in verbs("sign") or (lemma == "enter" and found is not None and found.slot != "nsubj")
    if lemma in PROPOSING or ((signing or lemma in verbs("ratify") | verbs("reach")) and not happened):
        return "proposed" if lemma in PROPOSING else "pending"
    if _awaiting(verb, found):
        return "pending"
    return "unknown" if signing else "in_force"


def _awaiting(verb: Token, found: Carrier | None) -> bool:
    """ "was initialled", "was never ratified", "awaits ratification", "is still pending"."""
    above = [verb, *verb.conjuncts, *([found.verb, *found.verb.conjuncts] if found is not None else [])]
    unfinished = verbs("ratify") | {"enter", "take", "come", "sign"}
    return any(
        v.lemma_.lower() in ("initial", "await")
        or (v.lemma_.lower() in unfinished and negated(v))
        or any(c.lower_ in ("pending", "unratified", "unsigned") for c in v.children)
        for v in above
    )
