"""Who takes part in an agreement, when, and where it stands, from the clause that names it.

Belongs here: the name's own states, "with" and "between", the subject of a verb that binds, date, status, evidence.
Does not belong here: finding names, memberships (members).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.agreements.model import Span
from pipeline.coding.agreements.runs import YEAR
from pipeline.coding.agreements.scene import Carrier, Scene, relative
from pipeline.coding.agreements.words import verbs, words
from pipeline.coding.dating import tie
from pipeline.language.clauses import arguments, with_conjuncts
from pipeline.language.factuality import factuality, negated

BINDERS = frozenset().union(*(verbs(r) for r in ("sign", "ratify", "enter", "reach", "join", "leave", "keep")))
"""Verbs whose subject is a party of the agreement that is their object."""
PROPOSED = frozenset({"proposed", "planned", "draft", "possible", "potential", "future"})

Dated = tuple[str | None, str | None, int | None]
"""EDTF date, kind of date, token that the date ends on."""


def parties(scene: Scene, span: Span, found: Carrier | None) -> tuple[list[int], list[Token]]:
    """Positions of the parties, and the tokens they were read from.

    The name's own states come first; then "between X and Y", "with Y"; then the subject of a verb that binds.
    """
    head = span.head
    own = scene.inside(span)
    if len(own) < 2 and head.lower_ not in words("binding") and head.lower_ not in ("partnership", "deal"):
        own = []  # "the U.S. Ports Programme" is one side's; it says nothing of who takes part
    tokens: list[Token] = []
    out = own + [i for t in _beside(span) for i in _note(scene, t, tokens)]
    governing = [(found.verb, found.slot)] if found else []
    clause = relative(head)
    for verb, slot in [*governing, *([(clause, "relative")] if clause is not None else [])]:
        if len(own) < 2:
            out += _of_verb(scene, verb, slot, tokens)
    out = list(dict.fromkeys(out))
    mutual = any(c.lower_ == "bilateral" for c in head.children) or (not out and _by_both(found))
    if len(out) < 2 and mutual:
        out += [i for i in scene.dyad() if i not in out]
    return out, tokens


BOTH = frozenset(
    {"minister", "leader", "president", "side", "partie", "delegation", "official", "government", "negotiator"}
)
"""People and bodies that, in the plural, sign for both sides."""


def _by_both(found: Carrier | None) -> bool:
    """Whether "the ministers" or nobody in particular signs it, in a text about two states."""
    if found is None or found.verb.lemma_.lower() not in verbs("sign"):
        return False
    args = arguments(found.verb)
    plural = any(t.lower_.endswith("s") and t.lower_.removesuffix("s") in BOTH for t in args.subjects)
    unsaid = found.slot == "nsubjpass" and not args.subjects and factuality(found.verb).status == "occurred"
    return plural or unsaid


def _note(scene: Scene, token: Token, tokens: list[Token]) -> list[int]:
    found = scene.actors(token)
    if found:
        tokens.append(token)
    return found


def _beside(span: Span) -> list[Token]:
    """Heads behind "between", "with", "among" of the noun or right behind the name, and possessors before it."""
    head, doc, at = span.head, span.head.doc, span.whole[1] + 1
    preps = [c for c in head.children if c.dep_ == "prep" and c.lower_ in ("between", "with", "among")]
    if at < len(doc) and doc[at].lower_ in ("between", "with", "among") and doc[at] not in preps:
        preps.append(doc[at])
    owners = [c for c in head.children if c.dep_ == "poss" and c.i < span.first]
    return [t for p in preps for c in p.children if c.dep_ == "pobj" for t in with_conjuncts(c)] + owners


def _of_verb(scene: Scene, verb: Token, slot: str, tokens: list[Token]) -> list[int]:
    """The parties that the verb's other arguments name."""
    if verb.lemma_.lower() not in BINDERS or negated(verb):
        return []
    args = arguments(verb)
    if slot == "nsubj" and not args.passive:
        return []
    heads = [t for t in args.subjects if t.lower_ not in ("which", "that")]
    heads += args.preps.get("with", []) + args.preps.get("between", [])
    return [i for t in heads for i in _note(scene, t, tokens)]


def negotiation(head: Token) -> Token | None:
    """The noun of "talks on a free trade agreement", "the conclusion of an investment treaty"; None elsewhere."""
    if head.dep_ != "pobj" or head.head.lower_ not in ("on", "for", "about", "of", "over", "towards"):
        return None
    noun = head.head.head
    return noun if noun.lemma_.lower() in ("negotiation", "talk", "conclusion") and noun.pos_ == "NOUN" else None


# -- date and status -----------------------------------------------------------------------------


def when(scene: Scene, span: Span, found: Carrier | None) -> Dated:
    """The agreement's date: one right behind the name, one that its verb has, a year in or before the name."""
    date, kind, last = _behind(scene, span, found)
    if date:
        return date, kind, last
    verb = relative(span.head) or (found.verb if found else None)
    kind = _date_kind(verb, found.slot if found else "") if verb is not None else None
    if kind is not None and verb is not None:
        tied = tie(span.head, verb, scene.dates, frozenset())
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
    if lemma in verbs("sign") or (lemma == "enter" and slot != "nsubj"):
        return "signed"
    if lemma in ("enter", "take", "come", "go") and slot == "nsubj":
        return "in_force" if any(c.lower_ in ("into", "effect", "force") for c in verb.children) else None
    if lemma in ("found", "establish", "create", "launch", "form"):
        return "founded" if made else None
    if lemma == "propose":
        return "proposed"
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
    if verb is None:
        return "in_force"
    lemma, happened = verb.lemma_.lower(), factuality(verb).status == "occurred"
    if lemma in verbs("leave") or lemma in ("expire", "lapse"):
        return "ended" if happened else "in_force"
    signing = lemma in verbs("sign") or (lemma == "enter" and found is not None and found.slot != "nsubj")
    if (signing or lemma in verbs("ratify") | verbs("reach")) and not happened:
        return "proposed" if lemma in ("negotiate", "propose") else "pending"
    return "unknown" if signing else "in_force"


# -- evidence --------------------------------------------------------------------------------------


def evidence(span: Span, tokens: list[Token], verb: Token | None, date_end: int | None) -> tuple[int, int]:
    """First and last token of the run that states the agreement: its name, the parties, their verb and its date."""
    first, last = span.whole
    for token in [*tokens, *([verb] if verb is not None and tokens else [])]:
        first, last = min(first, _left(token)), max(last, token.i)
    if verb is not None and tokens and verb.lemma_ in verbs("effect"):  # "took effect", "entered into force"
        last = max([last, *(t.i for t in verb.subtree if t.lower_ in ("effect", "force"))])
    return first, last if date_end is None else max(last, date_end)


def _left(token: Token) -> int:
    edges = [c.left_edge.i for c in token.children if c.dep_ in ("det", "compound", "amod", "poss") and c.i < token.i]
    return min([*edges, token.i])
