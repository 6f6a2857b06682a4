"""A file that kills or hangs its process costs itself only."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from prefect.states import Failed

from flows.faults import WorkersFailed, WorkersStopped
from flows.shard_stages import worth_retrying
from flows.shards.pool import ShardPool
from flows.shards.timed_pool import PoolParameters
from tests.conftest import ROOT
from tests.flows.shards.failing_reader import read_or_fail, shard


def fates(outcomes):
    return [(o.path, o.rejected.reason if o.rejected else None) for o in outcomes]


def test_a_process_that_dies(tmp_path):
    with ShardPool(PoolParameters(1), read_or_fail) as pool:
        outcomes = pool.extract(shard(tmp_path, "a", "deadly"))
        after = pool.extract(shard(tmp_path, "c"))
    assert fates(outcomes) == [("a", None), ("deadly", "crashed")]
    assert fates(after) == [("c", None)]


def test_a_shard_that_fails_leaves_no_half_of_it_for_the_next_try(tmp_path):
    (tmp_path / "article").mkdir()
    failing = shard(tmp_path, "a", "deadly", "full")
    with (
        ShardPool(PoolParameters(1), read_or_fail) as pool,
        pytest.raises(OSError, match="No space"),
    ):
        pool.extract(failing)
    assert not list(tmp_path.glob("article/*"))


def test_a_process_that_hangs(tmp_path):
    quick = PoolParameters(1, patience_seconds=1.0, seconds_per_file=0.1)
    with ShardPool(quick, read_or_fail) as pool:
        outcomes = pool.extract(shard(tmp_path, "a", "endless"))
    assert fates(outcomes) == [("a", None), ("endless", "timed_out")]


@pytest.mark.parametrize("paths", [("endless",), ("deadly", "endless")], ids=["whole", "halved"])
def test_threads_that_wait_for_a_pool_end_when_it_is_closed(tmp_path, paths):
    with ThreadPoolExecutor(3) as threads:
        with ShardPool(PoolParameters(1), read_or_fail) as pool:
            shards = [shard(tmp_path, *paths), shard(tmp_path, "b"), shard(tmp_path, "c")]
            first = threads.submit(pool.extract, shards[0])
            while not (tmp_path / "hangs").exists():
                assert not first.done()
                time.sleep(0.05)
            futures = [first, *(threads.submit(pool.extract, other) for other in shards[1:])]
        assert [type(future.exception(60)) for future in futures] == [WorkersStopped] * 3
    assert not worth_retrying(None, None, Failed(data=WorkersStopped()))
    assert worth_retrying(None, None, Failed(data=WorkersFailed()))


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


AFTER_A_SHARD = "pool.attempt(shard(Path('.'), 'a'))"
WHILE_IT_STARTS = "pool._started().submit(read_or_fail, shard(Path('.'), 'a'))"


@pytest.mark.parametrize("moment", [AFTER_A_SHARD, WHILE_IT_STARTS])
def test_workers_end_when_their_parent_is_killed(tmp_path, moment):
    code = (
        "import sys, time; from pathlib import Path\n"
        "from flows.shards.timed_pool import PoolParameters, TimedPool\n"
        "from tests.flows.shards.failing_reader import read_or_fail, shard\n"
        "if __name__ == '__main__':\n"
        "    pool = TimedPool(PoolParameters(1), read_or_fail)\n"
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
