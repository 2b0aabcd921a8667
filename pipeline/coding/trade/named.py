"""Which countries, peoples and blocs a sentence names, at their tokens.

Belongs here: names as they stand. Does not belong here: pronouns and descriptions (meant), possessors and prepositions
(whose).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from spacy.tokens import Doc, Token

from pipeline.language.model import ParsedSentence
from pipeline.language.names import country_forms
from pipeline.language.organisations import organisations


class Countries(Protocol):
    """Who a phrase means: the document's registry of actors."""

    def country_of(self, sentence: ParsedSentence, token: Token) -> str | None:
        """ISO code of the state that the phrase headed by `token` means or belongs to."""

    def resolve(self, sentence: ParsedSentence, token: Token, conjuncts: bool = True) -> tuple[int, ...]:
        """Positions of the actors that the phrase means."""


@dataclass
class Named:
    """One parsed sentence with the countries that it names."""

    sentence: ParsedSentence
    countries: Countries

    @property
    def doc(self) -> Doc:
        return self.sentence.doc

    @cached_property
    def named(self) -> dict[int, str]:
        """Token -> ISO code of the country whose name or demonym it belongs to (seats of government apart)."""
        out: dict[int, str] = {}
        for first, (last, entry) in country_forms(self.doc).items():
            if entry.form != "seat" and entry.country.code:
                out.update(dict.fromkeys(range(first, last + 1), entry.country.code))
        return out

    @cached_property
    def seats(self) -> dict[int, str]:
        """Token -> ISO code of the country whose seat of government it names ("Oslo")."""
        found = country_forms(self.doc).items()
        return {first: e.country.code for first, (_, e) in found if e.form == "seat" and e.country.code}

    @cached_property
    def peoples(self) -> frozenset[int]:
        """Tokens of `named` that name a people or a nationality, not the state: "Kenyans", "Norwegian"."""
        listed = {first: last for first, (last, entry) in country_forms(self.doc).items() if entry.form != "demonym"}
        states = {i for first, last in listed.items() for i in range(first, last + 1)}
        return frozenset(i for i in self.named if i not in states)

    @cached_property
    def blocs(self) -> dict[int, str]:
        """Token -> acronym of the organisation of states that it names ("EU" for "European Union")."""
        out: dict[int, str] = {}
        for first in range(len(self.doc)):
            for last in range(min(first + 4, len(self.doc)) - 1, first - 1, -1):
                found = organisations().get(self.doc[first : last + 1].text)
                if found is not None and found.kind == "igo":
                    code = next((n for n in found.names if n.isupper() and n.isalpha()), found.name)
                    out.update(dict.fromkeys(range(first, last + 1), code))
                    break
        return out

    def nearest_before(self, token: Token, *known: str | None) -> tuple[Token, str] | None:
        """The last country named before a token, those in `known` apart."""
        found = [i for i, code in self.named.items() if i < token.i and code not in known]
        return (self.doc[max(found)], self.named[max(found)]) if found else None

    def only_other(self, *known: str | None) -> tuple[Token, str] | None:
        """The one country of the sentence beside the known ones; None where there is none, or a choice."""
        codes = {code for code in self.named.values() if code not in known}
        if len(codes) != 1:
            return None
        code = codes.pop()
        return next((self.doc[i], c) for i, c in sorted(self.named.items()) if c == code)
