"""The shapes a frame of trade facts can have, and the frames of the lexicon by their words.

Belongs here: which function matches which shape. Does not belong here: the matching (goods, sums, people and others),
the frames (lexicons/trade_frames.yaml), rows (coder).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from spacy.tokens import Token

from pipeline.coding.trade import (
    communities,
    deals,
    directions,
    duties,
    duties_paid,
    duty_free,
    entries,
    goods,
    headcounts,
    next_goods,
    parts,
    people,
    ranks,
    remittances,
    shares,
    states,
    sums,
    supplied,
    there,
    trade_shares,
    verbs,
    wholes,
)
from pipeline.coding.trade.model import Found, Frame
from pipeline.coding.trade.scene import Scene
from pipeline.resources import load

SHAPES: dict[str, Callable[[Scene, Token, Frame], Iterator[Found]]] = {
    "flow_verb": verbs.flow_verb,
    "sells": verbs.sells,
    "supplied_with": supplied.supplied_with,
    "gets_from": supplied.gets_from,
    "one_way": directions.one_way,
    "followed": next_goods.followed,
    "share_of_trade": trade_shares.share_of_trade,
    "firms_with": entries.firms_with,
    "flow_noun": goods.flow_noun,
    "sales": goods.sales,
    "part_of_flow": parts.part_of_flow,
    "consists": parts.consists,
    "alone": parts.alone,
    "agent_noun": goods.agent_noun,
    "resources": goods.resources,
    "rich_in": goods.rich_in,
    "measure": sums.measure,
    "dyad_measure": sums.measure,
    "host_measure": sums.measure,
    "dyad_host": sums.measure,
    "trades": deals.trades,
    "moved": deals.moved,
    "community": communities.community,
    "invests": deals.invests,
    "balance": sums.balance,
    "ranked_role": ranks.ranked_role,
    "ranked_for_a_good": ranks.ranked_for_a_good,
    "ranked_whole": ranks.ranked_whole,
    "share": shares.share,
    "sized": states.sized,
    "tariff": duties.tariff,
    "levies": duties.levies,
    "pays": duties_paid.pays,
    "duty_free": duty_free.duty_free,
    "present": people.present,
    "received": people.received,
    "inhabited": there.inhabited,
    "existing": there.existing,
    "movement": people.movement,
    "part_of_economy": wholes.part_of_economy,
    "part_of_investment": wholes.part_of_investment,
    "some_of_them": wholes.some_of_them,
    "inflow": wholes.inflow,
    "numbered": headcounts.numbered,
    "of_them": headcounts.of_them,
    "remittances": remittances.remittances,
    "sent_home": remittances.sent_home,
}


def _head(phrase: str) -> str:
    return phrase.split()[0] if " of " in phrase else phrase.split()[-1]


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """Trigger lemma -> frames; a phrase is filed under its head: "trade partner" under "partner",
    "source of imports" under "source"."""
    table: dict[str, list[Frame]] = {}
    for frame in load("trade_frames", list[Frame]):
        for word in sorted({_head(w) for w in frame.words}):
            table.setdefault(word, []).append(frame)
    return {word: tuple(found) for word, found in table.items()}
