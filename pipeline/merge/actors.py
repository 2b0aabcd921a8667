"""Actors of all documents: which are one, what they are called, and their mentions and roles.

Belongs here: the rows of `actors`, `actor_mentions` and `actor_roles`. Does not belong here: when two names are one
(persons, bodies).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline.coding.rows import Actor, CodedDocument
from pipeline.language.countries import by_code
from pipeline.merge import bodies, persons
from pipeline.merge.evidence import Row
from pipeline.merge.ids import make_id, number_repeats
from pipeline.merge.model import Merged, Ref
from pipeline.merge.names import fold, heads, is_acronym


@dataclass(frozen=True, slots=True)
class Actors:
    """Every actor, and how to get from a document's own numbering to it."""

    rows: list[Row]
    merged: list[Merged]
    id_of: dict[Ref, str]
    country_of: dict[str, str | None]
    kind_of: dict[str, str]
    name_of: dict[str, str]

    def ids(self, document: int, local: Iterable[int]) -> list[str]:
        """Published ids of a document's actors, in the order given, each once."""
        return list(dict.fromkeys(self.id_of[document, n] for n in local))

    def id(self, document: int, local: int | None) -> str | None:
        """Published id of one actor of a document."""
        return None if local is None else self.id_of[document, local]

    def countries(self, ids: Iterable[str]) -> list[str]:
        """Countries of the actors, sorted, each once."""
        return sorted({c for c in (self.country_of[i] for i in ids) if c})


def merge_actors(coded: Sequence[CodedDocument]) -> Actors:
    """One row for each actor, one in several documents included; `coded` in document order."""
    mentions = Counter((d, m.actor) for d, c in enumerate(coded) for m in c.actor_mentions)
    local = {(d, n): actor for d, c in enumerate(coded) for n, actor in enumerate(c.actors)}
    merged = _identify(_groups(local, mentions), local, [c.document.document_id for c in coded])
    rows = [_row(m, local, mentions, coded) for m in merged]
    return Actors(
        rows=sorted(rows, key=lambda r: str(r["actor_id"])),
        merged=merged,
        id_of={ref: m.id for m in merged for ref in m.members},
        country_of={str(r["actor_id"]): r["country"] for r in rows},  # type: ignore[misc]
        kind_of={str(r["actor_id"]): str(r["kind"]) for r in rows},
        name_of={str(r["actor_id"]): str(r["name"]) for r in rows},
    )


# -- identity ----------------------------------------------------------------------------------


def _groups(local: dict[Ref, Actor], mentions: Counter[Ref]) -> list[list[Ref]]:
    """Refs that are one actor: first those that read alike, then the likenesses that persons and bodies know."""
    states = _alike(local, lambda a: a.country if a.kind == "state" and a.country else None)
    people = _alike(local, _person_key)
    others = [r for refs in _alike(local, _body_key) for r in _by_document_if_vague(refs, local)]
    names = [_person_name(refs, local, mentions) for refs in people]
    body_names = [_body_name(refs, local, mentions) for refs in others]
    return [
        *states,
        *([r for n in g for r in people[n]] for g in persons.group(names)),
        *([r for n in g for r in others[n]] for g in bodies.group(body_names)),
    ]


def _alike(local: dict[Ref, Actor], key: Callable[[Actor], object]) -> list[list[Ref]]:
    """Refs by equal key, in the order of the keys; those without key are left out."""
    found: dict[object, list[Ref]] = defaultdict(list)
    for ref in sorted(local):
        if (k := key(local[ref])) is not None:
            found[k].append(ref)
    return [found[k] for k in sorted(found, key=repr)]


def _person_key(actor: Actor) -> object:
    return (*persons.split(actor.name), actor.country) if actor.kind == "person" else None


def _body_key(actor: Actor) -> object:
    if actor.kind == "person" or (actor.kind == "state" and actor.country):
        return None
    kept, named = bodies.head_of(actor.name, actor.country)
    return bodies.family(actor.kind), actor.country or "", kept, tuple(sorted(named))


def _by_document_if_vague(refs: list[Ref], local: dict[Ref, Actor]) -> list[list[Ref]]:
    """The refs together, or document by document where their name fits many."""
    if not _is_vague(local[refs[0]]):
        return [refs]
    documents = sorted({d for d, _ in refs})
    return [[ref for ref in refs if ref[0] == d] for d in documents]


def _is_vague(actor: Actor) -> bool:
    return bodies.fits_many(actor.kind, actor.country, bodies.head_of(actor.name, actor.country))


def _person_name(refs: list[Ref], local: dict[Ref, Actor], mentions: Counter[Ref]) -> persons.PersonName:
    core, generation = persons.split(local[refs[0]].name)
    told = persons.told_surnames(core, [alias for r in refs for alias in local[r].aliases])
    return persons.PersonName(
        core=core,
        generation=generation,
        country=local[refs[0]].country,
        surnames=told or frozenset(core[-1:]),
        told=bool(told),
        documents=frozenset(d for d, _ in refs),
        weight=sum(mentions[r] for r in refs),
    )


def _body_name(refs: list[Ref], local: dict[Ref, Actor], mentions: Counter[Ref]) -> bodies.BodyName:
    first = local[refs[0]]
    forms = [form for r in refs for form in (local[r].name, *local[r].aliases)]
    return bodies.BodyName(
        name=first.name,
        kind=heaviest((local[r].kind, mentions[r]) for r in refs) or first.kind,
        country=first.country,
        head=bodies.head_of(first.name, first.country),
        others=bodies.full_forms(forms, first.country),
        acronyms=frozenset(fold(f) for f in forms if is_acronym(f)),
        documents=frozenset(d for d, _ in refs),
    )


# -- keys --------------------------------------------------------------------------------------


def _identify(groups: list[list[Ref]], local: dict[Ref, Actor], documents: Sequence[str]) -> list[Merged]:
    """Ids from the canonical key of the first member whose name is full, so that later and shorter forms move none.

    Two actors that share a key (namesakes of two countries, two forms of a name that one document tells apart) are
    told apart by country and name: the earlier one has the plain id.
    """
    named = {min(g, key=lambda ref: (_is_short(local[ref]), ref)): sorted(g) for g in groups}
    taken: set[str] = set()
    ids = []
    for ref in sorted(named):
        first = local[ref]
        base = _plain_id(first, documents[ref[0]])
        ids.append(base if base not in taken else make_id("act", base, first.country, fold(first.name)))
        taken.add(base)
    return [Merged(i, tuple(named[ref])) for i, ref in zip(number_repeats(ids), sorted(named), strict=True)]


def _is_short(actor: Actor) -> bool:
    if actor.kind == "person":
        return len(persons.split(actor.name)[0]) < 2
    return is_acronym(actor.name) or _is_vague(actor) or (actor.country is None and actor.kind != "igo")


def _plain_id(actor: Actor, document_id: str) -> str:
    if actor.kind == "state" and actor.country:
        return f"act_{actor.country.lower()}"
    if actor.kind == "person":
        return make_id("act", "person", persons.key(actor.name, actor.aliases))
    key = bodies.key(actor.kind, actor.country, actor.name)
    return make_id("act", *key, document_id) if _is_vague(actor) else make_id("act", *key)


# -- rows --------------------------------------------------------------------------------------


def _row(merged: Merged, local: dict[Ref, Actor], mentions: Counter[Ref], coded: Sequence[CodedDocument]) -> Row:
    actors = [local[ref] for ref in merged.members]
    weights = [mentions[ref] for ref in merged.members]
    country = heaviest((a.country, w) for a, w in zip(actors, weights, strict=True))
    kind = heaviest((a.kind, w) for a, w in zip(actors, weights, strict=True))
    name = _published_name(actors, weights, country if kind == "state" else None)
    forms = {form for a in actors for form in (a.name, *a.aliases) if form}
    documents = sorted({d for d, _ in merged.members})
    return {
        "actor_id": merged.id,
        "name": name,
        "kind": kind,
        "country": country,
        "sector": heaviest((a.sector, w) for a, w in zip(actors, weights, strict=True)),
        "aliases": sorted(forms - {name}),
        "n_mentions": sum(weights),
        "n_documents": len(documents),
        "first_document_id": coded[documents[0]].document.document_id,
    }


def _published_name(actors: list[Actor], weights: list[int], state: str | None) -> str:
    """A state's plain name; of a person's names the one in most words; of a body's one that says whose it is.

    Among equally full names the one whose spelling of the last word most documents have, then the most mentioned.
    """
    known = by_code().get(state) if state else None
    if known:
        return known.name
    used: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for actor, weight in zip(actors, weights, strict=True):
        used[actor.name] += weight
        documents.update({form.split()[-1] for form in (actor.name, *actor.aliases) if form.split()})
    size = _core_size if actors[0].kind == "person" else _is_full
    return min(used, key=lambda n: (-size(n), -documents[(n.split() or [n])[-1]], -used[n], -len(n), n))


def _core_size(name: str) -> int:
    return len(persons.split(name)[0])


def _is_full(name: str) -> int:
    return 0 if is_acronym(name) else 1 + bool(heads(name)[1])


def heaviest(weighed: Iterable[tuple[str | None, int]]) -> str | None:
    """The value with most mentions behind it; of equals the first by alphabet. None only if there is no other."""
    total: Counter[str] = Counter()
    for value, weight in weighed:
        if value is not None:
            total[value] += weight
    return min(total, key=lambda v: (-total[v], v)) if total else None
