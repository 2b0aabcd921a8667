"""Events of a document: `EventCoder` makes one row per statement of a happening.

Belongs here: frames and how they fit, participants, settings, counts, which statements are one event. Does not belong
here: dates (pipeline.coding.dating), who a phrase means (pipeline.coding.reference), events of all documents
(pipeline.merge).
"""

from pipeline.coding.events.coder import EventCoder

__all__ = ["EventCoder"]
