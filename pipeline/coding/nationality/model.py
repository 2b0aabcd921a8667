"""What is weighed: votes for a country, their weights, and what a document says around its actors.

Belongs here: the shapes and numbers that gathering (surroundings) and weighing (votes, sides) share.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.coding.nationality.focus import Heading, Home
from pipeline.coding.rows import EventMention
from pipeline.language.names import Name

AT_HOME = frozenset({"COERCE", "TRANSITION", "PROTEST"})
"""Types whose two sides mostly belong to one state."""
NEVER = frozenset({"state", "igo"})
"""Kinds that keep no country unless their own words give one."""
OPEN = frozenset({"ngo", "media", "company", "armed_group", "group"})
"""Kinds that belong to a state only where the whole document is about its affairs, or something binds them to it."""
NEAR, ACROSS, INHERITED, MISSION, SENDER, VOICE, BOUND = 1.0, 5.0, 1.5, 2.0, 1.0, 3.0, 4.0
"""Weights of: a country in the same sentence (over its distance), the other side of an event, the country of the last
holder of the same title, a mission beside its envoy, the state that acts in an envoy's sentence, an office of the state
in whose voice the document speaks, an actor bound to this one."""
HOME, SUBJECT, UNDER, ORIGIN, MARGIN = 2.0, 0.5, 2.0, 4.0, 1.3
"""Weights of: the state that the document hardly leaves, one that it views others from, the state that the heading
names, the state that the visitors under a heading come from; and by how much the first country must lead the second."""
STRONG = 3.0
"""Weight that settles a country in the first round, before what rests on it is weighed."""
Votes = dict[int, list[tuple[str, float, str]]]
"""Position of an actor -> ISO code, weight and reason of each vote."""


@dataclass
class Surroundings:
    """What the document says around its actors.

    names by sentence, actors by token, events, the two states it is about; voice: the state in whose voice it speaks
    (None for most), teller: from whose side its title tells; home: the one state that it is about; leading: country of
    each sentence's subject; bound: pairs of actors of one state; headings: what the heading over a sentence says;
    patients: people in the predicate of a subject of a state; guests: the states where somebody arrives or stays;
    author: the state that the author of any other text calls the own;
    victims: by sentence and actor, the states whose side arrests or hurts somebody there.
    """

    names: dict[int, list[Name]]
    by_token: dict[tuple[int, int], int]
    events: list[EventMention] = field(default_factory=list)
    dyad: tuple[int, ...] = ()
    voice: str | None = None
    author: str | None = None
    teller: str | None = None
    home: Home | None = None
    leading: dict[int, str] = field(default_factory=dict)
    bound: list[tuple[int, int]] = field(default_factory=list)
    headings: dict[int, Heading] = field(default_factory=dict)
    patients: dict[int, str] = field(default_factory=dict)
    guests: dict[int, set[str]] = field(default_factory=dict)
    victims: dict[tuple[int, int], set[str]] = field(default_factory=dict)
