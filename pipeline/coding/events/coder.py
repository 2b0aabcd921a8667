"""Events of a document: one row per statement of a happening.

Belongs here: going through the words, choosing a frame, asking for participants, date, status and evidence. Does not
belong here: the lexicon (frames), slot reading (slots), dates (pipeline.coding.dating), counts (counts), grouping of
mentions (grouping).
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.dating import Tied, settled_dates, tie, tied_dates
from pipeline.coding.events.counts import counts_of
from pipeline.coding.events.draft import Draft, without_doubles
from pipeline.coding.events.fit import enough, fits
from pipeline.coding.events.frames import Match, beside, matches
from pipeline.coding.events.grouping import group
from pipeline.coding.events.leads import lead_doers
from pipeline.coding.events.lists import code_lists
from pipeline.coding.events.setting import contexts_of, place_of
from pipeline.coding.events.slots import Slots
from pipeline.coding.rows import EventMention, Evidence
from pipeline.language.dates import DateExpression
from pipeline.language.factuality import ANNOUNCED, FACT, Factuality, factuality, to_come, undertaken
from pipeline.language.model import ParsedSentence
from pipeline.resources import load

LINK = re.compile(
    r"(?:During|In|At|After|Following) (?:[\w.’'-]+ ){1,6}?(?:meeting|visit|trip|talks|call|summit|session|stay)\b"
    r"|While (?:s?he|they|it|there|\w+ing)\b|(?:S?[Hh]e|They|It|The \w+(?: \w+)?) also\b"
    r"|Then\b|In return\b|In response\b|Meanwhile\b|At the same time\b"
    r"|(?:On )?(?:The|the|That|that) same day\b|There,|Also\b"
)
"""Openings that tie a sentence to the one before and so carry its date over (codebook, section 7)."""
HEADLINES = ("title", "heading", "caption")


def confidence(event_type: str) -> float:
    """Calibrated share of right rows among those of a type (lexicons/confidence.yaml)."""
    return load("confidence", dict[str, float])[event_type]


class EventCoder:
    """Codes the events of one document; `looked_like` gathers why candidates were left out, per sentence."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.slots = Slots(registry)
        self.looked_like: dict[int, str] = {}
        self._dates: dict[int, list[DateExpression]] = {}
        self._training: set[tuple[int, int]] = set()  # whose troops come to whom for training
        self._last_date: tuple[int, int, Tied] | None = None  # block, sentence and the last date tied there

    def code(self) -> list[EventMention]:
        """All event mentions in document order, grouped into events."""
        mentions: list[EventMention] = []
        body = list(self.registry.parsed.body())
        self._dates = settled_dates(body, self.registry.parsed.document.meta.published)
        for sentence in body:
            mentions.extend(self._sentence(sentence))
        told = {m.evidence.sentence for m in mentions}
        mentions.extend(m for m in code_lists(self.registry) if m.evidence.sentence not in told)
        mentions.sort(key=lambda m: (m.evidence.sentence, m.evidence.char_start))
        return group(mentions, self.registry.parsed)

    # -- one sentence ------------------------------------------------------------------------

    def _sentence(self, sentence: ParsedSentence) -> list[EventMention]:
        drafts: list[Draft] = []
        for token in sentence.doc:
            found = matches(token)
            found = [m for m in found if self._may_name(sentence, token, m)]
            if not found:
                continue
            verdict = factuality(token)
            if verdict.reason == "negated" and any(m.frame.negated for m in found):
                found = [m for m in found if m.frame.negated]
                verdict = Factuality(ANNOUNCED if found[0].frame.future and to_come(token) else FACT)
            else:
                found = [m for m in found if not m.frame.negated]
            if verdict.status is None:
                self.looked_like.setdefault(sentence.ordinal, verdict.reason)
                continue
            made = self._drafts(sentence, found, verdict)
            drafts.extend(made)
            if not made:
                self.looked_like.setdefault(sentence.ordinal, "unrecognised")
        drafts = without_doubles(drafts)
        for draft in drafts:
            self._note_groups(sentence, draft)
        dates = tied_dates(sentence, self._dates.get(sentence.ordinal, []))
        triggers = frozenset(d.match.token.i for d in drafts)
        carried = self._carried(sentence)
        return [m for d in drafts for m in self._mentions(sentence, d, dates, triggers, carried)]

    @staticmethod
    def _may_name(sentence: ParsedSentence, token: Token, match: Match) -> bool:
        """Whether a word can name a happening here: part of a name or of a date it does not, and headlines write
        every noun like a name."""
        if token.ent_type_ in ("DATE", "TIME"):
            return False
        return token.pos_ != "PROPN" or match.frame.event_like or sentence.block.kind in HEADLINES

    def _drafts(self, sentence: ParsedSentence, found: list[Match], verdict: Factuality) -> list[Draft]:
        """The first frame that makes a row, and others for coordinated objects that it does not ask for ("relations
        and a legation were established")."""
        drafts: list[Draft] = []
        for match in found:
            rest = beside(match, [d.match for d in drafts]) if drafts else match
            draft = self._draft(sentence, rest, verdict) if rest is not None else None
            if draft is not None:
                drafts.append(draft)
        return drafts

    def _carried(self, sentence: ParsedSentence) -> str | None:
        """The date of the sentence before, where this one says that it goes on with it ("During the visit ...")."""
        if (
            self._last_date is None
            or sentence.sentence.block - self._last_date[0] > 1
            or sentence.ordinal - self._last_date[1] != 1
        ):
            return None
        if not LINK.match(sentence.doc.text) and not _goes_on(sentence):
            return None
        self._last_date = (sentence.sentence.block, sentence.ordinal, self._last_date[2])
        return self._last_date[2].expression.edtf

    def _draft(self, sentence: ParsedSentence, match: Match, verdict: Factuality) -> Draft | None:
        frame = match.frame
        if frame.future and (verdict.status != ANNOUNCED or not undertaken(match.token)):
            return None
        if not fits(self.registry, sentence, match):
            return None
        if frame.joint:
            sources, tokens = self.slots.fill_all(sentence, match, frame.source)
            targets: tuple[int, ...] = ()
            if frame.target:
                targets, more = self.slots.fill(sentence, match, frame.target, exclude=sources)
                sources, tokens = (*sources, *targets), [*tokens, *more]
                targets = ()
        else:
            sources, tokens = self.slots.fill(sentence, match, frame.source)
            targets, more = self.slots.fill(sentence, match, frame.target, exclude=sources)
            if not targets and sources:
                targets, more = self.slots.fill_related(sentence, match, frame.target, exclude=sources)
            tokens = [*tokens, *more]
        if not sources and frame.source:
            sources = lead_doers(self.registry, sentence, match)
        if frame.mode == "appoint":
            self.slots.envoys.note(sources)
        complete = enough(self.registry, sentence, match, sources, targets)
        if not complete and not frame.dated:
            return None
        return Draft(match, tuple(dict.fromkeys(sources)), tuple(dict.fromkeys(targets)), tokens, verdict, complete)

    def _note_groups(self, sentence: ParsedSentence, draft: Draft) -> None:
        """A group or body known by description becomes an actor when it takes part in an event: note the mention."""
        for token in draft.tokens:
            if (sentence.ordinal, token.i) in self.registry.by_token or token.pos_ == "PRON":
                continue
            found = self.registry.resolve_one(sentence, token)
            if (
                len(found) == 1
                and found[0] in (*draft.sources, *draft.targets)
                and self.registry.actors[found[0]].kind != "person"
            ):
                self.registry.mention(sentence, token, found[0])

    # -- rows --------------------------------------------------------------------------------

    def _mentions(
        self, sentence: ParsedSentence, draft: Draft, dates: list[Tied], triggers: frozenset[int], carried: str | None
    ) -> list[EventMention]:
        match = draft.match
        date = tie(match.token, match.anchor, dates, triggers - {match.token.i, match.anchor.i})
        if date is not None:
            self._last_date = (sentence.sentence.block, sentence.ordinal, date)
        if carried and any(
            t.dep_ in ("ccomp", "advcl", "relcl", "acl", "pcomp") for t in (match.anchor, *match.anchor.ancestors)
        ):
            carried = None  # a link at the opening reaches the main clause only
        edtf = date.expression.edtf if date is not None else carried
        if match.frame.dated and edtf is None and not draft.complete:
            return []
        event_type, mode = self._type(sentence, draft)
        words = [*match.words, *draft.tokens]
        if match.args.light is not None:
            words.append(match.args.light)
        first = min(t.left_edge.i if t in draft.tokens and len(list(t.subtree)) < 8 else t.i for t in words)
        last = max(t.right_edge.i if t in draft.tokens and len(list(t.subtree)) < 8 else t.i for t in words)
        if date is not None:
            first, last = min(first, date.first), max(last, date.last)
        start, end = sentence.source_span(first, last)
        place, place_country = place_of(sentence, match, self.registry)
        evidence = Evidence(sentence.ordinal, start, end, match.rule_id, confidence(match.event_type))
        attribution = self._speaker(sentence, match, draft)
        status = self._status(sentence, draft)
        pairs = self._pairs(draft)
        trigger = " ".join(
            t.text for t in (*match.words, *([match.args.light] if match.args.light is not None else []))
        )
        return [
            EventMention(
                evidence, 0, trigger, event_type,
                mode, status, sources,
                targets,
                edtf,
                self._basis(date, carried), place=place,
                place_country=place_country,
                contexts=contexts_of(sentence, first, last),
                attribution=attribution,
                counts=counts_of(sentence, match),
            )
            for sources, targets in pairs
        ]  # fmt: skip

    def _type(self, sentence: ParsedSentence, draft: Draft) -> tuple[str, str | None]:
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
        mutual = [
            c
            for o in match.args.objects
            for c in o.subtree
            if c.lower_ in ("another", "other") and c.dep_ in ("poss", "dobj")
        ]
        if mutual and len(draft.sources) == 2 and not match.frame.joint:
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

    def _speaker(self, sentence: ParsedSentence, match: Match, draft: Draft) -> int | None:
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


def _goes_on(sentence: ParsedSentence) -> bool:
    """Whether the main verb adds to what was told before ("the minister also met ..."). A present one has its own
    time."""
    root = next((t for t in sentence.doc if t.head == t), None)
    if root is None or root.tag_ in ("VBZ", "VBP"):
        return False
    return any(c.lower_ in ("also", "further") and c.dep_ == "advmod" for c in root.children)
