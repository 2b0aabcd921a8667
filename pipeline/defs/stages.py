"""Assets before there are tables: the files, the texts read from them, the documents coded.

Groups `sources`, `text` and `coding` of the graph.
"""

from collections.abc import Iterator
from typing import Any

import dagster as dg

from pipeline.defs.resources import Folders
from pipeline.progress import Progress


@dg.asset(
    group_name="sources",
    kinds={"file"},
    description="The files of the seeds folder, with the fingerprint of their content. Unchanged files, same print.",
)
def source_files(folders: Folders) -> dg.Output[str]:
    from pipeline.fingerprint import source_prints, sources_fingerprint

    prints = source_prints(folders.seeds_path)
    fingerprint = sources_fingerprint(prints)
    return dg.Output(
        fingerprint,
        metadata={
            "folder": dg.MetadataValue.path(str(folders.seeds_path)),
            "files": len(prints),
            "fingerprint": fingerprint,
        },
    )


@dg.multi_asset(
    outs={
        "source_texts": dg.AssetOut(
            group_name="text",
            kinds={"python"},
            description="Every readable source: its text, blocks and sentences with offsets.",
        ),
        "unreadable_files": dg.AssetOut(
            group_name="text",
            kinds={"python"},
            description="Every file that could not be used, with the reason. Each becomes a row of rejects.",
        ),
    },
    deps=[source_files],
)
def read(
    context: dg.AssetExecutionContext, folders: Folders, progress: dg.ResourceParam[Progress]
) -> Iterator[dg.Output[Any]]:
    from pipeline.read.sources import read_sources

    progress.stage("read")
    result = read_sources(folders.seeds_path)
    for file in result.unreadable:
        progress.unreadable(file.file_name, file.check, file.reason)
    yield dg.Output(
        result.documents,
        output_name="source_texts",
        metadata={
            "documents": len(result.documents),
            "sentences": sum(len(document.sentences) for document in result.documents),
        },
    )
    yield dg.Output(
        result.unreadable,
        output_name="unreadable_files",
        metadata={
            "files": len(result.unreadable),
            "reasons": dg.MetadataValue.md("\n".join(f"- `{f.file_name}`: {f.reason}" for f in result.unreadable)),
        },
    )


@dg.asset(
    group_name="coding",
    kinds={"python"},
    description="Every document parsed and coded: its own actors, events, agreements, facts, advice and citations.",
)
def coded_documents(source_texts: list, folders: Folders, progress: dg.ResourceParam[Progress]) -> dg.Output[list]:
    from pipeline.coded import Cache, code_documents

    progress.stage("code")
    cache = Cache(folders.cache_path)
    coded = list(code_documents(source_texts, cache, progress))
    return dg.Output(coded, metadata={"documents": len(coded), "reused": cache.hits, "coded": len(coded) - cache.hits})
