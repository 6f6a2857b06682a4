"""A large file that is read in parts gives what it gives as a whole."""

import gzip
import json
import os
from collections import Counter
from dataclasses import replace
from datetime import date

import pyarrow.parquet as pq
import pytest

from extractors.parts import BLOCK_DOCUMENTS
from extractors.readers import WHOLE, Part
from flows.planning.plan import PlannedFile
from flows.planning.scan import FoundFile
from flows.shards import sharding
from flows.shards.parts import join_parts
from flows.shards.shard import Shard, ShardFile
from flows.shards.shard_reading import extract_shard
from tests.extractors.readers.examples import story

LINES = [
    json.dumps({"id": n % (2 * BLOCK_DOCUMENTS), "text": story(n).text if n % 7 else " "})
    for n in range(3 * BLOCK_DOCUMENTS)
] + ["no JSON", ""]
KINDS = {
    "a.jsonl": "\n".join(LINES).encode(),
    "b.jsonl": ("\n".join(LINES) + "x" * 300_000).encode(),  # its last line is too long
    "c.jsonl.gz": gzip.compress("\n".join(LINES).encode())[:-2000],
    "d.csv": "\n".join(["id,text", *(f'{n},"{story(n).text}"' for n in range(70))]).encode(),
    "one.jsonl": story(1).text.encode(),
    "empty.jsonl": b"",
}


@pytest.fixture
def make_shard(tmp_path):
    """Gives the shard of one file with these bytes."""

    def make(name, raw=b"", *, large=False):
        (tmp_path / name).write_bytes(raw)
        file = ShardFile(name, os.fsencode(tmp_path / name), "planned")
        limit = 200_000 if large else 20_000_000
        today = date(2026, 1, 1)
        return Shard("00001", (file,), tmp_path / "staging", "run", today, limit, "rules")

    return make


def in_parts(shard, count):
    return [
        replace(shard, name=f"{shard.name}p{number:03}", part=Part(number, count))
        for number in range(count)
    ]


def staged(shard):
    """Rows of every table, in any order."""
    tables = [path for path in sorted(shard.staging.glob("*")) if path.is_dir()]
    return {
        path.name: Counter(map(str, pq.read_table(path).to_pylist()))
        for path in tables
        if list(path.iterdir())
    }


def without_order(outcome):
    found = replace(outcome.found, refused=sorted(outcome.found.refused))
    return replace(outcome, found=found)


@pytest.mark.parametrize("name", KINDS)
def test_parts_give_what_the_whole_gives(make_shard, tmp_path, name):
    whole = make_shard(name, KINDS[name], large=name != "a.jsonl")
    (outcome,) = extract_shard(whole)
    assert outcome.found.article_count > 40 or name in ("one.jsonl", "empty.jsonl")
    for count in (2, 5):
        shards = in_parts(replace(whole, staging=tmp_path / f"{count} parts"), count)
        joined = join_parts([extract_shard(shard)[0] for shard in shards], shards[-1])
        assert without_order(joined) == without_order(outcome)
        assert staged(shards[0]) == staged(whole)


def test_a_part_that_fails_costs_the_file(make_shard):
    first, second = in_parts(make_shard("a.jsonl", KINDS["a.jsonl"]), 2)
    ((good,), (other,)) = extract_shard(first), extract_shard(second)
    assert staged(first)
    changed = replace(other, modified_ns=other.modified_ns + 1)
    assert join_parts([good, changed], second).rejected.reason == "changing"
    assert not staged(first)
    gone = replace(other, is_gone=True)
    assert join_parts([good, gone], second) == gone


@pytest.mark.parametrize(
    ("path", "megabytes", "workers", "count"),
    [
        ("dump.jsonl", 200, 2, 2),
        ("dump.JSONL.gz", 200, 8, 8),
        ("dump.jsonl", 9, 8, 2),
        ("dump.jsonl", 3, 8, 1),
        ("dump.jsonl", 200, 1, 1),
        ("book.pdf", 200, 8, 1),
    ],
)
def test_large_files_of_records_are_read_in_parts(make_shard, path, megabytes, workers, count):
    file = PlannedFile(FoundFile(path, b"", int(megabytes * 1e6)), None, "load")
    shards = sharding.split_shard(make_shard("x"), [file], workers)
    assert len(shards) == len({shard.name for shard in shards}) == count
    assert [shard.part for shard in shards] == [
        WHOLE if count == 1 else Part(number, count) for number in range(count)
    ]
