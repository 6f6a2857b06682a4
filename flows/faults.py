"""Whose fault it is when a step fails: the document's, which costs it alone, or the machine's."""

from __future__ import annotations

import errno

OF_MACHINE = frozenset({  # no room, no handles, a disk that fails or may not be written
    errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EMFILE, errno.ENFILE, errno.EROFS, errno.EIO,
    errno.ENOMEM,
})  # fmt: skip


class MachineFailed(OSError):
    """Rows could not be written, or a step was refused what it needs: the fault of no file."""


class WorkersFailed(OSError):
    """Processes that read files end before they have read one."""


def blame_machine(error: Exception) -> None:
    """Raise MachineFailed for an error that says nothing about the document at hand."""
    if isinstance(error, OSError) and error.errno in OF_MACHINE:
        raise MachineFailed(*error.args) from error


class WorkersStopped(OSError):
    """The run ends, and the processes that read files with it."""
