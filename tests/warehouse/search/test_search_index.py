"""The index is that of a fresh start, however it came to be."""

import pytest

from tests.warehouse.search.searches import add, find, ids
from warehouse import search
from warehouse.search import SearchReport, update_search
from warehouse.storage.memory import open_in_memory


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        yield opened


def index(connection):
    """What the three tables say, without their numbers."""
    return sorted(connection.execute(
        "SELECT article_id, term, weight, word_weight FROM search_posting "
        "JOIN search_term USING (term_no) JOIN search_article USING (article_no)"
    ).fetchall())  # fmt: skip


def test_changes_give_what_a_fresh_start_gives(connection):
    add(connection, "a", "one two three")
    add(connection, "b", "two three four")
    add(connection, "c", "three four five")
    update_search(connection)
    connection.execute("DELETE FROM article WHERE article_id IN ('b', 'c')")
    add(connection, "c", "six seven", "eight", run="2")
    add(connection, "d", "one nine", run="2")
    assert update_search(connection) == SearchReport(new_count=2, gone_count=2)
    assert ids(connection, "four") == []
    assert ids(connection, "eight") == ["c"]
    terms = connection.execute("SELECT list(term ORDER BY term) FROM search_term").fetchall()
    assert terms == [("eight nine one seven six three two".split(),)]  # not four, nor five
    step_by_step, found = index(connection), find(connection, "one two six")
    assert update_search(connection) == SearchReport(new_count=0, gone_count=0)
    with open_in_memory() as fresh:
        add(fresh, "d", "one nine", run="2")
        add(fresh, "c", "six seven", "eight", run="2")
        add(fresh, "a", "one two three")
        update_search(fresh)
        assert index(fresh) == step_by_step
        assert find(fresh, "one two six") == found


def test_many_articles_go_in_batches(connection, monkeypatch):
    for number in range(7):
        add(connection, f"a{number}", f"common own{number}", f"title{number % 2}")
    update_search(connection)
    at_once = index(connection)
    with open_in_memory() as other:
        monkeypatch.setattr(search, "BATCH_ARTICLES", 3)
        for number in range(7):
            add(other, f"a{number}", f"common own{number}", f"title{number % 2}")
        update_search(other)
        assert index(other) == at_once
    assert len(ids(connection, "common")) == 7


def test_another_version_reads_every_article_again(connection):
    add(connection, "a", "one")
    update_search(connection)
    connection.execute("UPDATE search_version SET sql_digest = 'old'")
    connection.execute("UPDATE search_term SET term = 'wrong'")
    assert update_search(connection) == SearchReport(new_count=1, gone_count=0)
    assert ids(connection, "one") == ["a"]


def test_the_functions_are_explained_in_the_database(connection):
    update_search(connection)
    explained = connection.execute(
        "SELECT function_name, comment FROM duckdb_functions() "
        "WHERE function_name IN ('search', 'search_words') AND NOT internal ORDER BY 1"
    ).fetchall()
    assert [name for name, _ in explained] == ["search", "search_words"]
    assert all(comment for _, comment in explained)
