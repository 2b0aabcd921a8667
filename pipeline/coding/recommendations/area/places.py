"""The words of an act and what a cue weighs at each: object first, then topic, circumstances, purpose, examples.

Belongs here: weighing by place inside the act. Does not belong here: weighing what stands around it (around), choosing
among areas (choice).
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from pipeline.coding.actors import Registry
from pipeline.coding.recommendations.acts.forms import bare_verb
from pipeline.coding.recommendations.area.cues import areas_of_means_verb, areas_of_verb
from pipeline.coding.recommendations.lexicon import words
from pipeline.coding.recommendations.model import Act
from pipeline.language.model import ParsedSentence

CORE, TOPIC, LABEL, VERB, ASIDE, REST, TIME, CONTRAST = 3.0, 2.5, 2.0, 1.5, 1.0, 0.7, 0.3, 0.0
"""Weights of a cue in the act's object ("courts"); in what the object is about or for ("rules on courts"); in the
label or topic of the item; of the verb; of a cue in a circumstance ("in courts") or purpose ("to help the courts"); in
a relative clause or example; in a phrase of time ("before the elections"), which decides nothing; in what is not to be
done ("not in courts")."""
NAMED = 0.5
"""Share of a cue inside the name of a body: a Ministry of Trade may be told to do anything."""
_PLAIN = frozenset({"state", "place", "other", "igo"})
"""Kinds of names whose words tell an area as other words do."""
_NEXT = 4
"""Words behind a verb within which an object that it only carries stands."""
_PURPOSES = frozenset(("that", "which", "who", "whose", "to", "so", "where", "when", "including", "because", "if"))
"""Words from which on an act's words tell its purpose or examples, not its object."""
_CONTRASTS = frozenset({"not", "rather", "instead"})
_MEANS = frozenset({"by", "through", "via", "without"})
_ADDING = frozenset({"not only", "not just", "not merely", "not least"})
_EXAMPLES = frozenset({"such as", "for instance", "for example"})
_ABOUT = frozenset({"for", "on", "about", "over", "against", "into", "to", "regarding", "concerning", "towards"})
_PLACES = frozenset(
    "in at from with under near along across within between among amid around as per than beside alongside inside"
    " outside beyond behind".split()
)
_TIMES = frozenset({"before", "after", "until", "till", "since", "during", "ahead"})
_AT_TIMES = re.compile(r"at (?:\w+ )?time\b")


def act_words(doc: Doc, act: Act) -> list[Token]:
    """The tokens of an act, with the subject of its passive in front."""
    thing = [] if act.thing is None else list(doc[act.thing[0] : act.thing[1] + 1])
    return [*thing, *doc[act.first : act.last + 1]]


def place_weights(doc: Doc, act: Act) -> dict[int, float]:
    """What a cue weighs at each token of an act, by the last preposition or clause word before it."""
    weights = {} if act.thing is None else _run(doc, *act.thing, CORE)
    return weights | _run(doc, act.first, act.last, CORE if act.thing is None else TOPIC)


def _run(doc: Doc, first: int, last: int, state: float) -> dict[int, float]:
    """The weights at tokens first..last, the first of which weighs `state`."""
    weights: dict[int, float] = {first: state}
    for i in range(first + 1, last + 1):
        weights[i] = state = _state(doc, i, first, state)
    return weights


def _state(doc: Doc, i: int, first: int, state: float) -> float:
    """The weight from token i on."""
    token, low = doc[i], doc[i].lower_
    if state == CONTRAST:
        return CORE if low == "but" else CONTRAST
    if low in _CONTRASTS and doc[i : i + 2].text.lower() not in _ADDING:
        return CONTRAST
    if low in _TIMES or _AT_TIMES.match(doc[i : i + 3].text.lower()):
        return TIME
    if state in (REST, TIME):
        return state
    linked = low == "to" and token.tag_ != "TO"  # "access to markets" goes on naming the object
    if token.tag_ == "TO":
        return ASIDE
    if doc[i : i + 2].text.lower() in _EXAMPLES or low in _MEANS or (low in _PURPOSES and not linked):
        return REST
    if token.dep_ == "acl" and token.tag_ in ("VBN", "VBG") and doc[i - 1].pos_ in ("NOUN", "PROPN"):
        return REST
    if low == "in" and _engages(doc, i, first):
        return min(state, TOPIC)
    if low in _ABOUT:
        return min(state, TOPIC)
    return min(state, ASIDE) if low in _PLACES and token.pos_ in ("ADP", "SCONJ", "ADV") else state


def _engages(doc: Doc, i: int, first: int) -> bool:
    """Whether "in" at token i names the field of what stands before it ("invest in", "cooperation with X in")."""
    return any(t.lemma_.lower() in words().in_fields or bare_verb(t) in words().in_fields for t in doc[first:i])


def areas_of_act(doc: Doc, act: Act) -> tuple[str, ...]:
    """The areas that an act's verb tells: "patrol"."""
    return () if _carries(doc, act) else areas_of_verb(bare_verb(doc[act.first]))


def areas_of_means(doc: Doc, act: Act) -> tuple[str, ...]:
    """The areas that an act's verb hints at, as it may be done in any: "publish", "pay"."""
    return () if _carries(doc, act) else areas_of_means_verb(bare_verb(doc[act.first]))


def _carries(doc: Doc, act: Act) -> bool:
    """Whether an act's verb only carries its object ("lend support", "pay attention")."""
    return any(t.lemma_.lower() in words().light_objects for t in doc[act.first + 1 : act.first + _NEXT])


def name_tokens(registry: Registry, sentence: ParsedSentence) -> frozenset[int]:
    """Tokens of a sentence that belong to the names of bodies and persons, not of states, places and blocs."""
    names = (n for n in registry.names[sentence.ordinal] if n.kind not in _PLAIN)
    return frozenset(i for n in names for i in range(n.first, n.last + 1))
