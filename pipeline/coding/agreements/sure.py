"""When the clause around a name makes sure of one agreement, although the name alone does not.

Belongs here: what is signed, what ties stand under, who its parties are. Does not belong here: names that show an
agreement by themselves (names), descriptions (described).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.coding.agreements.model import Span
from pipeline.coding.agreements.names import domestic
from pipeline.coding.agreements.scene import Carrier, Scene, relative
from pipeline.coding.agreements.standing import negotiation
from pipeline.coding.agreements.words import verbs, words
from pipeline.language.factuality import factuality, negated
from pipeline.language.model import ParsedSentence


def bound(scene: Scene, span: Span, found: Carrier | None, who: Sequence[int]) -> bool:
    """Whether its parties, who signs it or who negotiates it make sure of one agreement."""
    return _by_parties(scene, span, who) or talked_of(span) or _signed_by_both(scene, span, found, who)


def under(span: Span, found: Carrier | None) -> bool:
    """ "established a partnership under the X Programme", "the commitments of the X Programme": what binds."""
    ties = ("relationship", "partnership", "cooperation", "alliance", "link", "tie")
    prep = span.head.head
    if prep.lower_ in ("of", "under", "in") and prep.head.lemma_.lower() in words("bonds") and not domestic(span):
        return span.head.lower_ in words("signable")
    if found is None or prep.lower_ not in ("under", "within"):
        return False
    return any(c.dep_ == "dobj" and c.lemma_ in ties for c in found.verb.children)


def mutual(scene: Scene, span: Span, found: Carrier | None, who: Sequence[int]) -> bool:
    """ "Kenya and Norway launched the X Initiative", "the Cultural Exchange Programme" of a text about two states."""
    if span.head.lower_ not in words("joint_works") or not span.head.text[0].isupper() or domestic(span):
        return False
    states = [i for i in who if scene.registry.actors[i].kind in ("state", "igo")]
    verb = relative(span.head) or (found.verb if found is not None and found.slot in ("dobj", "nsubjpass") else None)
    if verb is not None and verb.lemma_.lower() in verbs("launch") and len(states) > 1:
        return factuality(verb).status in ("occurred", "ongoing", "announced")
    programme = span.head.lower_ in ("program", "programme", "scheme", "plan")
    told = programme and bool({"cooperation", "exchange", "exchanges"} & set(span.words))
    return told and len(scene.dyad()) > 1 and not states


def signed(span: Span, found: Carrier | None) -> bool:
    """ "the X Programme, signed in Oslo in 2019": what is signed ties those who sign it."""
    verb = relative(span.head)
    if verb is None and found is not None and found.slot == "nsubjpass":
        verb = found.verb
    made = verb is not None and verb.lemma_ in ("sign", "conclude") and verb.tag_ in ("VBN", "VBD")
    return made and span.head.lower_ in words("signable") and span.head.text[0].isupper() and not domestic(span)


def _by_parties(scene: Scene, span: Span, who: Sequence[int]) -> bool:
    """A common name ("Free Trade Agreement") means one agreement where the text says who its parties are."""
    strategic = span.head.lower_ == "partnership" and bool({"strategic", "comprehensive", "enhanced"} & set(span.words))
    singular = (span.head.lower_ in words("binding") and not span.head.lower_.endswith("s")) or strategic
    states = [i for i in who if scene.registry.actors[i].kind in ("state", "igo")]
    allowed = not is_heading(scene.sentence) and not domestic(span)
    return singular and allowed and len(states) > 1


def _signed_by_both(scene: Scene, span: Span, found: Carrier | None, who: Sequence[int]) -> bool:
    """ "The two governments signed the Indicative Programme": a programme that two states sign ties both."""
    if found is None or found.slot != "dobj" or found.verb.lemma_.lower() not in verbs("sign"):
        return False
    states = [i for i in who if scene.registry.actors[i].kind == "state"]
    told = span.head.lower_ in words("signable") and span.head.text[0].isupper() and not domestic(span)
    return told and len(states) > 1 and factuality(found.verb).status is not None


def talked_of(span: Span) -> bool:
    """ "Talks on a Free Trade Area opened in 2015": what states negotiate will bind them."""
    noun = negotiation(span.head)
    verb = noun.head if noun is not None else None
    if verb is None or span.head.lower_ not in words("joinable") | words("binding"):
        return False
    begun = verb.pos_ in ("VERB", "AUX") and factuality(verb).status in ("occurred", "ongoing") and not negated(verb)
    return begun and span.head.text[0].isupper() and not domestic(span)


def is_heading(sentence: ParsedSentence) -> bool:
    return sentence.block.kind in ("heading", "title")
