"""Who issues a document, and in whose voice it speaks.

Belongs here: what title, signature and address tell of the document as a whole. Does not belong here: reading the words
of a title (title_people) or of an address (nationality.voice_state), who speaks in a sentence (reference).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from pipeline.coding.nationality.voice_state import voice_state
from pipeline.coding.registry import Actors
from pipeline.coding.title_people import title_people
from pipeline.language.model import ParsedSentence
from pipeline.read.model import Metadata

_JOINT = re.compile(r"\b(?:joint|trilateral|communiqu[eé]|declaration)\b", re.IGNORECASE)
"""Words of the titles of texts that several states issue together."""
_LETTER = re.compile(r"\b(?:letters?|notice|message|proclamation|executive order)\b", re.IGNORECASE)
"""Words of the titles of texts that an executive addresses to another branch or to the public."""
_ABROAD = frozenset({"general", "secretary-general", "chairperson", "ambassador", "representative"})
"""Words of offices that are not of the state whose text names them first, or not of any state."""
_CLOSINGS = ("Sincerely", "Respectfully", "Yours sincerely")
"""Lines of a letter below which it is signed."""


class Issuing:
    """Whose text a document is, by positions in `book`.

    issuer: whom title or signature of an official text name as speaking in it.
    """

    def __init__(self, meta: Metadata, book: Actors) -> None:
        self.meta = meta
        self.book = book
        self.issuer: int | None = None

    @property
    def joint(self) -> bool:
        """Whether an official text speaks for several: a joint statement, declaration or the like."""
        return bool(_JOINT.search(self.meta.title or ""))

    @property
    def issuers(self) -> tuple[int, ...]:
        """Whoever issues a letter, a notice or an order: who signs it, else the state whose text it is."""
        if self.issuer is not None:
            return (self.issuer,)
        return self.voice if _LETTER.search(self.meta.title or "") else ()

    @property
    def voice(self) -> tuple[int, ...]:
        """The state in whose voice an official text speaks, where its address tells and the body names it."""
        index = self.book.state(self._own_state()) if self.meta.genre == "official" else None
        return (index,) if index is not None else ()

    def _own_state(self) -> str | None:
        return voice_state(self.meta.url)

    def read(self, body: Sequence[ParsedSentence], persons: Callable[[ParsedSentence], Sequence[int]]) -> None:
        """Read title and signature of an official document, once the names of its body are entered.

        persons: the people whom a sentence of the body names.
        """
        if self.meta.genre != "official":
            return
        self._read_title()
        if self.issuer is None:
            self.issuer = _signer(body, persons)

    def _read_title(self) -> None:
        """Fuller names, offices and countries of the people in the title, and whether one of them is the issuer."""
        surnames = {e.tokens[-1] for e in self.book.entries if e.actor.kind == "person" and e.tokens}
        own = self._own_state()
        for place, person in enumerate(title_people(self.meta.title, surnames)):
            index = self.book.person(person.name)
            if index is None and person.country:  # the family name comes first
                index = self.book.person(person.name.split()[0])
            if index is None and person.issuer:
                index = self.book.describe(person.name, "person", person.country or own, (-1, 0))
                self.book.entries[index].seen.pop()
            if index is None:
                continue
            entry = self.book.entries[index]
            self.book.alias(index, person.name)
            entry.titles.append((person.office, person.country))
            own_side = own if place == 0 and not _ABROAD & set(person.office.lower().split()) else None
            entry.actor.country = entry.actor.country or person.country or own_side
            self.issuer = index if person.issuer else self.issuer


def _signer(body: Sequence[ParsedSentence], persons: Callable[[ParsedSentence], Sequence[int]]) -> int | None:
    """Whose name stands below "Sincerely," at the end of a letter."""
    for closing, sentence in pairwise(body[-4:]):
        if closing.doc.text.strip().rstrip(",") in _CLOSINGS:
            return next(iter(persons(sentence)), None)
    return None
