"""Who takes part in an agreement, when, and where it stands, from the clause that names it.

Belongs here: reading the verb that governs a name, its subjects, "with" and "between", its date. Does not belong here:
finding names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.agreement_model import Span
from pipeline.coding.agreement_words import verbs, words
from pipeline.coding.event_dates import Tied, dates_of, tie
from pipeline.language.clauses import arguments, with_conjuncts
from pipeline.language.factuality import factuality, negated
from pipeline.language.lexicon import vocabulary
from pipeline.language.model import ParsedSentence

PARTIES = frozenset({"state", "igo", "government_body", "armed_force", "armed_group"})
BINDERS = (
    verbs("sign") | verbs("ratify") | verbs("enter") | verbs("reach") | verbs("join") | verbs("leave") | verbs("keep")
)
"""Verbs whose subject is a party of the agreement that is their object."""

AROUND = frozenset("since after during before until at despite without against like".split())
"""Prepositions that set the scene: what happens after a treaty is no deed under it."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """The verb that governs an agreement's name. slot: dobj, nsubj, nsubjpass or the preposition between them."""

    verb: Token
    slot: str


class Scene:
    """A sentence, its actors and its dates, while agreements are read."""

    def __init__(self, registry: Registry, sentence: ParsedSentence) -> None:
        self.registry = registry
        self.sentence = sentence
        self.doc = sentence.doc

    @cached_property
    def dates(self) -> list[Tied]:
        return dates_of(self.sentence, self.registry.parsed.document.meta.published)

    def actors(self, token: Token, kinds: frozenset[str] = PARTIES, conjuncts: bool = False) -> list[int]:
        """Actors that can be parties and that the phrase headed by `token` means; people stand for their state."""
        unnamed = (self.sentence.ordinal, token.i) not in self.registry.by_token
        if unnamed and token.lower_ in vocabulary("group_nouns"):
            return []  # asking would enter the group into the list of actors
        out = []
        found = self.registry.resolve(self.sentence, token, conjuncts)
        if not found and token.pos_ == "PROPN":
            found = self.registry.related(self.sentence, token)  # "X of Kenya", where X is not seen as a person
        for index in found:
            actor = self.registry.actors[index]
            if actor.kind == "person":
                state = self.registry.book.state(actor.country)
                out += [state] if state is not None else []
            elif actor.kind in kinds:
                out.append(index)
        return list(dict.fromkeys(out))

    def of_all(self, tokens: list[Token], kinds: frozenset[str] = PARTIES) -> list[int]:
        return list(dict.fromkeys(i for t in tokens for i in self.actors(t, kinds)))

    def inside(self, span: Span) -> list[int]:
        """Actors named in the agreement's own name."""
        found = [self.registry.by_token.get((self.sentence.ordinal, i)) for i in span.countries]
        itself = self.registry.by_token.get((self.sentence.ordinal, span.head.i))
        return [i for i in dict.fromkeys(found) if i not in (None, itself) and self.registry.actors[i].kind in PARTIES]

    def dyad(self) -> list[int]:
        return list(self.registry.reference.dyad())


def carrier(head: Token) -> Carrier | None:
    """The verb above an agreement's noun, through lists, appositions and nouns such as "implementation of"."""
    token = head
    for _ in range(8):
        dep, above = token.dep_, token.head
        if above == token:
            return None
        if dep in ("conj", "appos", "compound", "nmod"):
            token = above
        elif dep == "pobj":
            prep = above
            if prep.lower_ in ("as", "like", "including") and prep.head.pos_ in ("NOUN", "PROPN"):
                token = prep.head
            elif prep.head.pos_ in ("VERB", "AUX"):
                return Carrier(prep.head, prep.lower_) if prep.lower_ not in AROUND else None
            elif prep.head.pos_ == "ADP":
                token = prep
            elif prep.head.pos_ in ("NOUN", "PROPN") and (
                prep.lower_ in ("of", "under", "through", "within") or prep.head.lemma_ in ("compliance", "accordance")
            ):
                token = prep.head
            else:
                return None
        elif dep == "prep" and above.pos_ in ("VERB", "AUX"):
            return Carrier(above, token.lower_)
        elif dep in ("dobj", "nsubj", "nsubjpass", "attr", "oprd") and above.pos_ in ("VERB", "AUX"):
            return Carrier(above, dep)
        else:
            return None
    return None


def relative(head: Token) -> Token | None:
    """ "the agreement that Kenya signed": the verb of the clause behind the noun."""
    return next((c for c in head.children if c.dep_ in ("relcl", "acl") and c.pos_ == "VERB"), None)


def parties(scene: Scene, span: Span, found: Carrier | None) -> tuple[list[int], list[Token]]:
    """Positions of the parties, and the tokens they were read from.

    The name's own states come first; then "between X and Y", "with Y"; then the subject of a verb that binds.
    """
    head = span.head
    own = scene.inside(span)
    if len(own) < 2 and head.lower_ not in words("binding") and head.lower_ not in ("partnership", "deal"):
        own = []  # "the U.S. Ports Programme" is one side's; it says nothing of who takes part
    tokens: list[Token] = []
    beside = _beside(head, span.whole[1]) + _owners(scene, span)
    out = own + [i for t in beside for i in _note(scene, t, tokens)]
    clause = relative(head)
    for verb, slot in [(found.verb, found.slot) if found else (None, ""), (clause, "relative")]:
        if verb is not None and len(own) < 2:
            out += _of_verb(scene, verb, slot, tokens)
    out = list(dict.fromkeys(out))
    if len(out) < 2 and any(c.lower_ == "bilateral" for c in head.children):
        out += [i for i in scene.dyad() if i not in out]
    return out, tokens


def _note(scene: Scene, token: Token, tokens: list[Token]) -> list[int]:
    found = scene.actors(token)
    if found:
        tokens.append(token)
    return found


def _beside(head: Token, last: int) -> list[Token]:
    """Heads behind "between", "with", "among" of the noun itself or right behind the name."""
    doc = head.doc
    preps = [c for c in head.children if c.dep_ == "prep" and c.lower_ in ("between", "with", "among")]
    after = doc[last + 1] if last + 1 < len(doc) else None
    if after is not None and after.lower_ in ("between", "with", "among") and after not in preps:
        preps.append(after)
    return [t for p in preps for c in p.children if c.dep_ == "pobj" for t in with_conjuncts(c)]


def _owners(scene: Scene, span: Span) -> list[Token]:
    """ "Kenya's agreement"; a state's or organisation's word in front of a plain noun ("the Kenyan treaty")."""
    return [c for c in span.head.children if c.dep_ == "poss" and c.i < span.first]


def _of_verb(scene: Scene, verb: Token, slot: str, tokens: list[Token]) -> list[int]:
    lemma = verb.lemma_.lower()
    if lemma not in BINDERS or negated(verb):
        return []
    args = arguments(verb)
    if slot in ("nsubj", "nsubjpass") and not args.passive and lemma in verbs("effect"):
        return []
    if slot == "nsubj" and not args.passive:
        return []
    heads = [t for t in args.subjects if t.lower_ not in ("which", "that")]
    heads += args.preps.get("with", []) + args.preps.get("between", [])
    if args.passive and lemma in verbs("admit"):
        heads += args.objects
    return [i for t in heads for i in _note(scene, t, tokens)]


def when(scene: Scene, span: Span, found: Carrier | None) -> tuple[str | None, str | None, int | None]:
    """(date, kind of date, token that the date ends on)."""
    date, kind, last = _bracketed(scene, span, found)
    if date:
        return date, kind, last
    verb = relative(span.head) or (found.verb if found else None)
    kind = _date_kind(verb, found) if verb is not None else None
    if kind is not None and verb is not None:
        tied = tie(span.head, verb, scene.dates, frozenset())
        if tied is not None:
            expression = tied.expression
            return (expression.point if expression.kind == "since" else expression.edtf), kind, tied.last
    if span.year:
        return span.year, "other", None
    return None, None, None


def _bracketed(scene: Scene, span: Span, found: Carrier | None) -> tuple[str | None, str | None, int | None]:
    """ "Treaty of X (1995)", "X Agreement, 2003": a date right behind the name."""
    doc, at = scene.doc, span.whole[1] + 1
    if at + 1 < len(doc) and doc[at].text in ("(", ","):
        for tied in scene.dates:
            closes = tied.last + 1 >= len(doc) or doc[tied.last + 1].text in (")", ".", ",", ";")
            if tied.first == at + 1 and closes and (doc[at].text == "(" or tied.expression.granularity == "year"):
                signed = found is not None and found.verb.lemma_ in verbs("sign")
                return tied.expression.edtf, "signed" if signed else "other", tied.last
    return None, None, None


def _date_kind(verb: Token, found: Carrier | None) -> str | None:
    lemma = verb.lemma_.lower()
    slot = found.slot if found else ""
    if lemma in verbs("sign") or (lemma == "enter" and slot not in ("nsubj",)):
        return "signed"
    if lemma in ("enter", "take", "come", "go") and slot == "nsubj":
        return "in_force" if any(c.lower_ in ("into", "effect", "force") for c in verb.children) else None
    if lemma in ("found", "establish", "create", "launch", "form"):
        return "founded" if slot in ("dobj", "nsubjpass") else None
    if lemma in verbs("reach") and slot not in ("dobj", "nsubjpass", "relative", ""):
        return None
    if lemma == "propose":
        return "proposed"
    return "other" if lemma in verbs("join") | verbs("ratify") | verbs("leave") | verbs("reach") else None


def status(scene: Scene, span: Span, found: Carrier | None) -> str:
    """in_force, proposed, pending, ended or unknown, as the clause presents it."""
    near = {t.lower_ for t in scene.doc[max(0, span.whole[0] - 3) : span.first]}
    if near & {"proposed", "planned", "draft", "possible", "potential", "future"}:
        return "proposed"
    if near & {"former", "defunct"}:
        return "ended"
    verb = relative(span.head) or (found.verb if found else None)
    if verb is None:
        return "in_force"
    lemma = verb.lemma_.lower()
    verdict = factuality(verb)
    if lemma in verbs("leave") or (lemma in ("expire", "lapse", "end")):
        return "ended" if verdict.status == "occurred" else "in_force"
    bound = lemma in verbs("sign") | verbs("ratify") | verbs("reach")
    if bound and verdict.status != "occurred":
        return "proposed" if lemma in ("negotiate", "propose") else "pending"
    if lemma in verbs("sign") or (lemma == "enter" and found is not None and found.slot != "nsubj"):
        return "unknown"
    return "in_force"


def evidence(span: Span, tokens: list[Token], verb: Token | None, date_end: int | None) -> tuple[int, int]:
    """First and last token of the run that states the agreement: its name, the parties, their verb and its date."""
    first, last = span.whole
    for token in [*tokens, *([verb] if verb is not None and tokens else [])]:
        first, last = min(first, _left(token)), max(last, token.i)
    if verb is not None and tokens and verb.lemma_ in verbs("effect"):  # "took effect", "entered into force"
        last = max([last, *(t.i for t in verb.subtree if t.lower_ in ("effect", "force"))])
    if date_end is not None:
        last = max(last, date_end)
    return first, last


def _left(token: Token) -> int:
    edges = [c.left_edge.i for c in token.children if c.dep_ in ("det", "compound", "amod", "poss") and c.i < token.i]
    return min([*edges, token.i])


def is_common(text: list[str]) -> bool:
    """Whether words name no agreement in particular."""
    return not [w for w in text if w not in words("common_words") and not w.isdigit()]
