"""Worker processes that outlive their work: a file that kills or hangs one costs itself only.

A Prefect task's timeout cannot stop a blocked thread, so the limit lies on the process. After a
death or a time-out the shard is read again in a process of its own, halved until the file that
fails stands alone; that one gets a rejection.
"""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Lock

from flows.shards import FileOutcome, Shard, extract_shard, failed_outcome, halve_shard

SECONDS_PER_FILE = 60  # a file of 20 MB takes a few seconds; beyond this something hangs


class ShardPool:
    """Reads shards in `workers` spawned processes; with no workers, in the calling thread.

    Spawned, not forked: a fork would inherit Prefect's threads and locks.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()

    def __enter__(self) -> ShardPool:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def extract(self, shard: Shard) -> list[FileOutcome]:
        """Outcomes of the shard's files, in order; blocks until they are staged."""
        if self._workers == 0:
            return extract_shard(shard)
        outcomes = self._try(shard)
        return outcomes if isinstance(outcomes, list) else _extract_halving(shard)

    def _try(self, shard: Shard) -> list[FileOutcome] | str:
        """The outcomes, or the reason why there are none."""
        pool = self._started()
        try:
            seconds = SECONDS_PER_FILE + len(shard.files)
            return pool.submit(extract_shard, shard).result(timeout=seconds)
        except BrokenProcessPool:
            self._stop(pool)
            return "crashed"
        except TimeoutError:
            self._stop(pool)
            return "timed_out"

    def _started(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(self._workers, mp_context=context)
            return self._pool

    def _stop(self, pool: ProcessPoolExecutor | None = None) -> None:
        """End the processes, also those that hang; the next call starts fresh ones."""
        with self._lock:
            if pool is not None and pool is not self._pool:
                return
            stopped, self._pool = self._pool, None
        if stopped is not None:
            stopped.kill_workers() if hasattr(stopped, "kill_workers") else _kill(stopped)


def _extract_halving(shard: Shard) -> list[FileOutcome]:
    with ShardPool(workers=1) as alone:
        outcomes = alone._try(shard)
    if isinstance(outcomes, list):
        return outcomes
    if len(shard.files) > 1:
        return [found for half in halve_shard(shard) for found in _extract_halving(half)]
    detail = {
        "crashed": "The process that read it died.",
        "timed_out": f"It took longer than {SECONDS_PER_FILE} seconds.",
    }[outcomes]
    return [failed_outcome(shard.files[0], outcomes, detail)]


def _kill(pool: ProcessPoolExecutor) -> None:
    processes = list((pool._processes or {}).values())  # kill_workers comes with Python 3.14
    for process in processes:
        process.kill()
    pool.shutdown(wait=True, cancel_futures=True)
