"""`newsmill replay --rejected` tries again what was refused."""

import pytest

from flows.replay.retrying import try_rejected
from flows.settings import IngestParameters
from flows.shards import sharding
from tests.flows.hostile_files import archive, end_the_process
from tests.flows.replay.replays import STORY, ask, call, run

pytestmark = pytest.mark.usefixtures("plain_runs")


def test_rejected_files_are_tried_again_and_no_others(tmp_path, corpus):
    (corpus / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    (corpus / "late.txt").write_bytes(b"")
    (corpus / "copy.txt").write_bytes(b"")
    (corpus / "still.txt").write_bytes(bytes(range(256)) * 9)
    run(tmp_path)
    (corpus / "late.txt").write_text("Ferry to return\n\n" + STORY.replace("bridge", "ferry"))
    (corpus / "copy.txt").write_bytes((corpus / "a.txt").read_bytes())
    (corpus / "new.txt").write_text("A new one\n\n" + STORY.replace("bridge", "tunnel"))
    shown = call(tmp_path, "--rejected", "--dry-run")
    assert [line.split()[:3] for line in shown.output.splitlines()[2:5]] == [
        ["copy.txt", "empty", "copy"],
        ["late.txt", "empty", "article"],
        ["still.txt", "binary", "binary"],
    ]
    assert ask(tmp_path, "SELECT count(*) FROM article") == [(1,)]
    result = call(tmp_path, "--rejected")
    assert result.exit_code == 3
    assert result.output.startswith(
        "3 files seen = 1 loaded + 0 unchanged + 1 duplicate + 1 quarantined + 0 vanished"
    )
    assert ask(tmp_path, "SELECT path, status FROM source_file ORDER BY 1") == [
        ("a.txt", "loaded"),
        ("copy.txt", "duplicate"),
        ("late.txt", "loaded"),
        ("still.txt", "quarantined"),
    ]
    assert ask(tmp_path, "SELECT job FROM run ORDER BY started_at") == [("ingest",), ("rejected",)]
    assert run(tmp_path).counts["loaded"] == 1  # new.txt, by the next run


def test_what_is_gone_is_left_to_the_next_run_when_it_has_a_copy(tmp_path, corpus):
    packed = archive(**{"a.txt": STORY, "empty.txt": ""})
    (corpus / "a.zip").write_bytes(packed)
    (corpus / "b.zip").write_bytes(packed)
    run(tmp_path)
    ids = ask(tmp_path, "SELECT article_id FROM article")
    (corpus / "a.zip").unlink()
    call(tmp_path, "--rejected")
    assert run(tmp_path).counts["loaded"] == 1
    assert ask(tmp_path, "SELECT article_id FROM article") == ids
    files = ask(tmp_path, "SELECT path, status FROM source_file ORDER BY path")
    assert files == [("a.zip", "vanished"), ("b.zip", "loaded")]


def test_a_dry_run_outlives_what_kills_its_process(tmp_path, corpus, monkeypatch):
    (corpus / "deadly.zip").write_bytes(b"")
    run(tmp_path)
    (corpus / "deadly.zip").write_bytes(archive(**{"a.txt": STORY}))
    where = {"corpus": corpus, "warehouse": tmp_path / "n.duckdb", "rejected": True}
    monkeypatch.setattr(sharding, "is_harmless", lambda file: False)  # read in a process
    (trial,) = try_rejected(IngestParameters(**where), end_the_process)
    assert (trial.path, trial.before, trial.now) == ("deadly.zip", "empty", "crashed")


def test_what_lay_in_a_file_that_is_broken_now_is_no_article(tmp_path, corpus, monkeypatch):
    (corpus / "a.zip").write_bytes(archive(**{"a.txt": STORY, "b.txt": ""}))
    run(tmp_path)
    whole = (corpus / "a.zip").read_bytes()
    (corpus / "a.zip").write_bytes(whole[:40])
    where = {"corpus": corpus, "warehouse": tmp_path / "n.duckdb", "rejected": True}
    (trial,) = try_rejected(IngestParameters(**where))
    assert (trial.place, trial.before, trial.now) == ("b.txt", "empty", "damaged")


def test_a_mended_file_is_taken_by_the_next_run(tmp_path, corpus):
    (corpus / "late.txt").write_bytes(b"")
    assert run(tmp_path).status == "quarantined"
    (corpus / "late.txt").write_text("Ferry to return\n\n" + STORY)
    assert run(tmp_path).status == "ok"
    assert ask(tmp_path, "SELECT count(*) FROM rejection") == [(0,)]
