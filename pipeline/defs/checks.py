"""Checks of the stored tables, as the UI shows them: schema, keys, vocabulary, evidence, rejected and uncoded shares.

Belongs here: which checks a table has and what they say. Does not belong here: the rules themselves (pipeline.derive).
Tables were validated when they were made; the checks read them back as stored and judge them again before the release
is written. A blocking check that fails leaves the former release in place.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import dagster as dg
import polars as pl

from pipeline.defs.tables import MADE_ON_RELEASE, QUALITY, REJECTS
from pipeline.derive.keys import BrokenKey, missing, references
from schemas import TABLES

FAULTS_SHOWN = 20
MOST_REJECTED = 0.01
"""Share of a table's rows that may be rejected before somebody should look: rows fail by faults of ours."""
MOST_UNRECOGNISED = 0.05
"""Share of sentences that may look codable and yield nothing before somebody should look."""

SENTENCES, TEXTS, UNRECOGNISED = "sentences", "source_texts", "unrecognised"

WITHOUT_REJECTS = (REJECTS, QUALITY, *MADE_ON_RELEASE)
"""Tables whose rows are not judged before they are stored."""

KIND_OF_RULE = {
    "unique_key": "keys",
    "vocabulary": "vocabulary",
    "mode_of_type": "vocabulary",
    "span": "evidence",
    "length": "evidence",
    "evidence_in_sentence": "evidence",
    "evidence_text": "evidence",
}
"""Check that shows a broken rule of pipeline.derive; rules not named here are shown by `schema`."""


class Fault(NamedTuple):
    """A broken rule: the check that shows it, and what is wrong, in words."""

    check: str
    reason: str


def faults(name: str, table: pl.DataFrame, others: Mapping[str, pl.DataFrame] | None = None) -> list[Fault]:
    """What is wrong with a stored table by its declaration; empty for a sound one.

    others: stored tables that it refers to; references to tables that are not given are not judged.
    """
    from pipeline.derive.checks import WrongColumns, check_rows
    from pipeline.derive.evidence import misquoted_in_sentence

    declared, others = TABLES[name], others or {}
    sentences = others.get(SENTENCES) if declared.has_evidence() else None
    try:
        rejects = check_rows(declared, table, sentences).rejects
    except WrongColumns as error:
        return [Fault("schema", str(error))]
    found = [Fault(KIND_OF_RULE.get(reject.check, "schema"), f"{reject.check}: {reject.reason}") for reject in rejects]
    for column in references(declared):
        parent = column.references or ""
        lost = missing(table, column, {**others, name: table}) if parent in (*others, name) else table.clear()
        if lost.height:
            values = tuple(lost["value"].unique().sort())
            found.append(Fault("keys", str(BrokenKey(name, column.name, parent, values))))
    if sentences is not None:
        found += [Fault("evidence", reason) for reason in misquoted_in_sentence(table, sentences)]
    return found


def specs(name: str) -> list[dg.AssetCheckSpec]:
    """The checks of a table, in the order of the UI."""
    others = sorted(_read_beside(name))
    table = TABLES[name]
    closed = [column.name for column in table.columns().values() if column.closed_terms is not None]
    blocking = {
        "schema": f"Columns, types, ranges and dates of {name} are as declared.",
        "keys": f"Each row has a key of its own ({', '.join(table.key())}), and all that it refers to is there.",
        "vocabulary": f"{', '.join(closed)}: only terms of their vocabularies." if closed else "",
        "evidence": _evidence_text(name),
    }
    warning = {
        "rejected": f"At most {MOST_REJECTED:.0%} of the rows meant for {name} were rejected."
        if name not in WITHOUT_REJECTS
        else "",
        UNRECOGNISED: f"At most {MOST_UNRECOGNISED:.0%} of the sentences look codable and yielded no row."
        if name == SENTENCES
        else "",
    }
    return [
        dg.AssetCheckSpec(
            check,
            asset=name,
            blocking=kind is blocking,
            additional_deps=others,
            description=_marked(text, kind is blocking),
        )
        for kind in (blocking, warning)
        for check, text in kind.items()
        if text
    ]


def _evidence_text(name: str) -> str:
    if name == SENTENCES:
        return "The text of each sentence is what stands at its offsets in its source."
    words = "The words of each row are those that stand at its offsets in its sentence."
    return words if TABLES[name].has_evidence() else ""


def _marked(text: str, blocking: bool) -> str:
    return f"{text} Blocking: where it fails, nothing is published." if blocking else f"{text} A warning only."


def table_checks(name: str) -> dg.AssetChecksDefinition:
    """All checks of a table, made in one step that reads the table once.

    Frames are asked of the store and not given as inputs: a hundred of those would write more events than all else.
    """
    frames = sorted({name, *_read_beside(name)} & TABLES.keys())

    @dg.multi_asset_check(
        name=f"check_{name}",
        specs=specs(name),
        ins={TEXTS: dg.AssetIn(key=TEXTS)} if name == SENTENCES else None,
        required_resource_keys={"frames"},
        can_subset=True,
    )
    def check(context: dg.AssetCheckExecutionContext, **inputs: Any) -> Iterator[dg.AssetCheckResult]:
        chosen = {key.name for key in context.selected_asset_check_keys}
        stored = {each: context.resources.frames.stored(each) for each in frames}
        yield from (result for result in judge(name, stored | inputs) if result.check_name in chosen)

    return check


def judge(name: str, inputs: Mapping[str, Any]) -> list[dg.AssetCheckResult]:
    """The results of all checks of a table. inputs: the stored table and what its checks read besides it, by asset."""
    wanted = [spec for spec in specs(name) if spec.blocking]
    kinds = {spec.name for spec in wanted}
    stored = {each: frame for each, frame in inputs.items() if each in TABLES}
    found = faults(name, stored[name], {each: frame for each, frame in stored.items() if each != name})
    found += _misquoted_texts(stored[name], inputs[TEXTS]) if name == SENTENCES else []
    return [*(_judged(spec, stored[name], found, kinds) for spec in wanted), *_shares(name, stored)]


def _read_beside(name: str) -> set[str]:
    """The assets that the checks of a table read besides it."""
    others = {column.references for column in references(TABLES[name]) if column.references}
    others |= {REJECTS} if name not in WITHOUT_REJECTS else set()
    others |= {TEXTS} if name == SENTENCES else set()
    return others - {name}


def _misquoted_texts(sentences: pl.DataFrame, documents: list) -> list[Fault]:
    from pipeline.derive.evidence import misquoted

    texts = {document.document_id: document.text for document in documents}
    return [Fault("evidence", reason) for _, reason in misquoted(sentences, texts, "text")]


def _judged(spec: dg.AssetCheckSpec, table: pl.DataFrame, found: list[Fault], kinds: set[str]) -> dg.AssetCheckResult:
    reasons = [fault.reason for fault in found if (fault.check if fault.check in kinds else "schema") == spec.name]
    shown = "\n".join(f"- {reason}" for reason in reasons[:FAULTS_SHOWN])
    return dg.AssetCheckResult(
        check_name=spec.name,
        asset_key=spec.asset_key,
        passed=not reasons,
        description=reasons[0] if reasons else None,
        metadata={"rows": table.height, "faults": len(reasons)}
        | ({"first faults": dg.MetadataValue.md(shown)} if reasons else {}),
    )


def _shares(name: str, stored: Mapping[str, pl.DataFrame]) -> Iterator[dg.AssetCheckResult]:
    if name not in WITHOUT_REJECTS:
        of_table = stored[REJECTS].filter(pl.col("table_name") == name)
        lost = of_table["check"].value_counts(sort=True).rows()
        yield _share(name, "rejected", of_table.height, stored[name].height + of_table.height, MOST_REJECTED, lost)
    if name == SENTENCES:
        idle = stored[name].filter(pl.col("coding") == UNRECOGNISED).height
        yield _share(name, UNRECOGNISED, idle, stored[name].height, MOST_UNRECOGNISED)


def _share(
    name: str, check: str, part: int, whole: int, most: float, detail: list[tuple[str, int]] | None = None
) -> dg.AssetCheckResult:
    share = part / whole if whole else 0.0
    causes = f" ({', '.join(f'{count} {what}' for what, count in detail)})" if detail else ""
    return dg.AssetCheckResult(
        check_name=check,
        asset_key=dg.AssetKey(name),
        passed=share <= most,
        severity=dg.AssetCheckSeverity.WARN,
        description=f"{part} of {whole} rows, {share:.1%}{causes}",
        metadata={check: part, "share": round(share, 4), "most": most},
    )


TABLE_CHECKS = [table_checks(name) for name in TABLES]
