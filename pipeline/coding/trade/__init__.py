"""Trade facts: measurable or categorical statements about trade, investment, economic size, people and business.

`code` makes the rows of one document. Belongs here: frames, the shapes they match, titles of tables. Does not belong
here: reading quantities, dates and countries (pipeline.language), facts of all documents (pipeline.merge).
"""

from pipeline.coding.trade.coder import code

__all__ = ["code"]
