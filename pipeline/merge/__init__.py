"""Rows of many documents become one dataset: identities, duplicates, conflicts, keys.

Belongs here: what needs more than one document, and what is derived from coded values (ids, date bounds, quad
classes). Does not belong here: reading words (pipeline.coding) or writing files (pipeline.publish).
"""
