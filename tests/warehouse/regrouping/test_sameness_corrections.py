"""A person's corrections of groups and stories: they hold, whatever comes later."""

import random
from datetime import datetime

import duckdb
import pytest

from tests.blank import copy_database, make_blank
from tests.extractors.copies.near_texts import REPORT
from tests.warehouse.sameness.sameness_articles import (
    RIVAL,
    groups,
    make_corpus,
    open_warehouse,
    put,
    remove,
    stories,
    write_strange,
)
from warehouse.errors import CannotCorrect
from warehouse.regrouping import corrections as rules
from warehouse.regrouping.names import find_one
from warehouse.sameness import update_near_duplicates, update_stories

LEVELS = {"story": stories, "duplicate_group": groups}
NOW = datetime(2024, 5, 1)


@pytest.fixture(scope="module")
def four_articles(tmp_path_factory):
    path = tmp_path_factory.mktemp("sameness") / "four.duckdb"
    make_blank(path)
    with duckdb.connect(str(path)) as connection:
        put(connection, {"a": REPORT, "b": RIVAL, "c": write_strange(1), "d": write_strange(2)})
    return path


@pytest.fixture
def warehouse(four_articles):
    connection = duckdb.connect()
    copy_database(connection, four_articles)
    return connection


def decide(connection, subject, action, *names):
    """Carry a decision out and bring groups and stories up to date."""
    desk = rules.Desk(connection, subject, NOW)
    found = [find_one(connection, subject, name, name, article=True) for name in names]
    found = [found] if action == "split" else found
    concerned = getattr(rules, action)(desk, *found)
    update_near_duplicates(connection, concerned, [])
    update_stories(connection, concerned, [])


@pytest.mark.parametrize("subject", LEVELS)
def test_a_merge_holds_and_keeps_the_older_id(warehouse, subject):
    decide(warehouse, subject, "merge", "d", "b")
    put(warehouse, {"e": write_strange(3), "b": RIVAL + " More soon."})
    assert LEVELS[subject](warehouse) == {"a": "a", "b": "b", "c": "c", "d": "b", "e": "e"}
    assert groups(warehouse)["d"] == ("d" if subject == "story" else "b")
    assert stories(warehouse)["d"] == "b", "copies tell one story"


@pytest.mark.parametrize("subject", LEVELS)
def test_a_copy_that_is_split_off_stays_out(warehouse, subject):
    put(warehouse, {"a2": REPORT + " More soon.", "a3": REPORT + " This is all we know."})
    level = LEVELS[subject]
    assert len({level(warehouse)[key] for key in ("a", "a2", "a3")}) == 1
    if subject == "story":
        with pytest.raises(CannotCorrect, match="Nothing else"):
            decide(warehouse, subject, "split", "a2")
        return
    decide(warehouse, subject, "split", "a2")
    put(warehouse, {"a3": REPORT + " That is all we know.", "a4": REPORT + " No more is known."})
    found = level(warehouse)
    assert found["a"] == found["a3"] == found["a4"] != found["a2"]


def test_an_article_that_moves_leaves_and_arrives(warehouse):
    decide(warehouse, "story", "merge", "a", "b")
    decide(warehouse, "story", "move", "b", "c")
    assert stories(warehouse) == {"a": "a", "b": "c", "c": "c", "d": "d"}
    with pytest.raises(CannotCorrect, match="already"):
        decide(warehouse, "story", "move", "b", "c")


def test_the_later_decision_decides(warehouse):
    decide(warehouse, "story", "merge", "a", "b")
    decide(warehouse, "story", "split", "b")
    assert stories(warehouse)["a"] != stories(warehouse)["b"]
    decide(warehouse, "story", "merge", "b", "a")
    assert stories(warehouse)["a"] == stories(warehouse)["b"]
    rows = warehouse.execute("SELECT DISTINCT action FROM sameness_correction").fetchall()
    assert rows == [("merge",)]


def test_a_decision_is_taken_back_by_its_number(warehouse):
    decide(warehouse, "story", "merge", "a", "b")
    desk = rules.Desk(warehouse, "story", NOW)
    concerned = rules.undo(desk, 1)
    update_stories(warehouse, concerned, [])
    assert stories(warehouse)["a"] != stories(warehouse)["b"]
    with pytest.raises(CannotCorrect, match="no correction 1"):
        rules.undo(desk, 1)


def test_a_correction_waits_for_an_article_that_is_away(warehouse):
    decide(warehouse, "duplicate_group", "merge", "a", "b")
    remove(warehouse, ["b"])
    assert set(groups(warehouse).values()) == {"a", "c", "d"}
    put(warehouse, {"b": RIVAL})
    assert groups(warehouse)["b"] == "a"


def test_corrections_hold_in_large_corpora_too(warehouse):
    from warehouse.sameness import StoryCandidateParameters

    decide(warehouse, "story", "merge", "a", "b")
    small = StoryCandidateParameters(whole_corpus_size=1)
    update_stories(warehouse, ["a"], [], candidates=small)
    assert stories(warehouse)["a"] == stories(warehouse)["b"]
    put(warehouse, {"e": write_strange(7)})
    update_stories(warehouse, ["b"], [], candidates=small)
    assert stories(warehouse)["a"] == stories(warehouse)["b"]


def test_names_that_mean_nothing_or_several(warehouse):
    put(warehouse, {"abcdef01": write_strange(8), "abcdef02": write_strange(9)})
    with pytest.raises(CannotCorrect, match="several: abcdef01, abcdef02"):
        find_one(warehouse, "story", "abcdef", "abcdef")
    with pytest.raises(CannotCorrect, match="no story 'nobody'"):
        find_one(warehouse, "story", "nobody", "nobody")
    assert find_one(warehouse, "story", "abcdef01", "x").subject_id == "abcdef01"


def test_a_former_id_leads_to_its_story(warehouse):
    decide(warehouse, "story", "merge", "a", "b")
    decide(warehouse, "story", "move", "b", "c")
    decide(warehouse, "story", "merge", "d", "c")
    assert find_one(warehouse, "story", "d", "d").subject_id == "c"


@pytest.mark.parametrize(("seed", "subject"), [*zip([3, 17], sorted(LEVELS), strict=True)])
def test_every_later_run_keeps_the_corrections(seed, subject):
    chosen, corpus, connection = random.Random(seed), make_corpus(seed), open_warehouse()
    keys = sorted(corpus)
    put(connection, {key: corpus[key] for key in keys[:20]})
    for _ in range(4):
        first, second = chosen.sample(keys[:20], 2)
        try:
            decide(connection, subject, *chosen.choice(
                [("merge", first, second), ("split", first), ("move", first, second)]
            ))  # fmt: skip
        except CannotCorrect:
            continue
    check_pairs(connection, subject)
    put(connection, {key: corpus[key] for key in keys[20:]})
    check_pairs(connection, subject)
    remove(connection, keys[:6])
    put(connection, {key: corpus[key] for key in keys[:6]})
    check_pairs(connection, subject)


def check_pairs(connection, subject):
    found = LEVELS[subject](connection)
    rows = connection.execute(
        "SELECT relation, article_id, target_article_id FROM sameness_correction"
    ).fetchall()
    for relation, first, second in rows:
        if first in found and second in found:
            assert (found[first] == found[second]) == (relation == "together")
