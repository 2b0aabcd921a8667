"""What the sentences of a passage have told so far: between whom, in which direction, of which good.

Belongs here: the memory of facts that later clauses go on with. Does not belong here: which words go back to it (meant,
flows).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

FLOWS = frozenset({"goods_exported", "goods_imported"})
_TRADE = FLOWS | {"trade_value", "trade_balance", "export_share", "trade_rank"}
_SHARES = {"export_share": "goods_exported"}
"""Shares of a flow tell of the flow too."""


@dataclass(frozen=True, slots=True)
class Told:
    """One fact as far as another may go on with it. item: its good or sector, in the text's words."""

    indicator: str
    reporter: str | None
    partner: str | None
    item: str | None = None

    def of_trade(self) -> bool:
        """Whether it tells of trade between two countries."""
        return self.indicator in _TRADE and self.reporter is not None and self.partner is not None

    def flow(self) -> Told | None:
        """The flow of goods between two countries that it tells of, if it does."""
        indicator = _SHARES.get(self.indicator, self.indicator)
        known = self.reporter is not None and self.partner is not None
        return replace(self, indicator=indicator) if indicator in FLOWS and known else None

    def turned(self) -> Told:
        """The same flow in the other direction."""
        return replace(self, reporter=self.partner, partner=self.reporter, item=None)
