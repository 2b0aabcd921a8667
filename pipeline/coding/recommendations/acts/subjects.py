"""The acts that a subject names: "Lowering A and raising B is ...", "To lower A is ...", "Closer cooperation is ...".

Belongs here: subjects of frames that say what an act is or does. Does not belong here: the frames.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.ends import trim
from pipeline.coding.recommendations.acts.forms import bare_verb
from pipeline.coding.recommendations.acts.nouns import is_act_noun, noun_acts
from pipeline.coding.recommendations.acts.verbs import verb_acts
from pipeline.coding.recommendations.lexicon import words
from pipeline.coding.recommendations.model import Act

_KNOWN = frozenset({"such", "the", "this", "its", "their", "that", "these", "his", "her"})


def subject_acts(doc: Doc, who: Token, limit: int) -> list[Act]:
    """Acts named by the subject headed by `who`, which ends before `limit`; [] when it names none."""
    start = _gerund_start(who)
    if start is not None or who.tag_ == "VBG":
        return verb_acts(doc, who.i if start is None else start, "ing", limit)
    if who.tag_ in ("VB", "VBP") and who.i > 0 and doc[who.i - 1].tag_ == "TO":
        return verb_acts(doc, who.i, "bare", limit)
    owned = any(t.dep_ == "poss" or t.lower_ in _KNOWN for t in who.children)
    if who.pos_ == "NOUN" and is_act_noun(who) and not owned:
        return noun_acts(doc, who.left_edge.i, trim(doc, who.i, min(limit, who.right_edge.i + 1)))
    return []


def is_wanted(noun: Token) -> bool:
    """Whether a noun is wanted more of ("closer", "continued", "renewed"), not praised as it is."""
    return noun.lemma_.lower() in ("reform", "action", "restraint") or any(
        t.dep_ == "amod" and (t.tag_ in ("JJR", "VBN") or t.lower_ in words().wanted) for t in noun.children
    )


def _gerund_start(who: Token) -> int | None:
    """A gerund that opens the subject though the tagger saw a noun or a participle: "Expanding trade can ..."."""
    left = who.left_edge
    if left.i > 3 or left.tag_ not in ("VBG", "NN", "NNP", "JJ") or (left.i == who.i and left.tag_ == "NN"):
        return None
    known = left.lower_.endswith("ing") and bare_verb(left) in words().acts
    return left.i if known and left.lower_ not in ("following", "including") else None
