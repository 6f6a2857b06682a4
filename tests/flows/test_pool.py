"""A file that kills or hangs its process costs itself only."""

import os
import subprocess
import sys
import time
from datetime import date

import pytest

from flows.faults import WorkersFailed
from flows.pool import PoolParameters, ShardPool
from flows.shards import FileOutcome, Shard, ShardFile
from tests.conftest import ROOT


def read_or_fail(shard):
    """Stands in for the reading of files; runs in the worker process."""
    outcomes = []
    for file in shard.files:
        if file.path == "deadly":
            os._exit(9)
        if file.path == "endless":
            time.sleep(600)
        outcomes.append(FileOutcome(file.path, "text", None, "hash", 1, 1, 1))
    return outcomes


def shard(tmp_path, *paths):
    files = tuple(ShardFile(path, path.encode()) for path in paths)
    return Shard("1", files, tmp_path, "run", date(2026, 1, 1), 1000)


def fates(outcomes):
    return [(o.path, o.rejected.reason if o.rejected else None) for o in outcomes]


def test_a_process_that_dies(tmp_path):
    with ShardPool(PoolParameters(1), read_or_fail) as pool:
        outcomes = pool.extract(shard(tmp_path, "a", "deadly"))
        after = pool.extract(shard(tmp_path, "c"))
    assert fates(outcomes) == [("a", None), ("deadly", "crashed")]
    assert fates(after) == [("c", None)]


def test_a_process_that_hangs(tmp_path):
    quick = PoolParameters(1, patience_seconds=1.0, seconds_per_file=0.1)
    with ShardPool(quick, read_or_fail) as pool:
        outcomes = pool.extract(shard(tmp_path, "a", "endless"))
    assert fates(outcomes) == [("a", None), ("endless", "timed_out")]


class EndsItsProcess:
    """Work whose process dies as soon as it is told of it, as for want of memory."""

    def __reduce__(self):
        return os._exit, (9,)


def test_processes_that_never_start_are_the_fault_of_no_file(tmp_path):
    with (
        ShardPool(PoolParameters(2), EndsItsProcess()) as pool,
        pytest.raises(WorkersFailed, match="before they have read one"),
    ):
        pool.extract(shard(tmp_path, "a", "b"))


AFTER_A_SHARD = "pool.extract(shard(Path('.'), 'a'))"
WHILE_IT_STARTS = "pool._started().submit(read_or_fail, shard(Path('.'), 'a'))"


@pytest.mark.parametrize("moment", [AFTER_A_SHARD, WHILE_IT_STARTS])
def test_workers_end_when_their_parent_is_killed(tmp_path, moment):
    code = (
        "import sys, time; from pathlib import Path\n"
        "from flows.pool import PoolParameters, ShardPool\n"
        "from tests.flows.test_pool import read_or_fail, shard\n"
        "if __name__ == '__main__':\n"
        "    pool = ShardPool(PoolParameters(1), read_or_fail)\n"
        f"    {moment}\n"
        "    print(*pool._pool._processes, flush=True)\n"
        "    time.sleep(600)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT)
    worker = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    for _ in range(100):
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("the worker outlived its parent by ten seconds")


def test_without_processes_the_calling_thread_reads(tmp_path):
    with ShardPool(PoolParameters(0), read_or_fail) as pool:
        assert fates(pool.extract(shard(tmp_path, "a"))) == [("a", None)]
