"""Files that are refused, go away and come back."""

import json

import pytest

from tests.flows.ingest.runs import STORY, ask, counts, run

pytestmark = pytest.mark.usefixtures("plain_runs")


def test_a_file_that_was_refused_is_refused_when_it_comes_back(tmp_path, corpus):
    """It still has the article of its last good bytes; what it holds now is none."""
    (corpus / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    (corpus / "b.txt").write_text("Another title\n\n" + STORY.replace("Larnstead", "Oakham") * 2)
    run(tmp_path)
    (corpus / "b.txt").write_text("")
    assert counts(run(tmp_path)) == {"seen": 2, "unchanged": 1, "quarantined": 1}
    (corpus / "b.txt").rename(tmp_path / "b.txt")
    assert counts(run(tmp_path)) == {"seen": 2, "unchanged": 1, "vanished": 1}
    (corpus / "c.txt").write_text("")  # it is no more b.txt than any other empty file
    assert counts(run(tmp_path)) == {"seen": 2, "unchanged": 1, "quarantined": 1}
    (corpus / "c.txt").unlink()
    (tmp_path / "b.txt").rename(corpus / "b.txt")
    report = run(tmp_path)
    assert counts(report) == {"seen": 3, "unchanged": 1, "quarantined": 1, "vanished": 1}
    assert [item["path"] for item in report.rejections] == ["b.txt"]
    assert ask(tmp_path, "SELECT count(*) FROM article") == [(2,)]


def test_a_text_without_a_body_goes_and_comes_back_with_its_refusal(tmp_path, corpus):
    (corpus / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    (corpus / "b.txt").write_text("Share this article\nRead more\n")
    refused = {"seen": 2, "unchanged": 1, "quarantined": 1}
    assert run(tmp_path).exit_code == 3
    (corpus / "b.txt").rename(tmp_path / "b.txt")
    assert counts(run(tmp_path)) == {"seen": 2, "unchanged": 1, "vanished": 1}
    (tmp_path / "b.txt").rename(corpus / "b.txt")
    assert counts(run(tmp_path)) == refused
    assert counts(run(tmp_path)) == refused
    assert ask(tmp_path, "SELECT reason FROM rejection") == [("no_body",)]


def test_what_stays_refused_in_a_container_is_told_by_every_run(tmp_path, corpus):
    record = json.dumps({"title": "Bridge to be closed", "text": STORY})
    (corpus / "a.jsonl").write_text(f"{record}\n{{broken\n")
    reports = [run(tmp_path), run(tmp_path)]
    (corpus / "b.txt").write_text("Another title\n\n" + STORY.replace("Larnstead", "Oakham") * 2)
    reports.append(run(tmp_path))
    assert [report.exit_code for report in reports] == [3, 3, 3]
    assert ask(tmp_path, "SELECT DISTINCT status FROM run") == [("quarantined",)]
    in_force = "SELECT sum(rejection_count)::BIGINT FROM run_quality"
    assert ask(tmp_path, in_force) == [(1,)]
    (corpus / "a.jsonl").rename(tmp_path / "away")
    assert run(tmp_path).status == "ok"
    assert ask(tmp_path, in_force) == [(0,)]
    (corpus / "a.jsonl").write_text(f"{record}\n")
    assert run(tmp_path).status == "ok"
