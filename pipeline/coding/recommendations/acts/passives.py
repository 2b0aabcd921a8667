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


def passive_act(verb: Token, who: Token) -> Act:
    """The act of a passive `verb`, done to the subject `who`."""
    doc = verb.doc
    last = trim(doc, verb.i, act_end(doc, verb.i, len(doc)))
    return Act(verb.i, last, _phrase(doc, verb, who, last), _subject_span(verb, who))


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
    rest = doc[verb.i + 1 : last + 1].text if last > verb.i else ""
    return " ".join(f"{bare_verb(verb)} {thing} {rest}".split()).rstrip(" ,;:.")
