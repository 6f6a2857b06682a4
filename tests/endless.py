"""A guard against work that does not end: no measurement, far above what slow machines take."""

import signal
from contextlib import contextmanager

CPU_SECONDS = 60  # some hundred times what the work takes


@contextmanager
def must_end():
    """Fails what is still at work after a minute of processor time; in the main thread."""

    def stop(*_):
        raise AssertionError(f"still at work after {CPU_SECONDS} s of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, CPU_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
