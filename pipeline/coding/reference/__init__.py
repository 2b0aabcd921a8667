"""Who a phrase means, in one document: `Reference` answers, a module for each kind of phrase.

Belongs here: going from a token to actors, where it is certain. Does not belong here: adding names to the document's
list (pipeline.coding.actors), roles in events.
"""

from pipeline.coding.reference.who import Reference

__all__ = ["Reference"]
