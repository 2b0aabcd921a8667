"""Citations: entries of reference lists, and the sentences that cite them.

`code` makes the rows of one document. Belongs here: what an entry looks like. Does not belong here: finding lists and
markers (pipeline.read, pipeline.language).
"""

from pipeline.coding.citations.coder import code

__all__ = ["code"]
