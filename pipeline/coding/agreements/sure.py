"""When the clause around a name makes sure of one agreement, although the name alone does not.

Belongs here: what is signed, what ties stand under, who its parties are. Does not belong here: names that show an
agreement by themselves (names), descriptions (described).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.coding.agreements.model import Span
from pipeline.coding.agreements.names import domestic
from pipeline.coding.agreements.scene import Carrier, Scene, relative
from pipeline.coding.agreements.words import words
from pipeline.language.model import ParsedSentence


def under(span: Span, found: Carrier | None) -> bool:
    """ "established a partnership under the X Programme": what ties two sides stands under the programme."""
    ties = ("relationship", "partnership", "cooperation", "alliance", "link", "tie")
    if found is None or span.head.head.lower_ not in ("under", "within"):
        return False
    return any(c.dep_ == "dobj" and c.lemma_ in ties for c in found.verb.children)


def signed(span: Span, found: Carrier | None) -> bool:
    """ "the X Programme, signed in Oslo in 2019": what is signed ties those who sign it."""
    verb = relative(span.head)
    if verb is None and found is not None and found.slot == "nsubjpass":
        verb = found.verb
    made = verb is not None and verb.lemma_ in ("sign", "conclude") and verb.tag_ in ("VBN", "VBD")
    return made and span.head.lower_ in words("signable") and span.head.text[0].isupper() and not domestic(span)


def by_parties(scene: Scene, span: Span, who: Sequence[int]) -> bool:
    """A common name ("Free Trade Agreement") means one agreement where the text says who its parties are."""
    strategic = span.head.lower_ == "partnership" and bool({"strategic", "comprehensive", "enhanced"} & set(span.words))
    singular = (span.head.lower_ in words("binding") and not span.head.lower_.endswith("s")) or strategic
    states = [i for i in who if scene.registry.actors[i].kind in ("state", "igo")]
    allowed = not is_heading(scene.sentence) and not domestic(span)
    return singular and allowed and len(states) > 1


def is_heading(sentence: ParsedSentence) -> bool:
    return sentence.block.kind in ("heading", "title")
