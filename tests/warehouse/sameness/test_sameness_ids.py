"""Ids of groups and stories: given once, and their history."""

import random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.extractors.copies.near_texts import REPORT
from tests.warehouse.sameness.sameness_articles import (
    RIVAL,
    groups,
    make_corpus,
    open_warehouse,
    partition,
    put,
    remove,
    stories,
    write_text,
)


@pytest.fixture
def warehouse():
    return open_warehouse()


def ask(connection, sql):
    return connection.execute(sql).fetchall()


def events(connection, subject="duplicate_group"):
    return ask(
        connection,
        "SELECT event, subject_id, other_id, article_count FROM sameness_event "
        f"WHERE subject = '{subject}' ORDER BY event_no",
    )


def test_a_smaller_article_id_does_not_rename_a_group(warehouse):
    put(warehouse, {"m": REPORT})
    put(warehouse, {"a": REPORT + " More soon."})
    assert groups(warehouse) == stories(warehouse) == {"a": "m", "m": "m"}
    assert events(warehouse) == []


def test_the_older_id_survives_a_merge_and_the_other_leads_to_it(warehouse):
    put(warehouse, {"x": REPORT})
    put(warehouse, {"b": RIVAL, "c": RIVAL})
    put(warehouse, {"b": REPORT, "c": REPORT})
    assert groups(warehouse) == {"b": "x", "c": "x", "x": "x"}
    assert events(warehouse) == [("merged", "b", "x", 2)]
    assert ask(warehouse, "FROM duplicate_group_redirect") == [("b", "x")]
    assert events(warehouse, "story") == [("merged", "b", "x", 2)]
    assert ask(warehouse, "FROM story_redirect") == [("b", "x")]


def test_redirects_lead_to_the_end_of_a_chain(warehouse):
    put(warehouse, {"x": REPORT})
    put(warehouse, {"y": RIVAL})
    put(warehouse, {"z": write_text(5)})
    put(warehouse, {"z": RIVAL})
    put(warehouse, {"z": REPORT, "y": REPORT})
    assert ask(warehouse, "FROM story_redirect ORDER BY ALL") == [("y", "x"), ("z", "x")]


def test_what_leaves_a_group_gets_a_new_id_and_most_keep_the_old(warehouse):
    put(warehouse, {"a": REPORT, "b": REPORT, "c": REPORT})
    put(warehouse, {"a": RIVAL})
    assert groups(warehouse) == {"a": "a-2", "b": "a", "c": "a"}
    assert events(warehouse) == [("split", "a-2", "a", 1)]
    put(warehouse, {"a": REPORT})
    put(warehouse, {"a": RIVAL})
    assert groups(warehouse)["a"] == "a-3"


def test_an_article_that_comes_back_gets_its_id_again(warehouse):
    put(warehouse, {"a": REPORT, "b": RIVAL})
    remove(warehouse, ["a"])
    gone = "SELECT subject_id FROM sameness_id WHERE status = 'gone' AND subject = 'story'"
    assert ask(warehouse, gone) == [("a",)]
    put(warehouse, {"a": REPORT})
    assert groups(warehouse) == {"a": "a", "b": "b"}
    assert [event for event, *_ in events(warehouse)] == ["gone", "returned"]


@settings(
    max_examples=2,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # an example takes a second
)
@given(seed=st.integers(0, 50))
def test_ids_agree_with_their_ledger_whatever_happens(seed):
    chosen, corpus, connection = random.Random(seed), make_corpus(seed), open_warehouse()
    for step in range(8):
        before = {level: level(connection) for level in (groups, stories)}
        there = sorted(before[groups])
        if step % 2:
            remove(connection, chosen.sample(there, 4))
        else:
            some = chosen.sample(sorted(corpus), 12)
            put(connection, {key: corpus[chosen.choice(some)] for key in some})
        for level, subject in ((groups, "duplicate_group"), (stories, "story")):
            check_ledger(connection, subject, before[level], level(connection))


def check_ledger(connection, subject, before, found):
    rows = ask(
        connection,
        f"SELECT subject_id, mint_no, status FROM sameness_id WHERE subject = '{subject}'",
    )
    assert {name for name, _, status in rows if status == "alive"} == set(found.values())
    assert len({name for name, *_ in rows}) == len({number for _, number, _ in rows}) == len(rows)
    for cluster in partition(found):
        if cluster in partition(before):
            assert found[cluster[0]] == before[cluster[0]], "nothing happened to this cluster"
    leads_nowhere = (
        f"FROM {subject}_redirect WHERE {subject}_id NOT IN (SELECT subject_id FROM sameness_id)"
    )
    assert ask(connection, leads_nowhere) == []
