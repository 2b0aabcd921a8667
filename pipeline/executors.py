"""Where the parsing of many documents is done: in this process, in several of this machine, or on a dask cluster.

Belongs here: choosing a `concurrent.futures.Executor`. Does not belong here: what is done in it (pipeline.coded).
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

from pipeline.errors import UsageError

SECONDS_TO_CONNECT = 10


@contextmanager
def executor(workers: int, cluster: str) -> Iterator[Executor | None]:
    """The executor for so many `workers`, or for the dask scheduler at the address `cluster`; None for this process.

    Raises UsageError where the cluster does not answer or dask is not installed.
    """
    if cluster:
        with _dask(cluster) as found:
            yield found
    elif workers > 1:
        # A started process is new: the run has threads, and forking those can deadlock.
        with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
            yield pool
    else:
        yield None


@contextmanager
def _dask(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(
            f"The cluster {address} needs the library `distributed`, which is not installed here: "
            "pip install 'peru-us[cluster]', or set workers instead."
        ) from error
    try:
        client = Client(address, timeout=SECONDS_TO_CONNECT)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"No dask scheduler answers at {address!r} ({error}). Start one (`dask scheduler`), or correct the "
            "address, which looks like tcp://10.0.0.5:8786."
        ) from error
    with client:
        yield client.get_executor()
