"""A name that several have means whom its story names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.identity.records import Correction
from tests.warehouse.identity.names import ARTICLES, LONG, add, emptied, entity_of, tables
from warehouse.identity.corrections import store_corrections
from warehouse.identity.entities import update_entities
from warehouse.marts import build_marts


def place_in_story(connection, story_id, **days):
    for article_id, day in days.items():
        connection.execute(
            "INSERT INTO story_article BY NAME SELECT $1 AS article_id, $2 AS story_id",
            [article_id, story_id],
        )
        connection.execute(
            "INSERT INTO article BY NAME SELECT $1 AS article_id, $2::DATE AS published_date",
            [article_id, day],
        )


TWO = {
    "s1": [("PERSON", "Amara Diallo", "Amara Diallo")],
    "s2": [("PERSON", "Diallo", "Diallo")],
    "s3": [("PERSON", "Moussa Diallo", "Moussa Diallo")],
    "s4": [("PERSON", "Diallo", "Diallo")],
}


def test_a_surname_of_two_persons_means_the_one_that_its_story_names(connection, monkeypatch):
    for article_id, mentions in TWO.items():
        monkeypatch.setitem(ARTICLES, article_id, mentions)
    place_in_story(connection, "one", s1="2024-05-01", s2="2024-05-03")
    place_in_story(connection, "other", s3="2024-05-01", s4=None)
    add(connection, *TWO)
    assert entity_of(connection, "s2", "Diallo") == "Amara Diallo"
    assert entity_of(connection, "s4", "Diallo") == "Moussa Diallo"
    assert connection.execute("SELECT count(*) FROM ambiguous_name").fetchone() == (1,)
    before = tables(connection)
    update_entities(connection, ["s1"], [])
    assert tables(connection) == before


@pytest.mark.parametrize(
    "days",
    [
        {"s1": "2024-05-01", "s2": "2024-05-20"},  # too long ago
        {"s1": "2024-05-01", "s2": "2024-05-02", "s3": "2024-05-02"},  # both are in the story
        {"s2": "2024-05-02"},  # nobody is
    ],
)
def test_a_surname_that_the_story_does_not_decide_stays_in_doubt(connection, monkeypatch, days):
    for article_id, mentions in TWO.items():
        monkeypatch.setitem(ARTICLES, article_id, mentions)
    place_in_story(connection, "one", **days)
    add(connection, *TWO)
    assert entity_of(connection, "s2", "Diallo") == "Diallo"


MENTIONS = st.sampled_from([
    ("PERSON", "Amara Diallo", "Amara Diallo"), ("PERSON", "Diallo", "Amara Diallo"),
    ("PERSON", "Diallo", "Diallo"), ("PERSON", "Moussa Diallo", "Moussa Diallo"),
    ("PERSON", "Amara K. Diallo", "Amara K. Diallo"), ("PERSON", "Ilham Aliev", "Ilham Aliev"),
    ("PERSON", "Ilham Aliyev", "Ilham Aliyev"), ("ORG", "GTBO", LONG), ("ORG", LONG, LONG),
    ("ORG", "GTBO", "GTBO"), ("NORP", "Kenyans", "Kenyans"), ("PLACE", "Kenya", "Kenya"),
    ("PLACE", "Nairobi", "Nairobi"), ("PLACE", "Diallo", "Diallo"),
])  # fmt: skip
DECISIONS = st.sampled_from([
    Correction("split", "PERSON", "Ilham Aliev"), Correction("never", "PLACE", "Diallo"),
    Correction("merge", "PERSON", "Amara Diallo", "Moussa Diallo"),
    Correction("split", "PERSON", "Diallo"),
    Correction("rename", "ORG", LONG, "The Treaty"),
])  # fmt: skip
STORIES = st.sampled_from(["one", "other"])


def place(connection, ids, articles):
    for article_id, (story_id, _) in zip(ids, articles, strict=True):
        place_in_story(connection, story_id, **{article_id: None})


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.tuples(STORIES, st.lists(MENTIONS, max_size=4)), min_size=2, max_size=6),
    st.lists(DECISIONS, max_size=2, unique_by=lambda c: c.name),
    st.data(),
)
def test_any_order_batching_and_moment_of_decision_gives_what_one_batch_gives(
    warehouse, articles, decisions, data
):
    ids = [f"p{n}" for n in range(len(articles))]
    order = data.draw(st.permutations(ids))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(ids)), max_size=3)) | {len(ids)})
    decided = data.draw(st.sampled_from(cuts))
    with pytest.MonkeyPatch.context() as patch:
        for article_id, (_, mentions) in zip(ids, articles, strict=True):
            patch.setitem(ARTICLES, article_id, mentions)
        with emptied(warehouse) as opened:
            place(opened, ids, articles)
            store_corrections(opened, decisions)
            add(opened, *ids)
            whole = tables(opened)
        with emptied(warehouse) as opened:
            place(opened, ids, articles)
            for start, end in zip([0, *cuts], cuts, strict=False):
                if end == decided:
                    store_corrections(opened, decisions)
                add(opened, *order[start:end])
            assert tables(opened) == whole


def test_marts_count_a_name_where_its_story_puts_it(connection, monkeypatch):
    for article_id, mentions in TWO.items():
        monkeypatch.setitem(ARTICLES, article_id, mentions)
    place_in_story(connection, "one", s2="2024-05-03")
    add(connection, *TWO)
    build_marts(connection)
    place_in_story(connection, "one", s1="2024-05-01")
    update_entities(connection, ["s1"], [])
    build_marts(connection)
    named = connection.execute(
        "SELECT name FROM appearance JOIN entity USING (entity_id) WHERE article_id = 's2'"
    ).fetchall()
    assert named == [("Amara Diallo",)]
