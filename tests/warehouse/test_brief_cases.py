"""Briefs of a few articles: whose name counts, who rises, and runs without any."""

import pytest

from tests.warehouse.briefs import brief
from tests.warehouse.marts.mart_articles import add_article, add_run
from warehouse.brief import find_scope
from warehouse.marts import build_marts
from warehouse.storage.memory import open_in_memory


def test_a_person_of_one_name_counts_when_a_headline_has_it():
    named = {"John": False, "Diana": True, "Иван": False, "习近平": False, "Ama Ra": False}
    with open_in_memory() as connection:
        build_marts(connection)
        connection.execute(
            "INSERT INTO publication (article_id, story_id, is_canonical, first_run_id) "
            "VALUES ('a', 's', true, '1')"
        )
        for name, in_title in [*named.items(), ("Ora", False)]:
            label = "ORG" if name == "Ora" else "PERSON"
            connection.execute("INSERT INTO entity (entity_id, label, name) VALUES ($1, $2, $1)",
                               [name, label])  # fmt: skip
            connection.execute("INSERT INTO appearance VALUES ('a', ?, 1, ?)", [name, in_title])
        shown = {row["name"] for row in brief(connection, "all")["names"]}
    assert shown == {"Diana", "习近平", "Ama Ra", "Ora"}


def test_who_is_named_in_passing_stands_below():
    with open_in_memory() as connection:
        build_marts(connection)
        for n, named in enumerate(("ab", "ab", "a")):  # three articles and whom they name
            connection.execute(
                "INSERT INTO publication (article_id, story_id, is_canonical, first_run_id) "
                "VALUES ($1, $1, true, '1')", [str(n)]
            )  # fmt: skip
            for name in named:
                row = [str(n), name, 1 + (name == "b"), False]
                connection.execute("INSERT INTO appearance VALUES (?, ?, ?, ?)", row)
        for name in "ab":
            connection.execute("INSERT INTO entity (entity_id, label, name) VALUES ($1, 'ORG', $1)",
                               [name])  # fmt: skip
        shown = brief(connection, "all")["names"]
    rows = [(row["name"], row["stories_about"], row["stories"]) for row in shown]
    assert rows == [("b", 2, 2), ("a", 0, 3)]


def test_an_outlet_that_is_spelled_otherwise_is_no_other_outlet():
    outlets = ["Málaga Times", "malagatimes.com", "The Malaga Times", "malagatimes.co.uk", "Post"]
    with open_in_memory() as connection:
        build_marts(connection)
        for outlet in outlets:
            connection.execute(
                "INSERT INTO publication (article_id, canonical_article_id, is_canonical, outlet, "
                "first_run_id) VALUES ($1, $2, $1 = $2, $1, '1')", [outlet, outlets[0]]
            )  # fmt: skip
        shown = brief(connection, "all")["copies"]
    assert [(row["source"], row["carried_by"]) for row in shown] == [("Málaga Times", "Post")]


def test_nobody_rises_because_there_is_more_to_read():
    with open_in_memory() as connection:
        build_marts(connection)
        connection.execute("DELETE FROM period_total")
        for week, texts in (("2024-01-01", 10), ("2024-01-08", 100)):
            row = ["week", week, texts, texts]
            connection.execute("INSERT INTO period_total VALUES (?, ?, ?, ?)", row)
        for name, texts in (("Ama Ra", 21), ("Ora Bel", 60)):
            row = [name, "PERSON", name, "2024-01-08", texts, 1, 2.0, (texts - 2) / 3**0.5]
            connection.execute("INSERT INTO entity_trends VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        rising = brief(connection, "all")["rising"]
        connection.execute("UPDATE period_total SET text_count = 9 WHERE text_count = 10")
        assert brief(connection, "all")["rising"] == []  # too few texts to compare with
    assert [(r["name"], r["texts"], r["expected"], r["deviation"]) for r in rising] == [
        ("Ora Bel", 60, 20.0, 8.7)
    ]


def test_a_run_that_brought_no_article_is_passed_over():
    with open_in_memory() as connection:
        add_article(connection, "a", run="20240305T1")
        for run, told in (
            ("20240305T1", "the last run"),
            ("20240306T1", "the last run that brought"),
        ):
            connection.execute("INSERT INTO run (run_id) VALUES ($1)", [run])
            build_marts(connection)
            scope = find_scope(connection, "run")
            assert (scope.first_run, scope.told[: len(told)]) == ("20240305T1", told)


def test_an_empty_warehouse_has_a_brief():
    with open_in_memory() as connection:
        build_marts(connection)
        shown = brief(connection, "run")
        assert shown["new"][0]["articles"] == 0
        assert all(rows == [] for name, rows in shown.items() if name != "new")
        with pytest.raises(ValueError, match="No article states a day"):
            find_scope(connection, "day")


def test_an_article_that_is_read_again_is_not_new():
    with open_in_memory() as connection:
        for run, articles in (("1", "ab"), ("2", "bc"), ("3", "b")):
            add_run(connection, run)
            for article in articles:  # b changes with each run
                for table in ("document", "article", "duplicate_group", "story_article"):
                    key = "document_id" if table == "document" else "article_id"
                    connection.execute(f"DELETE FROM {table} WHERE {key} = $1", [article])
                add_article(connection, article, run=run)
            connection.execute(
                "INSERT INTO article_revision (article_id, replaced_run_id) "
                "SELECT 'b', $1 WHERE $1 <> '1'", [run]
            )  # fmt: skip
            build_marts(connection)
        (new,) = brief(connection, "run")["new"]
        assert (new["articles"], new["new_stories"], new["changed"]) == (1, 1, 1)
        assert find_scope(connection, "run").told == "the last run that brought new articles, 2"
        connection.execute("UPDATE mart SET sql_digest = 'another version'")
        build_marts(connection)
        assert brief(connection, "run")["new"] == [new]
