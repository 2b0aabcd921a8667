"""Events of a document: one row per statement of a happening.

Belongs here: going through the words, choosing a frame and asking for its participants. Does not belong here: the
lexicon (frames), what fits a word (matching, fit), slot reading (slots), the rows (rows), grouping mentions (grouping).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.dating import settled_dates, tied_dates
from pipeline.coding.events.answers import with_answers
from pipeline.coding.events.carried import LastDate
from pipeline.coding.events.draft import Draft, without_doubles
from pipeline.coding.events.fit import enough, fits, told_without_doer
from pipeline.coding.events.grouping import group
from pipeline.coding.events.leads import lead_doers, promises
from pipeline.coding.events.listed import with_listed
from pipeline.coding.events.matching import Match, beside, matches
from pipeline.coding.events.rows import HEADLINES, Rows
from pipeline.coding.events.several import mutual
from pipeline.coding.events.slots import Slots
from pipeline.coding.events.voices import own_side, with_spokesman
from pipeline.coding.rows import EventMention
from pipeline.language.dates import DateExpression
from pipeline.language.factuality import ANNOUNCED, FACT, Factuality, factuality, to_come, undertaken
from pipeline.language.model import ParsedSentence
from pipeline.language.promised import Commitment, commitment


class EventCoder:
    """Codes the events of one document; `looked_like` gathers why candidates were left out, per sentence."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.slots = Slots(registry)
        self.looked_like: dict[int, str] = {}
        self._dates: dict[int, list[DateExpression]] = {}
        self._last_date = LastDate()
        self._rows = Rows(registry, self._last_date)

    def code(self) -> list[EventMention]:
        """All event mentions in document order, grouped into events."""
        mentions: list[EventMention] = []
        body = list(self.registry.parsed.body())
        self._dates = settled_dates(body, self.registry.parsed.document.meta.published)
        for sentence in body:
            mentions.extend(self._sentence(sentence))
        mentions = with_listed(self.registry, mentions)
        mentions.sort(key=lambda m: (m.evidence.sentence, m.evidence.char_start))
        return group(mentions, self.registry.parsed)

    # -- one sentence ------------------------------------------------------------------------

    def _sentence(self, sentence: ParsedSentence) -> list[EventMention]:
        drafts: list[Draft] = []
        led = commitment(self.registry.parsed.document, sentence.sentence)
        for token in sentence.doc:
            found = matches(token)
            found = [m for m in found if self._may_name(sentence, token, m)]
            if not found:
                continue
            verdict = factuality(token)
            if led and verdict.status == FACT and promises(sentence, token):
                verdict = Factuality(ANNOUNCED)
            if verdict.reason == "negated" and any(m.frame.negated for m in found):
                found = [m for m in found if m.frame.negated]
                verdict = Factuality(ANNOUNCED if led or (found[0].frame.future and to_come(token)) else FACT)
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
        if led == Commitment.AGREED:
            drafts = [d for d in drafts if d.match.event_type == "AID" or not promises(sentence, d.match.anchor)]
        with_answers(drafts)
        for draft in drafts:
            self._note_groups(sentence, draft)
        dates = tied_dates(sentence, self._dates.get(sentence.ordinal, []))
        triggers = frozenset(d.match.token.i for d in drafts)
        carried = self._last_date.reaching(sentence)
        return [m for d in drafts for m in self._rows.of(sentence, d, dates, triggers, carried)]

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
        without_doer: list[Draft] = []
        for match in found:
            rest = beside(match, [d.match for d in drafts]) if drafts else match
            draft = self._draft(sentence, rest, verdict) if rest is not None else None
            if draft is not None and (draft.complete or draft.match.frame.dated):
                drafts.append(draft)
            elif draft is not None:
                without_doer.append(draft)
        return drafts or without_doer[:1]

    def _draft(self, sentence: ParsedSentence, match: Match, verdict: Factuality) -> Draft | None:
        frame = match.frame
        if frame.future and (verdict.status != ANNOUNCED or not undertaken(match.token)):
            return None
        if not fits(self.registry, sentence, match):
            return None
        if frame.joint:
            sources, tokens = self.slots.fill_all(sentence, match, frame.source)
            sources = own_side(self.registry, sentence, match, sources)
            targets: tuple[int, ...] = ()
            if frame.target:
                targets, more = self.slots.fill(sentence, match, frame.target, exclude=sources)
                sources, tokens = (*sources, *targets), [*tokens, *more]
                targets = ()
        else:
            sources, tokens = self.slots.fill(sentence, match, frame.source)
            sources = own_side(self.registry, sentence, match, sources)
            if not sources and frame.source:
                sources = lead_doers(self.registry, sentence, match)
            targets, more = self.slots.fill(sentence, match, frame.target, exclude=sources)
            if not targets and sources:
                targets, more = self.slots.fill_related(sentence, match, frame.target, exclude=sources)
            if not targets and len(sources) == 2 and mutual(match):
                targets = sources
            tokens = [*tokens, *more]
        sources = with_spokesman(self.registry, sentence, match, sources, verdict.speaker)
        if frame.mode == "appoint":
            self.slots.envoys.note(sources)
        if frame.joint and match.event_type == "CONSULT" and verdict.status == FACT:
            self._note_met(sentence, sources)
        complete = enough(self.registry, sentence, match, sources, targets)
        if not complete and not (frame.dated or told_without_doer(match)):
            return None
        return Draft(match, tuple(dict.fromkeys(sources)), tuple(dict.fromkeys(targets)), tokens, verdict, complete)

    def _note_met(self, sentence: ParsedSentence, sources: tuple[int, ...]) -> None:
        """Two people who met are those whom "they" means in the next sentence."""
        people = tuple(i for i in sources if self.registry.actors[i].kind == "person")
        if len(people) == 2:
            self.registry.reference.they = (sentence.ordinal, people)

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
