"""Parsed sentences become rows: one module per table. Rules are data in lexicons/. No file is opened here."""
