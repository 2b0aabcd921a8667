"""How a sentence runs on from a noun to its figure, word by word: "trade fell by 12 percent, from $9 to $7 million".

Belongs here: ties between a noun and a quantity that hold whatever tree the parser makes of figures. Does not belong
here: ties by syntax (values).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.trade.scene import Amount, Scene
from pipeline.coding.trade.words import words

_PASSED = frozenset({"ADP", "DET", "ADV", "AUX", "PART", "NUM", "SYM", "PRON"})
"""Parts of speech that may stand between a noun and its figure."""
_LINKS = frozenset(
    {"to", "at", "of", "over", "above", "about", "around", "near", "nearly", "almost", "than", "worth", ":"}
)
LONGEST = 24
"""Words between a noun and its figure, at most."""


def runs_on_to(scene: Scene, noun: Token, amount: Amount) -> bool:
    """Whether nothing but places, dates, verbs of amount and other figures stands between a noun and its figure.

    Behind a verb of growth only what follows "to" or "at" is the size; what stands behind "by" is the change.
    """
    start = amount.first
    if not noun.i < start <= noun.i + LONGEST:
        return False
    between = scene.doc[_behind_goods(noun, start) : start]
    if not all(may_pass(scene, t, start) for t in between) or not between:
        return False
    moved = any(t.lemma_.lower() in words().growth and t.pos_ == "VERB" for t in between)
    told = scene.doc[noun.i + 1 : start + 1]  # "exceeds" may begin the figure itself
    said = any(t.pos_ in ("VERB", "AUX") and t.lemma_.lower() in words().amount_verbs for t in told)
    last = between[-1].lower_
    if any(t.lower_ in ("from", "by", "in", "with") for t in between[-1:]):
        return False
    if moved:
        return last in ("to", "at") or (said and last not in ("from", "by"))
    return last in _LINKS or said


def _behind_goods(noun: Token, stop: int) -> int:
    """Where a noun's sentence runs on, its goods left out: "exports of wheat and rice | to Kenya fell"."""
    flow = noun.lemma_.lower() in words().outward_nouns | words().inward_nouns
    for prep in noun.children if flow else ():
        if prep.lower_ == "of" and prep.i == noun.i + 1:
            goods = [t.i for c in prep.children if c.dep_ == "pobj" for t in (c, *c.lefts, *c.conjuncts) if t.i < stop]
            return max(goods, default=noun.i) + 1
    return noun.i + 1


def may_pass(scene: Scene, token: Token, stop: int) -> bool:
    """Whether a word may stand between a noun and its figure or its goods at `stop`."""
    if token.i in scene.named or token.i in scene.blocs or token.ent_type_ == "DATE":
        return True
    if any(a.first <= token.i <= a.last for a in scene.amounts):
        return True
    if token.text in (",", "-", "–", "$", "€", "£", "%", "since", ":"):
        return True
    low = token.lemma_.lower()
    if token.lower_ in ("and", "but"):
        countries = token.i - 1 in scene.named and token.i + 1 in scene.named
        return countries or any(t.lemma_.lower() in words().amount_verbs for t in token.doc[token.i + 1 : stop + 1][:3])
    if token.pos_ in ("VERB", "AUX"):
        return low in words().amount_verbs or low in words().growth or token.pos_ == "AUX"
    if token.tag_ in ("WDT", "WP", "WRB", "MD"):
        return False
    return token.pos_ in _PASSED or low in words().passed
