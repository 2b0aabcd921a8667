"""Agreements of a document: treaties, pacts, programmes that bind parties, standing exercises, memberships.

Belongs here: the order of finders and the rows. Does not belong here: finding (agreement_names, agreement_members,
agreement_described), parties and dates (agreement_parties), what is one agreement (agreement_grouping).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.coding.actors import Registry
from pipeline.coding.agreement_described import described, exercises
from pipeline.coding.agreement_grouping import Group, group, row
from pipeline.coding.agreement_members import Joined, date_of, memberships
from pipeline.coding.agreement_model import Draft, Span
from pipeline.coding.agreement_names import named, says_agreement
from pipeline.coding.agreement_parties import (
    Carrier,
    Scene,
    carrier,
    evidence,
    is_common,
    parties,
    relative,
    status,
    when,
)
from pipeline.coding.agreement_words import words
from pipeline.coding.rows import Agreement, AgreementMention, Evidence
from pipeline.language.model import ParsedDocument, ParsedSentence

CONFIDENCE = {
    "agreement.named": 0.85,
    "agreement.party": 0.85,
    "agreement.membership": 0.85,
    "agreement.exercise": 0.75,
    "agreement.signed": 0.75,
    "agreement.named_again": 0.85,
}
"""Share of right rows by rule, measured on the hand-coded documents; other rules have too few rows and get 0.6."""


def code(parsed: ParsedDocument, registry: Registry) -> tuple[list[Agreement], list[AgreementMention]]:
    """Agreements and where they are named. Positions of parties refer to `registry.actors`.

    Call before `registry.finish()`: an organisation's own list of forms is read as it stands then.
    """
    drafts = [d for sentence in parsed.body() for d in _sentence(registry, sentence)]
    groups = group(drafts)
    agreements = [row(g, registry.actors) for g in groups]
    mentions = [_mention(parsed, d, i) for i, g in enumerate(groups) for d in g.drafts]
    mentions += _again(parsed, groups)
    return agreements, sorted(mentions, key=lambda m: (m.evidence.char_start, m.evidence.char_end, m.agreement))


def _sentence(registry: Registry, sentence: ParsedSentence) -> list[Draft]:
    scene = Scene(registry, sentence)
    spans = named(sentence)
    drafts, joined = memberships(scene, spans)
    before: Carrier | None = None
    for span, after in zip(spans, [None, *spans], strict=False):
        if not _organisation(scene, span, joined):
            found = carrier(span.head) or (before if after is not None and _next_item(after, span) else None)
            drafts.append(_named(scene, span, found, joined.get((span.first, span.last))))
            before = found
    taken = {i for d in drafts for i in range(d.span.whole[0], d.span.whole[1] + 1)}
    drafts += exercises(scene, taken)
    taken |= {i for d in drafts for i in range(d.span.whole[0], d.span.whole[1] + 1)}
    return drafts + described(scene, taken)


def _organisation(scene: Scene, span: Span, joined: dict[tuple[int, int], Joined]) -> bool:
    """Whether the span is an organisation that the document mentions; membership has to be said."""
    index = scene.registry.by_token.get((scene.sentence.ordinal, span.head.i))
    return index is not None and span.head.lower_ not in words("binding") and (span.first, span.last) not in joined


def _next_item(before: Span, span: Span) -> bool:
    """Whether the span is the next item of the list that the span before it stands in; parses of long lists break."""
    between = span.head.doc[before.whole[1] + 1 : span.whole[0]]
    marks = [t for t in between if t.text in (",", ";", "and")]
    return bool(marks) and not any(t.pos_ in ("VERB", "AUX") or t.dep_ in ("nsubj", "nsubjpass") for t in between)


def _named(scene: Scene, span: Span, found: Carrier | None, joined: Joined | None) -> Draft:
    who, tokens = parties(scene, span, found)
    date, kind, end = when(scene, span, found)
    stands = status(scene, span, found)
    verb = relative(span.head) or (found.verb if found else None)
    if joined is not None:
        who = list(dict.fromkeys([*who, *joined.members]))
        tokens, stands = [*tokens, *joined.words], joined.status if stands == "in_force" else stands
        if date is None:
            date, end = date_of(scene, joined.taking)
            kind = "other" if date else None
    sure = joined is not None or says_agreement(span) or _under(span, found)
    sure = sure or (_by_parties(scene, span, who) and not _heading(scene.sentence))
    return Draft(
        scene.sentence, span, "agreement.party" if joined else "agreement.named", sure, True, tuple(who), date, kind, stands,
        evidence=evidence(span, tokens, verb, end), context=scene.doc.text,
    )  # fmt: skip


def _under(span: Span, found: Carrier | None) -> bool:
    """ "established a partnership under the X Programme": what ties two sides stands under the programme."""
    prep = span.head.head
    ties = ("relationship", "partnership", "cooperation", "alliance", "link", "tie")
    return found is not None and prep.lower_ in ("under", "within") and any(
        c.dep_ == "dobj" and c.lemma_ in ties for c in found.verb.children
    )  # fmt: skip


def _by_parties(scene: Scene, span: Span, who: list[int]) -> bool:
    """A common name ("Free Trade Agreement") means one agreement where the text says who its parties are."""
    singular = span.head.lower_ in words("binding") and not span.head.lower_.endswith("s")
    states = [i for i in who if scene.registry.actors[i].kind in ("state", "igo")]
    return singular and len(states) > 1 and not set(span.words) & words("domestic_words")


def _heading(sentence: ParsedSentence) -> bool:
    return sentence.block.kind in ("heading", "title")


def _mention(parsed: ParsedDocument, draft: Draft, agreement: int) -> AgreementMention:
    sentence = draft.sentence
    start, end = sentence.source_span(*draft.evidence)
    first, last = sentence.source_span(draft.span.first, draft.span.last)
    proof = Evidence(sentence.ordinal, start, end, draft.rule, CONFIDENCE.get(draft.rule, 0.6))
    return AgreementMention(proof, agreement, parsed.document.text[first:last])


def _again(parsed: ParsedDocument, groups: Sequence[Group]) -> list[AgreementMention]:
    """ "the treaty", "the KTPA": later words for the agreement named last."""
    taken = {
        (d.sentence.ordinal, i) for g in groups for d in g.drafts for i in range(d.span.whole[0], d.span.whole[1] + 1)
    }
    letters = {d.span.acronym: n for n, g in enumerate(groups) for d in g.drafts if d.span.acronym}
    out = []
    for sentence in parsed.body():
        for token in sentence.doc:
            if (sentence.ordinal, token.i) in taken:
                continue
            index = letters.get(token.text)
            if index is None and not _heading(sentence):
                index = _last_before(groups, sentence.ordinal, token)
            if index is not None and not any(d.organisation is not None for d in groups[index].drafts):
                start, end = sentence.source_of(token)
                proof = Evidence(
                    sentence.ordinal, start, end, "agreement.named_again", CONFIDENCE["agreement.named_again"]
                )
                out.append(AgreementMention(proof, index, parsed.document.text[start:end]))
    return out


def _last_before(groups: Sequence[Group], ordinal: int, token) -> int | None:
    """The one agreement of the last three sentences that a bare "the agreement" can mean."""
    if token.lower_ not in words("described") or not any(c.lower_ in ("the", "this") for c in token.children):
        return None
    bare = [c.lower_ for c in token.children if c.dep_ in ("amod", "compound", "nmod", "poss", "prep", "nummod")]
    if bare and not is_common(bare):
        return None
    near = [
        (d.sentence.ordinal, d.span.first, n)
        for n, g in enumerate(groups)
        for d in g.drafts
        if 0 <= ordinal - d.sentence.ordinal <= 3 and (d.sentence.ordinal, d.span.first) < (ordinal, token.i)
    ]
    binding = [x for x in near if groups[x[2]].drafts[0].span.head.lower_ in words("binding") | words("described")]
    return max(binding)[2] if len({x[2] for x in binding}) == 1 else None
