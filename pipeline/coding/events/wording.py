"""Whether the words of a lexicon entry stand at a word: its lemma, particles, prepositions, parts of a noun phrase.

Belongs here: finding an entry's phrase in the parse. Does not belong here: what else an entry asks for (matching).
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.coding.events.frames import index

PREFIXES = ("re-", "co-")
"""Prefixes that the tokenizer leaves on their verb."""


def lemma_of(token: Token, kind: str | None) -> str:
    """The lemma; of a verb with a hyphened prefix, which the model does not know, one that the lexicon has, with the
    prefix or without ("re-established" -> "re-establish")."""
    lemma = token.lemma_.lower()
    if kind == "v" and token.lower_ == "found" and token.tag_ in ("VB", "VBP"):
        return "found"  # "helped to found the league": no form of "find"
    if kind != "v" or not lemma.startswith(PREFIXES):
        return lemma
    for word in (token.lower_, token.lower_.partition("-")[2]):
        for ending, whole in (("", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("s", "")):
            base = word[: len(word) - len(ending)] + whole
            if word.endswith(ending) and f"v:{base}" in index():
                return base
    return lemma


def phrase_words(token: Token, phrase: str, kind: str) -> list[Token] | None:
    """The words of an entry's phrase at a word of `kind` ("v", "n" or "a"); None where they do not stand there."""
    words = phrase.split()
    if len(words) == 1:
        return [token]
    if kind == "v" and words[1:] == ["to"]:  # "vote to": the mark of the infinitive
        marks = [
            m
            for c in token.children
            if c.dep_ in ("xcomp", "advcl")
            for m in c.children
            if m.lower_ == "to" and m.dep_ == "aux"
        ]
        if marks:
            return [token, marks[0]]
    if kind == "v" and words[1:] == ["for"]:  # "called for Kenya to be heard": the mark of the infinitive
        marks = [
            m
            for c in token.children
            if c.dep_ in ("advcl", "ccomp", "xcomp")
            for m in c.children
            if m.lower_ == "for" and m.dep_ == "mark" and m.i > token.i
        ]
        if marks:
            return [token, marks[0]]
    if kind == "n":
        first = token.i - len(words) + 1
        joined = token.doc[max(0, first) : token.i + 1]
        same = first >= 0 and [t.lower_ for t in joined][:-1] == words[:-1]
        return list(joined) if same else _spread_noun(token, words)
    behind = _below(token, words[1:])
    return [token, *behind] if behind is not None else None


def _below(anchor: Token, words: list[str]) -> list[Token] | None:
    """The words of a phrase below a verb: particles, nouns and prepositions, each noun also below its preposition.

    A preposition before a date is none of them: "signed on Sunday" is not "signed on".
    """
    if not words:
        return []
    for child in anchor.children:
        if child.lower_ != words[0] and not (child.lemma_ == words[0] and child.pos_ == "NOUN"):
            continue
        if any(c.ent_type_ in ("DATE", "TIME") for c in child.children if c.dep_ == "pobj"):
            continue
        deeper = child if child.pos_ == "ADP" and child.dep_ in ("prep", "agent") else anchor
        rest = _below(deeper, words[1:])
        if rest is not None:
            return [child, *rest]
    return None


def _spread_noun(token: Token, words: list[str]) -> list[Token] | None:
    """ "joint naval exercise" for "joint exercise": other modifiers may stand between."""
    found = [next((c for c in token.children if c.lower_ == w and c.i < token.i), None) for w in words[:-1]]
    return None if any(t is None for t in found) else [*(t for t in found if t is not None), token]
