"""Taking part: who is a member of, part of or party to what, who joins, endorses or leaves it.

Belongs here: the clauses of membership and the lists they govern. Does not belong here: names that show an agreement
by themselves (agreement_names).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.coding.agreement_model import Draft, Span
from pipeline.coding.agreement_names import ACRONYM
from pipeline.coding.agreement_parties import PARTIES, Scene, evidence
from pipeline.coding.agreement_words import lexicon, verbs, words
from pipeline.coding.event_dates import tie
from pipeline.language.clauses import arguments, is_passive
from pipeline.language.factuality import factuality, negated
from pipeline.language.names import Name

SKIPPED = frozenset("the a an both other various several many numerous regional international multilateral global such as like "
                    "including following organization organizations organisation organisations group groups body bodies bloc "
                    "blocs forum forums fora agreement agreements treaty treaties trade economic key subregional institutions "
                    "institution these alliances alliance partnership on up to into new landmark important : , with".split())  # fmt: skip
"""Words between "member of" and the first name."""
BETWEEN = frozenset({",", ";", "and", "the", "&", "or", "as", "well", "both", "in", "also", "of", "to"})
SIGNING = verbs("sign") | verbs("ratify") | {"endorse"}
JOINING = verbs("join") - {"endorse", "sign", "subscribe"}
UNITED = ("confederation", "union", "league", "federation", "alliance", "movement")


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that can be joined, at tokens first..last: an agreement's span, or an organisation's name."""

    first: int
    last: int
    span: Span | None = None
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class Taking:
    """A clause of taking part: the word that says it, where the names begin, who takes part, the verb, whether over."""

    anchor: Token
    start: int
    members: list[Token]
    verb: Token | None
    left: bool = False
    pending: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """Parties that are said to take part in a named agreement, and the clause that says so."""

    taking: Taking
    members: list[int]

    @property
    def words(self) -> list[Token]:
        return [*self.taking.members, self.taking.anchor]

    @property
    def status(self) -> str:
        return "ended" if self.taking.left else "pending" if self.taking.pending else "in_force"


def memberships(scene: Scene, spans: list[Span]) -> tuple[list[Draft], dict[tuple[int, int], Joined]]:
    """Drafts of the organisations that the sentence says states belong to; and, for each agreement's span (first and last
    token) that parties are said to take part in, who they are."""
    out: list[Draft] = []
    joined: dict[tuple[int, int], Joined] = {}
    for taking in _takings(scene):
        named = [t for t in taking.members if not _person(scene, t) or taking.anchor.lemma_ in SIGNING]
        members = scene.of_all(named, PARTIES)
        states = [i for i in members if scene.registry.actors[i].kind == "state"]
        for unit in _listed(scene, taking.start, spans):
            chosen = states if unit.span is None else members
            chosen = [i for i in chosen if not _same(scene, unit, i)]
            if chosen and unit.span is not None:
                joined.setdefault((unit.span.first, unit.span.last), Joined(taking, chosen))
            elif chosen and _joinable(taking):
                out.append(_draft(scene, taking, unit, chosen))
    return out, joined


def _person(scene: Scene, token: Token) -> bool:
    """Whether a person takes part, who speaks for a state only in signing."""
    found = scene.registry.resolve(scene.sentence, token, conjuncts=False)
    return any(scene.registry.actors[i].kind == "person" for i in found) or token.lower_ in ("he", "she", "who")


def _same(scene: Scene, unit: Unit, actor: int) -> bool:
    return unit.name is not None and scene.registry.by_token.get((scene.sentence.ordinal, unit.last)) == actor


def _joinable(taking: Taking) -> bool:
    """Organisations are joined or belonged to; they are not signed or endorsed."""
    return taking.anchor.pos_ in ("NOUN", "PROPN") or taking.anchor.lemma_ in JOINING | verbs("leave") | verbs("admit") | {
        "participate", "belong"
    }  # fmt: skip


# -- clauses ---------------------------------------------------------------------------------


def _takings(scene: Scene) -> Iterator[Taking]:
    nouns, roles = lexicon().taking_part, lexicon().taking_part_verbs
    for token in scene.doc:
        lemma = token.lemma_.lower()
        if token.pos_ in ("NOUN", "PROPN") and _singular(lemma) in nouns:
            taking = _noun(token, nouns[_singular(lemma)])
        elif token.pos_ in ("VERB", "AUX"):
            taking = _verb(token, lemma, roles)
        else:
            continue
        if taking is not None and taking.members:
            yield taking


def _singular(lemma: str) -> str:
    return lemma[:-1] if lemma.endswith("s") else lemma


def _noun(noun: Token, preps: list[str]) -> Taking | None:
    """ "a member of", "part of", "Kenya's participation in"."""
    prep = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in preps), None)
    if prep is None and noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in preps:
        prep = noun.nbor()
    if prep is None or any(c.lower_ in ("potential", "possible", "candidate", "non", "no") for c in noun.children):
        return None
    over = any(c.lower_ in ("former", "erstwhile") for c in noun.children)
    members, verb = _members(noun)
    if verb is not None and (_unreal(verb) or negated(noun)):
        return None
    past = verb is not None and verb.lower_ in ("was", "were") and any(c.lower_ == "until" for c in noun.subtree)
    return Taking(noun, prep.i + 1, members, verb, over or past)


def _members(noun: Token) -> tuple[list[Token], Token | None]:
    """Who the noun is said of: its possessor, the subject of its copula, what it stands in apposition to."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    token = noun
    for _ in range(12):
        dep, above = token.dep_, token.head
        if owners or dep == "ROOT":
            break
        if dep == "conj":
            token = above
            if token.pos_ in ("VERB", "AUX"):
                return arguments(token).subjects, token
        elif dep == "appos":
            return [above], None
        elif dep in ("attr", "oprd", "dobj", "acomp", "nsubj", "npadvmod") and above.pos_ in ("VERB", "AUX"):
            return ([] if dep == "nsubj" else arguments(above).subjects), above
        elif dep in ("prep", "pobj") and above.pos_ in ("VERB", "AUX") and above.dep_ != "prep":
            args = arguments(above)
            return (args.objects if args.passive else args.subjects), above
        elif dep in ("pobj", "prep"):
            if above.pos_ in ("NOUN", "PROPN") and token.dep_ == "prep" and token.lower_ == "as":
                return [above], None
            token = above
        else:
            break
    if not owners and token.dep_ == "ROOT" and token.pos_ in ("NOUN", "PROPN"):
        owners = [c for c in noun.children if c.dep_ in ("nsubj",)]
    return owners, None


def _verb(verb: Token, lemma: str, roles: dict[str, list[str]]) -> Taking | None:
    passive = is_passive(verb)
    left = lemma in verbs("leave")
    if lemma in roles:
        prep = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in roles[lemma]), None)
        if prep is None or (lemma == "take" and not any(c.lower_ == "part" for c in verb.children)):
            return None
        start = prep.i + 1
    elif lemma in verbs("admit") and passive:
        prep = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("to", "into", "in")), None)
        if prep is None:
            return None
        return None if _unreal(verb) else Taking(verb, prep.i + 1, arguments(verb).objects, verb)
    elif (lemma in verbs("join") or left) and not passive:
        start = verb.i + 1
        if start < len(verb.doc) and verb.doc[start].lower_ in ("from", "to", "on", "onto", "into", "up"):
            start += 1
    else:
        return None
    if _unreal(verb):
        return None
    pending = factuality(verb).status != "occurred" and lemma not in roles
    return Taking(verb, start, arguments(verb).subjects, verb, left, pending)


def _unreal(verb: Token) -> bool:
    """Whether the clause is denied, conditional or only wished for; a decision to join counts as joining."""
    verdict = factuality(verb)
    if verdict.status is not None:
        return verdict.status == "alleged"
    if verdict.reason != "embedded":
        return True
    above = verb.head
    return above.lemma_.lower() not in words("allowing") and not (above.dep_ == "relcl" or above.pos_ == "ADP")


# -- what is taken part in ---------------------------------------------------------------------


def _listed(scene: Scene, start: int, spans: list[Span]) -> list[Unit]:
    """The names that follow, one or a list; none where the first is nothing that can be joined."""
    doc, i, skipped, listed = scene.doc, start, 0, False
    out: list[Unit] = []
    while i < len(doc):
        unit = _unit(scene, i, spans, listed)
        if unit is not None:
            if _modifies(scene, unit):
                break
            i = unit.last + 1
            aside = ""
            if i < len(doc) and doc[i].text == "(":
                close = next((j for j in range(i, len(doc)) if doc[j].text == ")"), len(doc) - 1)
                aside, i = doc[i + 1 : close].text.lower(), close + 1
            if not aside.startswith(("observer", "guest", "candidate", "associate", "applicant")):
                out.append(unit)
            listed = True
        elif not listed and (doc[i].lower_ in SKIPPED or doc[i].text in ('"', "[", "(")) and skipped < 9:
            i, skipped = i + 1, skipped + 1
        elif listed and doc[i].lower_ in BETWEEN:
            i += 1
        else:
            break
    return out


def _unit(scene: Scene, i: int, spans: list[Span], listed: bool) -> Unit | None:
    doc = scene.doc
    if not doc[i].text[:1].isupper() and not any(s.whole[0] <= i <= s.whole[1] for s in spans):
        return None
    for span in spans:
        if span.whole[0] <= i <= span.whole[1] and not _seat(span.text):
            known = next((n for n in scene.registry.names.get(scene.sentence.ordinal, ())
                           if n.kind == "igo" and n.first <= span.first and n.last >= span.last), None)  # fmt: skip
            return (
                Unit(span.whole[0], span.whole[1], span) if known is None else Unit(known.first, known.last, name=known)
            )
    for name in scene.registry.names.get(scene.sentence.ordinal, ()):
        if name.first <= i <= name.last:
            return Unit(name.first, name.last, name=name) if _organisation(scene, name) else None
    token, written = doc[i], _written(scene, i, i)
    if ACRONYM.match(written) and written.isupper() and (listed or len(written) > 2 and token.ent_type_ != "GPE"):
        return Unit(i, i, name=Name(i, i, written, "igo", "acronym", rule="letters"))
    return None


def _seat(text: str) -> bool:
    return any(text.endswith(w) for w in words("not_membership"))


def _organisation(scene: Scene, name: Name) -> bool:
    if _seat(name.canonical or name.text):
        return False
    last = name.text.split()[-1].lower()
    if name.kind == "igo":
        return True
    if name.kind == "state":
        return name.rule == "body:state" and last in UNITED
    written = _written(scene, name.first, name.last)
    if name.kind in ("other", "ngo", "place", "company", "person") and len(written) > 3 and ACRONYM.match(written):
        return written.isupper()
    return (
        name.kind in ("other", "ngo") and last in words("joinable") | words("binding") and last not in ("party", "war")
    )


def _written(scene: Scene, first: int, last: int) -> str:
    """The words as the source has them: the parser's view may have calmed capitals."""
    return scene.registry.parsed.document.text[slice(*scene.sentence.source_span(first, last))]


def _modifies(scene: Scene, unit: Unit) -> bool:
    """ "NATO headquarters", "the EU's programme": the name belongs to another noun."""
    if unit.last + 1 >= len(scene.doc):
        return False
    after = scene.doc[unit.last + 1]
    if after.text in ("'s", "'"):
        return True
    joined = after.lower_ in words("joinable") | words("binding") | {"countries", "states", "members"}
    return after.pos_ in ("NOUN", "PROPN") and scene.doc[unit.last].dep_ in ("compound", "nmod", "amod") and not joined


# -- rows --------------------------------------------------------------------------------------


def _draft(scene: Scene, taking: Taking, unit: Unit, members: list[int]) -> Draft:
    span = _span_of(scene, unit)
    organisation = scene.registry.by_token.get((scene.sentence.ordinal, unit.last))
    date, date_end = date_of(scene, taking)
    tokens = [t for t in taking.members if t.pos_ != "PRON" or t.i < taking.anchor.i]
    ending = evidence(
        span, [*tokens, taking.anchor], taking.verb, date_end if date_end and date_end > span.last else None
    )
    return Draft(
        scene.sentence, span, "agreement.membership", True, True, tuple(members), date, "other" if date else None,
        Joined(taking, members).status, organisation=organisation, evidence=ending, context=scene.doc.text,
    )  # fmt: skip


def _span_of(scene: Scene, unit: Unit) -> Span:
    doc = scene.doc
    written = _written(scene, unit.first, unit.last)
    text = written if ACRONYM.match(written) else doc[unit.first : unit.last + 1].text
    span = Span(unit.first, unit.last, doc[unit.last], text, [t.lower_ for t in doc[unit.first : unit.last + 1]])
    span.acronym = text if ACRONYM.match(text) and text.isupper() else None
    k = unit.last + 1
    if k + 2 < len(doc) and doc[k].text == "(" and doc[k + 2].text == ")" and ACRONYM.match(doc[k + 1].text):
        span.acronym, span.end = doc[k + 1].text, k + 2
    return span


def date_of(scene: Scene, taking: Taking) -> tuple[str | None, int | None]:
    """EDTF of joining or of the time of membership, and the token it ends on."""
    anchor = taking.verb or taking.anchor
    tied = tie(taking.anchor, anchor, scene.dates, frozenset())
    if tied is None:
        return None, None
    since = tied.expression.kind == "since"
    return (tied.expression.point if since else tied.expression.edtf), tied.last
