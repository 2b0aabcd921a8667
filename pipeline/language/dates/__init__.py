"""A grammar of date expressions in English prose, normalised to EDTF.

`find_dates` finds and normalises; `complete`, `resolve` and `settle` fix what needs a year or an anchor from
elsewhere. Rules are in `calendar` and `phrases`.
"""

from pipeline.language.dates.find import find_dates
from pipeline.language.dates.model import DateExpression, Relative, Value
from pipeline.language.dates.notation import valid
from pipeline.language.dates.resolve import complete, resolve, resolved, settle

__all__ = [
    "DateExpression", "Relative", "Value", "complete", "find_dates", "resolve", "resolved", "settle", "valid",
]  # fmt: skip
