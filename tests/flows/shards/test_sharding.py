"""Files in shards: none grows past its size, and every worker has work."""

from datetime import date
from pathlib import Path

import pytest

from flows.defaults import FILES_PER_SHARD, FILES_WITHOUT_POOL, HARMLESS_BYTES, SHARD_BYTES
from flows.planning.plan import Plan, PlannedFile
from flows.planning.scan import FoundFile
from flows.settings import IngestParameters
from flows.shards.sharding import count_workers, make_shards


def shard_sizes(byte_counts, tmp_path, workers=2):
    """Files in each shard, in order; every file must be in one of them, in its order."""
    files = [
        PlannedFile(FoundFile(f"{n:04}", b"", count, 1, n), None, "load")
        for n, count in enumerate(byte_counts)
    ]
    parameters = IngestParameters(corpus=tmp_path, workers=workers)
    plan = Plan(tuple(files), (), 0)
    shards = list(make_shards(plan, Path("staging"), parameters, "run", date(2026, 1, 1)))
    assert [f.path for shard in shards for f in shard.files] == [f.found.path for f in files]
    assert len({shard.name for shard in shards}) == len(shards)
    return [len(shard.files) for shard in shards]


@pytest.mark.parametrize(
    ("byte_counts", "sizes"),
    [
        ([], []),
        ([10] * 30, [30]),
        ([10] * 60, [30, 30]),
        ([10] * 2 * FILES_PER_SHARD + [10], [FILES_PER_SHARD, FILES_PER_SHARD, 1]),
        ([SHARD_BYTES // 2] * 5, [2, 2, 1]),  # months of news, one file each
        ([SHARD_BYTES * 9] * 3, [1, 1, 1]),
        ([10, SHARD_BYTES, 10, 10], [1, 1, 2]),
    ],
)
def test_shards_are_cut_by_files_and_by_bytes(byte_counts, sizes, tmp_path):
    assert shard_sizes(byte_counts, tmp_path) == sizes


@pytest.mark.parametrize(
    ("files", "workers"),
    [
        ([], 0),
        ([("a.txt", 10), ("b.MD", HARMLESS_BYTES)], 0),
        ([("a.txt", 10)] * FILES_WITHOUT_POOL, 0),
        ([("a.txt", 10)] * (FILES_WITHOUT_POOL + 1), 2),
        ([("a.txt", 10), ("b.zip", 10)], 2),
        ([("a.txt", HARMLESS_BYTES + 1)], 2),
    ],
)
def test_only_a_few_small_texts_are_read_without_a_process(files, workers):
    planned = tuple(
        PlannedFile(FoundFile(path, b"", count, 1, n), None, "load")
        for n, (path, count) in enumerate(files)
    )
    assert count_workers(Plan(planned, (), 0), shard_count=3, most=2) == workers
