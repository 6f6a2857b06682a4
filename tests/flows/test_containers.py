"""One file with many documents: each is an article or a rejection, and the counts balance."""

import hashlib
import json
import os
from datetime import date

import pytest

from extractors.readers.formats import FORMATS
from flows import batches
from flows.deciding import plan_run
from flows.plan import KnownFile
from flows.pool import ShardPool
from flows.pulse import Pulse
from flows.reading import open_reading
from flows.scan import scan_corpus
from flows.settle import settle_files
from flows.shard_reading import extract_shard
from flows.shards import Shard, ShardFile
from flows.sidecars import read_sidecars
from flows.timed_pool import PoolParameters
from tests.extractors.readers.examples import story
from tests.extractors.readers.test_formats import KINDS, example
from tests.flows.deadly_documents import read_or_die
from tests.flows.hostile_files import archive
from warehouse.checks import run_checks
from warehouse.load import load_files, load_staged, load_word_lists
from warehouse.memory import open_in_memory
from warehouse.sameness import update_near_duplicates, update_stories
from warehouse.state import known_files

TODAY = date(2026, 1, 1)
FILES = 400  # of each format five or more, and documents for several batches


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        load_word_lists(opened)
        yield opened


def load_corpus(connection, corpus, run_id="r1", work=extract_shard):
    """What a run does with the files, without Prefect and entities."""
    known = {row[0]: KnownFile._make(row) for row in known_files(connection)}
    scan, stated = read_sidecars(scan_corpus(corpus))
    plan = plan_run(scan, known, stated=stated)
    files = tuple(
        ShardFile(f.found.path, f.found.location, f.sha256, f.stated.metadata if f.stated else ())
        for f in plan.having("load")
    )
    staging = corpus.parent / "staging" / run_id
    outcomes = work(Shard("1", files, staging, run_id, TODAY, 20_000_000, "rules"))
    settled = settle_files(plan, outcomes, run_id)
    load_files(connection, settled.decided, settled.vanished, settled.rejections, run_id)
    changed, removed = load_staged(connection, staging, settled.replaced_ids, run_id)
    update_near_duplicates(connection, changed, removed, run_id=run_id)
    update_stories(connection, changed, removed, run_id=run_id)
    run_checks(connection, run_id)
    return settled


def ask(connection, sql):
    return connection.execute(sql).fetchall()


def test_hundreds_of_files_of_all_formats_lose_no_document(corpus, connection, monkeypatch):
    """Each document ends as an article or a rejection, as the example says."""
    # finding names is half of the time
    monkeypatch.setattr("extractors.names.mentions.list_candidates", lambda *_: [])
    examples = [example(form, kind) for form in FORMATS for kind in KINDS]
    assert 4 * len(examples) < FILES
    expected = 0
    for n in range(FILES):
        made = examples[n % len(examples)]
        folder = corpus / f"{n:04}"
        folder.mkdir()
        (folder / made.name).write_bytes(made.make(n))
        expected += len(made.becomes)
    settled = load_corpus(connection, corpus)
    assert settled.counts["seen"] == FILES
    found = ask(connection, "SELECT sum(document_count) FROM source_file")[0][0]
    articles = ask(connection, "SELECT count(*) FROM article")[0][0]
    refused = ask(connection, "SELECT count(*) FROM rejection WHERE reason <> 'no_documents'")[0][0]
    assert found == expected == articles + refused
    wanted = sum(
        made.becomes.count("page") for n in range(FILES) for made in [examples[n % len(examples)]]
    )
    assert articles == wanted
    contained = settled.contained
    assert contained["contained_document"] == (
        contained["contained_article"] + contained["contained_rejection"]
    )


def article_text(n):
    return f"{story(n).title}\n\n{story(n).text}\n"


def test_documents_of_a_changed_container_are_replaced(corpus, connection):
    (corpus / "a.zip").write_bytes(archive(a=article_text(1), b=article_text(2), c=b"\0" * 99))
    load_corpus(connection, corpus)
    first = dict(ask(connection, "SELECT place, document_id FROM document"))
    assert first.keys() == {"a", "b"}
    assert ask(connection, "SELECT place, reason FROM rejection") == [("c", "binary")]
    (corpus / "a.zip").write_bytes(archive(d=article_text(4), b=article_text(3)))
    settled = load_corpus(connection, corpus, "r2")
    second = dict(ask(connection, "SELECT place, document_id FROM document"))
    assert second.keys() == {"b", "d"}
    assert second["b"] == first["b"]  # the place is the same, so the article is
    assert ask(connection, "SELECT count(*) FROM rejection") == [(0,)]
    assert settled.counts["loaded"] == 1


def test_a_container_without_any_article_is_quarantined(corpus, connection):
    (corpus / "a.zip").write_bytes(archive(a=b"", b=b"Read more\nShare this\n"))
    settled = load_corpus(connection, corpus)
    assert settled.counts["quarantined"] == 1
    rejections = ask(connection, "SELECT place, reason, detail FROM rejection ORDER BY place")
    assert [(place, reason) for place, reason, _ in rejections] == [
        ("", "no_documents"), ("a", "empty"), ("b", "no_body")
    ]  # fmt: skip
    assert rejections[0][2] == "None of 2 documents became an article: 1 empty, 1 no_body."


def test_a_container_that_vanishes_and_comes_back_keeps_its_rejections(corpus, connection):
    raw = archive(a=article_text(1), b=b"")
    (corpus / "a.zip").write_bytes(raw)
    load_corpus(connection, corpus)
    (corpus / "a.zip").unlink()
    load_corpus(connection, corpus, "r2")
    (corpus / "a.zip").write_bytes(raw)
    settled = load_corpus(connection, corpus, "r3")
    assert settled.counts["unchanged"] == 1
    assert ask(connection, "SELECT place, reason FROM rejection") == [("b", "empty")]


def test_columns_named_in_a_sidecar(corpus, connection):
    (corpus / "t.csv").write_text(f'Story,When\n"{story(1).text}",2024-03-05\n')
    assert load_corpus(connection, corpus).counts["quarantined"] == 1
    columns = {"column_text": "story", "column_published_at": "when", "outlet": "The Post"}
    (corpus / "_meta.json").write_text(json.dumps(columns))
    assert load_corpus(connection, corpus, "r2").counts["loaded"] == 1
    found = ask(connection, "SELECT outlet, published_date, left(text, 11) FROM article")
    assert found == [("The Post", date(2024, 3, 5), "The council")]


def test_sidecars_in_an_archive_go_before_those_beside_it(corpus, connection):
    facts = {"outlet": "Near", "section": None}
    members = {"a.txt": article_text(1), "a.meta.json": json.dumps(facts), "b.txt": article_text(2)}
    (corpus / "old.zip").write_bytes(archive(**members))
    (corpus / "_meta.json").write_text('{"outlet": "Far", "section": "News"}')
    settled = load_corpus(connection, corpus)
    assert settled.contained == {
        "container": 1, "contained_document": 2, "contained_article": 2, "contained_rejection": 0
    }  # fmt: skip
    found = (
        "SELECT place, outlet, section FROM article JOIN document USING (document_id) ORDER BY 1"
    )
    assert ask(connection, found) == [("a.txt", "Near", None), ("b.txt", "Far", "News")]
    told = "SELECT source_field FROM metadatum WHERE field = 'outlet' ORDER BY 1"
    assert ask(connection, told) == [
        ("_meta.json: outlet",), ("old.zip!/a.meta.json: outlet",)
    ]  # fmt: skip


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

    monkeypatch.setattr("flows.shard_reading.open_reading", replace_then_read)
    files = (ShardFile("large.jsonl", bytes(path), "as planned"),)
    (outcome,) = extract_shard(Shard("1", files, tmp_path / "staging", "r1", TODAY, 100, "rules"))
    assert (outcome.sha256, outcome.found.article_count) == (was, 50)


def test_a_container_larger_than_a_document_may_be_is_read_piece_by_piece(tmp_path, monkeypatch):
    monkeypatch.setattr("flows.staging.PART_CHARACTERS", 2000)
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
