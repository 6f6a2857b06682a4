"""Groups do not depend on order, batches, slices or the size of the corpus."""

import itertools
import random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.extractors.copies.near_texts import REPORT
from tests.warehouse.sameness.sameness_articles import (
    RIVAL,
    groups,
    load_rows,
    make_corpus,
    open_warehouse,
    partition,
    put,
    remove,
    stories,
    write_strange,
)
from warehouse.sameness import StoryCandidateParameters, update_near_duplicates, update_stories


@pytest.fixture
def warehouse():
    return open_warehouse()


def test_slices_change_nothing(warehouse, monkeypatch):
    corpus = make_corpus(3)
    put(warehouse, corpus)
    monkeypatch.setattr("warehouse.sameness.duplicate_update._SLICE", 7)
    monkeypatch.setattr("warehouse.sameness.pair_verdicts._BLOCK", 5)
    monkeypatch.setattr("warehouse.sameness.story_reading._READ_SLICE", 3)
    sliced = open_warehouse()
    put(sliced, corpus)
    assert groups(sliced) == groups(warehouse)
    assert stories(sliced) == stories(warehouse)


@settings(
    max_examples=2,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # an example takes a second
)
@given(seed=st.integers(0, 50), cuts=st.lists(st.integers(1, 39), max_size=3), again=st.booleans())
def test_any_order_and_batching_gives_the_same_partition(seed, cuts, again):
    corpus = make_corpus(seed)
    whole = open_warehouse()
    put(whole, corpus)
    keys = list(corpus)
    random.Random(seed + 1).shuffle(keys)
    parts = open_warehouse()
    bounds = [0, *sorted(set(cuts)), len(keys)]
    for first, behind in itertools.pairwise(bounds):
        put(parts, {key: corpus[key] for key in keys[first:behind]})
    if again:
        remove(parts, keys[:9])
        put(parts, {key: corpus[key] for key in keys[:9]})
    assert partition(groups(parts)) == partition(groups(whole))
    assert partition(stories(parts)) == partition(stories(whole))
    assert len(set(groups(whole).values())) < 40


def test_a_large_corpus_is_probed_by_the_rarest_words():
    told = REPORT.replace("Ferries to the islands are diverted", "All ferries are sent")
    follow_up = (
        "Divers found no damage on the hull of the Aurelia, the freighter that ran aground at "
        "Port Ellis. Captain Maria Lund thanked the crews of the tugs from Westhaven. The Aurelia, "
        "bound for Lisbon with steel from Gdansk, may leave when the port authority agrees."
    )
    strangers = {f"s{n}": write_strange(n) for n in range(30)}
    for probed, company in ((1000, True), (0, False)):
        large = StoryCandidateParameters(whole_corpus_size=1, probed_articles=probed)
        connection = open_warehouse()
        for batch in ({"a": told, "r": RIVAL, **strangers}, {"b": follow_up}):
            load_rows(connection, batch)
            update_near_duplicates(connection, list(batch), [])
            update_stories(connection, list(batch), [], large)
        found = stories(connection)
        assert (found["a"] == found["b"]) is company
        assert len(set(found.values())) == 33 - company
