"""The views and table macros of the DuckDB file, in the order they are made."""

from pipeline.derive.views.base import View, create_view, view_comments
from pipeline.derive.views.gdelt import GDELT_EVENTS
from pipeline.derive.views.macros import MACRO_LIST, MACROS, Macro, create_macro, macro_comment
from pipeline.derive.views.overviews import CORROBORATION, DYAD_MONTH, EVIDENCE, TIMELINE, VOCABULARY_TERMS
from pipeline.derive.views.polecat import POLECAT

_ALL = (DYAD_MONTH, TIMELINE, POLECAT, GDELT_EVENTS, EVIDENCE, CORROBORATION, VOCABULARY_TERMS, MACRO_LIST)

VIEWS: dict[str, View] = {view.name: view for view in _ALL}

__all__ = ["MACROS", "VIEWS", "Macro", "View", "create_macro", "create_view", "macro_comment", "view_comments"]
