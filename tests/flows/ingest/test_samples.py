"""The main job on the five sample articles."""

import shutil

import pytest

from tests.blank import open_real_store
from tests.conftest import SAMPLES
from tests.flows.ingest.runs import ask, counts, run

SPLIT_FREE = (  # tables whose rows name no run
    "line", "mention", "entity", "duplicate_group", "story_article",
    "share_of_voice", "story_lifecycle", "most_quoted", "removed_lines",
)  # fmt: skip
pytestmark = pytest.mark.usefixtures("plain_runs")


@pytest.fixture(scope="module")
def samples(plain_runs, tmp_path_factory):
    """A warehouse of the five samples, made once."""
    folder = tmp_path_factory.mktemp("samples")
    shutil.copytree(SAMPLES, folder / "corpus")
    report = run(folder, names="tagger")
    return folder, report


def test_the_samples_become_articles(samples):
    folder, report = samples
    assert counts(report) == {"seen": 5, "loaded": 5}
    assert (report.status, report.exit_code) == ("ok", 0)
    assert ask(folder, "SELECT count(*) FROM article") == [(5,)]
    assert ask(folder, "SELECT count(*) FROM article WHERE published_date IS NOT NULL") == [(0,)]
    assert ask(folder, "SELECT count(*) FROM duplicate_group WHERE NOT is_canonical") == [(0,)]


def test_the_samples_are_three_stories(samples):
    folder, _ = samples
    stories = ask(
        folder,
        """
        SELECT list(left(file.path, 3) ORDER BY file.path)
        FROM story_article JOIN article USING (article_id)
        JOIN source_file AS file USING (source_file_id)
        GROUP BY story_id ORDER BY 1
        """,
    )
    assert [story for (story,) in stories] == [["000", "001", "002"], ["003"], ["004"]]


def test_raw_texts_come_back_from_the_ledger(samples):
    folder, _ = samples
    rebuilt = ask(
        folder,
        """
        SELECT file.path, raw.raw_text FROM document_text AS raw
        JOIN document USING (document_id) JOIN source_file AS file USING (source_file_id)
        """,
    )
    assert len(rebuilt) == 5
    for path, text in rebuilt:
        assert text.encode() == (SAMPLES / path).read_bytes()


def test_the_run_is_recorded_and_balances(samples):
    folder, report = samples
    assert ask(folder, "SELECT run_id, seen_count, loaded_count, status FROM run") == [
        (report.run_id, 5, 5, "ok")
    ]


def test_a_second_run_changes_nothing(samples):
    folder, _ = samples
    before = (folder / "news.duckdb").stat()
    report = run(folder)
    assert (report.status, counts(report)) == ("unchanged", {"seen": 5, "unchanged": 5})
    after = (folder / "news.duckdb").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert (report.other_finder, run(folder, names="tagger").other_finder) == ("tagger", None)


def test_one_run_or_two_give_the_same_tables(samples, tmp_path, corpus, monkeypatch):
    """Rows do not depend on how the files were split over runs, nor on the store: one that is new
    gives what one that is copied (tests/blank.py) gives."""
    monkeypatch.setattr("warehouse.storage.store.open_store", open_real_store)
    paths = iter(sorted(SAMPLES.iterdir()))
    for size in (2, 3):
        for _ in range(size):
            shutil.copy(next(paths), corpus)
        run(tmp_path, names="tagger")
    dumps = [
        [
            ask(folder, f"SELECT * EXCLUDE (run_id) FROM {table} ORDER BY ALL")
            for table in ("document", "article")
        ]
        + [ask(folder, f"FROM {table} ORDER BY ALL") for table in SPLIT_FREE]
        for folder in (samples[0], tmp_path)
    ]
    assert dumps[0] == dumps[1]
    assert all(dumps[0])
