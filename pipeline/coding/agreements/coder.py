"""Agreements of a document: treaties, pacts, programmes that bind parties, standing exercises, memberships.

Belongs here: the order of finders and the rows. Does not belong here: finding (names, members,
exercises, described), parties and dates (parties), what is one agreement
(grouping).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.agreements.described import described
from pipeline.coding.agreements.exercises import exercises
from pipeline.coding.agreements.grouping import Group, group, inherit, row
from pipeline.coding.agreements.members import Joined, date_of, memberships
from pipeline.coding.agreements.model import Draft, Span
from pipeline.coding.agreements.names import named, says_agreement
from pipeline.coding.agreements.pages import fill
from pipeline.coding.agreements.parties import evidence, parties
from pipeline.coding.agreements.same import is_common
from pipeline.coding.agreements.scene import Carrier, Scene, carrier, relative
from pipeline.coding.agreements.several import several
from pipeline.coding.agreements.shared import Shared, headed, is_line, opening, share, titled
from pipeline.coding.agreements.standing import status, when
from pipeline.coding.agreements.sure import bound, is_heading, mutual, signed, talked_of, under
from pipeline.coding.agreements.unsaid import between_two, both, raised
from pipeline.coding.agreements.words import known as well_known
from pipeline.coding.agreements.words import words
from pipeline.coding.confidence import confidence
from pipeline.coding.rows import Agreement, AgreementMention, EventMention, Evidence
from pipeline.language.model import ParsedDocument

AGAIN = "agreement.again"
REACH = 3
"""Sentences back to which "the treaty" can point."""
BINDING_MODES = frozenset(
    {"sign", "join", "endorse", "vote", "promise", "accept", "discontinue", "military", "economic"}
)
"""Modes of events that can be done to an agreement."""


def code(parsed: ParsedDocument, registry: Registry) -> tuple[list[Agreement], list[AgreementMention]]:
    """Agreements and where they are named. Positions of parties refer to `registry.actors`.

    Call before `registry.finish()`: asking the registry who a phrase means may add a state to its list.
    """
    drafts: list[Draft] = []
    led: dict[int, list[int]] = {}  # block of a lead-in -> the states that its items are about
    shares: dict[int, Shared] = {}  # block of a lead-in -> the parties that its items share
    lines: Shared | None = None  # the parties of the lines below a line such as "Bilateral agreements"
    for sentence in parsed.body():
        above, here = sentence.block.lead_in, sentence.sentence.block
        scene = Scene(registry, sentence)
        shared = opening(scene)
        if shared is not None and shared.opens:
            shares[here] = Shared(shared.members)
        lines = titled(scene) or (lines if is_line(scene) else None)
        shared = shared or (shares.get(above) if above is not None else None) or headed(scene) or lines
        fill(scene, drafts)
        found, opens = _sentence(scene, led.get(above, []) if above is not None else [], shared)
        for draft in found:
            draft.around = scene.source[sentence.block.char_start : sentence.block.char_end]
        drafts += found
        if opens:
            led[here] = opens
    groups = group(drafts)
    inherit(groups)
    agreements = [row(g, registry.actors) for g in groups]
    mentions = [_mention(parsed, d, i) for i, g in enumerate(groups) for d in g.drafts]
    mentions += _again(parsed, groups)
    return agreements, sorted(mentions, key=lambda m: (m.evidence.char_start, m.evidence.char_end, m.agreement))


def link(events: Sequence[EventMention], mentions: Sequence[AgreementMention]) -> list[EventMention]:
    """The events, each with the agreement that it is about: the only one whose evidence overlaps the event's.

    Only events whose mode can be done to an agreement (signing, joining, leaving, promising, ...) are linked.
    """
    out = []
    for event in events:
        where = event.evidence
        near = [
            m
            for m in mentions
            if m.evidence.char_start < where.char_end and where.char_start < m.evidence.char_end
            and m.evidence.sentence == where.sentence
        ]  # fmt: skip
        linked = event.mode in BINDING_MODES and len({m.agreement for m in near}) == 1
        out.append(replace(event, agreement=near[0].agreement) if linked else event)
    return out


# -- one sentence ----------------------------------------------------------------------------------


def _sentence(scene: Scene, led: list[int], shared: Shared | None) -> tuple[list[Draft], list[int]]:
    """Drafts of a sentence, and the members that it names for the list items below it.

    led: members that a lead-in names; shared: parties of the agreements that the sentence or a lead-in announces.
    """
    spans = named(scene.sentence, scene.source)
    found = memberships(scene, spans, led)
    drafts = list(found.drafts)
    before: Carrier | None = None
    for span, previous in zip(spans, [None, *spans], strict=False):
        joined = found.joined.get((span.first, span.last))
        governing = carrier(span.head)
        if governing is None and previous is not None and _next_item(previous, span):
            governing = before
        draft = _named(scene, span, governing, joined, shared)
        binds = mutual(scene, span, governing, draft.parties) or talked_of(span)
        if joined is None and _organisation(scene, span) and not binds:
            continue
        drafts.append(draft)
        before = governing
    drafts += exercises(scene, _tokens(drafts))
    drafts += several(scene, _tokens(drafts))
    drafts += described(scene, _tokens(drafts), shared)
    return drafts, found.opens


def _tokens(drafts: Sequence[Draft]) -> set[int]:
    return {i for d in drafts for i in range(d.span.whole[0], d.span.whole[1] + 1)}


def _organisation(scene: Scene, span: Span) -> bool:
    """Whether the span is an organisation that the document mentions; membership has to be said."""
    index = scene.registry.by_token.get((scene.sentence.ordinal, span.head.i))
    known = index is not None and scene.registry.actors[index].kind != "state"
    return known and span.head.lower_ not in words("binding") and span.text not in well_known()


def _next_item(before: Span, span: Span) -> bool:
    """Whether the span is the next item of the list that the span before it stands in; parses of long lists break."""
    between = span.head.doc[before.whole[1] + 1 : span.whole[0]]
    marks = [t for t in between if t.text in (",", ";", "and")]
    return bool(marks) and not any(t.pos_ in ("VERB", "AUX") or t.dep_ in ("nsubj", "nsubjpass") for t in between)


def _named(scene: Scene, span: Span, found: Carrier | None, joined: Joined | None, shared: Shared | None) -> Draft:
    who, tokens = parties(scene, span, found)
    date, kind, end = when(scene, span, found)
    stands = status(scene, span, found)
    verb = relative(span.head) or (found.verb if found else None)
    if joined is not None:
        who = list(dict.fromkeys([*who, *joined.members]))
        tokens = [*tokens, *joined.words]
        stands = joined.status if stands == "in_force" else stands
        if date is None:
            date, end = date_of(scene, joined.taking)
            kind = "other" if date else None
    draft = Draft(
        scene.sentence,
        span,
        "agreement.party" if joined else "agreement.named",
        sure=joined is not None or says_agreement(span) or under(span, found) or signed(span, found),
        parties=tuple(who),
        date=date,
        date_kind=kind,
        status=stands,
        evidence=evidence(span, tokens, verb, end),
    )
    share(scene, draft, shared)
    if between_two(span) and span.head.lower_ in words("binding"):
        draft.assumed = tuple(both(scene, span, draft.parties))
    together = mutual(scene, span, found, draft.parties) or raised(scene, span, found)
    if together and len(draft.parties) < 2:
        draft.parties = tuple(scene.dyad())
    draft.sure = draft.sure or together or bound(scene, span, found, draft.parties)
    draft.status = "proposed" if talked_of(span) else draft.status
    return draft


# -- mentions --------------------------------------------------------------------------------------


def _mention(parsed: ParsedDocument, draft: Draft, agreement: int) -> AgreementMention:
    sentence = draft.sentence
    start, end = sentence.source_span(*draft.evidence)
    first, last = sentence.source_span(draft.span.first, draft.span.last)
    proof = Evidence(sentence.ordinal, start, end, draft.rule, confidence(draft.rule))
    return AgreementMention(proof, agreement, parsed.document.text[first:last])


def _again(parsed: ParsedDocument, groups: Sequence[Group]) -> list[AgreementMention]:
    """ "the treaty", "the KTPA": later words for an agreement named before. Organisations only count where joined."""
    taken = {(d.sentence.ordinal, i) for g in groups for d in g.drafts for i in _tokens([d])}
    letters = {d.span.acronym: n for n, g in enumerate(groups) for d in g.drafts if d.span.acronym}
    out = []
    for sentence in parsed.body():
        for token in sentence.doc:
            if (sentence.ordinal, token.i) in taken:
                continue
            index = letters.get(token.text)
            if index is None and not is_heading(sentence):
                index = _last_before(groups, sentence.ordinal, token)
            if index is not None and all(d.organisation is None for d in groups[index].drafts):
                start, end = sentence.source_of(token)
                proof = Evidence(sentence.ordinal, start, end, AGAIN, confidence(AGAIN))
                out.append(AgreementMention(proof, index, parsed.document.text[start:end]))
    return out


def _last_before(groups: Sequence[Group], ordinal: int, token: Token) -> int | None:
    """The one agreement of the last sentences that a bare "the agreement" can mean."""
    if token.lower_ not in words("described") or not any(c.lower_ in ("the", "this") for c in token.children):
        return None
    beside = {c.lower_ for c in token.children if c.dep_ in ("amod", "compound", "nmod", "poss", "prep", "nummod")}
    if not is_common(beside):
        return None
    near = {
        n
        for n, g in enumerate(groups)
        for d in g.drafts
        if 0 <= ordinal - d.sentence.ordinal <= REACH
        and (d.sentence.ordinal, d.span.first) < (ordinal, token.i)
        and d.span.head.lower_ in words("binding") | words("described")
    }
    return next(iter(near)) if len(near) == 1 else None
