"""Which event frames fit a word by its lemma and syntax.

Belongs here: what a frame asks of objects, subjects, prepositions and complements. Does not belong here: the frames
(frames), their phrases (wording), whether the actors that a phrase means are of the right kind (fit), who the
participants are (slots).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.coding.events.frames import Frame, index, is_a
from pipeline.coding.events.wording import lemma_of, phrase_words
from pipeline.language.clauses import Arguments, arguments, prepositions, with_conjuncts

ASKING = frozenset({"how", "why", "what", "whether", "if", "when", "where", "who", "whom"})
"""Words that open an indirect question."""
RESULTATIVE = frozenset({"leave", "render", "call"})
"""Verbs that mean another thing with a predicate of their object."""
TRIALS = frozenset("attempt effort operation campaign bid action process activity announcement decision".split())
"""Nouns whose modifier names the deed itself ("coup attempt")."""
PROMISING = frozenset({"commit", "pledge", "undertake", "agree", "promise", "arrive", "apply"})
"""Verbs whose infinitive says what is promised or come for, though parsers take it for an adverbial of purpose."""
IDIOMS = frozenset({"protest", "agreement", "retreat", "defeat"})
"""Nouns that say behind a bare "in" how something is done."""


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


def matches(token: Token) -> list[Match]:
    """The frames that fit a word by its lemma and syntax, most specific first."""
    if _modifies(token):
        return []
    kind = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}.get(token.pos_)
    lemma = lemma_of(token, kind)
    entries = list(index().get(f"{kind}:{lemma}", ()))
    if kind == "a" and token.tag_ in ("VBN", "VBD", "JJ"):
        entries += index().get(f"v:{lemma}", ()) if token.tag_ != "JJ" else ()
    if not entries:
        return []
    args = arguments(token.head if token.tag_ == "MD" else token)  # a modal has the arguments of its verb
    out = []
    for phrase, event_type, frame in entries:
        found = phrase_words(token, phrase, kind or "")
        if found is None:
            continue
        prep = next((t for t in reversed(found) if t.pos_ in ("ADP", "ADV", "PART") and t != token), None)
        if _fits(frame, token, args, prep):
            out.append(Match(frame, event_type, token, args, prep, tuple(sorted(found, key=lambda t: t.i))))
    return out


def _modifies(token: Token) -> bool:
    """Whether a noun names no happening here: "in protest" says how another deed is meant, and in "war museum" the
    noun only says what kind of thing another one is; of an attempt or an effort it says what was tried."""
    head = token.head
    if token.lower_ in IDIOMS and token.dep_ == "pobj" and head.lower_ == "in" and not any(token.lefts):
        return True
    if token.pos_ != "NOUN" or token.dep_ not in ("compound", "nmod") or head.pos_ not in ("NOUN", "PROPN"):
        return False
    return head.i > token.i and head.lemma_.lower() not in TRIALS


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


def _object_nouns(token: Token, args: Arguments, prep: Token | None) -> list[Token]:
    if token.pos_ in ("VERB", "AUX"):
        return [*args.objects, *(governed(prep) if prep is not None else []), *_described(token, args)]
    compounds = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod")]
    return [*args.preps.get("of", []), *compounds]


def _described(verb: Token, args: Arguments) -> list[Token]:
    """Nouns that a clause behind a noun phrase may describe instead of the last noun in it, which parsers prefer ("a
    memorandum on naval matters, signed by X"), and the noun over a clause that they took for a complement of it."""
    head = verb.head
    if verb.dep_ == "ccomp" and head.pos_ in ("NOUN", "PROPN") and not args.objects:
        return [head]
    if verb.dep_ != "acl" or verb.tag_ != "VBN":
        return []
    out = []
    while head.dep_ == "pobj" and head.head.dep_ == "prep" and head.head.head.pos_ in ("NOUN", "PROPN"):
        if head.head.lower_ == "of" and head.pos_ != "PROPN":
            break  # "the overthrow of the government led by X"
        head = head.head.head
        out.append(head)
    return out


def _predicates(token: Token, args: Arguments) -> list[Token]:
    children = [t for c in token.children if c.dep_ in ("oprd", "attr", "xcomp", "ccomp") for t in [c, *c.children]]
    after_as = [t for c in token.children if c.dep_ == "prep" and c.lower_ == "as" for t in c.children]
    return [*args.preps.get("as", []), *after_as, *children, *args.objects[1:]]
