"""Progress of a run, for whoever listens: the bar on a terminal, or nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Listener = Callable[[str, int, int], None]
_listeners: list[Listener] = []


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Call `listener(stage, done, total)` at each step of the runs inside the block."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)


def report_progress(stage: str, done: int = 0, total: int = 0) -> None:
    """Tell the listeners where the run is; `total` 0 means that the length is not known."""
    for listener in _listeners:
        listener(stage, done, total)
