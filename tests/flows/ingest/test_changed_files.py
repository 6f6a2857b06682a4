"""Files that are changed, moved, copied and deleted between runs."""

import shutil

import pytest

from flows.settings import ReplayParameters
from tests.flows.ingest.runs import STORY, ask, counts, run
from tests.flows.plain import run_plainly

pytestmark = pytest.mark.usefixtures("plain_runs")


def test_new_changed_copied_refused_and_vanished_files(tmp_path, corpus):
    (corpus / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    (corpus / "b.txt").write_text("Another title\n\n" + STORY.replace("Larnstead", "Oakham") * 2)
    run(tmp_path)
    (first,) = ask(tmp_path, "SELECT article_id, text FROM article WHERE title LIKE 'Bridge%'")

    (corpus / "a.txt").write_text("Bridge is closed\n\n" + STORY + " The work begins at once.")
    (corpus / "b.txt").unlink()
    (corpus / "copy.txt").write_bytes((corpus / "a.txt").read_bytes())
    (corpus / "empty.txt").write_bytes(b"")
    (corpus / "nul.bin").write_bytes(bytes(range(32)) * 99)
    report = run(tmp_path)

    expected = {"seen": 5, "loaded": 1, "duplicate": 1, "quarantined": 2, "vanished": 1}
    assert (counts(report), report.exit_code) == (expected, 3)
    (second,) = ask(tmp_path, "SELECT article_id, text FROM article WHERE title LIKE 'Bridge%'")
    assert first[0] == second[0]
    assert "begins at once" in second[1]
    assert ask(tmp_path, "SELECT path, status FROM source_file ORDER BY path") == [
        ("a.txt", "loaded"),
        ("b.txt", "vanished"),
        ("copy.txt", "duplicate"),
        ("empty.txt", "quarantined"),
        ("nul.bin", "quarantined"),
    ]
    assert ask(tmp_path, "SELECT reason FROM rejection ORDER BY 1") == [("binary",), ("empty",)]
    assert ask(tmp_path, "SELECT count(*) FROM article") == [(2,)]  # that of b.txt stays

    again = run(tmp_path)
    assert (again.status, counts(again)) == (
        "quarantined",
        {"seen": 4, "unchanged": 1, "duplicate": 1, "quarantined": 2},
    )


def test_a_file_that_is_moved_keeps_its_article(tmp_path, known):
    facts = (
        "SELECT path, outlet, article_id, story_id FROM article JOIN source_file USING "
        "(source_file_id) JOIN story_article USING (article_id) ORDER BY path"
    )
    ((_, _, *ids),) = ask(tmp_path, facts)
    (known / "oakhampost.com").mkdir()
    (known / "a.txt").rename(known / "oakhampost.com" / "b.txt")
    assert counts(run(tmp_path)) == {"seen": 1, "loaded": 1}
    assert ask(tmp_path, facts) == [("oakhampost.com/b.txt", "oakhampost.com", *ids)]
    assert run(tmp_path).status == "unchanged"

    (known / "oakhampost.com" / "b.txt").write_text("Bridge closed\n\n" + STORY + " It is cold.")
    (known / "a.txt").write_text("Another title\n\n" + STORY.replace("Larnstead", "Oakham") * 2)
    assert counts(run(tmp_path)) == {"seen": 2, "loaded": 2}
    other, moved = ask(tmp_path, facts)
    assert moved == ("oakhampost.com/b.txt", "oakhampost.com", *ids)
    assert (other[0], other[2] in ids) == ("a.txt", False)
    (known / "oakhampost.com" / "b.txt").unlink()
    assert counts(run(tmp_path)) == {"seen": 2, "unchanged": 1, "vanished": 1}
    replayed = run_plainly(ReplayParameters(warehouse=tmp_path / "news.duckdb", names="rules"))
    assert counts(replayed) == {"seen": 2, "loaded": 2}
    assert ask(tmp_path, facts) == [other, moved]


def test_a_file_that_is_copied_and_then_deleted_keeps_its_article(tmp_path, known):
    """A corpus is laid out anew while runs go on: all is there twice, then the old folder goes."""
    files = "SELECT path, status, article_id FROM source_file LEFT JOIN article USING "
    files += "(source_file_id) ORDER BY path"
    ((_, _, article_id),) = ask(tmp_path, files)
    (known / "oakhampost.com").mkdir()
    shutil.copy(known / "a.txt", known / "oakhampost.com" / "a.txt")
    assert counts(run(tmp_path)) == {"seen": 2, "unchanged": 1, "duplicate": 1}
    (known / "a.txt").unlink()
    assert counts(run(tmp_path)) == {"seen": 2, "loaded": 1, "vanished": 1}
    now = [("a.txt", "vanished", None), ("oakhampost.com/a.txt", "loaded", article_id)]
    assert ask(tmp_path, files) == now
    assert ask(tmp_path, "SELECT outlet FROM article") == [("oakhampost.com",)]
    assert run(tmp_path).status == "unchanged"
    shutil.copy(known / "oakhampost.com" / "a.txt", known / "a.txt")
    (known / "oakhampost.com" / "a.txt").unlink()
    assert counts(run(tmp_path)) == {"seen": 2, "loaded": 1, "vanished": 1}
    assert ask(tmp_path, files)[0] == ("a.txt", "loaded", article_id)
