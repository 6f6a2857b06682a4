"""A container is read piece by piece, whatever happens to it meanwhile."""

import hashlib
import json
import os

import pytest

from flows.documents import batches
from flows.documents.reading import open_reading
from flows.shards.pool import ShardPool
from flows.shards.pulse import Pulse
from flows.shards.shard import Shard, ShardFile
from flows.shards.shard_reading import extract_shard
from flows.shards.timed_pool import PoolParameters
from tests.extractors.readers.examples import story
from tests.flows.container_loads import TODAY, ask, load_corpus
from tests.flows.shards.deadly_documents import read_or_die
from warehouse.load import load_word_lists
from warehouse.storage.memory import open_in_memory


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        load_word_lists(opened)
        yield opened


def test_a_large_file_that_is_replaced_meanwhile_has_the_hash_of_what_was_read(
    tmp_path, monkeypatch
):
    """With that of the other file the next run would take it for known, and never read it."""
    path, other = tmp_path / "large.jsonl", tmp_path / "other.jsonl"
    path.write_bytes(b'{"text": "Some words of one."}\n' * 50)
    other.write_bytes(b'{"text": "Other words of one."}\n' * 50)
    was = hashlib.sha256(path.read_bytes()).hexdigest()

    def replace_then_read(*arguments, **options):
        other.replace(path)
        return open_reading(*arguments, **options)

    monkeypatch.setattr("flows.shards.shard_reading.open_reading", replace_then_read)
    files = (ShardFile("large.jsonl", bytes(path), "as planned"),)
    (outcome,) = extract_shard(Shard("1", files, tmp_path / "staging", "r1", TODAY, 100, "rules"))
    assert (outcome.sha256, outcome.found.article_count) == (was, 50)


def test_a_container_larger_than_a_document_may_be_is_read_piece_by_piece(tmp_path, monkeypatch):
    monkeypatch.setattr("flows.documents.staging.PART_CHARACTERS", 2000)
    lines = [json.dumps({"id": n, "text": story(n).text}) for n in range(20)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    (tmp_path / "b.txt").write_text(story(1).text * 9)
    files = tuple(
        ShardFile(name, os.fsencode(tmp_path / name), "as planned") for name in ("a.jsonl", "b.txt")
    )
    shard = Shard("1", files, tmp_path / "staging", "run", TODAY, 3000, "rules")
    large, long = extract_shard(shard)
    assert (large.found.article_count, large.rejected) == (20, None)
    assert large.sha256 not in (None, "as planned")
    assert long.rejected.reason == "too_large"
    assert len(list((tmp_path / "staging" / "article").iterdir())) > 3


def test_a_container_that_changes_while_it_is_read_is_read_again(tmp_path, monkeypatch):
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"id": n, "text": story(n).text}) for n in range(5)]
    path.write_text("\n".join(lines))
    real, calls = batches.extract_piece, []

    def extract_and_touch(piece, origin, cleaned):
        calls.append(piece.place)
        if len(calls) == 3:
            path.write_text("\n".join(lines[1:]))
        return real(piece, origin, cleaned)

    monkeypatch.setattr(batches, "extract_piece", extract_and_touch)
    files = (ShardFile("a.jsonl", os.fsencode(path)),)
    (outcome,) = extract_shard(Shard("1", files, tmp_path / "s", "run", TODAY, 1000, "rules"))
    assert outcome.found.article_count == 4
    assert [f.suffix for f in (tmp_path / "s" / "article").iterdir()] == [".parquet"]


def test_a_document_that_kills_a_worker_costs_itself_only(corpus, connection):
    lines = [
        json.dumps({"id": place, "text": story(n).text})
        for n, place in enumerate(("a", "deadly", "b"))
    ]
    (corpus / "a.jsonl").write_text("\n".join(lines))
    with ShardPool(PoolParameters(1), read_or_die) as pool:
        settled = load_corpus(connection, corpus, work=pool.extract)
    assert settled.counts["loaded"] == 1
    assert ask(connection, "SELECT place FROM document ORDER BY 1") == [("a",), ("b",)]
    assert ask(connection, "SELECT place, reason FROM rejection") == [("deadly", "crashed")]


def test_a_pulse_tells_the_document_and_how_long_it_has_been_silent(tmp_path):
    pulse = Pulse(tmp_path / "staging", "1")
    assert (pulse.place(), pulse.silent_seconds(1e9)) == (None, float("inf"))
    pulse.beat("a/ö")
    os.utime(tmp_path / "staging" / "1.pulse", (1000, 1000))
    assert (pulse.place(), pulse.silent_seconds(1060)) == ("a/ö", 60)
    pulse.beat("b")
    assert pulse.place() == "b"
    pulse.close()
    pulse.stop()
    assert pulse.place() is None
