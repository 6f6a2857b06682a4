"""`newsmill search` as a user types it."""

import json

import duckdb
import pytest
from click.testing import CliRunner

from flows.cli.main import main
from tests.blank import make_blank
from warehouse.search import update_search


@pytest.fixture
def warehouse(tmp_path):
    path = tmp_path / "news.duckdb"
    make_blank(path)
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "INSERT INTO article BY NAME SELECT * FROM (VALUES "
            "('a', 'Talks in Vienna', 'The talks went on.'), ('b', NULL, 'They had talks.'), "
            "('c', 'Weather', 'Rain.')) AS made(article_id, title, text)"
        )
        update_search(connection)
    return path


def search(warehouse, *words):
    return CliRunner().invoke(main, ["search", "--warehouse", str(warehouse), *words])


def test_articles_come_best_first(warehouse):
    done = search(warehouse, "talks", "--json")
    found = json.loads(done.stdout)
    assert [row["article_id"] for row in found] == ["a", "b"]
    assert found[0]["snippet"] == "The talks went on."
    assert done.exit_code == 0


def test_words_may_stand_in_one_argument_or_several(warehouse):
    one = search(warehouse, "Vienna rain", "--csv").stdout
    assert one == search(warehouse, "Vienna", "rain", "--csv").stdout
    assert one.splitlines()[0] == "score,title,outlet,published_date,snippet,article_id"
    assert len(one.splitlines()) == 3


def test_limit_and_table(warehouse):
    shown = search(warehouse, "talks", "--limit", "1").stdout
    assert "Talks in Vienna" in shown
    assert "They had talks" not in shown


def test_nothing_found_is_said(warehouse):
    done = search(warehouse, "absent'; DROP TABLE article --")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "No article" in done.stderr
    assert search(warehouse, "absent", "--json").stdout.split() == ["[", "]"]


def test_no_warehouse_and_one_without_search_are_told(tmp_path):
    done = search(tmp_path / "none.duckdb", "talks")
    assert done.exit_code == 1
    assert "newsmill run" in done.stderr
    with duckdb.connect(str(tmp_path / "old.duckdb")) as connection:
        connection.execute("CREATE TABLE article (article_id VARCHAR)")
    done = search(tmp_path / "old.duckdb", "talks")
    assert (done.exit_code, "cannot be searched yet" in done.stderr) == (1, True)
