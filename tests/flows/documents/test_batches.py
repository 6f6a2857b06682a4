"""Documents cleaned together give the same rows as one by one, and each fails by itself."""

import json
import os
from dataclasses import replace
from datetime import date

import pyarrow.parquet as pq
import pytest

from flows.documents import batches
from flows.documents.staging import Staging
from flows.faults import MachineFailed
from flows.shards.shard import Shard, ShardFile
from flows.shards.shard_reading import extract_shard
from flows.shards.stored import StoredDocument, StoredShard, clean_shard
from tests.extractors.readers.examples import story

TODAY = date(2026, 1, 1)
TEXTS = [story(n).text for n in range(5)]


@pytest.fixture
def shard(tmp_path):
    """Three articles in files of their own, an empty file, and two in a container."""
    for n, text in enumerate(TEXTS[:3]):
        (tmp_path / f"{n}.txt").write_text(text)
    (tmp_path / "2a.txt").write_text("")
    lines = [json.dumps({"id": n, "text": text}) for n, text in enumerate(TEXTS[3:])]
    (tmp_path / "3.jsonl").write_text("\n".join(lines))
    files = sorted(path.name for path in tmp_path.iterdir())
    return Shard(
        "1",
        tuple(ShardFile(name, os.fsencode(tmp_path / name)) for name in files),
        tmp_path / "staging",
        "run",
        TODAY,
        20_000_000,
        "rules",
    )


def staged(shard):
    return {folder.name: pq.read_table(folder).to_pylist() for folder in tables(shard)}


def tables(shard):
    return sorted(path for path in shard.staging.iterdir() if path.is_dir())


def test_together_and_one_by_one_give_the_same(shard, tmp_path):
    apart = replace(shard, one_by_one=True, staging=tmp_path / "apart")
    outcomes = extract_shard(shard)
    assert outcomes == extract_shard(apart)
    assert [o.found.article_count for o in outcomes] == [1, 1, 1, 0, 2]
    assert [o.rejected and o.rejected.reason for o in outcomes] == [None, None, None, "empty", None]
    assert staged(shard) == staged(apart)
    assert len(staged(shard)["article"]) == 5


def test_who_cannot_be_cleaned_costs_itself_only(shard, monkeypatch):
    def clean_or_fail(pages):
        if any(page.text == TEXTS[1] for page in pages):
            raise ValueError("odd text")
        return real(pages)

    real = batches.clean_many
    monkeypatch.setattr(batches, "clean_many", clean_or_fail)
    monkeypatch.setattr("flows.documents.document.clean", lambda page: clean_or_fail([page])[0])
    reasons = [o.rejected and o.rejected.reason for o in extract_shard(shard)]
    assert reasons == [None, "crashed", None, "empty", None]
    assert len(staged(shard)["article"]) == 4


def test_a_disk_that_is_away_is_the_fault_of_no_file(shard, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Staging, "add", fail)
    with pytest.raises(OSError, match="No space left"):
        extract_shard(replace(shard, one_by_one=True))


def test_a_step_that_finds_no_room_is_the_fault_of_no_file(shard, monkeypatch):
    def fail(*_):
        raise OSError(27, "File too large")  # as a library that unpacks its model

    monkeypatch.setattr(batches, "extract_piece", fail)
    with pytest.raises(MachineFailed, match="File too large"):
        extract_shard(shard)
    monkeypatch.setattr("flows.shards.stored.extract_piece", fail)
    document = StoredDocument("id", "a.txt", "", TEXTS[0], "text", None, False, (), None)
    with pytest.raises(MachineFailed, match="File too large"):
        clean_shard(StoredShard("1", (document,), shard.staging, "run", TODAY))
