"""Uniting things pair by pair without chains: a thing joins a group only if it suits every member.

Belongs here: the bookkeeping. Does not belong here: what suits (the modules of persons, bodies, agreements, events).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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


def unite_with_only(groups: Groups, i: int, candidates: Iterable[int], suits: Callable[[int, int], bool]) -> bool:
    """Unite i with its candidates if they are, or may be, one thing among themselves; else leave all as they are.

    Two candidates that cannot be the same make i ambiguous, and an ambiguous thing stays by itself.
    """
    found = sorted({x for c in candidates if suits(i, c) for x in groups.members(c)} - {i})
    if not found or not all(suits(a, b) for n, a in enumerate(found) for b in found[n + 1 :]):
        return False
    united = [groups.unite(i, c, suits) for c in found]
    return any(united)


def by_key(things: Sequence[T], keys: Callable[[T], Iterable[object]]) -> dict[object, list[int]]:
    """Index: key -> positions of the things that have it, ascending. Spares comparing every pair."""
    index: dict[object, list[int]] = {}
    for n, thing in enumerate(things):
        for key in dict.fromkeys(keys(thing)):
            index.setdefault(key, []).append(n)
    return index
