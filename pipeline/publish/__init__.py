"""Validated tables -> the files people load.

Belongs here: writing outputs, and nothing else writes there. Does not belong here: what the files say about the
tables (pipeline.derive).
"""
