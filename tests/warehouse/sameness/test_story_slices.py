"""Large loads bring stories up to date slice by slice: no slice undoes what one before it did."""

import random

import pytest

from tests.warehouse.sameness.sameness_articles import (
    groups,
    load_rows,
    open_warehouse,
    partition,
    stories,
    take_rows,
    write_strange,
)
from warehouse.sameness import StoryCandidateParameters, update_near_duplicates, update_stories
from warehouse.storage.store import transaction

LARGE = StoryCandidateParameters(whole_corpus_size=0)  # every corpus is worked on like a large one
SHORT = "harbour closed today"  # too few telling stems for a partner


def change(connection, articles, removed=()):
    """Add, replace and remove articles in one transaction, stories as in a large corpus."""
    with transaction(connection):
        take_rows(connection, list(removed))
        load_rows(connection, articles)
        update_near_duplicates(connection, list(articles), list(removed))
        update_stories(connection, list(articles), list(removed), LARGE)


def assert_is_whole(connection):
    """Every article has one row in story_article, which agrees with its group and its story."""
    rows = connection.execute(
        "SELECT article_id, canonical_article_id FROM story_article ORDER BY ALL"
    ).fetchall()
    known = connection.execute(
        "SELECT article_id, canonical_article_id FROM duplicate_group ORDER BY ALL"
    ).fetchall()
    assert rows == known
    counted = connection.execute(
        "SELECT article_count, count(*) FROM story_article GROUP BY story_id, article_count"
    ).fetchall()
    assert all(told == count for told, count in counted)
    ids = connection.execute(
        "SELECT subject_id FROM sameness_id WHERE subject = 'story' AND status = 'alive'"
    ).fetchall()
    assert {key for (key,) in ids} == set(stories(connection).values())
    lost = connection.execute(
        "SELECT unnest([article_id_a, article_id_b]) AS article_id FROM story_edge"
    ).fetchall()
    assert {key for (key,) in lost} <= {canonical for _, canonical in known}


@pytest.fixture(params=[5, 11])
def slice_size(request, monkeypatch):
    monkeypatch.setattr("warehouse.sameness.story_update._CLUSTER_SLICE", request.param)
    return request.param


def tell(event, number):
    """One telling of an event: most of its words, in another order, and some that are its own."""
    words = write_strange(event, 40).split()
    return " ".join([*random.Random(number).sample(words, 30), write_strange(100 + number, 10)])


CORPUS = {f"{n}-e{event}": tell(event, n) for event in range(6) for n in range(4)}
EVENTS = [[f"{n}-e{event}" for n in range(4)] for event in range(6)]


def test_slices_find_the_stories_of_one_load_and_of_texts_that_are_loaded_again(slice_size):
    connection = open_warehouse()
    change(connection, CORPUS)
    assert_is_whole(connection)
    before = stories(connection)
    assert partition(before) == EVENTS
    ((edges,),) = connection.execute("SELECT count(*) FROM story_edge WHERE score > 0.5").fetchall()
    assert edges == len(EVENTS) * 6
    change(connection, CORPUS)
    assert_is_whole(connection)
    assert stories(connection) == before


def test_edited_copied_and_removed_articles_leave_nothing_behind(slice_size):
    connection = open_warehouse()
    change(connection, CORPUS)
    edited = {f"0-e{event}": tell(event + 1, 7) for event in range(5)}
    copies = {f"copy-e{event}": CORPUS[f"1-e{event}"] + " More soon." for event in range(6)}
    gone = [f"2-e{event}" for event in range(4)]
    change(connection, edited | copies, gone)
    assert_is_whole(connection)
    assert partition(stories(connection)) == [
        ["0-e0", "1-e1", "3-e1", "copy-e1"],
        ["0-e1", "1-e2", "3-e2", "copy-e2"],
        ["0-e2", "1-e3", "3-e3", "copy-e3"],
        ["0-e3", "1-e4", "2-e4", "3-e4", "copy-e4"],
        ["0-e4", "0-e5", "1-e5", "2-e5", "3-e5", "copy-e5"],
        ["1-e0", "3-e0", "copy-e0"],
    ]


def test_a_copy_of_a_text_that_finds_no_company_has_a_story():
    connection = open_warehouse()
    change(connection, {"a": SHORT, "b": write_strange(1)})
    change(connection, {"c": SHORT})
    assert groups(connection)["c"] == "a"
    assert_is_whole(connection)


def test_a_new_copy_leaves_the_story_of_its_text_together():
    connection = open_warehouse()
    change(connection, CORPUS)
    change(connection, {"copy": CORPUS["1-e0"]})
    assert groups(connection)["copy"] == "1-e0"
    assert_is_whole(connection)
    assert partition(stories(connection)) == [[*EVENTS[0], "copy"], *EVENTS[1:]]
