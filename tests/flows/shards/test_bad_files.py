"""Files that are too large, go away, change or kill while they are read cost themselves only."""

import hashlib
import itertools
import os
from datetime import date

import pyarrow.parquet as pq
import pytest

from extractors.cleaning import clean
from flows.shards import shard_reading
from flows.shards.shard import Shard, ShardFile, failed_outcome
from flows.shards.shard_reading import extract_shard
from tests.flows.bridge_story import BODY, TEXT
from tests.flows.cleaners import use_cleaner


def shard(tmp_path, *locations, max_bytes=1000):
    files = tuple(ShardFile(os.fsdecode(place), os.fsencode(place), "hash") for place in locations)
    return Shard("1", files, tmp_path / "staging", "run", date(2026, 1, 1), max_bytes)


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path):
    (tmp_path / "large.txt").write_bytes(b"word " * 1000)
    (outcome,) = extract_shard(shard(tmp_path, tmp_path / "large.txt"))
    assert (outcome.rejected.reason, outcome.sha256) == ("too_large", "hash")


def test_a_file_that_is_gone_costs_itself_only(tmp_path):
    (tmp_path / "good.txt").write_text(TEXT)
    gone, good = extract_shard(shard(tmp_path, tmp_path / "gone.txt", tmp_path / "good.txt"))
    assert (gone.is_gone, gone.rejected) == (True, None)
    assert good.rejected is None


class Overtaken:
    """A file that somebody writes to each time it was read."""

    def __init__(self, handle, write):
        self.handle, self.write = handle, write

    def read(self, *size):
        raw = self.handle.read(*size)
        self.write()
        return raw

    def __getattr__(self, name):
        return getattr(self.handle, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.handle.close()


@pytest.fixture
def writer_at_work(monkeypatch):
    """Call the value with a function that writes."""
    opened = open

    def work(write):
        overtaken = lambda *arguments: Overtaken(opened(*arguments), write)  # noqa: E731
        monkeypatch.setattr(shard_reading, "open", overtaken, raising=False)

    return work


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path, writer_at_work):
    place = tmp_path / "a.txt"
    place.write_text(TEXT)
    fresh = iter(["Bridge to be closed at once\n\n" + BODY + "\n"])
    writer_at_work(lambda: [place.write_text(text) for text in fresh])
    (outcome,) = extract_shard(shard(tmp_path, place))
    assert (outcome.rejected, outcome.found.article_count) == (None, 1)
    assert outcome.sha256 == hashlib.sha256(place.read_bytes()).hexdigest()
    assert (outcome.byte_count, outcome.modified_ns) == (
        place.stat().st_size,
        place.stat().st_mtime_ns,
    )
    (staged,) = (tmp_path / "staging" / "article").glob("*.parquet")
    assert [row["title"] for row in pq.read_table(staged).to_pylist()] == [
        "Bridge to be closed at once"
    ]


def test_a_file_that_never_stands_still_is_left_to_the_next_run(tmp_path, writer_at_work):
    place = tmp_path / "a.txt"
    place.write_text(TEXT)
    longer = itertools.count(1)
    writer_at_work(lambda: place.write_text(TEXT + "More. " * next(longer)))
    (outcome,) = extract_shard(shard(tmp_path, place))
    assert (outcome.rejected.reason, outcome.sha256) == ("changing", None)
    assert not list((tmp_path / "staging").rglob("*.parquet"))


def test_a_file_that_kills_its_process_keeps_its_hash_and_is_not_read_by_every_run(tmp_path):
    file = ShardFile("a.txt", b"a.txt", "hash")
    assert failed_outcome(file, "crashed", "").sha256 == "hash"
    assert failed_outcome(file, "unreadable", "").sha256 is None


def test_a_fault_in_a_step_costs_its_file_only(tmp_path, monkeypatch):
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "bad.txt").write_text(TEXT + "BAD")

    def clean_or_fail(page):
        if "BAD" in page.text:
            raise ValueError("a fault")
        return clean(page)

    use_cleaner(monkeypatch, clean_or_fail)
    bad, good = extract_shard(shard(tmp_path, tmp_path / "bad.txt", tmp_path / "good.txt"))
    assert (bad.rejected.reason, bad.rejected.detail) == ("crashed", "ValueError: a fault")
    assert good.rejected is None
