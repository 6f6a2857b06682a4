"""Worker processes that outlive their work: a file that kills or hangs one costs itself only.

A Prefect task's timeout cannot stop a blocked thread, so the limit lies on the process. After a
death or a time-out the shard is read again in a process of its own, halved until the file that
fails stands alone; that one gets a rejection. Of a file with many documents it is the document.

A pool that is closed ends its processes, and threads that wait for them get WorkersStopped: a run
that is told to end must not go on to read what is left.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from threading import BoundedSemaphore, Lock

from extractors.records import Rejection
from flows.faults import WorkersFailed, WorkersStopped
from flows.pulse import Pulse
from flows.shards import Shard, extract_shard, failed_outcome, halve_shard
from flows.staging import forget_staged
from flows.stored import StoredShard
from flows.workers import kill_workers, open_pool, submit

START_SECONDS = 300.0  # for a process to start on a machine that is very busy
NOT_STARTED = "not_started"
MOST_SKIPPED = 20  # documents of one file that fail; beyond it the file is refused
AnyShard = Shard | StoredShard
Work = Callable[[AnyShard], list]  # an outcome for each of the shard's files, in order
Failure = Callable[..., object]  # the outcome of a file for which there is none: reason, detail


def _ready(_: Work) -> None:
    """Nothing: that the argument arrives means that its module is imported."""


def _skip_document(shard: Shard, reason: str, detail: str) -> Shard | None:
    """The shard of one file without the document that was being read; None when that is no help."""
    place = Pulse(shard.staging, shard.name).place()
    if not place or place in dict(shard.skipped) or len(shard.skipped) >= MOST_SKIPPED:
        return None
    return replace(shard, skipped=(*shard.skipped, (place, Rejection(reason, detail))))


@dataclass(frozen=True, slots=True)
class PoolParameters:
    """How many processes read, and how long they may take."""

    workers: int  # 0: read in the calling thread, without a process
    patience_seconds: float = 60.0  # for the start of a process and one file that is slow
    seconds_per_file: float = 1.0  # a file of usual size takes some hundredths


class ShardPool:
    """Reads shards in spawned processes.

    Spawned, not forked: a fork would inherit Prefect's threads and locks.
    """

    def __init__(
        self,
        parameters: PoolParameters,
        work: Work = extract_shard,
        failure: Failure = failed_outcome,
    ) -> None:
        self._parameters = parameters
        self._work = work
        self._failure = failure
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()
        self._is_closed = False
        self._inner: set[ShardPool] = set()  # for shards that failed; they end with this one
        # a shard's time starts when a process is free for it, not when it is queued
        self._free = BoundedSemaphore(max(1, parameters.workers))

    def __enter__(self) -> ShardPool:
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._is_closed, inner = True, list(self._inner)
        for pool in inner:
            pool.__exit__()
        self._stop(self._pool)

    def extract(self, shard: AnyShard) -> list:
        """Outcomes of the shard's files, in order; blocks until they are staged.

        Raises WorkersFailed when no process starts, WorkersStopped when the pool was closed.
        """
        if self._parameters.workers == 0:
            return self._work(shard)
        with self._free:
            outcomes = self._try(shard)
            if isinstance(outcomes, list):
                return outcomes
            try:
                return self._extract_halving(shard)
            except OSError:  # half of it may be staged, and the whole is tried again
                forget_staged(shard.staging, shard.name)
                raise

    def _extract_halving(self, shard: AnyShard) -> list:
        alone = PoolParameters(
            1, self._parameters.patience_seconds, self._parameters.seconds_per_file
        )
        if isinstance(shard, Shard):
            shard = replace(shard, one_by_one=True)
        with self._open_inner(alone) as pool:
            outcomes = pool._try(shard)
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
            "timed_out": f"It took longer than {self._limit(shard):g} seconds.",
        }[outcomes]
        if isinstance(shard, Shard) and (fewer := _skip_document(shard, outcomes, detail)):
            return self._extract_halving(fewer)
        return [self._failure(shard.files[0], outcomes, detail)]

    @contextlib.contextmanager
    def _open_inner(self, parameters: PoolParameters) -> Iterator[ShardPool]:
        """A pool that is closed with this one, if that comes before the end of the block."""
        with ShardPool(parameters, self._work, self._failure) as pool:
            with self._lock:
                self._require_open()
                self._inner.add(pool)
            try:
                yield pool
            finally:
                with self._lock:
                    self._inner.discard(pool)

    def _require_open(self) -> None:
        if self._is_closed:
            raise WorkersStopped("The run was ended before all files were read.")

    def _try(self, shard: AnyShard) -> list | str:
        """The outcomes, or the reason why there are none."""
        pool, is_ready = self._started(), False
        try:
            # the time of a shard does not begin before its process has imported what it needs
            submit(pool, _ready, self._work).result(timeout=START_SECONDS)
            is_ready = True
            return self._wait(pool, shard)
        except (BrokenProcessPool, CancelledError):
            reason = "crashed"
        except TimeoutError:
            reason = "timed_out"
        self._require_open()
        reason = reason if is_ready else NOT_STARTED
        self._stop(pool)
        return reason

    def _wait(self, pool: ProcessPoolExecutor, shard: AnyShard) -> list:
        """The outcomes; raises TimeoutError when neither they nor a beat of its pulse comes."""
        pulse = Pulse(shard.staging, shard.name)
        pulse.stop()
        future, limit = submit(pool, self._work, shard), self._limit(shard)
        while limit > 0:
            with contextlib.suppress(TimeoutError):
                return future.result(timeout=limit)
            # a container may take hours as long as one of its documents follows the other
            limit = self._parameters.patience_seconds - pulse.silent_seconds(time.time())
        raise TimeoutError

    def _limit(self, shard: AnyShard) -> float:
        return self._parameters.patience_seconds + self._parameters.seconds_per_file * len(
            shard.files
        )

    def _started(self) -> ProcessPoolExecutor:
        with self._lock:
            self._require_open()
            if self._pool is None:
                self._pool = open_pool(self._parameters.workers)
            return self._pool

    def _stop(self, pool: ProcessPoolExecutor | None) -> None:
        """End the processes, also those that hang; the next call starts fresh ones."""
        with self._lock:
            if pool is None or pool is not self._pool:
                return
            self._pool = None
        kill_workers(pool)
