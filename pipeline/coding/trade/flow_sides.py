"""Whose exports and imports a noun means, and to or from where: by modifiers, prepositions, subject and what was told.

Belongs here: reporter and partner of a noun of the flow of goods. Does not belong here: which goods flow (goods), flows
that a pronoun or "the list" goes back to (flows).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.trade.scene import Scene
from pipeline.coding.trade.syntax import governor, is_subject
from pipeline.coding.trade.values import at, first_of, subject_of


def sides_of_flow(
    scene: Scene, noun: Token, outward: bool, towards: tuple[str, ...]
) -> tuple[str | None, str | None, list[int]]:
    """(reporter, partner, tokens that name them) of a flow of goods, as far as anything tells.

    towards: the prepositions that lead to the other country.
    """
    subject = is_subject(noun)
    ends = scene.after(noun, governor(noun)) if subject else scene.after(noun)
    own = scene.modifying(noun) or _nationality_of_goods(scene, noun, outward)
    back = ("from", "of", "by") if outward else ("to", "into", "of", "by")
    reporter, owner = (own[0][1], own[0][0]) if own else first_of(ends, *back)
    partner, other = first_of(ends, *towards)
    if reporter is None and partner is None and (subject or noun.dep_ == "conj") and not _described(noun):
        reporter, partner = scene.carried(None, noun, loosely=not scene.named)
    if reporter is None:
        reporter, owner = subject_of(scene, noun)
    if reporter is None and partner is not None:
        reporter, owner = _other_side(scene, partner)
    aside = (not own and not subject) or (owner is not None and owner.tag_ == "WP$")
    if partner is None and reporter is not None and aside:
        found = scene.only_other(reporter)
        other, partner = found if found else (None, None)
    if partner is None and reporter is not None:
        carried = scene.carried(reporter, noun)[1]
        partner = carried if set(scene.named.values()) <= {reporter, carried} else None
    if reporter == partner and owner is not None and owner.pos_ == "PRON" and (found := scene.only_other(partner)):
        owner, reporter = found  # "its imports from there" are not those of "there"
    return reporter, partner, list(at(owner, other))


def _nationality_of_goods(scene: Scene, noun: Token, outward: bool) -> list[tuple[Token, str]]:
    """ "Exports of Kenyan tea" are Kenya's."""
    i = noun.i + 2
    if not outward or i >= len(scene.doc) or scene.doc[i - 1].lower_ != "of" or i not in scene.peoples:
        return []
    return [(scene.doc[i], scene.named[i])]


def _described(noun: Token) -> bool:
    """Whether words before the noun say which flow it is: "world exports", "tea exports"."""
    return any(c.dep_ in ("compound", "amod", "poss", "nmod") for c in noun.children)


def _other_side(scene: Scene, partner: str) -> tuple[str | None, Token | None]:
    """Whose "imports from Kenya" these are: the only other country of the sentence, else of a document about two."""
    if found := scene.only_other(partner):
        return found[1], found[0]
    return (next(c for c in scene.pair if c != partner), None) if partner in scene.pair else (None, None)
