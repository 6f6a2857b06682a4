"""Marts: their grain, their documentation, and what they say of a few articles."""

import re
from datetime import date

import pytest

from benchmarks.make_warehouse import GeneratorParameters, fill_warehouse
from tests.warehouse.marts.mart_articles import add_article, rows
from warehouse.marts import MARTS, build_marts
from warehouse.statements import read_sql, sql_names
from warehouse.storage.memory import open_in_memory


@pytest.fixture(scope="module")
def generated():
    with open_in_memory() as opened:
        fill_warehouse(opened, GeneratorParameters(article_count=600, word_count=5))
        build_marts(opened)
        build_marts(opened)  # as in a later run: what is kept keeps its comments
        yield opened


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        yield opened


def test_every_file_is_a_mart_and_every_mart_a_file():
    assert sorted(f"{name}.sql" for name in MARTS) == sql_names("marts")


@pytest.mark.parametrize("mart", MARTS)
def test_a_mart_states_its_question_and_keeps_its_grain(generated, mart):
    text = read_sql("marts", f"{mart}.sql")
    assert re.match(r"-- [A-Z].*\?", text), "the first line asks the question"
    assert "-- One row per" in text
    grain = re.search(r"^-- Grain: ([\w, ]+)$", text, re.M)[1]
    assert rows(generated, f"SELECT count(*) FROM {mart}") > [(0,)]
    twice = f"SELECT {grain} FROM {mart} GROUP BY {grain} HAVING count(*) > 1 LIMIT 3"
    assert rows(generated, twice) == []


@pytest.mark.parametrize("mart", MARTS)
def test_a_mart_makes_one_thing_of_its_name_and_comments_every_column(generated, mart):
    text = read_sql("marts", f"{mart}.sql")
    made = re.findall(
        r"^CREATE (?:OR REPLACE )?(?:TABLE|VIEW)(?: IF NOT EXISTS)? (\w+)", text, re.M
    )
    assert made == [mart]
    silent = (
        "SELECT column_name FROM duckdb_columns() "
        "WHERE schema_name = 'main' AND table_name = $1 AND comment IS NULL"
    )
    assert rows(generated, silent, mart) == []
    catalogue = (
        "SELECT comment FROM duckdb_tables() WHERE table_name = $1 AND schema_name = 'main' "
        "UNION ALL SELECT comment FROM duckdb_views() WHERE view_name = $1"
    )
    assert len(rows(generated, catalogue, mart)[0][0]) > 20


def test_the_ledger_of_the_marts_is_commented(generated):
    silent = (
        "SELECT table_name, column_name FROM duckdb_columns() WHERE comment IS NULL "
        "AND table_name IN ('mart', 'mart_document', 'mart_name')"
    )
    assert rows(generated, silent) == []


def test_an_empty_warehouse_has_empty_marts(connection):
    build_marts(connection)
    assert rows(connection, "FROM coverage_by_day") == [(None, 0, 0, 0, 0, None, None)]
    for mart in set(MARTS) - {"coverage_by_day"}:
        assert rows(connection, f"FROM {mart}") == []


def test_twenty_copies_change_only_the_raw_column(connection):
    day = date(2024, 5, 6)
    add_article(connection, "a", day=day, names=["Ana", "Bo"])
    add_article(connection, "b", day=day, names=["Bo"])
    build_marts(connection)
    share = (
        "SELECT name, period, period_start, text_count, story_count, text_share, story_share "
        "FROM share_of_voice ORDER BY ALL"
    )
    raw = "SELECT name, article_count FROM share_of_voice WHERE period = 'all' ORDER BY 1"
    before = rows(connection, share)
    assert before[0] == ("Ana", "all", None, 1, 1, 0.5, 0.5)
    assert rows(connection, raw) == [("Ana", 1), ("Bo", 2)]
    for number in range(20):
        add_article(connection, f"copy{number}", day=day, canonical="a", names=["Ana", "Bo"])
    build_marts(connection)
    assert rows(connection, share) == before
    assert rows(connection, raw) == [("Ana", 21), ("Bo", 22)]
    assert rows(connection, "SELECT article_count, text_count, story_count FROM coverage_by_day "
                            "WHERE published_date IS NOT NULL") == [(22, 2, 2)]  # fmt: skip


def test_days_without_news_are_shown_and_so_are_articles_without_a_day(connection):
    add_article(connection, "a", day=date(2024, 5, 6), names=["Ana"])
    add_article(connection, "b", day=date(2024, 5, 9), names=["Ana"])
    add_article(connection, "c", names=["Ana"])
    build_marts(connection)
    found = rows(connection, "SELECT published_date, article_count FROM coverage_by_day")
    assert found == [
        (date(2024, 5, 6), 1), (date(2024, 5, 7), 0), (date(2024, 5, 8), 0),
        (date(2024, 5, 9), 1), (None, 1),
    ]  # fmt: skip
    weeks = (
        "SELECT period_start, article_count FROM share_of_voice WHERE period = 'week' ORDER BY 1"
    )
    assert rows(connection, weeks) == [(date(2024, 5, 6), 2), (None, 1)]
    assert rows(connection, "SELECT undated_count FROM outlet_comparison") == [(1,)]
    trend = "SELECT week_start, text_count FROM entity_trends ORDER BY 1"
    assert rows(connection, trend) == [(date(2024, 5, 6), 2), (None, 1)]


@pytest.mark.parametrize(
    ("stated", "known_order", "first"),
    [
        ([("a", "2024-05-06", None)], "only report", "a"),
        ([("a", None, None)], "only report", "a"),
        ([("a", "2024-05-06", None), ("b", "2024-05-07", None)], "first", "a"),
        ([("a", "2024-05-06", None), ("b", "2024-05-06", None)], "unknown order", None),
        ([("a", "2024-05-06", "09:00"), ("b", "2024-05-06", "08:59")], "first", "b"),
        ([("a", "2024-05-06", "09:00"), ("b", "2024-05-06", "09:00")], "unknown order", None),
        ([("a", "2024-05-06", "09:00"), ("b", "2024-05-06", None)], "unknown order", None),
        ([("a", "2024-05-07", "09:00"), ("b", "2024-05-06", None)], "first", "b"),
        ([("a", "2024-05-06", "09:00"), ("b", None, None)], "unknown order", None),
    ],
)
def test_who_was_first(connection, stated, known_order, first):
    for article_id, day, time in stated:
        add_article(connection, article_id, day=day, outlet=f"Outlet {article_id}")
        at = f"{day} {time}" if time else None
        connection.execute(
            "UPDATE article SET published_at = $1 WHERE article_id = $2", [at, article_id]
        )
    connection.execute("UPDATE story_article SET story_id = 's'")
    build_marts(connection)
    found = rows(connection, "SELECT known_order, article_id, outlet FROM first_reports")
    assert found == [(known_order, first, first and f"Outlet {first}")]


def test_an_outlet_may_be_first_though_its_article_is_not_known(connection):
    for article_id, outlet in (("a", "One"), ("b", "One"), ("c", "Two")):
        day = date(2024, 5, 8) if outlet == "Two" else date(2024, 5, 6)
        add_article(connection, article_id, day=day, outlet=outlet)
    connection.execute("UPDATE story_article SET story_id = 's'")
    build_marts(connection)
    found = rows(connection, "SELECT known_order, article_id, outlet FROM first_reports")
    assert found == [("unknown order", None, "One")]


def test_review_queue_lists_what_is_in_doubt(connection):
    for number, score in enumerate((0.0, 0.29, 0.3, 0.5, 0.7, 0.71, 1.0)):
        connection.execute(
            "INSERT INTO line BY NAME SELECT 'd' AS document_id, $1 AS line_no, 'drop' AS verdict, "
            "'byline' AS category, 'r' AS rule, 'x' AS text, $2 AS score", [number, score],
        )  # fmt: skip
    connection.execute("INSERT INTO sameness_alarm VALUES ('story', 's', 'large', '30 articles')")
    connection.execute("INSERT INTO entity BY NAME SELECT 'e' AS entity_id, 'Amara Diallo' AS name")
    connection.execute("INSERT INTO entity_doubt VALUES ('PERSON', 'Diallo', 'd', 'e')")
    connection.execute("INSERT INTO article BY NAME SELECT 'd' AS article_id, 'A bridge' AS title")
    connection.execute("UPDATE entity_doubt SET name = 'O''Diallo'")
    build_marts(connection)
    shown = "SELECT look, title, word_count FROM review_queue WHERE reason <> 'removed in doubt'"
    assert rows(connection, f"{shown} OR subject_id = 'd:2' ORDER BY 1") == [
        ("newsmill explain 'd'", "A bridge", 1),
        ("newsmill search 'O'\\''Diallo'", None, None),
        (
            "newsmill sql 'SELECT article_id, title FROM story_article JOIN article USING "
            "(article_id) WHERE story_id = '\\''s'\\'''", None, None,
        ),
    ]  # fmt: skip
    found = rows(connection, "SELECT subject_id, reason FROM review_queue ORDER BY 1")
    assert found == [
        ("PERSON:O'Diallo", "ambiguous"), ("d:2", "removed in doubt"), ("d:3", "removed in doubt"),
        ("d:4", "removed in doubt"), ("s", "large"),
    ]  # fmt: skip
