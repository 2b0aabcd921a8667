"""Clauses of taking part: who is a member of, part of or party to something, who joins, endorses or leaves it.

Belongs here: the clause by syntax alone. Does not belong here: what is taken part in and who the words mean
(members).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.coding.agreements.words import lexicon, verbs, words
from pipeline.language.clauses import arguments, is_passive
from pipeline.language.factuality import CANCELS, HYPOTHETICAL_NOUNS, factuality, negated

COPULA_SLOTS = ("attr", "oprd", "dobj", "acomp", "nsubj", "npadvmod")
FAR = 4
"""Verbs up a clause that can make it a wish; further up they speak of something else."""
AUXILIARY = ("aux", "auxpass")
FURTHEST = 9
"""Words behind "of which" among which its verb stands."""
NO_MEMBER = frozenset({"non", "no", "former", "potential", "possible", "aspiring", "candidate", "other"})
STATES = frozenset({"state", "states", "country", "countries", "nation", "nations"})
DEEPEST = 12
"""Steps up a parse in search of who takes part; coordinated lists hang deep."""


@dataclass(frozen=True, slots=True)
class Taking:
    """anchor: the word that says it; start: token where the names begin; members: heads of who takes part; verb: the
    verb of the clause; left: the membership is over; pending: it is to come."""

    anchor: Token
    start: int
    members: list[Token]
    verb: Token | None
    left: bool = False
    pending: bool = False

    @property
    def status(self) -> str:
        return "ended" if self.left else "pending" if self.pending else "in_force"


def takings(doc: Doc) -> Iterator[Taking]:
    """The clauses of taking part of a sentence, in order."""
    nouns = lexicon().taking_part
    for token in doc:
        lemma = token.lemma_.lower()
        taking = None
        if token.lower_ == "which":
            taking = _of_which(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            preps = nouns.get(lemma) or nouns.get(lemma.removesuffix("s"))
            taking = (_noun(token, preps) if preps else None) or _compound(token)
        elif token.pos_ in ("VERB", "AUX"):
            taking = _verb(token, lemma)
        if taking is not None and taking.members:
            yield taking


def _noun(noun: Token, preps: list[str]) -> Taking | None:
    """ "a member of", "part of", "Kenya's participation in"."""
    prep = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in preps), None)
    if prep is None and noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in preps:
        prep = noun.nbor()
    if prep is None or any(c.lower_ in ("potential", "possible", "candidate", "non", "no") for c in noun.children):
        return None
    members, verb = _members(noun)
    members = _named_before_as(noun) or members
    if verb is not None and (unreal(verb, standing=True) or negated(noun)):
        return None
    over = any(c.lower_ in ("former", "erstwhile") for c in noun.children)
    past = verb is not None and verb.lower_ in ("was", "were") and any(c.lower_ == "until" for c in noun.subtree)
    return Taking(noun, prep.i + 1, members, verb, over or past)


def _of_which(which: Token) -> Taking | None:
    """ "the Union, of which Kenya is a member", "the Pact, to which Chile belongs"."""
    doc, i = which.doc, which.i
    prep = doc[i - 1].lower_ if i > 1 else ""
    verb = next((t for t in doc[i + 1 : i + FURTHEST] if t.pos_ in ("VERB", "AUX") and t.dep_ not in AUXILIARY), None)
    if verb is None or unreal(verb, standing=True):
        return None
    lexical = prep in lexicon().taking_part_verbs.get(verb.lemma_.lower(), [])
    nouns = [c for c in verb.children if c.dep_ in ("attr", "nsubj", "oprd") and c.i > verb.i]
    copular = any(prep in lexicon().taking_part.get(c.lemma_.lower(), []) for c in nouns)
    members = [t for t in arguments(verb).subjects if t.i > i and t not in nouns]
    before = i - 2 - (doc[i - 2].text == ",")
    if before < 0 or not members or not (lexical or (copular and verb.lemma_ in ("be", "become"))):
        return None
    noun = next((n for n in nouns if copular), verb)
    return Taking(noun, before, members, verb)


def _compound(noun: Token) -> Taking | None:
    """ "Norway is a NATO member", "EU member state Malta", "as NATO allies, both ..."."""
    doc, i = noun.doc, noun.i
    if noun.lower_ not in ("member", "members", "ally", "allies") or i < 1 or not doc[i - 1].text[:1].isupper():
        return None
    head = doc[i + 1] if i + 1 < len(doc) and doc[i + 1].lower_ in STATES else noun
    behind = doc[head.i + 1] if head.i + 1 < len(doc) else head
    if any(c.lower_ in NO_MEMBER for c in [*noun.children, *head.children]):
        return None
    if behind.pos_ == "PROPN":
        top = behind.head if behind.dep_ == "compound" and behind.head.i > behind.i else behind
        return Taking(noun, i - 1, [top, *(top.conjuncts if head.lower_.endswith("s") else ())], None)
    members, verb = _members(head)
    members = [m for m in members if m != head]
    if verb is not None and (unreal(verb, standing=True) or negated(head)):
        return None
    return Taking(noun, i - 1, members, verb)


def _named_before_as(noun: Token) -> list[Token]:
    """X of "X, as a member of ...": parsers hang the phrase on what stands behind it."""
    doc = noun.doc
    i = noun.i - 1
    while i > 0 and (doc[i].pos_ in ("DET", "ADJ") or doc[i].dep_ in ("amod", "compound")):
        i -= 1
    if i < 1 or doc[i].lower_ != "as":
        return []
    i -= 1 + (doc[i - 1].text == ",")
    return [doc[i]] if i >= 0 and doc[i].pos_ == "PROPN" else []


def _members(noun: Token) -> tuple[list[Token], Token | None]:
    """Who the noun is said of (possessor, subject of its copula, what it stands in apposition to), and the verb."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    if owners:
        return owners, None
    token = noun
    for _ in range(DEEPEST):
        dep, above = token.dep_, token.head
        verbal = above.pos_ in ("VERB", "AUX") and above.dep_ != "prep"
        if dep == "appos" and above.pos_ == "NOUN" and above.dep_ in ("attr", "oprd"):
            token = above  # "Kenya is a republic, an old ally and a member of ..."
            continue
        if dep == "appos" or (dep == "prep" and token.lower_ == "as" and above.pos_ in ("NOUN", "PROPN")):
            return [above], None
        if dep in COPULA_SLOTS and verbal:
            return ([] if dep == "nsubj" else arguments(above).subjects), above
        if dep in ("prep", "pobj") and verbal:
            args = arguments(above)
            return (args.objects if args.passive else args.subjects), above
        if dep == "conj" and verbal:
            return arguments(above).subjects, above
        if dep not in ("conj", "pobj", "prep"):
            break
        token = above
    return [c for c in noun.children if c.dep_ == "nsubj"] if token.dep_ == "ROOT" else [], None


def _verb(verb: Token, lemma: str) -> Taking | None:
    roles = lexicon().taking_part_verbs
    passive, left = is_passive(verb), lemma in verbs("leave")
    members: list[Token] = []
    start: int | None = None
    if lemma in roles:
        prep = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in roles[lemma]), None)
        whole = lemma != "take" or any(c.lower_ == "part" for c in verb.children)
        start = prep.i + 1 if prep is not None and whole else None
        members = arguments(verb).subjects
    elif lemma in verbs("admit") and passive:
        prep = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("to", "into", "in")), None)
        start = prep.i + 1 if prep is not None else None
        members = arguments(verb).objects
    elif (lemma in verbs("join") or left) and not passive:
        particle = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("from", "to", "on", "onto", "into", "up")
        start = verb.i + 1 + particle
        members = arguments(verb).subjects
    if start is None or unreal(verb, standing=lemma in roles):
        return None
    pending = factuality(verb).status != "occurred" and lemma not in roles
    return Taking(verb, start, members, verb, left, pending)


def unreal(verb: Token, standing: bool) -> bool:
    """Whether the clause is denied, conditional or only wished for; a decision to join counts as joining.

    standing: the clause tells of being a member rather than of becoming one, which needs a word against it to be none.
    """
    verdict = factuality(verb)
    if verdict.status is not None:
        return verdict.status == "alleged"
    if verdict.reason != "embedded":
        return True
    if standing:
        return any(a.lemma_.lower() in CANCELS | HYPOTHETICAL_NOUNS for a in [verb, *verb.ancestors][:FAR])
    above = verb.head
    return above.lemma_.lower() not in words("allowing") and above.dep_ != "relcl" and above.pos_ != "ADP"
