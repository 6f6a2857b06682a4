"""`newsmill quotes` as a user types it."""

import json

import duckdb
import pytest
from click.testing import CliRunner

from flows.cli.main import main
from tests.blank import make_blank
from tests.warehouse.marts.mart_articles import add_article
from warehouse.marts import build_marts

SAID = (
    ("a", "Nadia Lévy", "We shall open the bridge in May and keep the ferry."),
    ("b", "Nadia Lévy", "We shall open the bridge in May"),
    ("b", "Bo Levy Berg", "It is too late for that."),
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory):
    path = tmp_path_factory.mktemp("quotes") / "news.duckdb"
    make_blank(path)
    with duckdb.connect(str(path)) as connection:
        for article_id in "ab":
            add_article(connection, article_id, outlet="The Echo")
        for number, (article_id, speaker, text) in enumerate(SAID):
            connection.execute(
                "INSERT INTO quotation BY NAME SELECT $1 AS quotation_id, $2 AS article_id, "
                "$3 AS speaker, $4 AS text, 0 AS start_offset, 'direct' AS kind, 0.9 AS score",
                [str(number), article_id, speaker, text],
            )
        build_marts(connection)
    return path


def quotes(warehouse, *words):
    return CliRunner().invoke(main, ["quotes", "--warehouse", str(warehouse), *words])


def test_without_a_name_who_is_quoted_most(warehouse):
    found = json.loads(quotes(warehouse, "--json").stdout)
    assert [(row["speaker"], row["texts"], row["utterances"]) for row in found] == [
        ("Nadia Lévy", 2, 1), ("Bo Levy Berg", 1, 1),
    ]  # fmt: skip


def test_what_somebody_said_each_utterance_once(warehouse):
    (found,) = json.loads(quotes(warehouse, "nadia", "levy", "--json").stdout)
    assert (found["quotation"], found["articles"]) == (SAID[0][2], 2)


def test_words_of_a_name_find_all_who_have_them(warehouse):
    shown = quotes(warehouse, "levy").stdout
    assert "Nadia Lévy" in shown and "Bo Levy Berg" in shown
    assert len(quotes(warehouse, "levy", "--csv", "--limit", "1").stdout.splitlines()) == 2


def test_nobody_and_no_warehouse(warehouse, tmp_path):
    done = quotes(warehouse, "Nemo")
    assert (done.exit_code, done.stderr) == (0, "Nobody of that name is quoted.\n")
    assert quotes(tmp_path / "none.duckdb").exit_code == 1


def test_a_warehouse_without_quotations_says_what_mends_it(warehouse, tmp_path):
    old = tmp_path / "old.duckdb"
    with duckdb.connect(str(old)) as connection:
        connection.execute("CREATE TABLE article (article_id VARCHAR)")
    assert "next `newsmill run`" in quotes(old).stderr
