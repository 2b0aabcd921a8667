"""Dates of happenings: what dates a sentence has (`dates_of`, `tied_dates`) and which of them dates a word (`tie`).

Belongs here: reading the parse around dates, for events and agreements alike. Does not belong here: reading the dates
themselves (pipeline.language.dates).
"""

from pipeline.coding.dating.found import Tied, dates_of, settled_dates, tied_dates
from pipeline.coding.dating.tie import tie

__all__ = ["Tied", "dates_of", "settled_dates", "tie", "tied_dates"]
