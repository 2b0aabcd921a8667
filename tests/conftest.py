"""What holds for every test: builds measure nothing unless a test asks for it, which takes seconds."""

from __future__ import annotations

import os

from pipeline.settings import GOLD

os.environ[GOLD] = ""
