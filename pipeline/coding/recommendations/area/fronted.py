"""The topic that a sentence puts in front: "On security, ...", "When it comes to fish, ...", "Visas: ...".

Belongs here: finding it by its words, whatever frame the advice stands in. Does not belong here: labels of list items
(lists), what a topic weighs (places).
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

_LONGEST = 12
"""Tokens within which the comma behind a topic stands."""
_SHORT = 5
"""Tokens of a topic that only "in" or "for" opens, which may open a circumstance as well."""
_ORDER = re.compile(r"(?:(?:and|but|first|second|third|fourth|finally|lastly|secondly|thirdly)\b,?\s*)+", re.I)
_OPENING = re.compile(
    r"(?:on|regarding|concerning|as (?:for|to|regards)|when it comes to|in terms of|turning to|so far as"
    r"|(?:in|with) (?:regard|respect|relation|reference) to|in (?:the )?(?:fields?|areas?|spheres?|realm|domain"
    r"|matters?|sector|case|name|interests?) of)\b",
    re.I,
)
_SHORT_OPENING = re.compile(r"(?:in|for)\b", re.I)


def fronted(doc: Doc, first: int) -> list[Token]:
    """The tokens of the topic in front of the act that begins at token `first`; none if there is none."""
    for i in range(min(first, _LONGEST)):
        if doc[i].text == ":":
            return list(doc[:i]) if i <= _SHORT and not any(t.pos_ in ("VERB", "AUX") for t in doc[:i]) else []
        if doc[i].text not in (",", "–", "—") or (i and _ORDER.fullmatch(doc[: i + 1].text + " ")):
            continue
        opening = _ORDER.sub("", doc[:i].text, count=1) if _ORDER.match(doc[:i].text) else doc[:i].text
        short = i <= _SHORT and _SHORT_OPENING.match(opening)
        return list(doc[:i]) if _OPENING.match(opening) or short else []
    return []
