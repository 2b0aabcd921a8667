"""What holds for every test.

Builds measure nothing unless a test asks for it, which takes seconds. Properties have no time limit: how fast
something is depends on the machine, and is measured in benchmarks.
"""

from __future__ import annotations

import os

from hypothesis import settings

from pipeline.settings import GOLD

os.environ[GOLD] = ""
settings.register_profile("dataset", deadline=None)
settings.load_profile("dataset")
