"""Sentences become parses with names, dates, quantities and factuality. Knows no table of the dataset."""
