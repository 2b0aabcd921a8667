"""What stopped a run, told to a person: the stage, the file where there is one, and the cause; not only a traceback."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg

from pipeline.errors import UsageError
from pipeline.progress import Progress

OURS = Path(__file__).parent.parent

STAYS = "The former release stays."


@contextmanager
def stage(progress: Progress, name: str) -> Iterator[None]:
    """Reports the stage `name`, and tells of what is raised in it as `told` does."""
    progress.stage(name)
    with told(name):
        yield


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turns what is raised in the stage `name` into a dagster Failure.

    The Failure's metadata are `stage`, `cause` and, where one document is at fault, `file`.
    """
    try:
        yield
    except (dg.Failure, dg.DagsterExecutionInterruptedError):
        raise
    except Exception as error:
        raise failure(name, error) from error


def failure(stage: str, error: Exception) -> dg.Failure:
    """The Failure that tells of an error in a stage."""
    why = cause(error)
    ending = "" if STAYS in why else f" {STAYS}"
    file = getattr(error, "file_name", None)
    return dg.Failure(
        description=f"The stage `{stage}` failed: {why.rstrip('.')}.{ending}",
        metadata={"stage": stage, "cause": why} | ({"file": file} if file else {}),
        allow_retries=False,
    )


def cause(error: Exception) -> str:
    """What happened, in one line, and where in our code: at the place that raised it, or that called what did."""
    if isinstance(error, UsageError):
        return str(error)
    first = error
    while isinstance(first.__cause__, Exception):
        first = first.__cause__
    ours = [frame for frame in traceback.extract_tb(first.__traceback__) if Path(frame.filename).is_relative_to(OURS)]
    where = f" ({Path(ours[-1].filename).relative_to(OURS.parent)}, line {ours[-1].lineno})" if ours else ""
    told_by_us = type(error).__module__.startswith(f"{OURS.name}.")
    return f"{error if told_by_us else f'{type(error).__name__}: {error}'}{where}"
