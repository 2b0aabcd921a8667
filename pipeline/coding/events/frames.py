"""Event frames: which words name which events, and where their participants stand.

Belongs here: the shape of a lexicon entry, the index over all entries, and whether an entry fits a word. Does not
belong here: the entries (lexicons/events/, one file per event type), who the participants are (slots).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from pipeline.language.clauses import Arguments, arguments, prepositions, with_conjuncts
from pipeline.resources import Entry, load

TYPES = (
    "agree consult support concede cooperate aid retreat request accuse reject threaten protest sanction mobilize "
    "coerce assault transition"
).split()
"""Files of lexicons/events, and in capitals the codebook's event types."""


ASKING = frozenset({"how", "why", "what", "whether", "if", "when", "where", "who", "whom"})
"""Words that open an indirect question."""
RESULTATIVE = frozenset({"leave", "render", "call"})
"""Verbs that mean another thing with a predicate of their object."""


TRIALS = frozenset("attempt effort operation campaign bid action process activity announcement decision".split())
"""Nouns whose modifier names the deed itself ("coup attempt")."""
PROMISING = frozenset({"commit", "pledge", "undertake", "agree", "promise"})
"""Verbs whose infinitive says what is promised, though parsers take it for an adverbial of purpose."""


IDIOMS = frozenset({"protest", "agreement", "retreat", "defeat"})
"""Nouns that say behind a bare "in" how something is done."""


PREFIXES = ("re-", "co-")
"""Prefixes that the tokenizer leaves on their verb."""


class Frame(Entry):
    """One line of a lexicon.

    verbs: lemmas, with particle or preposition ("call for", "step down"); nouns: lemmas or phrases ending in the head;
    adjectives: predicates such as "critical of". carriers: the noun counts only as the object of one of these verbs.
    objects: the logical object must be one of these lemmas, or of a class: "@name" (classes.yaml), "#person",
    "#state", "#org", "#agreement", "#any". subjects: likewise. with_prep / without_prep: prepositions that must or must
    not be there. objects_as: what stands after "as" or as a predicate. complement_lemmas: verb of the complement;
    complements: a clause must follow. source, target: slots, the first that yields an actor wins (slots).
    joint: every party is a source. needs: what must be resolved for a row: source, target, any, both, two, person,
    body, count. bare: needs nothing. possessor: "target" when a possessor undergoes the deed ("X's arrest").
    complement_objects: what the verb of the complement must have as its object.
    event_like: the noun alone names a happening. status: fixed status. future: only with "will". negated: only under
    a negation, which is then what happened ("did not recognise"). dated: a row also without participants where the
    sentence dates the happening (codebook: a noun that names one is required when dated). spoken: only in somebody's
    reported or quoted words, where saying it is the deed ("X must leave," said Y).
    example, counter: a sentence that must and one that must not match; the tests run them all.
    """

    id: str
    mode: str | None = None
    verbs: list[str] = []
    nouns: list[str] = []
    adjectives: list[str] = []
    carriers: list[str] = []
    objects: list[str] = []
    subjects: list[str] = []
    objects_as: list[str] = []
    with_prep: list[str] = []
    without_prep: list[str] = []
    complements: bool = False
    complement_lemmas: list[str] = []
    complement_objects: list[str] = []
    source: list[str] = ["subject"]
    target: list[str] = []
    joint: bool = False
    split: bool = False
    needs: str = "any"
    bare: bool = False
    possessor: str = "source"
    event_like: bool = False
    status: str | None = None
    future: bool = False
    negated: bool = False
    dated: bool = False
    spoken: bool = False
    example: str = ""
    counter: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits a word by syntax; the participants are still to be found."""

    frame: Frame
    event_type: str
    token: Token
    args: Arguments
    prep: Token | None  # the preposition or particle that the lexicon entry names
    words: tuple[Token, ...]  # the trigger's words

    @property
    def rule_id(self) -> str:
        return f"event.{self.event_type.lower()}.{self.frame.id}"

    @property
    def anchor(self) -> Token:
        """The verb that carries the happening in the clause: the light verb of a noun, else the word itself."""
        return self.args.light or self.token


@cache
def classes() -> dict[str, frozenset[str]]:
    """Noun classes that frames refer to as "@name"."""
    return {name: frozenset(words) for name, words in load("events/classes", dict[str, list[str]]).items()}


@cache
def index() -> dict[str, list[tuple[str, str, Frame]]]:
    """First lemma of a verb, head lemma of a noun -> (phrase, event type, frame), most specific first."""
    table: dict[str, list[tuple[str, str, Frame]]] = {}
    for name in TYPES:
        for frame in load(f"events/{name}", list[Frame]):
            for phrase in frame.verbs:
                table.setdefault("v:" + phrase.split()[0], []).append((phrase, name.upper(), frame))
            for phrase in frame.nouns:
                table.setdefault("n:" + phrase.split()[-1], []).append((phrase, name.upper(), frame))
            for phrase in frame.adjectives:
                table.setdefault("a:" + phrase, []).append((phrase, name.upper(), frame))
    _check_classes(table)
    for entries in table.values():
        entries.sort(key=lambda e: -_weight(e[0], e[2]))
    return table


def _check_classes(table: dict[str, list[tuple[str, str, Frame]]]) -> None:
    for entries in table.values():
        for _, event_type, frame in entries:
            for name in (*frame.objects, *frame.subjects, *frame.objects_as):
                if name.startswith("@") and name[1:] not in classes():
                    raise ValueError(
                        f"lexicons/events/{event_type.lower()}.yaml: {frame.id}: no class {name} in classes.yaml"
                    )


def _weight(phrase: str, frame: Frame) -> int:
    exact = [frame.objects, frame.subjects, frame.complement_lemmas, frame.objects_as, frame.with_prep, frame.carriers,
             frame.complement_objects]  # fmt: skip
    return (
        3 * (len(phrase.split()) - 1)
        + 2 * sum(bool(x) for x in exact)
        + frame.complements
        + frame.future
        - ("#any" in frame.objects)
    )


def matches(token: Token) -> list[Match]:
    """The frames that fit a word by its lemma and syntax, most specific first."""
    if _modifies(token):
        return []
    kind = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}.get(token.pos_)
    lemma = _lemma(token, kind)
    entries = list(index().get(f"{kind}:{lemma}", ()))
    if kind == "a" and token.tag_ in ("VBN", "VBD", "JJ"):
        entries += index().get(f"v:{lemma}", ()) if token.tag_ != "JJ" else ()
    if not entries:
        return []
    args = arguments(token.head if token.tag_ == "MD" else token)  # a modal has the arguments of its verb
    out = []
    for phrase, event_type, frame in entries:
        found = _phrase_words(token, phrase, kind or "")
        if found is None:
            continue
        prep = next((t for t in reversed(found) if t.pos_ in ("ADP", "ADV", "PART") and t != token), None)
        if _fits(frame, token, args, prep):
            out.append(Match(frame, event_type, token, args, prep, tuple(sorted(found, key=lambda t: t.i))))
    return out


def _lemma(token: Token, kind: str | None) -> str:
    """The lemma; of a verb with a hyphened prefix, which the model does not know, one that the lexicon has, with the
    prefix or without ("re-established" -> "re-establish")."""
    lemma = token.lemma_.lower()
    if kind != "v" or not lemma.startswith(PREFIXES):
        return lemma
    for word in (token.lower_, token.lower_.partition("-")[2]):
        for ending, whole in (("", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("s", "")):
            base = word[: len(word) - len(ending)] + whole
            if word.endswith(ending) and f"v:{base}" in index():
                return base
    return lemma


def _modifies(token: Token) -> bool:
    """Whether a noun names no happening here: "in protest" says how another deed is meant, and in "war museum" the
    noun only says what kind of thing another one is; of an attempt or an effort it says what was tried."""
    head = token.head
    if token.lower_ in IDIOMS and token.dep_ == "pobj" and head.lower_ == "in" and not any(token.lefts):
        return True
    if token.pos_ != "NOUN" or token.dep_ not in ("compound", "nmod") or head.pos_ not in ("NOUN", "PROPN"):
        return False
    return head.i > token.i and head.lemma_.lower() not in TRIALS


def _phrase_words(token: Token, phrase: str, kind: str) -> list[Token] | None:
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


def _fits(frame: Frame, token: Token, args: Arguments, prep: Token | None) -> bool:
    if token.lemma_ in RESULTATIVE and not frame.objects_as and any(c.dep_ == "oprd" for c in token.children):
        return False  # "left 300 people homeless" is no departure
    if frame.carriers and (args.light is None or args.light.lemma_ not in frame.carriers):
        return False
    plain = _plain(frame)
    if plain and "#person" not in frame.objects and not any(is_a(t, plain) for t in _object_nouns(token, args, prep)):
        return False
    if "#any" in frame.objects and not args.objects and not args.preps.get("of"):
        return False
    plain = [s for s in frame.subjects if not s.startswith("#")]
    if plain and not frame.subjects[0].startswith("#") and not any(is_a(t, plain) for t in args.subjects):
        return False
    if frame.with_prep and not any(p in args.preps for p in frame.with_prep):
        behind = {p for o in args.objects if o.i > token.i for p in prepositions(o)}
        if not behind & set(frame.with_prep):  # parsers hang on the object what belongs to the verb
            return False
    if any(p in args.preps for p in frame.without_prep):
        return False
    if frame.objects_as and not any(is_a(t, frame.objects_as) for t in _predicates(token, args)):
        return False
    promised = ("xcomp", "ccomp", "advcl") if token.lemma_ in PROMISING else ("xcomp", "ccomp")
    complement = [c for c in token.children if c.dep_ in promised and not _asks(c)]
    if frame.complements and not complement:
        return False
    return not frame.complement_lemmas or _complement_fits(frame, token, complement)


def _complement_fits(frame: Frame, token: Token, complement: list[Token]) -> bool:
    """Whether an infinitive or a gerund behind the word has a verb, and that verb an object, that the frame lists."""
    gerunds = [
        t for c in token.children if c.dep_ == "prep" and c.lower_ == "to" for t in c.children if t.dep_ == "pcomp"
    ]
    verbs = [v for c in [*complement, *gerunds] for v in [c, *c.conjuncts] if v.lemma_ in frame.complement_lemmas]
    if not frame.complement_objects:
        return bool(verbs)
    return any(is_a(o, frame.complement_objects) for v in verbs for o in _affected(v))


def _affected(verb: Token) -> list[Token]:
    """Objects of a verb; of "allow X to enter" also X."""
    return [*arguments(verb).objects, *(s for c in verb.children if c.dep_ == "ccomp" for s in arguments(c).subjects)]


def beside(match: Match, taken: list[Match]) -> Match | None:
    """The match for those coordinated objects that no other match of the same word asks for, if its frame asks for
    one of them by name."""
    if len(match.args.objects) < 2 or any(not _plain(t.frame) for t in taken) or not _plain(match.frame):
        return None
    if any(t.event_type == match.event_type for t in taken):
        return None
    left = [o for o in match.args.objects if not any(is_a(o, _plain(t.frame)) for t in taken)]
    if not any(is_a(o, _plain(match.frame)) for o in left):
        return None
    return replace(match, args=replace(match.args, objects=left))


def _plain(frame: Frame) -> list[str]:
    """The lemmas and classes that a frame's object must be one of."""
    return [o for o in frame.objects if not o.startswith("#")]


def _asks(clause: Token) -> bool:
    """Whether a complement is an indirect question ("asked how to pay", "asked whether it was over")."""
    return any(c.lower_ in ASKING and c.i <= clause.i for c in clause.children if c.dep_ in ("advmod", "mark", "dobj"))


def governed(prep: Token) -> list[Token]:
    """Heads of a preposition's objects."""
    return [t for c in prep.children if c.dep_ in ("pobj", "pcomp") for t in with_conjuncts(c)]


def is_a(token: Token, wanted: list[str]) -> bool:
    """Whether a noun's lemma is listed or belongs to a listed class."""
    lemmas = {token.lemma_.lower()}
    if token.pos_ == "PROPN":  # "the Consulate General", "Embassy Oslo"
        lemmas |= {c.lemma_.lower() for c in token.children if c.dep_ == "compound" and c.pos_ == "PROPN"}
    return any(bool(lemmas & classes()[w[1:]]) if w[0] == "@" else w in lemmas for w in wanted)


def _object_nouns(token: Token, args: Arguments, prep: Token | None) -> list[Token]:
    if token.pos_ in ("VERB", "AUX"):
        return [*args.objects, *(governed(prep) if prep is not None else [])]
    compounds = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod")]
    return [*args.preps.get("of", []), *compounds]


def _predicates(token: Token, args: Arguments) -> list[Token]:
    children = [t for c in token.children if c.dep_ in ("oprd", "attr", "xcomp", "ccomp") for t in [c, *c.children]]
    after_as = [t for c in token.children if c.dep_ == "prep" and c.lower_ == "as" for t in c.children]
    return [*args.preps.get("as", []), *after_as, *children, *args.objects[1:]]
