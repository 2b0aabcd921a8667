"""Uniting things pair by pair without chains: a thing joins a group only if it suits every member.

Belongs here: the bookkeeping. Does not belong here: what suits (the modules of persons, bodies, agreements, events).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")


class Groups:
    """Disjoint groups of the numbers 0..n-1, each beginning as a group of one."""

    def __init__(self, n: int) -> None:
        self._of = list(range(n))
        self._members: dict[int, list[int]] = {i: [i] for i in range(n)}

    def members(self, i: int) -> list[int]:
        """Everything in the group of i, ascending."""
        return self._members[self._of[i]]

    def unite(self, i: int, j: int, suits: Callable[[int, int], bool]) -> bool:
        """Unite the groups of i and j if all their members suit one another; whether they now are one."""
        a, b = self._of[i], self._of[j]
        if a == b:
            return True
        if not all(suits(x, y) for x in self._members[a] for y in self._members[b]):
            return False
        keep, drop = min(a, b), max(a, b)
        for x in self._members[drop]:
            self._of[x] = keep
        self._members[keep] = sorted(self._members[keep] + self._members.pop(drop))
        return True

    def all(self) -> list[list[int]]:
        """The groups, each ascending, in the order of their first members."""
        return [self._members[k] for k in sorted(self._members)]


def unite_vague_with_clear(
    groups: Groups,
    order: Sequence[int],
    near: Callable[[int], Iterable[int]],
    suits: Callable[[int, int], bool],
) -> None:
    """Unite things with those before them in `order`, which goes from the clearest to the vaguest.

    near: the things worth comparing with one. A thing that suits two before it which cannot be one themselves is
    ambiguous and stays by itself.
    """
    place = {i: n for n, i in enumerate(order)}
    for i in order:
        before = (c for c in near(i) if place.get(c, place[i]) < place[i] and suits(i, c))
        found = {groups.members(c)[0]: groups.members(c) for c in before}
        parties = [found[first] for first in sorted(found)]
        if all(suits(x, y) for a, b in combinations(parties, 2) for x in a for y in b):
            for members in parties:
                groups.unite(i, members[0], suits)


def by_key(things: Sequence[T], keys: Callable[[T], Iterable[object]]) -> dict[object, list[int]]:
    """Index: key -> positions of the things that have it, ascending. Spares comparing every pair."""
    index: dict[object, list[int]] = {}
    for n, thing in enumerate(things):
        for key in dict.fromkeys(keys(thing)):
            index.setdefault(key, []).append(n)
    return index
