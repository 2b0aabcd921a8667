"""Advice in running text: one module for each family of constructions, `find` in front of them."""
