"""What a worker is doing at the moment, so that the run can tell a long file from a hanging one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO


class Pulse:
    """A small file that shows which document of a shard is being worked on, and since when."""

    def __init__(self, staging: Path, name: str) -> None:
        self._path = staging / f"{name}.pulse"
        self._file: BinaryIO | None = None  # stays open: opening takes longer than the rest

    def beat(self, place: str) -> None:
        """Say that the document at this place comes next."""
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb", buffering=0)
        said = place.encode()
        os.pwrite(self._file.fileno(), said, 0)
        self._file.truncate(len(said))

    def close(self) -> None:
        """Say no more; what was said last stays."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def stop(self) -> None:
        """Forget what was said."""
        self._path.unlink(missing_ok=True)

    def place(self) -> str | None:
        """The place that was said last; None when none was."""
        try:
            return self._path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def silent_seconds(self, now: float) -> float:
        """Seconds since the last beat; infinite before the first."""
        try:
            return now - self._path.stat().st_mtime
        except OSError:
            return float("inf")
