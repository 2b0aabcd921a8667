"""One table declaration -> everything that follows from it.

Belongs here: checks, Arrow and polars types, DDL, views, descriptors, diagrams and dictionary pages, each a pure
function of `schemas.TABLES`. Does not belong here: writing files (pipeline.publish).
"""
