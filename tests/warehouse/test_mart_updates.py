"""Marts that are brought up to date hold what marts that are built anew hold."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse.mart_articles import add_article, rows
from warehouse import marts
from warehouse.marts import MARTS, build_marts
from warehouse.memory import open_in_memory
from warehouse.statements import read_sql


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        yield opened


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


def test_after_each_kind_of_change_the_marts_are_those_of_a_rebuild():
    """One warehouse goes step by step, beside it one that is built anew after every step."""
    with open_in_memory() as kept, open_in_memory() as rebuilt:
        add_names(kept)
        add_names(rebuilt)
        reader = Reader(kept)
        for number, batch in enumerate(ONE_AFTER_THE_OTHER):
            carry_out(kept, batch, number)
            carry_out(rebuilt, batch, number, rebuild if number else build_marts)
            assert contents(kept) == contents(rebuilt), f"step {number}: {batch}"
            reader.follow()
        carry_out(kept, [("load", 5, 0, NOBODY)], "of an upgrade", build=rebuild)
        reader.follow()


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(CHANGES, min_size=2, max_size=4), st.integers(1, 4))
def test_after_any_changes_the_marts_are_those_of_a_rebuild_and_events_tell_them(batches, upgrade):
    with open_in_memory() as connection:
        add_names(connection)
        reader = Reader(connection)
        for number, batch in enumerate(batches):
            carry_out(
                connection, batch, number, build=rebuild if number == upgrade else build_marts
            )
            reader.follow()
        step_by_step = contents(connection)
        build_marts(connection)  # nothing has changed
        assert reader.news() == []
        rebuild(connection)
        assert step_by_step == contents(connection)


ARTICLES = """
    SELECT article_id, article.run_id, duplicate_group_id, story_id, is_representative,
        (SELECT list(entity_id ORDER BY start_offset) FROM mention
         WHERE mention.article_id = article.article_id)
    FROM article JOIN duplicate_group USING (article_id) JOIN story_article USING (article_id)
"""
EVENTS = "SELECT * EXCLUDE run_id FROM article_event WHERE event_no > $1 ORDER BY ALL"


class Reader:
    """Who follows article_event has what the tables have."""

    def __init__(self, connection):
        self.connection, self.articles, self.seen = connection, {}, 0

    def news(self):
        return rows(self.connection, EVENTS, self.seen)

    def follow(self):
        now = {row[0]: row for row in rows(self.connection, ARTICLES)}
        news = self.news()
        for _, article_id, kind in news:
            assert (kind == "new") == (article_id not in self.articles)
            assert (kind == "gone") == (article_id not in now)
        changed = {article_id for _, article_id, _ in news}
        assert len(changed) == len(news)
        kept = {key: row for key, row in self.articles.items() if key not in changed}
        self.articles = kept | {key: row for key, row in now.items() if key in changed}
        assert self.articles == now
        self.seen = max((event_no for event_no, _, _ in news), default=self.seen)


def add_names(connection):
    for name in NAMES:
        connection.execute(
            "INSERT INTO entity_name VALUES ('PERSON', $1, $1, $1, 'same_name')", [name]
        )
        connection.execute(
            "INSERT INTO entity BY NAME SELECT $1 AS entity_id, 'PERSON' AS label, $1 AS name",
            [name],
        )


def carry_out(connection, batch, number, build=build_marts):
    """The changes of one run, and the marts after it."""
    for kind, one, other, facts in batch:
        change(connection, kind, one, other, facts, f"run {number}")
    build(connection)


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
