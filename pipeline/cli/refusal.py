"""How commands that read releases end when what was given cannot be used: one sentence, exit status 2."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Callable
from typing import Any

import click

from pipeline.errors import UsageError


def refusing(command: Callable[..., None]) -> Callable[..., None]:
    """Tells a UsageError of a command on standard error and, where its option --json was given, as JSON too."""

    @functools.wraps(command)
    def run(*args: Any, **options: Any) -> None:
        try:
            command(*args, **options)
        except UsageError as error:
            if options.get("as_json"):
                click.echo(json.dumps({"status": "failed", "error": str(error)}, ensure_ascii=False))
            click.echo(f"Error: {error}", err=True)
            sys.exit(2)

    return run
