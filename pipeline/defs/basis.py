"""What an asset was made from, so that parts that are made again one by one still fit the rest.

Each asset below `source_files` records its basis: the sources and the code that it goes back to. A step whose inputs
have different bases, or other code than is installed now, would mix two states of the dataset; it is refused with the
reason and what to do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache

import dagster as dg

from pipeline.errors import UsageError
from pipeline.fingerprint import code_fingerprint

KEY = "basis"


@cache
def code_of_this_run() -> str:
    """Fingerprint of the code as this process found it when it first asked; edits since then are for the next run."""
    return code_fingerprint()


def basis(sources: str, restricted_text: bool) -> str:
    """The basis of what is made now from sources of a fingerprint: short prints of sources and code, and the rights."""
    code = hashlib.sha256(f"{code_of_this_run()}{restricted_text}".encode()).hexdigest()
    return f"{sources[:12]}-{code[:12]}"


def recorded(instance: dg.DagsterInstance, asset: str) -> str | None:
    """The basis of an asset as it is stored now; None where it was never made."""
    event = instance.get_latest_materialization_event(dg.AssetKey(asset))
    found = event.asset_materialization.metadata.get(KEY) if event and event.asset_materialization else None
    return str(found.value) if found else None


def shared_basis(instance: dg.DagsterInstance, inputs: Iterable[str], beside: Iterable[str], restricted: bool) -> str:
    """The one basis of all `inputs`, which is that of the code installed now and of all that lies `beside`.

    inputs: assets that a step uses; beside: assets that its results must fit and that it does not make. Those never
    made count only among inputs. Raises UsageError where the bases differ.
    """
    of = {name: recorded(instance, name) for name in inputs}
    first = next(iter(of))
    if None in of.values():
        missing = ", ".join(name for name, found in of.items() if found is None)
        raise UsageError(f"{missing} must be made first: materialise it with all below it, or run `refresh`.")
    ours = basis(str(of[first]).split("-")[0], restricted)
    if of[first] != ours:
        raise UsageError(
            f"{first} was made by other code or lexicons, or for other rights, than are in force now. "
            f"Materialise it with all below it, or run `refresh`."
        )
    others = {name: recorded(instance, name) for name in beside}
    other = sorted(name for name, found in (of | others).items() if found not in (ours, None))
    if other:
        raise UsageError(
            f"{first} was made from other sources or by other code than {', '.join(other)}, so they would not fit "
            "together. Materialise all tables from the same coded documents, or run `refresh`."
        )
    return ours
