"""How well published rows agree with documents that people coded by hand (gold), as precision, recall and F1.

Belongs here: gold files, comparing rows, counting, the table `quality`. Does not belong here: the coding that is
measured (pipeline.coding, pipeline.merge), and showing figures (pipeline.derive.measured, pipeline.cli).
"""
