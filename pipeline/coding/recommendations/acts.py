"""Which words are the advised acts: coordination split, tails cut off, the phrase put into the bare verb.

Belongs here: from the head of an act to phrases. Does not belong here: whether it is advice at all (frames).

The parser attaches long coordinations wrongly about one time in four, so the boundaries are read off the words (a
comma or conjunction and a verb of the same form) and the parse only vetoes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc, Token

from pipeline.coding.recommendations import clause
from pipeline.coding.recommendations.lexicon import phrase_pattern, words
from pipeline.coding.recommendations.model import Act

Form = Literal["bare", "ing"]

_SPLIT = frozenset({",", "and", "or", "&", ";", "then"})
_SKIP = frozenset(
    {
        "also",
        "not",
        "to",
        "then",
        "by",
        "in",
        "from",
        "through",
        "instead",
        "thus",
        "even",
        "both",
        "either",
        "finally",
        "further",
        "n't",
    }
)
_CUTS = frozenset(
    {"because", "although", "though", "whereas", "unless", "if", "while", "whilst", "lest", "thereby", "otherwise"}
)
_STOPS = frozenset({";", ":", "—", "–", "--", "|", "?", "!"})


def verb_acts(doc: Doc, head: int, form: Form, limit: int | None = None) -> list[Act]:
    """The acts that begin with the verb at `head`: one for each coordinated verb, means and umbrellas opened.

    form: bare ("train police", also behind "to") or ing ("training police"). limit: first token that is no part.
    """
    end = region_end(doc, head, len(doc) if limit is None else limit)
    starts = [head, *_verbs(doc, head, end, form)]
    bounds = [*starts[1:], end]
    spans = [(s, _trim(doc, s, e)) for s, e in zip(starts, bounds, strict=True)]
    acts: list[Act] = []
    if end == head + 1 and end < len(doc) and doc[end].text == ":":
        return []  # "This could involve:" - the list below says what
    for k, (first, last) in enumerate(_shared_objects(doc, spans)):
        final = k == len(spans) - 1 or last >= spans[-1][1]
        acts.extend(_opened(doc, first, last, form, final))
    return acts


def region_end(doc: Doc, head: int, limit: int) -> int:
    """The token at which the act's words are over: a contrast, a reason, a new clause, the end of a quotation."""
    limit = min(limit, _next_clause(doc, head, limit))
    quoted = sum(t.text == '"' for t in doc[:head]) % 2
    depth = 0
    for i in range(head + 1, limit):
        token = doc[i]
        depth += (token.text in "([") - (token.text in ")]")
        if depth < 0:
            return i
        if token.text == '"' and quoted:
            return i
        if token.text in _STOPS and not _inside_word(doc, i):
            return i
        if _cuts(doc, i, head):
            return i - 1 if doc[i - 1].text == "," else i
    return limit


def _inside_word(doc: Doc, i: int) -> bool:
    """A dash without space at either side joins words."""
    return doc[i].text in "—–:" and i > 0 and not doc[i - 1].whitespace_ and not doc[i].whitespace_


def _cuts(doc: Doc, i: int, head: int) -> bool:
    token, low = doc[i], doc[i].lower_
    after = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    comma = i > 0 and doc[i - 1].text == ","
    if low in ("rather", "other") and after == "than":
        return low == "rather"
    if comma and low == "as" and i + 1 < len(doc) and doc[i + 1].tag_ in ("VBP", "VBZ", "VBD", "MD"):
        return True
    if (low, after) in {
        ("instead", "of"),
        ("in", "place"),
        ("as", "opposed"),
        ("and", "not"),
        ("so", "that"),
        ("even", "as"),
        ("not", "just"),
    }:
        return True
    if low in _CUTS:
        return i > head + 1 and not (low == "if" and after == "not")
    if low in ("as", "since", "when", "where", "until", "before", "after"):
        return token.dep_ in ("mark", "advmod") and token.head.dep_ == "advcl" and _has_subject(token.head)
    if comma and low in ("which", "who", "whose", "but", "yet", "thus", "so", "a", "an", "one", "given", "lest", "for"):
        return low not in ("a", "an", "one", "so") or _apposes(doc, i, low)
    return False


def _apposes(doc: Doc, i: int, low: str) -> bool:
    """ ", an issue that matters to both" comments on the act; ", a port and a road" lists objects."""
    if low == "so":
        return i + 1 < len(doc) and doc[i + 1].dep_ in ("nsubj", "det")
    noun = next((t for t in doc[i : i + 6] if t.pos_ == "NOUN"), None)
    return noun is not None and noun.dep_ == "appos"


def _has_subject(verb: Token) -> bool:
    return any(t.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for t in verb.children)


def _next_clause(doc: Doc, head: int, limit: int) -> int:
    """Where a clause with its own subject begins behind the act; `limit` if none does."""
    outer = {doc[head], *doc[head].ancestors}
    best = limit
    for verb in doc[head + 1 : limit]:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        if (
            verb.dep_ == "conj"
            and any(t.tag_ == "MD" and t.i > head for t in verb.children)
            and not clause.inside_relative(verb)
        ):
            best = min(best, _first_aux(verb))  # "..., and must do": a statement of its own
            continue
        main = verb in outer or (
            verb.dep_ in ("conj", "parataxis", "ccomp") and verb.head in outer and verb.tag_ != "VB"
        )
        if verb.dep_ == "ccomp" and (any(t.dep_ == "mark" for t in verb.children) or verb.head.i == head):
            continue
        subjects = [t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass", "expl") and t.i > head]
        if main and subjects:
            best = min(best, subjects[0].left_edge.i)
        elif verb in outer and verb.i > head and verb.dep_ == "ROOT":
            best = min(best, verb.left_edge.i if verb.left_edge.i > head else _first_aux(verb))
    while best > head + 1 and doc[best - 1].lower_ in ("and", "but", "or", ",", "so", "yet"):
        best -= 1
    return best


def _first_aux(verb: Token) -> int:
    return min([verb.i, *(t.i for t in verb.children if t.dep_ in ("aux", "auxpass", "neg") and t.i < verb.i)])


# -- coordination ----------------------------------------------------------------------------


def _verbs(doc: Doc, head: int, end: int, form: Form) -> list[int]:
    """Positions of the further verbs of the same form, coordinated with the one at `head`."""
    found: list[int] = []
    for i in range(head + 1, end):
        if doc[i].lower_ not in _SPLIT or (doc[i].text == "," and doc[i].i + 1 < end and doc[i + 1].lower_ in _SPLIT):
            continue
        j = _first_word(doc, i + 1, end)
        if j is None or not _same_form(doc, j, form) or _belongs_inside(doc, j, head, found):
            continue
        found.append(j)
    if form == "ing":
        return _without_tails(doc, head, found)
    return found


def _first_word(doc: Doc, i: int, end: int) -> int | None:
    while i < end and (
        doc[i].lower_ in _SKIP
        or (doc[i].tag_ in ("RB", "RBR") and i + 1 < end and doc[i + 1].tag_ in ("VB", "VBG", "VBP", "NN"))
    ):
        i += 1
    return i if i < end else None


def _same_form(doc: Doc, j: int, form: Form) -> bool:
    token = doc[j]
    known = words().acts
    if form == "ing":
        if token.tag_ == "VBG":
            return token.lower_ not in ("including", "following", "according", "regarding", "concerning")
        return token.lower_.endswith("ing") and bare_verb(token) in known and _object_follows(doc, j)
    if token.tag_ in ("VB", "VBP"):
        return token.lemma_ not in ("be", "have", "do") or token.tag_ == "VB"
    return token.lower_ in known and token.tag_ in ("NN", "NNP", "JJ", "VBN", "VBD", "RB") and _object_follows(doc, j)


def _object_follows(doc: Doc, j: int) -> bool:
    if j + 1 >= len(doc):
        return False
    after = doc[j + 1]
    return (
        after.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM")
        and after.lower_ not in ("that", "which")
        and after.tag_ != "VBG"
    )


def _belongs_inside(doc: Doc, j: int, head: int, found: list[int]) -> bool:
    """Whether the parse hangs the verb on one inside the act (a relative or purpose clause, a gerund's own list)."""
    token = doc[j]
    if token.dep_ != "conj":
        return token.dep_ in ("amod", "compound") and token.head.i > j
    first = token
    while first.dep_ == "conj":
        first = first.head
    if first.i <= head or first.i in found or first.pos_ not in ("VERB", "AUX"):
        return False
    return first.dep_ in ("relcl", "ccomp", "pcomp", "acl", "advcl", "xcomp") and first.tag_ in (
        "VB",
        "VBP",
        "VBZ",
        "VBD",
        "VBG",
    )


def _without_tails(doc: Doc, head: int, found: list[int]) -> list[int]:
    """Of gerunds only those up to the one behind the conjunction: what follows is a tail, not a member."""
    joined = [j for j in found if _joined(doc, j)]
    return [j for j in found if joined and j <= joined[-1]]


def _joined(doc: Doc, j: int) -> bool:
    return any(t.lower_ in ("and", "or", "&") for t in doc[max(0, j - 3) : j])


def _trim(doc: Doc, first: int, end: int) -> int:
    """Last token of first..end-1 that is a word of the act."""
    last = end - 1
    while last > first and (
        doc[last].lower_ in _SPLIT
        or doc[last].lower_ in _SKIP - {"instead"}
        or (doc[last].is_punct and doc[last].text not in ")]\"'")
    ):
        last -= 1
    if doc[last].text == '"' and sum(t.text == '"' for t in doc[first : last + 1]) % 2 and last > first:
        last -= 1
        while last > first and doc[last].is_punct:
            last -= 1
    return last


def _shared_objects(doc: Doc, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "develop and implement a strategy" is one act: a verb with nothing behind it joins the next."""
    out: list[tuple[int, int]] = []
    open_first: int | None = None
    for k, (first, last) in enumerate(spans):
        begin = first if open_first is None else open_first
        alone = all(
            t.pos_ in ("VERB", "ADV", "AUX", "NOUN") and (t.i == first or t.pos_ == "ADV")
            for t in doc[first : last + 1]
        )
        if alone and k + 1 < len(spans):
            open_first = begin
            continue
        out.append((begin, last))
        open_first = None
    return out


# -- inside one act --------------------------------------------------------------------------


def _opened(doc: Doc, first: int, last: int, form: Form, final: bool) -> Iterator[Act]:
    """The act itself, or the acts that it is only the means or the umbrella of, and the new act of its tail."""
    tail = _tail(doc, first, last) if form == "bare" and final else None
    body = _trim(doc, first, tail) if tail is not None else last
    inner = _purpose(doc, first, body) if bare_verb(doc[first]) in words().means else None
    parts = _parts(doc, first, body)
    if inner is not None:
        yield from verb_acts(doc, inner, "bare", body + 1)
    elif parts is not None:
        yield from noun_acts(doc, parts, body)
    elif (many := _many_gerunds(doc, first, body)) is not None:
        yield from verb_acts(doc, many, "ing", body + 1)
    else:
        yield Act(first, body, phrase(doc, first, body))
    if tail is not None and bare_verb(doc[tail]) not in words().results:
        yield from verb_acts(doc, tail, "ing", last + 1)


def _tail(doc: Doc, first: int, last: int) -> int | None:
    """The participle that opens a tail behind a comma (", training its police"), if there is one."""
    for i in range(first + 1, last):
        if doc[i].text != ",":
            continue
        j = i + 1
        while j < last and (doc[j].tag_ in ("RB",) or doc[j].lower_ in ("and", "while", "thereby", "thus")):
            j += 1
        token = doc[j]
        if (
            token.tag_ == "VBG"
            and token.dep_ not in ("amod", "compound", "pobj", "dobj", "pcomp", "prep")
            and not _gerund_list(doc, token)
        ):
            return j
    return None


def _gerund_list(doc: Doc, token: Token) -> bool:
    """Whether a participle behind a comma is one of a list of gerunds ("by lowering A, raising B and ...")."""
    return token.dep_ == "conj" and token.head.tag_ == "VBG" and token.head.dep_ in ("pcomp", "conj", "xcomp")


def _purpose(doc: Doc, first: int, last: int) -> int | None:
    """The verb behind "to" in "use X to do Y"."""
    for i in range(first + 1, last):
        if doc[i].tag_ == "TO" and doc[i + 1].tag_ in ("VB", "VBP"):
            return i + 1
    return None


def _parts(doc: Doc, first: int, last: int) -> int | None:
    """First token of the parts of an umbrella: "a plan that includes | more aid, ..."."""
    for i in range(first + 1, last):
        if doc[i].lemma_.lower() not in words().umbrellas or doc[i].pos_ not in ("NOUN", "PROPN"):
            continue
        match = phrase_pattern("parts").search(doc[i + 1 : last + 1].text.lower())
        if match is None:
            continue
        begin = doc[i + 1].idx + match.end()
        start = next((t.i for t in doc[i + 1 : last + 1] if t.idx >= begin), None)
        if start is not None and len(_noun_spans(doc, start, last)) > 1:
            return start
    return None


def _many_gerunds(doc: Doc, first: int, last: int) -> int | None:
    """First gerund of "focus on training A and equipping B", when there are several."""
    if bare_verb(doc[first]) not in (
        "focus",
        "prioritise",
        "prioritize",
        "concentrate",
        "include",
        "involve",
        "consider",
        "start",
    ):
        return None
    for i in range(first + 1, min(first + 4, last)):
        if doc[i].tag_ == "VBG":
            return i if len(_verbs(doc, i, last + 1, "ing")) else None
    return None


# -- nominalised acts ------------------------------------------------------------------------


def noun_acts(doc: Doc, first: int, last: int) -> list[Act]:
    """The acts of a coordination of nouns: "more aid, support for A and cooperation on B" is three."""
    return [Act(a, b, phrase(doc, a, b)) for a, b in _noun_spans(doc, first, last)]


def _noun_spans(doc: Doc, first: int, last: int) -> list[tuple[int, int]]:
    end = last + 1
    starts = [first]
    for i in range(first + 1, end):
        if doc[i].lower_ not in _SPLIT or (i + 1 < end and doc[i + 1].lower_ in _SPLIT):
            continue
        if i + 1 < end and _new_noun_act(doc, first, i + 1, end):
            starts.append(i + 1)
    return [(s, _trim(doc, s, e)) for s, e in zip(starts, [*starts[1:], end], strict=True)]


def _new_noun_act(doc: Doc, first: int, start: int, end: int) -> bool:
    noun = _head_noun(doc, start, end)
    if noun is None:
        return False
    followed = noun.i + 1 < end and doc[noun.i + 1].lower_ in (
        "for",
        "in",
        "on",
        "with",
        "of",
        "to",
        "against",
        "between",
        "over",
    )
    named = noun.lemma_.lower() in words().act_nouns
    if named and followed and not _lists_matter(doc, start, noun):
        return True
    top = _head_noun(doc, first, end)
    root = noun
    while root.dep_ == "conj" and root.i > first:
        root = root.head
    return top is not None and noun.dep_ == "conj" and root.i == top.i


def _lists_matter(doc: Doc, start: int, noun: Token) -> bool:
    """Whether "the engagement of citizens" goes on listing what an act is for, not acts."""
    above = noun.head
    inner = above.pos_ == "NOUN" and above.dep_ in ("pobj", "conj") and above.lemma_ not in words().act_nouns
    return doc[start].lower_ == "the" and noun.dep_ == "conj" and inner


def _head_noun(doc: Doc, start: int, end: int) -> Token | None:
    """The noun that the phrase beginning at `start` is about: the last of its first run of nouns."""
    i = start
    while i < end and doc[i].pos_ not in ("NOUN", "PROPN", "PRON"):
        if doc[i].pos_ in ("VERB", "ADP", "AUX", "SCONJ") and doc[i].tag_ not in ("VBN", "VBG", "JJ"):
            return None
        i += 1
    while i + 1 < end and doc[i + 1].pos_ in ("NOUN", "PROPN") and not doc[i + 1].text == ",":
        i += 1
    return doc[i] if i < end else None


# -- the phrase ------------------------------------------------------------------------------


def bare_verb(token: Token) -> str:
    """The base form of a verb, also of a gerund that the tagger took for a noun."""
    low = token.lower_
    if token.pos_ in ("VERB", "AUX") and not (low.endswith("ing") and token.lemma_ == low):
        return token.lemma_.lower()
    if low.endswith("ing") and len(low) > 5:
        stem = low[:-3]
        known = words().acts
        for candidate in (stem, stem + "e", stem[:-1]):
            if candidate in known:
                return candidate
    return low


def phrase(doc: Doc, first: int, last: int) -> str:
    """The words first..last with the leading verb bare and no leading capital, article or punctuation."""
    while first < last and (
        (doc[first].pos_ == "DET" and doc[first].lower_ in ("a", "an", "the")) or doc[first].is_punct
    ):
        first += 1
    head = doc[first]
    rest = doc[first + 1 : last + 1].text if last > first else ""
    gap = head.whitespace_
    if head.tag_ == "VBG" or (
        head.lower_.endswith("ing") and bare_verb(head) in words().acts and _object_follows(doc, first)
    ):
        word = bare_verb(head)
    elif head.pos_ == "PROPN" or (head.text.isupper() and len(head) > 1):
        word = head.text if first > 0 or head.ent_type_ else head.text.lower()
    else:
        word = head.text.lower()
    return " ".join((word + gap + rest).split()).rstrip(" ,;:.")
