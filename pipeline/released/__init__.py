"""Published releases read back: loading one, tracing its values to their words, comparing two, checking one.

Belongs here: what can be said of a release that lies in a folder. Does not belong here: making one (pipeline.publish),
or printing (pipeline.cli). Nothing here writes into a release.
"""
