"""Agreements that a document names, describes or counts states among.

`code` makes the rows of one document, `link` ties its events to them. Belongs here: names of agreements, their parties,
kinds and dates. Does not belong here: what is one agreement across documents (pipeline.merge.agreement_names).
"""

from pipeline.coding.agreements.coder import code, link

__all__ = ["code", "link"]
