"""Shards are read by processes that outlive them: a file that kills or hangs one costs itself only.

After a death or a time-out the shard is read again in a process of its own, halved until the file
that fails stands alone; that one gets a rejection. Of a file with many documents it is the
document.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import BoundedSemaphore, Lock

from extractors.records import Rejection
from flows.documents.staging import forget_staged
from flows.faults import WorkersFailed
from flows.shards.pulse import Pulse
from flows.shards.shard import Shard, failed_outcome, halve_shard
from flows.shards.shard_reading import extract_shard
from flows.shards.timed_pool import NOT_STARTED, AnyShard, PoolParameters, TimedPool, Work

MOST_SKIPPED = 20  # documents of one file that fail; beyond it the file is refused
Failure = Callable[..., object]  # the outcome of a file for which there is none: reason, detail


def _skip_document(shard: Shard, reason: str, detail: str) -> Shard | None:
    """The shard of one file without the document that was being read; None when that is no help."""
    place = Pulse(shard.staging, shard.name).place()
    if not place or place in dict(shard.skipped) or len(shard.skipped) >= MOST_SKIPPED:
        return None
    return replace(shard, skipped=(*shard.skipped, (place, Rejection(reason, detail))))


class ShardPool:
    """Reads shards in processes, each shard until all of its files have an outcome."""

    def __init__(
        self,
        parameters: PoolParameters,
        work: Work = extract_shard,
        failure: Failure = failed_outcome,
    ) -> None:
        self._parameters = parameters
        self._work = work
        self._failure = failure
        self._pool = TimedPool(parameters, work)
        self._lock = Lock()
        self._inner: set[TimedPool] = set()  # for shards that failed; they end with this one
        # a shard's time starts when a process is free for it, not when it is queued
        self._free = BoundedSemaphore(max(1, parameters.workers))

    def __enter__(self) -> ShardPool:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.close()
        with self._lock:
            inner = list(self._inner)
        for pool in inner:
            pool.close()

    def extract(self, shard: AnyShard) -> list:
        """Outcomes of the shard's files, in order; blocks until they are staged.

        Raises WorkersFailed when no process starts, WorkersStopped when the pool was closed.
        """
        if self._parameters.workers == 0:
            return self._work(shard)
        with self._free:
            outcomes = self._pool.attempt(shard)
            if isinstance(outcomes, list):
                return outcomes
            try:
                return self._extract_halving(shard)
            except OSError:  # half of it may be staged, and the whole is tried again
                forget_staged(shard.staging, shard.name)
                raise

    def _extract_halving(self, shard: AnyShard) -> list:
        alone = replace(self._parameters, workers=1)
        if isinstance(shard, Shard):
            shard = replace(shard, one_by_one=True)
        with self._open_inner(alone) as pool:
            outcomes = pool.attempt(shard)
        if isinstance(outcomes, list):
            return outcomes
        if outcomes == NOT_STARTED:  # and not by the fault of another file: it had its own pool
            raise WorkersFailed(
                "Processes that read files end, or hang, before they have read one. "
                "Is there enough memory? --workers 1 needs least."
            )
        if len(shard.files) > 1:
            halves = halve_shard(shard)
            return [outcome for half in halves for outcome in self._extract_halving(half)]
        detail = {
            "crashed": "The process that read it died.",
            "timed_out": f"It took longer than {alone.limit(shard):g} seconds.",
        }[outcomes]
        if isinstance(shard, Shard) and (fewer := _skip_document(shard, outcomes, detail)):
            return self._extract_halving(fewer)
        return [self._failure(shard.files[0], outcomes, detail)]

    @contextlib.contextmanager
    def _open_inner(self, parameters: PoolParameters) -> Iterator[TimedPool]:
        """A pool that is closed with this one, if that comes before the end of the block."""
        pool = TimedPool(parameters, self._work)
        with self._lock:
            self._pool.require_open()
            self._inner.add(pool)
        try:
            yield pool
        finally:
            pool.close()
            with self._lock:
                self._inner.discard(pool)
