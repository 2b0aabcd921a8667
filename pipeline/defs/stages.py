"""Assets before there are tables: the files, the texts read from them, the documents coded.

Groups `sources`, `text` and `coding` of the graph.
"""

from collections.abc import Iterator
from typing import Any

import dagster as dg
from pydantic import Field

from pipeline.defs.basis import KEY, basis, shared_basis
from pipeline.defs.failures import stage, told
from pipeline.defs.places import check_outputs
from pipeline.defs.resources import Folders, Rights, Work
from pipeline.errors import UsageError
from pipeline.progress import Heard

REASONS_SHOWN = 20


@dg.asset(
    group_name="sources",
    kinds={"file"},
    tags={"holds": "sources"},
    description="The files of the seeds folder, with the fingerprint of their content. Unchanged files, same print.",
)
def source_files(folders: Folders) -> dg.Output[str]:
    from pipeline.fingerprint import source_prints, sources_fingerprint

    with told("look"):
        check_outputs(folders.outputs_path)
        prints = source_prints(folders.seeds_path)
        fingerprint = sources_fingerprint(prints)
    return dg.Output(
        fingerprint,
        metadata={
            "folder": dg.MetadataValue.path(str(folders.seeds_path)),
            "files": len(prints),
            "fingerprint": fingerprint,
            "names": dg.MetadataValue.md("\n".join(f"- `{name}`" for name in sorted(prints)[:REASONS_SHOWN])),
        },
    )


READABLE = dg.AssetCheckSpec(
    "readable",
    asset="source_texts",
    description="Every file of the seeds folder could be read. Those that could not are named with the reason, stand "
    "in the table rejects, and do not stop the others. A warning only.",
)


@dg.multi_asset(
    outs={
        "source_texts": dg.AssetOut(
            group_name="text",
            kinds={"python"},
            tags={"holds": "texts"},
            description="Every readable source: its text, blocks and sentences with offsets.",
        ),
        "unreadable_files": dg.AssetOut(
            group_name="text",
            kinds={"python"},
            tags={"holds": "faults"},
            description="Every file that could not be used, with the reason. Each becomes a row of rejects.",
        ),
    },
    check_specs=[READABLE],
)
def read(
    folders: Folders, rights: Rights, progress: dg.ResourceParam[Heard], source_files: str
) -> Iterator[dg.Output[Any] | dg.AssetCheckResult]:
    from pipeline.fingerprint import source_prints, sources_fingerprint
    from pipeline.read.sources import read_sources

    with stage(progress, "read"):
        result = read_sources(folders.seeds_path)
        if sources_fingerprint(source_prints(folders.seeds_path)) != source_files:
            raise UsageError(
                f"The files in {folders.seeds_path} changed while they were read. Run `refresh` again when they rest."
            )
    for file in result.unreadable:
        progress.unreadable(file.file_name, file.check, file.reason)
    reasons = [f"- `{file.file_name}`: {file.reason}" for file in result.unreadable]
    made_from = basis(source_files, rights.restricted_text)
    yield dg.Output(
        result.documents,
        output_name="source_texts",
        metadata={
            "documents": len(result.documents),
            "sentences": sum(len(document.sentences) for document in result.documents),
            KEY: made_from,
        },
    )
    shown = dg.MetadataValue.md("\n".join(reasons[:REASONS_SHOWN]) or "none")
    yield dg.Output(
        result.unreadable,
        output_name="unreadable_files",
        metadata={"files": len(reasons), "reasons": shown, KEY: made_from},
    )
    yield dg.AssetCheckResult(
        check_name=READABLE.name,
        asset_key="source_texts",
        passed=not reasons,
        severity=dg.AssetCheckSeverity.WARN,
        description=_told(result.unreadable),
        metadata={"files": len(result.documents) + len(reasons), "not used": len(reasons), "reasons": shown},
    )


def _told(unreadable: list) -> str:
    if not unreadable:
        return "Every file was read."
    first = f"{unreadable[0].file_name}: {unreadable[0].reason}"
    return first if len(unreadable) == 1 else f"{first} (and {len(unreadable) - 1} more)"


class Coding(dg.Config):
    """Which documents are coded although nothing about them has changed."""

    again: list[str] = Field(
        default=[],
        description="File names of documents to parse and code anew although the cache has them, relative to the "
        "seeds folder; * for all. What lies below them is made again as well.",
    )


@dg.asset(
    group_name="coding",
    kinds={"python", "spacy"},
    tags={"holds": "rows"},
    description="Every document parsed and coded: its own actors, events, agreements, facts, advice and citations. "
    "Documents coded before by the same code and lexicons are taken from the cache.",
)
def coded_documents(
    context: dg.AssetExecutionContext,
    config: Coding,
    source_texts: list,
    folders: Folders,
    work: Work,
    rights: Rights,
    progress: dg.ResourceParam[Heard],
) -> dg.Output[list]:
    from pipeline.coded import Cache, code_documents
    from pipeline.defs.charts import bars

    with stage(progress, "code"):
        made_from = shared_basis(context.instance, ["source_texts"], [], rights.restricted_text)
        cache = Cache(folders.cache_path, again=frozenset(config.again))
        cache.expect(document.file_name for document in source_texts)
        coded = list(code_documents(source_texts, cache, progress, work.workers, work.cluster))
    terms = [term for document in coded for term in document.coding]
    return dg.Output(
        coded,
        metadata={
            "documents": len(coded),
            "reused": cache.hits,
            "coded": len(coded) - cache.hits,
            "sentences by coding": dg.MetadataValue.md(bars(terms, "Sentences by coding")),
            KEY: made_from,
        },
    )
