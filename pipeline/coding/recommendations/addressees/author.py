"""The state that "we" and "the government" mean in a text that speaks to its own country.

Belongs here: finding the author's country where it is unmistakable. Does not belong here: what "we" means inside a
quotation or a joint text (pipeline.coding.reference).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.actors import Registry
from pipeline.coding.recommendations.sentence.telling import is_quoted
from pipeline.language.countries import forms
from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.language.names import country_forms

_WE = frozenset({"we", "us"})
_OURS = frozenset(
    "country nation government minister president parliament congress army navy soldier troop force embassy ambassador"
    " diplomat border coast port hospital farmer taxpayer economy constitution republic people".split()
)
"""Nouns with which "our" speaks of a state, not of a paper or an institute."""
_BODIES = frozenset({"government", "parliament", "cabinet", "administration", "legislature"})


def author_state(parsed: ParsedDocument, registry: Registry) -> int | None:
    """The actor index of the author's own state; None where the text does not show it.

    It must speak of "our navy" or "we in Norway" outside quotations; the name of its paper, or these words, tell which.
    """
    said: int | None = None
    ours = False
    for sentence in parsed.body():
        for token in sentence.doc:
            if is_quoted(sentence.doc, token.i):
                continue
            ours = ours or (token.lower_ == "our" and token.head.lemma_.lower() in _OURS)
            if said is None and token.lower_ in _WE:
                said = _named_beside(sentence, token, registry)
    if said is not None:
        return said
    return _of_publisher(parsed, registry) if ours else None


def _named_beside(sentence: ParsedSentence, token: Token, registry: Registry) -> int | None:
    """X of "we in X", "we Xs"."""
    doc = sentence.doc
    at = token.i + 2 if doc[token.i + 1 : token.i + 2].text.lower() in ("in", "here") else token.i + 1
    known = country_forms(doc).get(at)
    if known is None or (at == token.i + 1 and known[1].form != "demonym"):
        return None
    return registry.book.state(known[1].country.code)


def _of_publisher(parsed: ParsedDocument, registry: Registry) -> int | None:
    words = (parsed.document.meta.publisher or "").split()
    for size in (2, 1):
        for k in range(len(words) - size + 1):
            form = forms().get(" ".join(words[k : k + size]))
            if form is not None:
                return registry.book.state(form.country.code)
    return None


def means_own_state(token: Token) -> bool:
    """Whether a phrase is "we", "our country", "the government", "Parliament": the author's state, if that is known."""
    if token.lower_ in _WE:
        return True
    before = [t for t in token.children if t.dep_ in ("poss", "det", "amod", "compound", "nmod")]
    if any(t.lower_ == "our" for t in before):
        return token.lemma_.lower() in _BODIES | {"country", "nation", "state", "republic"}
    plain = all(t.lower_ == "the" for t in before) and not any(t.dep_ == "prep" for t in token.children)
    return plain and bool(before) and token.lemma_.lower() in _BODIES
