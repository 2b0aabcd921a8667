"""The views of the DuckDB file, in the order they are made."""

from pipeline.derive.views.base import View, create_view, view_comments
from pipeline.derive.views.gdelt import GDELT_EVENTS
from pipeline.derive.views.overviews import CORROBORATION, DYAD_MONTH, EVIDENCE, TIMELINE, VOCABULARY_TERMS
from pipeline.derive.views.polecat import POLECAT

VIEWS: dict[str, View] = {
    view.name: view for view in (DYAD_MONTH, TIMELINE, POLECAT, GDELT_EVENTS, EVIDENCE, CORROBORATION, VOCABULARY_TERMS)
}

__all__ = ["VIEWS", "View", "create_view", "view_comments"]
