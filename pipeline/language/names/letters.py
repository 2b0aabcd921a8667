"""Letters in brackets behind a name: "World Trade Council (WTC)".

Belongs here: whether such letters shorten the name before them. Does not belong here: who is meant by them elsewhere in
the document (pipeline.coding.second_look), listed acronyms (known).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.language.names.model import Name


def is_acronym(text: str) -> bool:
    return text.isupper() and text.isalpha() and 2 <= len(text) <= 10


def letters_behind(doc: Doc, name: Name) -> Token | None:
    """The token of the letters in brackets behind a name that are another form of it.

    Letters behind a person are a party's, behind the last of several names often a bloc's of them all ("Kenya, Norway
    and Peru (KNP)"): there, as behind a state, they must be letters of the name.
    """
    at = name.last + 1
    if at + 2 >= len(doc) or doc[at].text != "(" or doc[at + 2].text != ")" or not is_acronym(doc[at + 1].text):
        return None
    if name.kind == "person":
        return None
    strict = name.kind == "state" or _is_joined(doc, name)
    return None if strict and not _fits(doc[at + 1].text, name.text) else doc[at + 1]


def _is_joined(doc: Doc, name: Name) -> bool:
    """Whether "and" joins the name to what stands before it."""
    before = [t.lower_ for t in doc[max(0, name.first - 2) : name.first] if t.lower_ != "the"]
    return before[-1:] in (["and"], ["&"])


def _fits(letters: str, text: str) -> bool:
    """Whether the letters stand in the words in this order, the first of them at the beginning of a word."""
    words = text.upper().replace(".", "").replace("-", " ").split()
    for i, word in enumerate(words):
        rest = iter(" ".join(words[i:]))
        if word[0] == letters[0] and all(letter in rest for letter in letters):
            return True
    return False
