"""The two states that a title names: "Chile–Norway relations".

Belongs here: reading a title for its states. Does not belong here: the states that a text names most (who.dyad).
"""

from __future__ import annotations

import re

from pipeline.coding.reference.model import Who

ABOUT_TWO = re.compile(r"\b(?:relations?|embass(?:y|ies)|ambassadors?|legations?|consulates?)\b", re.IGNORECASE)
"""Words of a title whose two states are what the whole text is about."""


def titled_pair(who: Who) -> tuple[int, ...]:
    """The two states of such a title, () where it names fewer or more."""
    if not ABOUT_TWO.search(who.registry.parsed.document.meta.title or ""):
        return ()
    found = titled_states(who)
    return found if len(found) == 2 else ()


def titled_states(who: Who) -> tuple[int, ...]:
    """The states that the title names, of those that the text names."""
    left = (who.registry.parsed.document.meta.title or "").replace("’", "'")
    found = []
    for form, index in _forms(who):
        rest = re.sub(rf"(?<!\w){re.escape(form)}(?![\w])", " ", left)
        if rest != left:
            found.append(index)
        left = rest
    return tuple(sorted(set(found)))


def _forms(who: Who) -> list[tuple[str, int]]:
    """Written forms of the states that the text names, longest first: "Guinea-Bissau" is not "Guinea"."""
    states = [(i, e) for i, e in enumerate(who.registry.book.entries) if e.actor.kind == "state"]
    forms = {(form, i) for i, e in states for form in (e.actor.name, *e.forms) if form[:1].isupper()}
    return sorted(forms, key=lambda f: (-len(f[0]), f))
