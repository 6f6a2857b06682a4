"""Marts that are kept up to date are those that building from the beginning gives."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse.marts.mart_articles import add_article, add_run, rows
from tests.warehouse.marts.mart_changes import DESCRIBED, contents
from warehouse import marts
from warehouse.marts import build_marts
from warehouse.statements import read_sql
from warehouse.storage.memory import open_in_memory


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        yield opened


def test_building_again_gives_what_building_from_the_beginning_gives(connection):
    add_article(connection, "a", day=date(2024, 5, 6), names=["Ana", "Bo"])
    add_article(connection, "b", names=["Bo"])
    connection.execute(
        "INSERT INTO line BY NAME SELECT 'a' AS document_id, 0 AS line_no, 'drop' AS verdict, "
        "'byline' AS category, 'name_line' AS rule, 0.5 AS score, 'By Ana' AS text, "
        "0 AS start_offset, 6 AS end_offset"
    )
    connection.execute(
        "INSERT INTO entity_name VALUES ('PERSON', 'Ana', 'Ana', 'Ana', 'same_name')"
    )
    add_run(connection, "1")
    build_marts(connection)
    first = contents(connection)
    build_marts(connection)
    assert contents(connection) == first
    # a changes, b goes, c comes, and Ana turns out to be another entity
    for table in ("document", "article", "duplicate_group", "story_article", "mention"):
        key = "document_id" if table == "document" else "article_id"
        connection.execute(f"DELETE FROM {table} WHERE {key} IN ('a', 'b')")
    connection.execute("DELETE FROM line")
    add_run(connection, "2")
    add_article(connection, "a", day=date(2024, 5, 7), names=["Bo"], run="2")
    add_article(connection, "c", names=["Ana"], run="2")
    build_marts(connection)
    connection.execute("UPDATE entity_name SET entity_id = 'Anna'")
    connection.execute("UPDATE mention SET entity_id = 'Anna' WHERE name = 'Ana'")
    connection.execute("UPDATE entity SET entity_id = 'Anna', name = 'Anna' WHERE name = 'Ana'")
    build_marts(connection)
    step_by_step = contents(connection)
    assert ("c", "Anna", 1, False) in step_by_step["appearance"]
    assert step_by_step["removal"] == []
    connection.execute("UPDATE mart SET sql_digest = 'another version'")
    build_marts(connection)
    assert contents(connection) == step_by_step


@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(DESCRIBED, min_size=1, max_size=7), st.randoms(use_true_random=False), st.data())
def test_any_order_and_batching_gives_the_same_marts(described, rng, data):
    articles = [(f"a{number}", facts) for number, facts in enumerate(described)]
    cut = data.draw(st.integers(0, len(articles)))
    with open_in_memory() as at_once, open_in_memory() as in_two:
        for article_id, facts in articles:
            add_article(at_once, article_id, **facts)
        build_marts(at_once)
        rng.shuffle(articles)
        for batch in (articles[:cut], articles[cut:]):
            for article_id, facts in batch:
                add_article(in_two, article_id, **facts)
            build_marts(in_two)
        assert contents(in_two) == contents(at_once)
        counted = "SELECT sum(article_count)::BIGINT FROM coverage_by_day"
        assert rows(in_two, counted) == [(len(articles),)]


def test_a_changed_file_takes_effect(connection, monkeypatch):
    build_marts(connection)
    changed = {"removal.sql": "CREATE OR REPLACE VIEW removal AS SELECT 1 AS one;"}
    monkeypatch.setattr(marts, "MARTS", ("publication", "appearance", "removal"))
    monkeypatch.setattr(
        marts, "read_sql",
        lambda folder, name: changed.get(name) or read_sql(folder, name),
    )  # fmt: skip
    build_marts(connection)
    assert rows(connection, "FROM removal") == [(1,)]
    left = rows(connection, "SELECT name FROM mart ORDER BY name")
    assert left == [("appearance",), ("publication",), ("removal",)]
    tables = rows(
        connection, "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'story_%'"
    )
    assert ("story_timeline",) not in tables
