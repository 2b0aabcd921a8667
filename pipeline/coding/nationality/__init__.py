"""Whose an actor is, where its own words do not say."""

from pipeline.coding.nationality.surroundings import surroundings
from pipeline.coding.nationality.votes import infer

__all__ = ["infer", "surroundings"]
