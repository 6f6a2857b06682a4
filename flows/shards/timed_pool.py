"""Worker processes with a limit of time: what is given to them comes back, or a reason why not.

A Prefect task's timeout cannot stop a blocked thread, so the limit lies on the process.

A pool that is closed ends its processes, and threads that wait for them get WorkersStopped: a run
that is told to end must not go on to read what is left.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from threading import Lock

from flows.faults import WorkersStopped
from flows.shards.pulse import Pulse
from flows.shards.shard import Shard
from flows.shards.stored import StoredShard
from flows.shards.workers import be_ready, kill_workers, open_pool, submit

START_SECONDS = 300.0  # for a process to start on a machine that is very busy
NOT_STARTED = "not_started"
AnyShard = Shard | StoredShard
Work = Callable[[AnyShard], list]  # an outcome for each of the shard's files, in order


@dataclass(frozen=True, slots=True)
class PoolParameters:
    """How many processes read, and how long they may take."""

    workers: int  # 0: read in the calling thread, without a process
    patience_seconds: float = 60.0  # for the start of a process and one file that is slow
    seconds_per_file: float = 1.0  # a file of usual size takes some hundredths

    def limit(self, shard: AnyShard) -> float:
        """Seconds that a shard may take."""
        return self.patience_seconds + self.seconds_per_file * len(shard.files)


class TimedPool:
    """Spawned processes that do one kind of work; after a failure the next try has fresh ones."""

    def __init__(self, parameters: PoolParameters, work: Work) -> None:
        self._parameters = parameters
        self._work = work
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()
        self._is_closed = False

    def close(self) -> None:
        """End the processes, and let threads that wait for them, or come later, know."""
        with self._lock:
            self._is_closed = True
        self._stop(self._pool)

    def require_open(self) -> None:
        """Raise WorkersStopped when the pool was closed."""
        if self._is_closed:
            raise WorkersStopped("The run was ended before all files were read.")

    def attempt(self, shard: AnyShard) -> list | str:
        """The outcomes, or the reason why there are none: crashed, timed_out or NOT_STARTED.

        Raises WorkersStopped when the pool is closed, before or meanwhile.
        """
        pool, is_ready = self._started(), False
        try:
            # the time of a shard does not begin before its process has imported what it needs
            submit(pool, be_ready, self._work).result(timeout=START_SECONDS)
            is_ready = True
            return self._wait(pool, shard)
        except (BrokenProcessPool, CancelledError):
            reason = "crashed"
        except TimeoutError:
            reason = "timed_out"
        self.require_open()
        self._stop(pool)
        return reason if is_ready else NOT_STARTED

    def _wait(self, pool: ProcessPoolExecutor, shard: AnyShard) -> list:
        """The outcomes; raises TimeoutError when neither they nor a beat of its pulse comes."""
        pulse = Pulse(shard.staging, shard.name)
        pulse.stop()
        future, limit = submit(pool, self._work, shard), self._parameters.limit(shard)
        while limit > 0:
            with contextlib.suppress(TimeoutError):
                return future.result(timeout=limit)
            # a container may take hours as long as one of its documents follows the other
            limit = self._parameters.patience_seconds - pulse.silent_seconds(time.time())
        raise TimeoutError

    def _started(self) -> ProcessPoolExecutor:
        with self._lock:
            self.require_open()
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
