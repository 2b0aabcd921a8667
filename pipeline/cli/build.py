"""`build`: sources in, release out."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.defs.build import Built

FOLDER = click.Path(path_type=Path)


@click.command()
@click.option("--seeds", type=FOLDER, default="seeds", show_default=True, help="Folder with the sources.")
@click.option("--outputs", type=FOLDER, default="outputs", show_default=True, help="Folder that gets the release.")
@click.option(
    "--cache", type=FOLDER, default=None, help="Folder for coded documents.  [default: peru-us in the user's cache]"
)
@click.option("--no-cache", is_flag=True, help="Parse every document anew and keep nothing.")
@click.option(
    "--include-restricted-text",
    "restricted_text",
    is_flag=True,
    help="Keep words of sources that may not be passed on. The release is marked as private: it is for you alone.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def build(seeds: Path, outputs: Path, cache: Path | None, no_cache: bool, restricted_text: bool, as_json: bool) -> None:
    """Build the dataset from a folder of sources and publish it whole.

    Files that cannot be used are named, one line each, and recorded in the table `rejects`; the others are
    published. Where nothing can be published the former release stays as it was.
    """
    from pipeline.cli.console import BarProgress, print_summary
    from pipeline.settings import cache_folder

    try:  # settings of the service are read as its code is loaded
        from pipeline.defs.build import BuildFailed, build_release
    except UsageError as error:
        _fail(str(error), as_json, status=2)
    kept = None if no_cache else cache or cache_folder()
    try:
        with BarProgress(sys.stderr) as progress:
            built = build_release(seeds, outputs, kept, progress, restricted_text=restricted_text)
    except UsageError as error:
        _fail(str(error), as_json, status=2)
    except BuildFailed as error:
        _fail(f"The stage `{error.stage}` failed: {error.cause}", as_json, status=1)
    if as_json:
        click.echo(json.dumps(_summary(built), ensure_ascii=False, indent=2))
    else:
        print_summary(built)
    if restricted_text:
        click.echo(
            "This release is private: it may hold words that are not to be passed on. Do not publish it.", err=True
        )


def _summary(built: Built) -> dict[str, object]:
    from dataclasses import asdict

    return {"status": "published", **asdict(built)}


def _fail(message: str, as_json: bool, status: int) -> None:
    if as_json:
        click.echo(json.dumps({"status": "failed", "error": message}, ensure_ascii=False))
    click.echo(f"Error: {message}\nNothing was published; a former release is as it was.", err=True)
    sys.exit(status)
