"""Questions about the clause that a word stands in: its subject, whether it is asked, supposed, told by somebody.

Belongs here: reading the parse. Does not belong here: which words give advice (frames).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations.lexicon import phrase_pattern, words

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_WH = frozenset({"what", "who", "whom", "which", "whose", "how", "why", "whether", "where", "whatever", "whoever"})


def subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verbs that it is coordinated with or that govern it ("needs to act")."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        for child in verb.children:
            if child.dep_ in _SUBJECTS and child.i < verb.i:
                return child
        if verb.dep_ not in ("conj", "xcomp", "aux", "auxpass"):
            return _opening_gerund(verb)
        verb = verb.head
    return None


def _opening_gerund(verb: Token) -> Token | None:
    """A gerund that opens the sentence and that the parser took for a participle clause: "Lowering A, ..., is vital"."""
    first = verb.doc[0]
    opens = first.tag_ == "VBG" and first.dep_ == "advcl" and first.head == verb
    return first if opens else None


def verbal_subject(main: Token) -> Token | None:
    """A gerund or infinitive that is the subject of `main`, also where the parser hung it on the clause before.

    It opens the clause, and no other finite verb stands between it and `main`.
    """
    doc = main.doc
    for i in range(main.i - 1, -1, -1):
        token = doc[i]
        if (
            token.tag_ in ("VBZ", "VBP", "VBD", "MD")
            and token.dep_ not in ("relcl", "aux")
            and token.head != main
            and not inside_relative(token)
        ):
            return None
        start = i - 1 if token.tag_ in ("VB", "VBP") and i and doc[i - 1].tag_ == "TO" else i
        infinitive = start < i
        if not infinitive and (
            token.tag_ != "VBG" or token.dep_ not in ("advcl", "csubj", "nsubj", "ccomp", "csubjpass")
        ):
            continue
        if infinitive and token.dep_ not in ("advcl", "csubj", "nsubj", "ccomp", "xcomp"):
            continue
        if start == 0 or doc[start - 1].lower_ in (",", "while", "and", "whereas", "but", ";", ":", "that"):
            if doc[start - 1].lower_ in (",", "and") and start > 0 and _continues_list(doc, i):
                continue
            return token
    return None


def _continues_list(doc: Doc, i: int) -> bool:
    """Whether a gerund behind a comma has another before it that opens the clause ("Doing A, doing B, and doing C is")."""
    return doc[i].dep_ == "conj" or any(t.tag_ == "VBG" and t.i == 0 for t in doc[:1])


def inside_relative(token: Token) -> bool:
    return any(a.dep_ == "relcl" for a in (token, *token.ancestors))


def is_asked(doc: Doc) -> bool:
    """Whether the sentence is a question."""
    tail = doc.text.rstrip("\"' )*")
    return tail.endswith("?")


def is_supposed(verb: Token) -> bool:
    """Whether the clause of `verb` is no statement: relative, conditional, indirect question, inverted."""
    token = verb
    while True:
        below = [t for t in token.children if t.i < token.i]
        if any(t.lower_ in ("if", "whether", "unless", "lest") and t.dep_ in ("mark", "advmod") for t in below):
            return True
        if any(
            t.lower_ in _WH
            and t.dep_ in ("dobj", "pobj", "advmod", "nsubj", "attr", "det", "nsubjpass")
            and t.tag_.startswith("W")
            for t in below
        ):
            return True
        if token.dep_ in ("relcl", "acl", "csubj", "pcomp"):
            return True
        if token.dep_ == "ROOT" or token.head == token:
            return False
        if token.dep_ == "ccomp" and any(
            t.lower_ in _WH and t.tag_.startswith("W") for t in token.subtree if t.i < token.i and t.head == token
        ):
            return True
        token = token.head


def is_negated(verb: Token, first: int, last: int) -> bool:
    """Whether the words first..last, or the verb itself, carry a negation."""
    between = verb.doc[first : last + 1]
    return (
        any(t.dep_ == "neg" or t.lower_ in ("not", "n't", "never") for t in between)
        or any(t.dep_ == "neg" and t.i < verb.i for t in verb.children)
        or "no longer" in between.text.lower()
    )


def is_rule(doc: Doc) -> bool:
    """Whether the sentence states what a law or a procedure prescribes."""
    return phrase_pattern("rules").search(doc.text.lower()) is not None


def is_quoted(doc: Doc, i: int) -> bool:
    """Whether token i stands between quotation marks of its sentence."""
    return sum(t.text in ('"', "``", "''") for t in doc[:i]) % 2 == 1


def told_by(token: Token) -> Token | None:
    """The verb of saying or thinking that the clause of `token` is the content of, unless its subject is "we" or "I"."""
    for above in _governors(token):
        if above.lemma_.lower() not in words().speech or above.pos_ not in ("VERB", "AUX"):
            continue
        teller = next((t for t in above.children if t.dep_ in ("nsubj", "nsubjpass")), None)
        if teller is None:
            teller = subject(above.head if above.dep_ == "advcl" else above)
        if teller is not None and teller.lower_ in ("we", "i"):
            return None
        if teller is not None and teller.lower_ != "it":
            return above
    return None


def _governors(token: Token) -> Iterator[Token]:
    below = token
    while below.head != below:
        above = below.head
        if below.dep_ in (
            "ccomp",
            "xcomp",
            "parataxis",
            "dep",
            "advcl",
            "conj",
            "acl",
            "pcomp",
            "prep",
            "csubj",
            "acomp",
            "attr",
            "relcl",
        ):
            if below.dep_ not in ("relcl", "acl", "advcl", "csubj") and (below.dep_ != "conj" or above.dep_ == "ccomp"):
                yield above
        below = above


def present(verb: Token) -> bool:
    """Whether a finite verb tells of the present (or of what a modal makes possible)."""
    finite = verb
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "MD", "VBZ", "VBP"):
            finite = child
    return finite.tag_ in ("VBZ", "VBP", "MD") or (finite.tag_ == "VB" and finite == verb)


def past_perfect(verb: Token) -> bool:
    """Whether "have" stands before a participle: "should have done"."""
    return any(t.lemma_ == "have" and t.dep_ == "aux" and t.tag_ == "VB" for t in verb.children)
