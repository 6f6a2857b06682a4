"""Shards, and readers whose files kill, hang or fail their process.

They stand alone, since workers import them: what tests need besides, such as Prefect or the
cleaner, takes longer than the work.
"""

import os
import time
from datetime import date

from flows.documents.file_outcome import FileOutcome
from flows.shards.shard import Shard, ShardFile


def read_or_fail(shard):
    """Stands in for the reading of files; runs in the worker process."""
    outcomes = []
    for file in shard.files:
        if file.path == "deadly":
            os._exit(9)
        if file.path == "full":
            raise OSError(28, "No space left on device")
        if file.path == "endless":
            (shard.staging / "hangs").touch()
            time.sleep(600)
        outcomes.append(FileOutcome(file.path, "text", None, "hash", 1, 1, 1))
    if (folder := shard.staging / "article").exists():
        (folder / f"{shard.name}-0001.parquet").touch()
    return outcomes


def shard(tmp_path, *paths):
    """Files called `paths`, not one of which is there."""
    files = tuple(ShardFile(path, path.encode()) for path in paths)
    return Shard("1", files, tmp_path, "run", date(2026, 1, 1), 1000)
