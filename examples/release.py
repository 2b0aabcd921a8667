"""What the examples share: their arguments, reading a release, saving a chart. Each example is a script of its own."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

try:
    import altair as alt
    import polars as pl
    import vl_convert  # noqa: F401  (draws without a browser and without a network)
except ImportError as missing:
    sys.exit(f"The examples need {missing.name}: pip install polars altair vl-convert-python")

COOPERATION_TO_CONFLICT = {
    "verbal_cooperation": "#92c5de",
    "material_cooperation": "#2166ac",
    "verbal_conflict": "#f4a582",
    "material_conflict": "#b2182b",
}
"""A colour for each quad class; blue and red of this scale can be told apart by colour-blind readers too."""

BEYOND_NAMED = "nobody named"


def arguments(about: str) -> argparse.ArgumentParser:
    """The arguments that every example takes."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--outputs", type=Path, default=Path("outputs"), help="folder of a release")
    parser.add_argument("--to", type=Path, default=Path("plots"), help="folder for the chart")
    parser.add_argument("--format", choices=["html", "png", "svg"], default="html", help="kind of file")
    return parser


def read(outputs: Path, table: str) -> pl.DataFrame:
    """A table of the release in a folder. Ends the script with exit status 2 where there is none."""
    path = outputs / "parquet" / f"{table}.parquet"
    try:
        return pl.read_parquet(path)
    except FileNotFoundError:
        stop(f"There is no {path}. Build a release with `make dataset`, or name the folder of one: --outputs FOLDER.")
    except (OSError, pl.exceptions.PolarsError) as error:
        stop(f"{path} cannot be read ({str(error).splitlines()[0]}). Build the release again, or name another one.")


def stop(message: str) -> NoReturn:
    """Ends the script with a sentence on standard error and exit status 2."""
    print(message, file=sys.stderr)
    raise SystemExit(2)


def names(outputs: Path) -> pl.DataFrame:
    """actor_id and the name people know it by, with the country of those who act for one."""
    return read(outputs, "actors").select("actor_id", actor="name", country="country")


def save(chart: alt.TopLevelMixin, name: str, options: argparse.Namespace) -> Path:
    """Writes the chart and says where. The HTML page holds all it needs and asks nothing of the network."""
    path = options.to / f"{name}.{options.format}"
    try:
        options.to.mkdir(parents=True, exist_ok=True)
        chart.save(path, inline=True) if options.format == "html" else chart.save(path, scale_factor=2)
    except OSError as error:
        stop(f"{path} cannot be written ({error.strerror}). Name another folder: --to FOLDER.")
    print(path)
    return path
