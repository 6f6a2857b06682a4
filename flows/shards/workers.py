"""Processes that read: how they start, and how they end with the process that started them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from threading import Thread


def open_pool(workers: int) -> ProcessPoolExecutor:
    """A pool of so many processes; each starts when there is work for it.

    Spawned, not forked: a fork would inherit Prefect's threads and locks.
    """
    return ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_end_with_parent,
        initargs=(os.getpid(),),
    )


def submit(pool: ProcessPoolExecutor, work: Callable, *arguments: object) -> Future:
    """Hand work to the pool. A process that is started for it never sees Ctrl-C.

    The terminal sends it to all processes: it would leave a traceback of one that just begins.
    This process ends the others.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        return pool.submit(work, *arguments)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(work, *arguments)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def be_ready(_: Callable) -> None:
    """Nothing: that the argument arrives means that its module is imported."""


def kill_workers(pool: ProcessPoolExecutor) -> None:
    """End the processes, also those that hang."""
    for process in list((pool._processes or {}).values()):
        process.kill()  # ProcessPoolExecutor.kill_workers does this from Python 3.14 on
    pool.shutdown(wait=True, cancel_futures=True)


def _end_with_parent(parent: int) -> None:
    """Let the worker end when its parent was killed and could not end it, also while it started.

    The id of the parent is told, not asked for: a parent that is gone by now has another's id.
    """

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    Thread(target=watch, daemon=True).start()
