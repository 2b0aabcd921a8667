"""Advice in lists and tables: which of them advise, and what their items and rows say."""
