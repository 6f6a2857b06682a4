"""What a run says of itself in a few lines."""

import pytest

from flows.telling.report import RunReport, summary_lines

COUNTS = {"seen": 5, "loaded": 5, "unchanged": 0, "duplicate": 0, "quarantined": 0, "vanished": 0}


@pytest.mark.parametrize(
    ("copies", "words"),
    [
        (0, "0 copies of other articles"),
        (1, "1 copy of another article"),
        (1200, "1,200 copies of other articles"),
    ],
)
def test_copies_are_called_so_whether_to_the_byte_or_nearly(copies, words):
    tables = {"article": 5, "story": 1, "duplicate": copies, "entity": 2, "mention": 3}
    lines = summary_lines(RunReport("ok", COUNTS, tables=tables), "news.duckdb")
    assert f"5 articles in 1 story, {words}, 2 entities (3 mentions)" in lines


def test_articles_that_stay_without_their_files_are_told():
    tables = {"article": 5, "story": 1, "duplicate": 0, "entity": 2, "mention": 3}
    lines = summary_lines(RunReport("ok", COUNTS, tables=tables, left_count=2), "news.duckdb")
    assert lines[1].startswith("2 articles stay that a changed file holds no longer")


def test_that_stored_names_stay_is_said_where_others_are_asked_for():
    unchanged = RunReport("unchanged", COUNTS, other_finder="tagger")
    assert "stay as --names tagger found them" in summary_lines(unchanged, "news.duckdb")[1]
