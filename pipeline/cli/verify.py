"""`verify`: whether a release is what its sources give."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.refusal import refusing
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.read.model import Document
    from pipeline.released.checks import Checked
    from pipeline.released.folder import Released

FOLDER = click.Path(path_type=Path)

SEEDS = Path("seeds")


@click.command()
@click.argument("outputs", type=FOLDER, default=Path("outputs"))
@click.option("--seeds", type=FOLDER, default=None, help=f"Folder with the sources.  [default: {SEEDS}]")
@click.option("--quick", is_flag=True, help="Do not build anew: check files, schemas, keys, licences and every span.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@refusing
def verify(outputs: Path, seeds: Path | None, quick: bool, as_json: bool) -> None:
    """Check the release in the folder OUTPUTS, and build it anew from its sources in a temporary folder.

    Exit status 0: it is whole, and identical with what was built anew. 1: it differs, or breaks a rule; the first
    differences are printed. 2: the folder holds no release that can be read. Nothing is written into it.
    """
    from pipeline.released.folder import open_release

    release = open_release(outputs)
    if not (seeds or SEEDS).is_dir() and (seeds or not quick):
        raise UsageError(
            f"{seeds or SEEDS} is no folder. Name the sources with --seeds, or leave them out with --quick."
        )
    found = []
    for checked in _checks(release, seeds or SEEDS, quick):
        found.append(checked)
        if not as_json:
            _print(checked)
    status = "differs" if any(not checked.ok for checked in found) else "sound" if quick else "identical"
    if as_json:
        checks = [{"name": c.name, "ok": c.ok, "told": c.told, "faults": c.faults} for c in found]
        click.echo(
            json.dumps({"status": status, "version": release.version, "checks": checks}, ensure_ascii=False, indent=2)
        )
    else:
        click.echo(f"{release.version} in {outputs}: {status}")
    sys.exit(1 if status == "differs" else 0)


def _checks(release: Released, seeds: Path, quick: bool) -> Iterator[Checked]:
    from pipeline.released.checks import checks

    yield from checks(release, _sources(seeds))
    if not quick:
        yield _rebuild(release, seeds)


def _sources(seeds: Path) -> Sequence[Document] | None:
    from pipeline.read.sources import read_sources

    return read_sources(seeds).documents if seeds.is_dir() else None


def _rebuild(release: Released, seeds: Path) -> Checked:
    from pipeline.cli.console import BarProgress
    from pipeline.defs.build import BuildFailed, build_release
    from pipeline.publish.continuing import begin_with_history
    from pipeline.released.checks import Checked
    from pipeline.released.folder import open_release
    from pipeline.released.rebuilt import differences

    told = f"identical when built anew from {seeds}"
    with tempfile.TemporaryDirectory(prefix="peru-us-verify-") as folder:
        anew = Path(folder) / "outputs"
        begin_with_history(release.folder, anew)
        try:
            with BarProgress(sys.stderr) as progress:
                build_release(seeds, anew, None, progress, restricted_text=release.private)
        except BuildFailed as error:
            return Checked("rebuild", told, (f"it cannot be built anew: the stage {error}",))
        return Checked("rebuild", told, tuple(differences(release, open_release(anew))))


def _print(checked: Checked) -> None:
    click.echo(f"{checked.name:9} {'ok' if checked.ok else 'no'}  {checked.told}")
    for fault in checked.faults:
        click.echo(f"              {fault}")
