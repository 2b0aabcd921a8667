"""`describe`: the dictionary of a table."""

from __future__ import annotations

import click


@click.command()
def describe() -> None:
    """x"""
