"""Frames about ranks: trading partners, markets, investors, economies.

Belongs here: places in an order. Does not belong here: percentages of a whole (shares), sums.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.coding.trade.listed import enumerated
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.syntax import governor, is_subject
from pipeline.coding.trade.values import at, first_of, own_rank, subject_of, superlative
from pipeline.coding.trade.words import words
from pipeline.language.clauses import arguments, prepositions


def ranked_role(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Japan is Chile's third largest trading partner", "one of its largest export markets" """
    if noun.pos_ not in ("NOUN", "PROPN") or not _is_role(noun, frame.words) or _of_one_good(scene, noun):
        return
    if any(t.text.strip("-") in ("st", "nd", "rd", "th") for t in scene.doc[noun.left_edge.i : noun.i]):
        return  # "the -th largest": an ordinal that lost its number
    rank = own_rank(scene, noun)
    if rank is None and not superlative(noun) and _ranks_among(scene, noun) is None:
        return
    if noun.tag_ in ("NNS", "NNPS") and rank is not None and rank.quantity.comparator == "=":
        rank = None  # "the largest partners are A and B": no single place
    rank = rank or _ranks_among(scene, noun)
    others, owner_code, owner = _role_sides(scene, noun)
    if owner is not None and owner.pos_ == "PRON" and noun.dep_ == "conj" and (first := scene.modifying(noun.head)):
        owner, owner_code = first[0]  # "Kenya's largest partner and its second largest investor"
    told = scene.told[-1] if scene.told else None
    if owner is not None and owner.pos_ == "PRON" and told and others and told.partner == others[0][0] != told.reporter:
        owner_code = told.reporter  # "Kenya ranks third among Japan's markets and fifth among its suppliers"
    elif owner is not None and owner.pos_ == "PRON" and others and (found := scene.only_other(others[0][0])):
        owner, owner_code = found  # "Japan is ... and its largest investor"
    for code, other in others:
        if code == owner_code or owner_code is None:
            continue
        tokens = (noun.i, *at(owner, other), *([rank.first, rank.last] if rank else []))
        yield Found(frame, noun, owner_code, code, None, rank, tokens, unit="rank" if rank else None)


def _of_one_good(scene: Scene, noun: Token) -> bool:
    """ "Its largest supplier of tea", "its third largest coffee buyer": a rank in one good is none in trade."""
    if noun.lemma_.lower() not in words().good_roles:
        return False
    of = prepositions(noun).get("of", []) + prepositions(noun).get("for", [])
    of = [t for t in of if t.lemma_.lower() not in words().generic | {"investment", "capital", "fdi"}]
    before = [c for c in noun.children if c.dep_ == "compound" and c.i not in scene.named]
    goods_before = [c for c in before if c.lemma_.lower() not in words().generic]
    return any(scene.country(t) is None for t in of) or bool(goods_before)


def ranked_for_a_good(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Japan is the third largest buyer of Kenyan tea", "Kenya is Japan's second biggest source of roses" """
    rank = own_rank(scene, noun)
    if noun.pos_ not in ("NOUN", "PROPN") or rank is None or noun.tag_ == "NNS" or noun.i + 2 >= len(scene.doc):
        return
    partner, subject = subject_of(scene, noun)
    if scene.doc[noun.i + 1].lower_ not in ("of", "for") or partner is None:
        return
    start = noun.i + 2
    while start + 1 < len(scene.doc) and (scene.doc[start].pos_ in ("DET", "PRON") or scene.doc[start].tag_ == "POS"):
        start += 1
    owner = scene.named.get(start)
    if owner is not None:
        start += 1 + (scene.doc[start + 1].tag_ == "POS")
    elif own := [code for _, code in scene.modifying(noun) if code != partner]:
        owner = own[0]
    elif found := scene.only_other(partner):
        owner = found[1]
    else:
        owner = next((c for c in scene.pair if c != partner), None) if partner in scene.pair else None
    if owner is None or owner == partner:
        return
    for item in enumerated(scene, start)[:1]:
        tokens = (noun.i, *at(subject), rank.first, rank.last, item.first, item.last)
        yield Found(frame, noun, owner, partner, item, rank, tokens, unit="rank")


def _ranks_among(scene: Scene, noun: Token) -> Amount | None:
    """ "Japan ranks third among Kenya's trading partners": the place that the verb gives."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("among", "of", "in"):
        return None
    verb = governor(noun)
    found = [a for a in scene.amounts if a.quantity.kind == "rank" and a.last >= verb.i]
    places = [a for a in found if a.last < noun.head.i] or (found[:1] if noun.head.i < verb.i else [])
    return places[-1] if places and verb.lemma_ in ("rank", "be", "come", "place", "take", "hold", "occupy") else None


def _is_role(noun: Token, roles: tuple[str, ...]) -> bool:
    for inner in prepositions(noun).get("of", []):
        if f"{noun.lemma_.lower()} of {inner.lemma_.lower()}" in roles:
            return True
    before = [t.lower_ for t in noun.doc[noun.left_edge.i : noun.i]]
    return noun.lemma_.lower() in roles or any(f"{word} {noun.lemma_.lower()}" in roles for word in before)


def _role_sides(scene: Scene, noun: Token) -> tuple[list[tuple[str, Token]], str | None, Token | None]:
    """The countries in the role, and the country whose partner, market or investor they are."""
    own = scene.modifying(noun)
    ends = scene.after(noun)
    owner_code, owner = (own[0][1], own[0][0]) if own else first_of(ends, "of", "for", "in", "to")
    if owner_code is None:
        owner_code, owner = _of_whose_goods(scene, noun)
    if owner_code is None:
        owner_code, owner = _having(scene, noun)
    if is_subject(noun):
        verb = governor(noun)
        objects = [o for o in arguments(verb).objects if verb.lemma_ in ("be", "include", "remain", "become")]
        others = [(code, o) for o in objects if (code := scene.country(o))]
    else:
        code, subject = subject_of(scene, noun)
        others = [(code, subject)] if code and subject else []
    if owner_code is None and others and (found := scene.only_other(others[0][0])):
        owner, owner_code = found
    if owner_code is None and others and others[0][0] in scene.pair and noun.lemma_.lower() == "investor":
        owner_code = next(c for c in scene.pair if c != others[0][0])
    return others, owner_code, owner


def _of_whose_goods(scene: Scene, noun: Token) -> tuple[str | None, Token | None]:
    """ "The second largest market for Kenyan goods": whose goods they are."""
    goods = [t for name in ("for", "of") for t in prepositions(noun).get(name, [])]
    own = [pair for t in goods if t.lemma_.lower() in words().generic for pair in scene.modifying(t)]
    return (own[0][1], own[0][0]) if own else (None, None)


def _having(scene: Scene, noun: Token) -> tuple[str | None, Token | None]:
    """ "The largest partner that Kenya has": the subject of the clause behind the noun."""
    for name in (c for c in noun.children if c.dep_ == "appos" and c.i in scene.named):
        if name.i + 1 < len(scene.doc) and scene.doc[name.i + 1].lemma_ == "have":
            return scene.named[name.i], name  # the same, read as an apposition
    for clause in (c for c in noun.children if c.dep_ == "relcl"):
        for subject in (c for c in clause.children if c.dep_ == "nsubj"):
            if code := scene.country(subject):
                return code, subject
    return None, None


def ranked_whole(scene: Scene, noun: Token, frame: Frame) -> Iterator[Found]:
    """ "Kenya is the region's largest economy": a rank of one country by itself"""
    rank = own_rank(scene, noun) or _said_rank(scene, noun)
    if rank is None or noun.pos_ not in ("NOUN", "PROPN"):
        return
    if frame.with_modifiers and not any(m in rank.quantity.surface.lower() for m in frame.with_modifiers):
        return
    own = scene.modifying(noun) if is_subject(noun) else []
    reporter, subject = (own[0][1], own[0][0]) if own else subject_of(scene, noun)
    if reporter is not None:
        yield Found(frame, noun, reporter, None, None, rank, (noun.i, rank.first, rank.last, *at(subject)), unit="rank")


def _said_rank(scene: Scene, noun: Token) -> Amount | None:
    """ "Kenya's economy is the third largest of the region" """
    verb = governor(noun)
    beside = next((c for c in noun.children if c.dep_ == "appos" and c.left_edge.i == noun.i + 2), None)
    if beside is not None and (near := [a for a in scene.amounts if a.quantity.kind == "rank" and _within(a, beside)]):
        return near[0]  # "Kenya's economy, the largest of the region, ..."
    if not is_subject(noun) or verb.lemma_ not in ("be", "rank", "remain"):
        return None
    found = [a for a in scene.amounts if a.quantity.kind == "rank" and a.head.head == verb and a.first > verb.i]
    return found[0] if found else None


def _within(amount: Amount, head: Token) -> bool:
    return head.left_edge.i <= amount.first and amount.last <= head.i
