"""What readers of the warehouse see, whatever becomes of a run; one run writes."""

import shutil

import duckdb
import pytest

from tests.flows.ingest.runs import STORY, ask, counts, run
from warehouse.errors import StoreBusy
from warehouse.storage.store import Store

pytestmark = pytest.mark.usefixtures("plain_runs")


def test_a_failed_check_leaves_the_warehouse_as_it_was(tmp_path, known, monkeypatch):
    before = (tmp_path / "news.duckdb").read_bytes()
    (known / "b.txt").write_text("Another title\n\n" + STORY.replace("river", "stream"))
    from warehouse import checks

    monkeypatch.setattr(checks, "sql_names", lambda folder: ["odd.sql"])
    monkeypatch.setattr(checks, "read_sql", lambda *path: "SELECT 'odd' WHERE 1 = 1")
    report = run(tmp_path)
    assert (report.status, report.exit_code) == ("check_failed", 4)
    assert "odd" in report.message
    assert (tmp_path / "news.duckdb").read_bytes() == before
    assert not Store(tmp_path / "news.duckdb").staging.exists()
    monkeypatch.undo()
    assert counts(run(tmp_path)) == {"seen": 2, "loaded": 1, "unchanged": 1}


def test_a_store_or_copy_that_is_gone_or_stale_comes_back(tmp_path, known, monkeypatch):
    (tmp_path / "news.duckdb").unlink()
    assert run(tmp_path).status == "unchanged"
    assert ask(tmp_path, "SELECT count(*) FROM article") == [(1,)]

    shutil.rmtree(tmp_path / ".newsmill")
    (known / "b.txt").write_text("Another title\n\n" + STORY.replace("river", "stream"))
    monkeypatch.setattr(Store, "publish", lambda store: None)  # as if it was killed before
    assert counts(run(tmp_path)) == {"seen": 2, "loaded": 1, "unchanged": 1}
    monkeypatch.undo()
    assert ask(tmp_path, "SELECT count(*) FROM article") == [(1,)]
    assert run(tmp_path).status == "unchanged"
    assert ask(tmp_path, "SELECT count(*) FROM article") == [(2,)]


def test_only_one_run_writes_at_a_time(tmp_path, corpus):
    (corpus / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    store = Store(tmp_path / "news.duckdb")
    with store.writer():
        report = run(tmp_path)
        with pytest.raises(StoreBusy), Store(tmp_path / "news.duckdb").writer():
            pass
    assert report.status == "failed"
    assert report.message.startswith("Another run is writing")


def test_readers_neither_block_the_run_nor_see_half_of_it(tmp_path, known):
    with duckdb.connect(str(tmp_path / "news.duckdb"), read_only=True) as reader:
        (known / "b.txt").write_text("Another title\n\n" + STORY.replace("river", "stream"))
        assert run(tmp_path).status == "ok"
        assert reader.execute("SELECT count(*) FROM article").fetchone() == (1,)
    assert ask(tmp_path, "SELECT count(*) FROM article") == [(2,)]


def test_a_file_that_is_no_warehouse_is_never_replaced(tmp_path, corpus):
    (corpus / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    (tmp_path / "news.duckdb").write_text("my notes")
    report = run(tmp_path)
    assert report.status == "failed"
    assert "not a newsmill warehouse" in report.message
    assert (tmp_path / "news.duckdb").read_text() == "my notes"
