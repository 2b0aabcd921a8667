"""Recommendations of one document: who is advised to do what, by whom, in which area.

Belongs here: putting together what the other modules find, in reading order. Does not belong here: how each is found.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.coding.actors import Registry
from pipeline.coding.confidence import confidence
from pipeline.coding.recommendations.addressees.classes import may_act
from pipeline.coding.recommendations.addressees.find import Addressees
from pipeline.coding.recommendations.advisory import advising_paragraphs, gives_advice
from pipeline.coding.recommendations.area.around import around
from pipeline.coding.recommendations.area.choice import Choice, area_of
from pipeline.coding.recommendations.area.fronted import fronted
from pipeline.coding.recommendations.area.places import name_tokens
from pipeline.coding.recommendations.area.subject import Subjects
from pipeline.coding.recommendations.beneficiaries import beneficiaries
from pipeline.coding.recommendations.frames.find import advice_in_sentence
from pipeline.coding.recommendations.issuer import Issuers
from pipeline.coding.recommendations.lexicon import phrase_pattern, words
from pipeline.coding.recommendations.lists.find import advice_in_lists
from pipeline.coding.recommendations.model import Act, Advice
from pipeline.coding.recommendations.surroundings import Surroundings
from pipeline.coding.rows import Evidence, Recommendation
from pipeline.language.model import ParsedDocument

SILENT = frozenset({"title", "heading", "caption", "infobox", "table_row"})
"""Blocks whose running words do not advise: they announce and name. Rows of advisory tables are read by `lists`."""


def code(parsed: ParsedDocument, registry: Registry) -> list[Recommendation]:
    """The recommendations that the body of a document gives, in order of their evidence."""
    issuers = Issuers(parsed, registry)
    found = [(advice, *issuers.of(advice)) for advice in _all(parsed) if advice.acts]
    in_own_voice = [advice for advice, own, _ in found if own]
    advisory, paragraphs = gives_advice(parsed, in_own_voice), advising_paragraphs(in_own_voice)
    rows = _Rows(parsed, registry)
    for advice, own, issuer in found:
        # in its own voice only a text or paragraph that advises does so; of what others say only some words advise
        here = advisory or advice.sentence.sentence.block in paragraphs
        if (here or rows.announced(advice)) if own else _is_told(advice):
            rows.add(advice, issuer)
    return sorted(rows.made, key=lambda r: (r.evidence.char_start, r.evidence.char_end))


def _is_told(advice: Advice) -> bool:
    """Whether words count as advice when somebody else says them; of "we need to" the speaker tells of a plight."""
    thing = advice.acts[0].thing
    done_to = thing is not None and may_act(advice.sentence.doc[thing[1]])
    named = (bool(advice.who) and advice.who[0].pos_ != "PRON") or (not advice.who and done_to)
    return advice.frame.voice == "any" or (advice.frame.voice == "named" and named)


def _all(parsed: ParsedDocument) -> Iterator[Advice]:
    listed = advice_in_lists(parsed)
    for sentence in parsed.body():
        yield from listed.get(sentence.ordinal, ())
        if not listed.get(sentence.ordinal) and sentence.block.kind not in SILENT:
            yield from advice_in_sentence(sentence)


class _Rows:
    """The rows of one document, made in reading order."""

    def __init__(self, parsed: ParsedDocument, registry: Registry) -> None:
        self.made: list[Recommendation] = []
        self._registry = registry
        self._surroundings = Surroundings(parsed)
        self._subjects = Subjects(self._surroundings)
        self._addressees = Addressees(parsed, registry, self._surroundings)
        self._claimed: dict[int, set[int]] = {}
        """Ordinal of a sentence -> tokens of the acts that earlier frames found in it."""

    def announced(self, advice: Advice) -> bool:
        """Whether strong words stand behind others of the paragraph, or under a heading or lead-in, that announce
        advice."""
        if advice.frame.kind == "item" and advice.sentence.block.lead_in is not None:
            above = self._surroundings.of_block(advice.sentence.block.lead_in)
            if above and phrase_pattern("recommending").search(above[-1].doc.text.lower()):
                return advice.strong
        section = advice.sentence.block.section
        heading = section[-1].lower() if section else ""
        lead = " ".join(s.doc.text.lower() for s in self._surroundings.lead(advice.sentence))
        headed = phrase_pattern("list_headings").search(heading) is not None
        return advice.strong and (headed or phrase_pattern("announcing").search(lead) is not None)

    def add(self, advice: Advice, issuer: int | None) -> None:
        """Make the rows of a piece of advice, unless it advises nobody who is known where somebody must be."""
        sentence = advice.sentence
        addressees = self._addressees.of(advice)
        vague = advice.needs_name and not self._addressees.advised_near(sentence)
        if not addressees and (advice.able or vague):
            return
        claimed = self._claimed.setdefault(sentence.ordinal, set())
        for act in advice.acts:
            if act.first in claimed or _announces(advice, act) or sum(c.isalpha() for c in act.text) < 2:
                continue  # claimed by an earlier frame, or no words at all ("30-40%")
            claimed.update(range(act.first, act.last + 1))
            self.made.append(self._row(advice, act, addressees, issuer))
        self._addressees.remember(advice, addressees)

    def _row(self, advice: Advice, act: Act, addressees: tuple[int, ...], issuer: int | None) -> Recommendation:
        area = self._area(advice, act)
        return Recommendation(
            _evidence(advice, act, area.basis),
            action=act.text,
            area=area.area,
            area_basis=area.basis,
            modality=advice.frame.modality,
            polarity="avoid" if advice.avoid else "do",
            addressees=addressees,
            issuer=issuer,
            beneficiaries=beneficiaries(self._registry, advice, act, addressees),
        )

    def _area(self, advice: Advice, act: Act) -> Choice:
        """The area of an act; a topic that lies inside the act is no label of it."""
        inside = range(act.first, act.last + 1)
        doc = advice.sentence.doc
        topic = [] if any(t.i in inside for t in advice.topic if t.doc == doc) else advice.topic
        topic = topic or fronted(doc, act.first)
        named = name_tokens(self._registry, advice.sentence)
        return area_of(doc, act, named, topic, around(self._surroundings, self._subjects, advice, act))


def _announces(advice: Advice, act: Act) -> bool:
    """Whether an act is but the word for what a list below says: "We recommend the following steps:"."""
    doc = advice.sentence.doc
    rest = doc[act.last + 1 :].text.strip()
    return (
        doc[act.last].lemma_.lower() in words().announced and doc.text.rstrip().endswith(":") and len(rest.split()) <= 3
    )


def _evidence(advice: Advice, act: Act, basis: str) -> Evidence:
    """The run of words from whoever is to act, or the frame's words, to the end of the act.

    basis: what its area rests on, which tells more than the frame how far the row can be trusted.
    """
    edges = [act.first, act.last, *advice.anchor]
    if advice.who and advice.who[0].i < act.first:
        edges.append(advice.who[0].left_edge.i)
    start, end = advice.sentence.source_span(min(edges), max(edges))
    rule = f"recommendation.{advice.frame.id}"
    return Evidence(advice.sentence.ordinal, start, end, rule, confidence(f"recommendation.area.{basis}"))
