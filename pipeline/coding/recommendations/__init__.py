"""Recommendations: statements that somebody ought to, must, could usefully or is advised to do something."""

from pipeline.coding.recommendations.coder import code

__all__ = ["code"]
