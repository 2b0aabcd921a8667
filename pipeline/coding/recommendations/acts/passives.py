"""Acts that are told in the passive: "the quota must be lifted" advises to lift the quota.

Belongs here: turning a passive round. Does not belong here: acts told in the active (verbs).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.acts.ends import act_end, trim
from pipeline.coding.recommendations.acts.forms import bare_verb
from pipeline.coding.recommendations.acts.wording import phrase
from pipeline.coding.recommendations.model import Act

_OBJECT_FORM = {"they": "them", "he": "him", "she": "her", "we": "us", "i": "me"}
_POINTING = frozenset({"this", "these", "its", "their", "all", "any", "every", "both", "such"})


_REACH = 8
"""Words behind "and" within which the participle of a further thing comes ("and the money given to schools")."""


def passive_acts(verb: Token, who: Token) -> list[Act]:
    """The act of a passive `verb`, done to the subject `who`, and that of a participle joined with it that has a thing
    of its own: "the fee should be cut, and the money given to schools"."""
    doc = verb.doc
    end = act_end(doc, verb.i, len(doc))
    joined = _joined(doc, verb.i, end)
    last = trim(doc, verb.i, joined[0] if joined is not None else end)
    acts = [Act(verb.i, last, _phrase(doc, verb, who, last), _subject_span(verb, who))]
    if joined is not None:
        start, participle = joined[0] + 1, joined[1]
        final = trim(doc, participle, end)
        rest = doc[participle + 1 : final + 1].text
        text = f"{bare_verb(doc[participle])} {phrase(doc, start, participle - 1)} {rest}"
        acts.append(Act(start, final, " ".join(text.split()).rstrip(" ,;:."), (start, participle - 1)))
    return acts


def _joined(doc: Doc, first: int, end: int) -> tuple[int, int] | None:
    """(the "and", the participle) of a further passive that leaves out its "be"."""
    for i in range(first + 1, end - 2):
        if doc[i].lower_ != "and":
            continue
        for token in doc[i + 2 : min(i + _REACH, end)]:
            if token.tag_ in ("MD", "VBZ", "VBP", "TO", "IN", "WDT") or token.text == ",":
                break
            right_behind = i - first <= 2  # else "the parts made in Kenya" may belong to what is done
            if token.tag_ == "VBN" and token.dep_ not in ("amod", *(() if right_behind else ("acl",))):
                return i, token.i
    return None


def _subject_span(verb: Token, who: Token) -> tuple[int, int]:
    """First and last token of the subject `who` of a passive, without the clauses that hang on it."""
    inserted = [t.left_edge.i for t in who.children if t.dep_ in ("relcl", "appos", "advcl", "acl") and t.i > who.i]
    stop = min([who.right_edge.i, verb.i - 1, *(i - 1 for i in inserted)])
    while stop > who.i and who.doc[stop].is_punct:
        stop -= 1
    return who.left_edge.i, stop


def _phrase(doc: Doc, verb: Token, who: Token, last: int) -> str:
    """ "the quota must be lifted at once" as "lift the quota at once", without articles."""
    start, stop = _subject_span(verb, who)
    if who.pos_ == "PRON":
        thing = _OBJECT_FORM.get(who.lower_, who.lower_)
    else:
        thing = phrase(doc, start, stop)
        if doc[start].lower_ in _POINTING and not thing.startswith(doc[start].lower_):
            thing = f"{doc[start].lower_} {thing}"
    by = next((t for t in verb.children if t.dep_ == "agent" and t.i > verb.i), None)
    told = by.i - 1 if by is not None and by.right_edge.i >= last else last  # who is to do it is no part of the act
    rest = doc[verb.i + 1 : told + 1].text if told > verb.i else ""
    return " ".join(f"{bare_verb(verb)} {thing} {rest}".split()).rstrip(" ,;:.")
