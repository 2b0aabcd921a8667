"""`evaluate`: figures of a coded corpus against gold files of one's own."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.refusal import refusing
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.quality.datasets import Corpus
    from pipeline.quality.gold import Gold
    from pipeline.quality.score import Tallies

FOLDER = click.Path(path_type=Path)
HELD_BACK = "held_back"
"""The corpus whose rows are not to be looked at, since a rule made with them in view would spoil it as a test."""


@click.command()
@click.option("--gold", type=FOLDER, required=True, help="Folder with the hand-coded documents, *.gold.json.")
@click.option(
    "--texts",
    type=FOLDER,
    help="Folder with the documents: they are coded now and not published. With --tables: where their words are.",
)
@click.option("--tables", type=FOLDER, help="Folder of a release, or of its Parquet files.  [default: outputs]")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--misses", metavar="FIGURE", help="List missed and false rows of a figure, such as events_typed.")
@refusing
def evaluate(gold: Path, texts: Path | None, tables: Path | None, as_json: bool, misses: str | None) -> None:
    """Score rows against gold files: how many are found, of the right type, and right in full.

    A row that agrees with an optional gold row counts on neither side. Without --texts and --tables the texts in the
    folder `texts` beside the gold files are coded, or else the release in `outputs` is scored. Gold files that name a
    `corpus` have figures of their own; of the corpus `held_back` no misses are listed.
    """
    from pipeline.quality.corpora import by_corpus, check_documents
    from pipeline.quality.gold import read_gold
    from pipeline.quality.score import score

    wanted = _figure(misses)
    golds = read_gold(gold)
    corpus = _corpus(golds, gold, texts, tables)
    check_documents(golds, corpus)
    found = {
        name: score(members, corpus.published, corpus.texts)
        for name, members in by_corpus(golds, lambda _: gold.resolve().name).items()
    }
    if wanted:
        _print_misses(found, wanted, corpus, as_json)
    elif as_json:
        _echo_json({"status": "measured", "documents": len(golds), "figures": list(_rows(found))})
    else:
        _print_figures(found, len(golds))


def _figure(text: str | None) -> tuple[str, str] | None:
    """A figure such as events_typed as (table, figure). Raises UsageError for one that is none."""
    from schemas.vocabularies.compared import COMPARED

    known = {f"{table}_{figure}": (table, figure) for table in COMPARED for figure in COMPARED[table].figures}
    if text is None:
        return None
    if text not in known:
        raise UsageError(f"There is no figure {text!r}. The figures are {', '.join(known)}.")
    return known[text]


def _corpus(golds: Sequence[Gold], gold: Path, texts: Path | None, tables: Path | None) -> Corpus:
    from pipeline.coded import Cache, CodingFailed
    from pipeline.quality.corpora import TEXTS
    from pipeline.quality.datasets import code_texts, read_release
    from pipeline.settings import OUTPUTS, cache_folder, setting

    if texts is None and tables is None and (gold / TEXTS).is_dir():
        texts = gold / TEXTS
    if texts is not None and tables is None:
        from pipeline.cli.console import BarProgress

        try:
            with BarProgress(sys.stderr) as progress:
                progress.stage("code")
                return code_texts(texts, Cache(cache_folder()), progress)
        except CodingFailed as error:
            raise click.ClickException(str(error)) from error
    return read_release(tables or Path(setting(OUTPUTS, "outputs")), [one.document for one in golds], texts)


def _rows(found: dict[str, Tallies]) -> Iterable[dict[str, Any]]:
    from pipeline.quality.corpora import rows_of

    for corpus, tallies in found.items():
        yield from rows_of(corpus, tallies)


def _print_figures(found: dict[str, Tallies], documents: int) -> None:
    from rich.console import Console
    from rich.table import Table

    from pipeline.derive.measured import share

    console = Console(highlight=False)
    for corpus, tallies in found.items():
        table = Table(title=f"{corpus}: {documents} documents" if len(found) == 1 else corpus, title_justify="left")
        for name in ("table", "figure"):
            table.add_column(name)
        for name in ("precision", "recall", "F1", "hand-coded", "ours"):
            table.add_column(name, justify="right")
        for (of, figure), tally in tallies.items():
            if tally.n_gold or tally.n_predicted:
                shares = map(share, (tally.precision, tally.recall, tally.f1))
                table.add_row(of, figure, *shares, f"{tally.n_gold:,}", f"{tally.n_predicted:,}")
        console.print(table)


def _print_misses(found: dict[str, Tallies], wanted: tuple[str, str], corpus: Corpus, as_json: bool) -> None:
    from pipeline.quality.told import told

    listed = [name for name in found if name != HELD_BACK and wanted in found[name]]
    misses = [told(miss, corpus) for name in listed for miss in found[name][wanted].misses]
    misses.sort(key=lambda miss: (miss["document"], miss["char_start"] or 0))
    if as_json:
        _echo_json({"figure": "_".join(wanted), "misses": misses})
        return
    for miss in misses:
        where = f"{miss['document']}, {miss['locator']}" if miss["locator"] else miss["document"]
        fields = ", ".join(f"{name} {value}" for name, value in miss["fields"].items())
        said = f"\n       “{miss['words']}”" if miss["words"] else ""
        click.echo(f"{miss['what']:6} {where}: {fields}{said}")
    for name, tallies in found.items():
        if wanted in tallies:
            tally, note = tallies[wanted], ": figures only, so not listed" if name == HELD_BACK else ""
            click.echo(f"{name}: {tally.missing} missed, {tally.false} false in {'_'.join(wanted)}{note}")


def _echo_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
