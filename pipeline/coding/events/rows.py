"""The rows of a draft: type, date, status, place, attribution and evidence of what a sentence tells.

Belongs here: everything that is decided once the participants are known. Does not belong here: which frame makes the
draft (coder), participants (slots), the shape of rows (pipeline.coding.rows).
"""

from __future__ import annotations

from pipeline.coding.actors import Registry
from pipeline.coding.confidence import confidence
from pipeline.coding.dating import Tied, tie
from pipeline.coding.events.carried import LastDate
from pipeline.coding.events.counts import counts_of
from pipeline.coding.events.draft import Draft
from pipeline.coding.events.setting import contexts_of, place_of
from pipeline.coding.events.several import mutual, partners, years
from pipeline.coding.rows import EventMention, Evidence
from pipeline.language.factuality import FACT
from pipeline.language.model import ParsedSentence

HEADLINES = ("title", "heading", "caption")
"""Kinds of blocks that are written as headlines: every noun like a name, the present for the past."""


class Rows:
    """Makes the event mentions of one document's drafts, in text order."""

    def __init__(self, registry: Registry, last_date: LastDate) -> None:
        self.registry = registry
        self.last_date = last_date
        self._training: set[tuple[int, int]] = set()  # whose troops come to whom for training

    def of(
        self, sentence: ParsedSentence, draft: Draft, dates: list[Tied], triggers: frozenset[int], carried: str | None
    ) -> list[EventMention]:
        """The rows of one draft: none where a date is asked for and missing, else one for each pair of sides.

        dates: those of the sentence. triggers: tokens that name its happenings. carried: EDTF of the date that the
        sentence takes over from the one before.
        """
        match = draft.match
        date = tie(match.token, match.anchor, dates, triggers - {match.token.i, match.anchor.i})
        if date is not None:
            self.last_date.note(sentence, date)
        if carried and any(
            t.dep_ in ("ccomp", "advcl", "relcl", "acl", "pcomp") for t in (match.anchor, *match.anchor.ancestors)
        ):
            carried = None  # a link at the opening reaches the main clause only
        edtf = date.expression.edtf if date is not None else carried
        if edtf is None and not draft.complete:
            return []
        event_type, mode = self._type(draft)
        words = [*match.words, *draft.tokens]
        if match.args.light is not None:
            words.append(match.args.light)
        first = min(t.left_edge.i if t in draft.tokens and len(list(t.subtree)) < 8 else t.i for t in words)
        last = max(t.right_edge.i if t in draft.tokens and len(list(t.subtree)) < 8 else t.i for t in words)
        if date is not None:
            first, last = min(first, date.first), max(last, date.last)
        start, end = sentence.source_span(first, last)
        place, place_country = place_of(sentence, match, self.registry)
        evidence = Evidence(sentence.ordinal, start, end, match.rule_id, confidence(match.rule_id))
        attribution = self._speaker(sentence, draft)
        status = self._status(sentence, draft)
        rows = [(s, t, edtf) for s, t in self._pairs(draft)]
        rows += [(s, t, more.expression.edtf) for more in years(draft, date, dates) for s, t in self._pairs(draft)]
        told = partners(self.registry, sentence, draft, dates)
        rows = [(sides, (), own.expression.edtf if own else edtf) for sides, own in told] or rows
        trigger = " ".join(
            t.text for t in (*match.words, *([match.args.light] if match.args.light is not None else []))
        )
        return [
            EventMention(
                evidence, 0, trigger, event_type,
                mode, status, sources,
                targets,
                day,
                self._basis(date, carried), place=place,
                place_country=place_country,
                contexts=contexts_of(sentence, first, last),
                attribution=attribution,
                counts=counts_of(sentence, match),
            )
            for sources, targets, day in rows
        ]  # fmt: skip

    def _type(self, draft: Draft) -> tuple[str, str | None]:
        """Troops that come to train or to assist with the host's consent cooperate (codebook, section 2)."""
        match = draft.match
        kinds = {self.registry.actors[i].kind for i in draft.sources}
        ends = {(s, t) for s in draft.sources for t in draft.targets}
        near = [t for t in match.token.subtree if t.lemma_.lower() in ("training", "exercise", "drill")]
        if match.event_type == "MOBILIZE" and match.frame.mode == "troops" and (near or ends & self._training):
            self._training |= ends
            return "COOPERATE", "military"
        helping = any(t.lemma_ in ("support", "assistance", "training", "advice") for t in match.args.objects)
        if match.event_type == "AID" and kinds == {"armed_force"} and helping:
            return "COOPERATE", "military"
        return match.event_type, match.frame.mode

    @staticmethod
    def _pairs(draft: Draft) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """One row per direction of a reciprocal deed, one per target of a recognition or vote."""
        match = draft.match
        if len(draft.sources) == 2 and mutual(match) and not match.frame.joint:
            a, b = draft.sources
            return [((a,), (b,)), ((b,), (a,))]
        if match.frame.split and len(draft.targets) > 1:
            return [(draft.sources, (t,)) for t in draft.targets]
        return [(draft.sources, draft.targets)]

    @staticmethod
    def _basis(date: Tied | None, carried: str | None) -> str:
        if date is None:
            return "relative" if carried else "none"
        return date.expression.basis

    @staticmethod
    def _status(sentence: ParsedSentence, draft: Draft) -> str:
        status = draft.match.frame.status or draft.verdict.status or FACT
        if status == "ongoing" and (
            sentence.block.kind in HEADLINES or draft.match.token.tag_ not in ("VBZ", "VBP", "VBG")
        ):
            return FACT
        return status

    def _speaker(self, sentence: ParsedSentence, draft: Draft) -> int | None:
        """Who says so: the subject of the reporting verb above, or "according to X"."""
        if draft.verdict.speaker is not None:
            found = self.registry.resolve(sentence, draft.verdict.speaker)
            if found:
                return found[0]
        for token in sentence.doc:
            if (
                token.lower_ == "according"
                and token.i + 1 < len(sentence.doc)
                and sentence.doc[token.i + 1].lower_ == "to"
            ):
                for head in [t for t in sentence.doc[token.i + 1].children if t.dep_ == "pobj"]:
                    found = self.registry.resolve(sentence, head)
                    if found:
                        return found[0]
        return None
