"""The command line, `python -m pipeline`, also installed as `peru-us`.

Belongs here: options, what is shown, exit statuses. Does not belong here: doing the work. Heavy modules are imported
by the command that needs them, so that `--help` answers at once.

Exit statuses: 0 all went well, 1 a fault of ours (the message names the stage), 2 something given cannot be used.
"""

from __future__ import annotations

import click

from pipeline.cli.build import build
from pipeline.cli.coverage import coverage
from pipeline.cli.describe import describe
from pipeline.cli.diff import diff
from pipeline.cli.evaluate import evaluate
from pipeline.cli.show import show
from pipeline.cli.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="peru-us")
def main() -> None:
    """An open dataset of relations between Peru and the United States, and the pipeline that makes it."""


main.add_command(build)
main.add_command(coverage)
main.add_command(describe)
main.add_command(diff)
main.add_command(evaluate)
main.add_command(show)
main.add_command(verify)
