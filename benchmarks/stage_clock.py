"""CPU seconds and peak memory of each stage of a run and of its workers; Linux only (/proc)."""

from __future__ import annotations

import resource
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flows.telling.progress import listening

SAMPLE_SECONDS = 0.2  # between two looks at the memory of the workers


@dataclass(slots=True)
class Stage:
    """What one stage took."""

    name: str
    own: float  # CPU seconds at its start, then those it took
    workers: float
    wall: float
    own_mib: float = 0.0  # peak of resident memory
    worker_mib: float = 0.0  # of the largest worker


class Clock:
    """Takes the time of each stage that a run reports."""

    def __init__(self) -> None:
        self.stages: list[Stage] = []
        self._open: Stage | None = None
        self._ended = threading.Event()

    def tell(self, name: str, done: int, total: int) -> None:
        """The listener: the stage so far ends where another begins."""
        if self._open is None or self._open.name != name:
            self._close()
            Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
            self._open = Stage(name, *_spent())

    @contextmanager
    def running(self) -> Iterator[None]:
        """Take the time of what is inside."""
        watch = threading.Thread(target=self._watch, daemon=True)
        watch.start()
        with listening(self.tell):
            yield
        self._close()
        self._ended.set()
        watch.join()

    def _close(self) -> None:
        stage = self._open
        if stage is not None:
            own, workers, wall = _spent()
            stage.own, stage.workers = own - stage.own, workers - stage.workers
            stage.wall = wall - stage.wall
            stage.own_mib = _peak_mib("self")
            self.stages.append(stage)
        self._open = None

    def _watch(self) -> None:
        while not self._ended.wait(SAMPLE_SECONDS):
            if (stage := self._open) is not None:
                stage.worker_mib = max([stage.worker_mib, *map(_peak_mib, _worker_ids())])


def _spent() -> tuple[float, float, float]:
    """CPU seconds of this process, of its ended children, and wall seconds."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time(), ended.ru_utime + ended.ru_stime, time.monotonic()


def _peak_mib(process: str) -> float:
    """VmHWM in MiB; 0 when the process is gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def _worker_ids() -> list[str]:
    """Children that run a pool's work; Prefect's server is none of them."""
    listed = (path.read_text().split() for path in Path("/proc/self/task").glob("*/children"))
    return [child for children in listed for child in children if _is_worker(child)]


def _is_worker(process: str) -> bool:
    """False when the process is gone."""
    try:
        return b"spawn_main" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False
