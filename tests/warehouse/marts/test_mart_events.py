"""After any changes marts are those of a rebuild, and events tell what changed."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse.marts.corpus_changes import CHANGES, NAMES, NOBODY, change, facts_of
from tests.warehouse.marts.mart_articles import add_run, rows
from tests.warehouse.marts.mart_changes import contents
from warehouse.marts import build_marts
from warehouse.storage.memory import open_in_memory

ONE_AFTER_THE_OTHER = [
    [("load", number, 0, facts_of(date(2024, 1, 1 + 7 * number), "One", "Ana", "Bo"))
     for number in range(5)],
    [("move", 1, 2, NOBODY)],
    [("load", 1, 0, facts_of(date(2024, 2, 20), "Two", "Cy")), ("head", 3, 0, NOBODY)],
    [("relink", 0, 1, NOBODY)],
    [("vanish", 4, 0, NOBODY), ("group", 0, 2, NOBODY)],
    [("story", 0, 3, NOBODY)],
    [("relink", 1, 3, NOBODY)],
    [("load", 2, 0, facts_of(None, None, "Ana", "Bo"))],
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


@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
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
    add_run(connection, f"run {number}")
    for kind, one, other, facts in batch:
        change(connection, kind, one, other, facts, f"run {number}")
    build(connection)


def rebuild(connection):
    connection.execute("UPDATE mart SET sql_digest = 'another version'")
    build_marts(connection)
