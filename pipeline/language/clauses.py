"""Who does what to whom, by syntax alone.

Belongs here: logical subject, objects and prepositional phrases of a verb or of a noun that names a happening, through
passives, coordination, control, relative and participial clauses. Does not belong here: which words name events, or
who the phrases mean.

Labels are those of the model (ClearNLP scheme): nsubj, nsubjpass, dobj, dative, prep/pobj, agent, xcomp, relcl, acl.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from pipeline.resources import words

OBJECT_CONTROL = words("object_control")
"""Verbs whose object is the subject of the infinitive that follows ("urged Kenya to sign")."""
BLAMING = words("blaming")
"""Verbs whose object is the doer of a gerund after "of" or "for" ("accused Kenya of arming rebels")."""
LIGHT = words("light")
"""Verbs that lend their subject to a noun which names the deed ("held talks", "launched an attack")."""


MESSAGES = words("messages")
"""Nouns for what is sent or said: a participle behind one has the sender for its subject."""


SAYING = words("saying")
"""Verbs that bring in somebody's words."""


RECEIVE = words("receive")
"""Light verbs whose subject gets what the noun names, when a from- or of-phrase says whose deed it is."""


MEANS = frozenset({"by", "through", "including"})
"""Prepositions behind which a gerund says how the deed above was done: with the same parties."""


CHANNELS = words("channels")
"""Nouns for how one speaks or travels."""


TOGETHER = frozenset({"together", "along", "jointly", "alongside"})
"""Adverbs that join the object of "with" to the subject."""


@dataclass(slots=True)
class Arguments:
    """Logical arguments of a predicate, as head tokens. `preps` maps a preposition to the heads it governs.

    passive: the predicate is passive. light: the light verb that carries a noun, if any. recipients: who gets the
    deed that a noun names ("X received aid from Y" -> X, with Y as subject).
    """

    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    datives: list[Token] = field(default_factory=list)
    preps: dict[str, list[Token]] = field(default_factory=dict)
    possessors: list[Token] = field(default_factory=list)
    passive: bool = False
    light: Token | None = None
    recipients: list[Token] = field(default_factory=list)


def with_conjuncts(token: Token) -> list[Token]:
    """A phrase's head and the heads coordinated behind it."""
    out = [token]
    for child in token.children:
        if child.dep_ == "conj":
            out.extend(with_conjuncts(child))
    return out


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: auxiliary, reduced relative, or a participle coordinated with a passive."""
    if any(c.dep_ in ("auxpass", "nsubjpass") or (c.dep_ == "agent" and not _by_means(c)) for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in verb.children):
        return False
    if verb.dep_ == "conj":
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "amod", "advcl", "relcl", "ROOT", "pcomp", "xcomp", "appos") and not any(
        c.dep_ in ("nsubj", "dobj") for c in verb.children
    )


def _by_means(prep: Token) -> bool:
    """Whether a by-phrase names a means and no doer ("spoke by telephone")."""
    return any(c.lemma_.lower() in CHANNELS for c in prep.children if c.dep_ == "pobj")


def arguments(token: Token) -> Arguments:
    """Logical arguments of a verb or of a noun that names a happening."""
    if token.pos_ in ("VERB", "AUX"):
        return _of_verb(token)
    if token.pos_ == "ADJ":
        return _of_adjective(token)
    return _of_noun(token)


def controlled(verb: Token) -> bool:
    """Whether a verb's subject is the object of the verb above ("will help Kenya to build"): whose deed it is and
    whether it comes about is then not its subject's to say."""
    return verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in OBJECT_CONTROL


def prepositions(token: Token) -> dict[str, list[Token]]:
    """Preposition -> heads of its objects, for the phrases attached to a token."""
    out: dict[str, list[Token]] = {}
    together = [p for c in token.children if c.dep_ == "advmod" and c.lower_ in TOGETHER for p in c.children]
    for prep in [*token.children, *together]:
        if prep.dep_ not in ("prep", "agent", "dative") or prep.pos_ not in ("ADP", "SCONJ", "VERB"):
            continue
        for inner in prep.children:
            if inner.dep_ in ("pobj", "pcomp"):
                out.setdefault(prep.lower_, []).extend(with_conjuncts(inner))
            elif inner.dep_ == "prep":  # "out of", "because of", "from within"
                for deep in inner.children:
                    if deep.dep_ in ("pobj", "pcomp"):
                        out.setdefault(f"{prep.lower_} {inner.lower_}", []).extend(with_conjuncts(deep))
    return out


def coordinated_with(verb: Token) -> Token:
    """The verb that a coordinated verb really continues: a finite verb behind an infinitive continues the verb above it
    ("urged them to stay and left"), which parsers often miss."""
    head = verb.head
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in verb.children if c.dep_ in ("aux", "auxpass")
    )
    while (
        finite
        and head.tag_ in ("VB", "VBG")
        and head.dep_ in ("xcomp", "ccomp", "advcl", "acl", "pcomp")
        and head.head != head
    ):
        head = head.head
        while head.pos_ not in ("VERB", "AUX") and head.head != head:
            head = head.head
    return head


def _of_verb(verb: Token) -> Arguments:
    out = Arguments(passive=is_passive(verb), preps=prepositions(verb))
    out.datives = [t for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP" for t in with_conjuncts(c)]
    direct = [t for c in verb.children if c.dep_ in ("dobj", "attr", "oprd") for t in with_conjuncts(c)]
    if verb.dep_ == "relcl":  # "the treaty that Kenya signed"
        direct = [verb.head if t.tag_ in ("WDT", "WP") or t.lower_ == "that" else t for t in direct]
    surface = [t for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") for t in with_conjuncts(c)]
    if _captured(verb, surface):
        return replace(_of_verb_above(verb), objects=direct, preps=out.preps)
    if verb.dep_ == "relcl" and len(surface) > 1 and surface[0].tag_ in ("WDT", "WP") and not out.passive:
        direct, surface = direct or [verb.head], surface[1:]  # "a law which, he said, Kenya opposed"
    surface = [t for s in surface for t in _antecedent(verb, s)] or _inherited(verb)
    if verb.dep_ == "pcomp" and verb.head.lower_ in MEANS and verb.head.head.pos_ == "VERB":
        for prep, heads in prepositions(verb.head.head).items():  # "worked with X by training the police"
            if prep in ("with", "together with"):
                out.preps.setdefault(prep, heads)
    if verb.dep_ == "conj" and surface and _accompanying(surface[0]):
        surface = [*_inherited(verb), *surface]
    if out.passive:
        out.objects = [*surface, *direct]
        out.subjects = out.preps.pop("by", [])
    else:
        out.subjects = [*surface, *_company(out.preps)] if surface else surface
        out.objects = direct or _shared_object(verb) or _relative_object(verb)
    return out


def _company(preps: dict[str, list[Token]]) -> list[Token]:
    """Who does it "together with" the subject."""
    return [t for adverb in sorted(TOGETHER) for t in preps.get(f"{adverb} with", [])]


def _captured(verb: Token, surface: list[Token]) -> bool:
    """Whether a participle has taken for its subject what a preposition of place governs: "posted a message on the
    site blaming Kenya" is read as "on [the site blaming Kenya]"."""
    return (
        verb.dep_ == "pcomp"
        and verb.tag_ == "VBG"
        and len(surface) == 1
        and verb.head.lower_ in ("on", "via", "in", "at")
        and verb.head.i < surface[0].i < verb.i
    )


def _is_medium(noun: Token) -> bool:
    """Whether a noun is where something was posted or said: what goes on behind it is its author's doing."""
    place = noun.head
    above = place.head
    return (
        noun.dep_ == "pobj"
        and place.lower_ in ("on", "via")
        and ((above.lemma_ in MESSAGES and above.dep_ == "dobj") or (above.pos_ == "VERB" and above.lemma_ in SAYING))
    )


def _of_verb_above(word: Token) -> Arguments:
    """The subject of the nearest verb above a word, as the arguments of what goes on in its name."""
    while word.head != word:
        word = word.head
        if word.pos_ in ("VERB", "AUX"):
            return Arguments(subjects=_surface_subject(word))
    return Arguments()


def _accompanying(subject: Token) -> bool:
    """Whether what looks like the subject stands behind "together with" ("came and, together with X, promised")."""
    first = subject.left_edge.i
    return first >= 2 and subject.doc[first - 1].lower_ == "with" and subject.doc[first - 2].lower_ in TOGETHER


def _antecedent(verb: Token, subject: Token) -> list[Token]:
    """A relative pronoun stands for the noun that its clause modifies."""
    if subject.tag_ in ("WDT", "WP") or subject.lower_ == "that":
        clause = verb
        while clause.dep_ == "conj" or clause.dep_ in ("xcomp", "ccomp"):
            clause = clause.head
        if clause.dep_ == "relcl":
            return with_conjuncts(clause.head) if clause.head.tag_ != "NNP" else [clause.head]
    return [subject]


def _inherited(verb: Token) -> list[Token]:
    """Subject of a verb that has none of its own, from the verb or noun it depends on."""
    head, dep = verb.head, verb.dep_
    if head == verb:
        return []
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        above = _of_verb(coordinated_with(verb))
        return (
            above.objects
            if above.passive and not is_passive(verb) and above.objects
            else (above.objects if above.passive else above.subjects)
        )
    if dep in ("xcomp", "ccomp") and head.pos_ in ("VERB", "AUX"):
        above = _of_verb(head)
        if head.lemma_ in OBJECT_CONTROL:
            controlled = (
                above.objects
                or above.datives
                or [t for p in ("on", "for", "to", "upon") for t in above.preps.get(p, [])]
            )
            return controlled or ([] if not above.passive else above.objects)
        return above.objects if above.passive else above.subjects
    if dep == "xcomp" and head.pos_ in ("ADJ", "NOUN"):
        return _of_adjective(head).subjects
    if (
        dep in ("acl", "relcl")
        and head.dep_ == "attr"
        and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    ):
        return _of_verb(head.head).subjects  # "was the first country to sign"
    if dep == "advcl":
        return _surface_subject(head) if head.pos_ in ("VERB", "AUX") else []
    if dep == "acl":
        if verb.tag_ == "VBG" and head.lemma_.lower() in MESSAGES and head.dep_ == "dobj" and head.head.pos_ == "VERB":
            sender = prepositions(head)
            if sender.get("from") or sender.get("by"):  # "welcomed the letter from Kenya asking for talks"
                return sender.get("from") or sender["by"]
            return _of_verb(head.head).subjects  # "sent a letter asking for help"
        if verb.tag_ == "VBG" and _is_medium(head):
            return _of_verb_above(head).subjects
        if verb.tag_ in ("VBG", "VBN"):
            return with_conjuncts(head)[:1]
        return _of_noun(head).subjects or _of_noun(head).possessors
    if dep == "relcl" and not any(c.dep_ == "nsubj" for c in verb.children):
        return [head]
    if dep == "pcomp":
        return _of_gerund(head)
    return []


def _surface_subject(verb: Token) -> list[Token]:
    args = _of_verb(verb)
    return args.objects[:1] if args.passive and args.objects else args.subjects


def _of_gerund(prep: Token) -> list[Token]:
    """Subject of "by doing", "for doing": that of the governing clause, or its object after blame and praise."""
    verb = prep.head
    if verb.pos_ in ("VERB", "AUX"):
        args = _of_verb(verb)
        if verb.lemma_ in BLAMING and prep.lower_ in ("of", "for"):
            return args.objects
        return _surface_subject(verb)
    if verb.pos_ in ("NOUN", "PROPN"):
        noun = _of_noun(verb)
        return noun.subjects or noun.possessors
    if verb.pos_ == "ADJ":
        return _of_adjective(verb).subjects
    return []


def _shared_object(verb: Token) -> list[Token]:
    """ "condemned and rejected the move": the first verb's object stands behind the second."""
    for child in verb.children:
        if (
            child.dep_ == "conj"
            and child.pos_ == "VERB"
            and not any(c.dep_ in ("nsubj", "dobj") for c in verb.children if c.dep_ != "nsubj")
        ):
            later = [t for c in child.children if c.dep_ == "dobj" for t in with_conjuncts(c)]
            if later and child.i - verb.i <= 3:
                return later
    return []


def _relative_object(verb: Token) -> list[Token]:
    """ "the treaty that Kenya signed": the object is what the clause modifies."""
    if verb.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in verb.children):
        return [verb.head]
    return []


def _of_adjective(adjective: Token) -> Arguments:
    out = Arguments(preps=prepositions(adjective))
    if adjective.dep_ == "acomp" and adjective.head.pos_ in ("AUX", "VERB"):
        out.subjects = _of_verb(adjective.head).subjects
    elif adjective.dep_ in ("amod", "relcl", "acl"):
        out.subjects = [adjective.head]
    return out


def _of_noun(noun: Token) -> Arguments:
    out = Arguments(preps=prepositions(noun))
    out.possessors = [t for c in noun.children if c.dep_ == "poss" for t in with_conjuncts(c)]
    out.subjects = out.preps.get("by", [])
    if not out.subjects and "of" in out.preps:
        out.subjects = _by_behind(noun)
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    verb = top.head
    if (top.dep_ == "dobj" and verb.lemma_ in LIGHT) or (top.dep_ == "nsubjpass" and verb.lemma_ in LIGHT):
        _lend(out, verb)
    elif (
        top.dep_ == "pobj"
        and verb.head.pos_ == "VERB"
        and verb.head.lemma_ in ("engage", "participate", "involve", "enter", "take", "embark")
    ):
        _lend(out, verb.head)
    elif top.dep_ == "pobj" and verb.lower_ in ("by", "through") and verb.head.pos_ == "VERB" and not out.subjects:
        out.subjects = [
            t for t in _of_verb(verb.head).subjects if t not in (noun, top)
        ]  # "recognised it by the appointment of X"
    return out


def _by_behind(noun: Token) -> list[Token]:
    """ "the invasion of X by Y": a by-phrase right behind the noun's phrase is its own, though the parser hangs
    it on an active verb above."""
    after = noun.right_edge.i + 1
    if after >= len(noun.doc) or noun.doc[after].lower_ != "by":
        return []
    prep = noun.doc[after]
    above = prep.head in list(noun.ancestors) and not is_passive(prep.head)
    return (
        [t for c in prep.children if c.dep_ == "pobj" and c.pos_ == "PROPN" for t in with_conjuncts(c)] if above else []
    )


def _lend(out: Arguments, verb: Token) -> None:
    above = _of_verb(verb)
    out.light = verb
    givers = out.subjects or out.preps.get("from") or above.preps.get("from") or out.preps.get("of") or []
    if verb.lemma_ in RECEIVE and givers and not above.passive:
        out.recipients, out.subjects = above.subjects, givers
        return
    out.subjects = out.subjects or above.subjects
    out.datives = above.datives
    for prep, heads in above.preps.items():
        out.preps.setdefault(prep, heads)
