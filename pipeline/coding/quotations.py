"""Direct quotations of a document and who speaks in them.

Belongs here: where quoted speech begins and ends, over sentences too, and the subject of the verb of saying that goes
with it. Does not belong here: what is said (event frames marked `spoken`), who a phrase means (reference).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from pipeline.language.model import ParsedSentence
from pipeline.resources import words

SAYING = words("saying")
"""Verbs that bring in somebody's words."""
SPEAKING = words("speaking")
"""Verbs whose subject speaks in the quotation that follows as a sentence of its own ("criticised the vote. "...")."""
_MARK = '"'
_LEAST = 4
"""Words of the shortest quotation that says something; fewer are words mentioned or ironic."""
_HEADINGS = frozenset({"title", "heading", "caption"})

Actors = tuple[int, ...]


@dataclass(slots=True)
class Quotation:
    """Quoted speech: its pieces as (sentence ordinal, first token, last token)."""

    pieces: list[tuple[int, int, int]] = field(default_factory=list)
    block: int = -1

    def holds(self, ordinal: int, position: int) -> bool:
        return any(o == ordinal and first <= position <= last for o, first, last in self.pieces)


def quotations(sentences: Iterable[ParsedSentence]) -> list[Quotation]:
    """The quotations of running text in order. A mark opens or closes; a quotation ends with its block at last."""
    out: list[Quotation] = []
    current: Quotation | None = None
    for sentence in sentences:
        if current is not None and current.block != sentence.sentence.block:
            current = None
        opened = 0 if current is not None else -1
        for token in sentence.doc:
            if token.text != _MARK:
                continue
            if current is None:
                current, opened = Quotation(block=sentence.sentence.block), token.i + 1
            else:
                _add(out, current, sentence, opened, token.i - 1)
                current, opened = None, -1
        if current is not None:
            _add(out, current, sentence, opened, len(sentence.doc) - 1)
    return [q for q in out if sum(last - first + 1 for _, first, last in q.pieces) >= _LEAST]


def _add(out: list[Quotation], quotation: Quotation, sentence: ParsedSentence, first: int, last: int) -> None:
    if first > last:
        return
    if not quotation.pieces:
        out.append(quotation)
    quotation.pieces.append((sentence.ordinal, first, last))


class Speakers:
    """Who speaks at a place of one document: in a quotation, or in a clause after "X said that"."""

    def __init__(
        self,
        sentences: Iterable[ParsedSentence],
        resolve: Callable[[ParsedSentence, Token], Actors],
        is_person: Callable[[int], bool],
    ) -> None:
        body = [s for s in sentences if s.in_body]
        self._resolve, self._is_person = resolve, is_person
        self._sentences = {s.ordinal: s for s in body}
        self._quotations = quotations(body)
        self._asked: set[int] = set()
        self._known: dict[int, Actors] = {}

    def quoted(self, sentence: ParsedSentence, token: Token) -> bool:
        """Whether the token stands in a quotation."""
        return self._at(sentence, token) is not None

    def of(self, sentence: ParsedSentence, token: Token) -> Actors:
        """Whose words the token is among: the speaker of its quotation, else of the clause it is reported in."""
        index = self._at(sentence, token)
        if index is not None:
            return self.of_quotation(index)
        verb = reporting(token)
        return self._likeliest(sentence, subjects_named(verb)) if verb is not None else ()

    def of_quotation(self, index: int) -> Actors:
        """The speaker of a quotation; nobody while that is being asked already ("we said")."""
        if index in self._known:
            return self._known[index]
        if index in self._asked:
            return ()
        self._asked.add(index)
        try:
            found = self._search(index)
        finally:
            self._asked.discard(index)
        self._known[index] = found
        return found

    def _at(self, sentence: ParsedSentence, token: Token) -> int | None:
        return next((i for i, q in enumerate(self._quotations) if q.holds(sentence.ordinal, token.i)), None)

    def _search(self, index: int) -> Actors:
        quotation = self._quotations[index]
        ordinals = dict.fromkeys(o for o, _, _ in quotation.pieces)
        for ordinal in (*list(ordinals)[:1], *list(ordinals)[-1:]):
            sentence = self._sentences[ordinal]
            found = self._likeliest(sentence, self._subjects(sentence))
            if found:
                return found
        if not self._alone(quotation):
            return ()
        before = self._quotations[index - 1] if index else None
        first = quotation.pieces[0][0]
        if before is not None and before.block == quotation.block and first - before.pieces[-1][0] <= 1:
            return self.of_quotation(index - 1)
        return self._introduced(first)

    def _subjects(self, sentence: ParsedSentence) -> list[Token]:
        """Subjects of the verbs of saying that stand outside quotations."""
        verbs = [v for v in sentence.doc if v.lemma_ in SAYING and v.pos_ == "VERB" and not self.quoted(sentence, v)]
        return [s for v in verbs for s in subjects_named(v) if not self.quoted(sentence, s)]

    def _likeliest(self, sentence: ParsedSentence, heads: list[Token]) -> Actors:
        """A person among those that the heads mean, else the first of them."""
        found = [f for f in (self._resolve(sentence, h) for h in heads) if f]
        people = [f for f in found if len(f) == 1 and self._is_person(f[0])]
        return next(iter([*people, *found]), ())

    def _alone(self, quotation: Quotation) -> bool:
        """Whether the quotation opens its sentence, so that its speaker is named before it."""
        ordinal, first, _ = quotation.pieces[0]
        return first <= 1 and all(not t.is_alpha for t in self._sentences[ordinal].doc[:first])

    def _introduced(self, ordinal: int) -> Actors:
        """The subject of the sentence before, where it speaks ("X criticised the vote. "It is ...")."""
        before = self._sentences.get(ordinal - 1)
        here = self._sentences[ordinal]
        if before is None or before.sentence.block != here.sentence.block or before.block.kind in _HEADINGS:
            return ()
        root = next((t for t in before.doc if t.dep_ == "ROOT"), None)
        verbs = [t for t in before.doc if t.lemma_ in SPEAKING and (t == root or t.head == root)]
        for verb in verbs:
            found = self._likeliest(before, subjects_named(verb))
            if found:
                return found
        return ()


def subjects_named(verb: Token) -> list[Token]:
    """Heads that may be the subject of a verb: a name between a title and the verb is the subject, though the parser
    hangs it below the title ("the ambassador to the union Ann Lee said")."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "npadvmod")]
    last = verb.doc[verb.i - 1] if verb.i else None
    if last is not None and own and last.pos_ == "PROPN" and last != own[0] and own[0] in last.ancestors:
        own.append(last)
    return own


def reporting(token: Token) -> Token | None:
    """The verb of saying above the clause that a token stands in, if it is reported."""
    word = token
    while word.head != word:
        head = word.head
        if word.dep_ in ("relcl", "advcl", "acl"):
            return None
        if word.dep_ == "ccomp" and head.lemma_ in SAYING:
            return head
        inserted = [
            c for c in word.children if c.dep_ in ("parataxis", "ccomp") and c.lemma_ in SAYING and c.i > word.i
        ]
        for verb in inserted:  # "the border must stay open, the minister said"
            if not any(c.dep_ in ("mark", "dobj") for c in verb.children):
                return verb
        word = head
    return None
