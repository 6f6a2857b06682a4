"""Marts: their grain, their documentation, and that they keep up with the tables."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.make_warehouse import GeneratorParameters, fill_warehouse
from warehouse import marts
from warehouse.marts import MARTS, build_marts
from warehouse.memory import open_in_memory
from warehouse.statements import read_sql, sql_names


@pytest.fixture(scope="module")
def generated():
    with open_in_memory() as opened:
        fill_warehouse(opened, GeneratorParameters(article_count=600, word_count=5))
        build_marts(opened)
        yield opened


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        yield opened


def rows(connection, sql, *values):
    return connection.execute(sql, list(values)).fetchall()


def add_article(
    connection, article_id, *, day=None, outlet=None, canonical=None, names=(), run="1"
):
    canonical = canonical or article_id
    connection.execute(
        "INSERT INTO document BY NAME SELECT $1 AS document_id, 4 AS line_count, $2 AS run_id",
        [article_id, run],
    )
    connection.execute(
        "INSERT INTO article BY NAME SELECT $1 AS article_id, $1 AS document_id, $2 AS "
        "published_date, $3 AS outlet, 100 AS word_count, $4 AS run_id",
        [article_id, day, outlet, run],
    )
    connection.execute(
        "INSERT INTO duplicate_group BY NAME SELECT $1 AS article_id, $2 AS duplicate_group_id, "
        "$2 AS canonical_article_id, $1 = $2 AS is_canonical", [article_id, canonical],
    )  # fmt: skip
    connection.execute(
        "INSERT INTO story_article BY NAME SELECT $1 AS article_id, $2 AS story_id, "
        "$1 = $2 AS is_representative", [article_id, canonical],
    )  # fmt: skip
    for at, name in enumerate(names):
        connection.execute(
            "INSERT INTO mention BY NAME SELECT $1 AS article_id, 'body' AS field, "
            "$2 AS start_offset, $2 + 1 AS end_offset, 'PERSON' AS label, $3 AS text, $3 AS name, "
            "1.0 AS score, $3 AS entity_id",
            [article_id, at, name],
        )
        connection.execute(
            "INSERT INTO entity BY NAME SELECT $1 AS entity_id, 'PERSON' AS label, $1 AS name "
            "WHERE $1 NOT IN (SELECT entity_id FROM entity)", [name],
        )  # fmt: skip


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


def contents(connection):
    return {m: sorted(rows(connection, f"FROM {m}"), key=repr) for m in MARTS}


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
    build_marts(connection)
    first = contents(connection)
    build_marts(connection)
    assert contents(connection) == first
    # a changes, b goes, c comes, and Ana turns out to be another entity
    for table in ("document", "article", "duplicate_group", "story_article", "mention"):
        key = "document_id" if table == "document" else "article_id"
        connection.execute(f"DELETE FROM {table} WHERE {key} IN ('a', 'b')")
    connection.execute("DELETE FROM line")
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


DAYS = st.none() | st.dates(date(2024, 1, 1), date(2024, 2, 10))
DESCRIBED = st.fixed_dictionaries({
    "day": DAYS,
    "outlet": st.sampled_from([None, "One", "Two"]),
    "names": st.sets(st.sampled_from(["Ana", "Bo", "Cy"])).map(sorted),
})  # fmt: skip


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
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


NAMES = ("Ana", "Bo", "Cy", "Dee")
CHANGES = st.lists(
    st.tuples(
        st.sampled_from("load load load vanish group story head move relink".split()),
        st.integers(0, 7), st.integers(0, 7), DESCRIBED,
    ), min_size=1, max_size=8,
)  # fmt: skip


def change(connection, kind, one, other, facts, run):
    """One change to the tables as a run makes it."""
    article_id, other_id = f"a{one}", f"a{other}"
    if kind in ("load", "vanish"):
        for table in ("article", "duplicate_group", "story_article", "mention", "line"):
            key = "document_id" if table == "line" else "article_id"
            connection.execute(f"DELETE FROM {table} WHERE {key} = $1", [article_id])
        connection.execute("DELETE FROM document WHERE document_id = $1", [article_id])
    if kind == "load":
        add_article(connection, article_id, **facts, run=run)
        connection.execute(
            "UPDATE article SET title = 'Title of ' || $2 WHERE article_id = $1", [article_id, run]
        )
        connection.execute(  # new mentions are linked as the names are
            "UPDATE mention SET entity_id = entity_name.entity_id FROM entity_name "
            "WHERE mention.name = entity_name.name AND article_id = $1", [article_id],
        )  # fmt: skip
    elif kind == "group":
        connection.execute(
            "UPDATE duplicate_group SET duplicate_group_id = $2, canonical_article_id = $2, "
            "is_canonical = (article_id = $2) WHERE article_id IN ($1, $2)", [article_id, other_id],
        )  # fmt: skip
    elif kind == "story":
        connection.execute(
            "UPDATE story_article SET story_id = $2, is_representative = (article_id = $2) "
            "WHERE article_id IN ($1, $2)", [article_id, other_id],
        )  # fmt: skip
    elif kind == "move":
        connection.execute(
            "UPDATE story_article SET story_id = $2 WHERE article_id = $1", [article_id, other_id]
        )
    elif kind == "head":
        connection.execute(
            "UPDATE story_article SET is_representative = NOT is_representative "
            "WHERE article_id = $1", [article_id],
        )  # fmt: skip
    elif kind == "relink":
        name, meant = NAMES[one % 4], NAMES[other % 4]
        connection.execute("UPDATE entity_name SET entity_id = $2 WHERE name = $1", [name, meant])
        connection.execute("UPDATE mention SET entity_id = $2 WHERE name = $1", [name, meant])
        connection.execute(
            "UPDATE entity SET name = $2 WHERE entity_id = $1", [meant, f"{meant} {run}"]
        )


def facts_of(day, outlet, *names):
    return {"day": day, "outlet": outlet, "names": names}


NOBODY = facts_of(None, None)
ONE_AFTER_THE_OTHER = [
    [("load", number, 0, facts_of(date(2024, 1, 1 + 7 * number), "One", "Ana", "Bo"))
     for number in range(5)],
    [("move", 1, 2, NOBODY)],
    [("load", 1, 0, facts_of(date(2024, 2, 20), "Two", "Cy"))],
    [("relink", 0, 1, NOBODY)],
    [("head", 3, 0, NOBODY)],
    [("vanish", 4, 0, NOBODY)],
    [("group", 0, 2, NOBODY)],
    [("story", 0, 3, NOBODY)],
    [("relink", 1, 3, NOBODY)],
    [("load", 2, 0, facts_of(None, None, "Ana", "Bo"))],
    [("relink", 1, 3, NOBODY)],
]  # fmt: skip


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(CHANGES, min_size=2, max_size=4))
def test_after_any_changes_the_marts_are_those_of_a_rebuild(batches):
    compare_with_a_rebuild(batches)


def test_after_each_kind_of_change_the_marts_are_those_of_a_rebuild():
    """One warehouse goes step by step, beside it one that is built anew after every step."""
    with open_in_memory() as kept, open_in_memory() as rebuilt:
        add_names(kept)
        add_names(rebuilt)
        for number, batch in enumerate(ONE_AFTER_THE_OTHER):
            carry_out(kept, batch, number)
            carry_out(rebuilt, batch, number)
            rebuild(rebuilt)
            assert contents(kept) == contents(rebuilt), f"step {number}: {batch}"


def compare_with_a_rebuild(batches):
    with open_in_memory() as connection:
        add_names(connection)
        for number, batch in enumerate(batches):
            carry_out(connection, batch, number)
        step_by_step = contents(connection)
        rebuild(connection)
        assert step_by_step == contents(connection)


def add_names(connection):
    for name in NAMES:
        connection.execute(
            "INSERT INTO entity_name VALUES ('PERSON', $1, $1, $1, 'same_name')", [name]
        )
        connection.execute(
            "INSERT INTO entity BY NAME SELECT $1 AS entity_id, 'PERSON' AS label, $1 AS name",
            [name],
        )


def carry_out(connection, batch, number):
    """The changes of one run, and the marts after it."""
    for kind, one, other, facts in batch:
        change(connection, kind, one, other, facts, f"run {number}")
    build_marts(connection)


def rebuild(connection):
    connection.execute("UPDATE mart SET sql_digest = 'another version'")
    build_marts(connection)


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


def test_review_queue_lists_what_is_in_doubt(connection):
    for number, score in enumerate((0.0, 0.29, 0.3, 0.5, 0.7, 0.71, 1.0)):
        connection.execute(
            "INSERT INTO line BY NAME SELECT 'd' AS document_id, $1 AS line_no, 'drop' AS verdict, "
            "'byline' AS category, 'r' AS rule, 'x' AS text, $2 AS score", [number, score],
        )  # fmt: skip
    connection.execute("INSERT INTO sameness_alarm VALUES ('story', 's', 'large', '30 articles')")
    connection.execute("INSERT INTO entity BY NAME SELECT 'e' AS entity_id, 'Amara Diallo' AS name")
    connection.execute("INSERT INTO entity_doubt VALUES ('PERSON', 'Diallo', 'd', 'e')")
    build_marts(connection)
    found = rows(connection, "SELECT subject_id, reason FROM review_queue ORDER BY 1")
    assert found == [
        ("PERSON:Diallo", "ambiguous"), ("d:2", "removed in doubt"), ("d:3", "removed in doubt"),
        ("d:4", "removed in doubt"), ("s", "large"),
    ]  # fmt: skip
