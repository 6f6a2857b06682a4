"""Scores of pairs, and clusters by mean score."""

import numpy as np

from extractors.stories.clusters import cluster_articles, split_components
from extractors.stories.scores import LinkParameters, build_vectors, choose_threshold, score_pairs


def test_vectors_have_unit_length_and_leave_out_what_weighs_nothing():
    rows = np.array([0, 0, 0, 1])
    kept, values = build_vectors(rows, np.ones(4), np.array([3.0, 4.0, 0.0, 2.0]))
    assert kept.tolist() == [0, 1, 3]
    assert values.tolist() == [6000, 8000, 10000]


def test_unknown_evidence_counts_for_nothing():
    nothing = np.array([np.nan])
    assert score_pairs(np.array([0.3]), nothing, np.array([0]), nothing, 5, LinkParameters()) == 0.3


def test_persons_quotations_and_days_move_the_score():
    params, words, none = LinkParameters(), np.array([0.3]), np.array([np.nan])

    def score(persons=none, grams=0, days=none, size=5):
        return score_pairs(words, persons, np.array([grams]), days, size, params)[0]

    assert score(persons=np.array([0.9])) > 0.3 > score(persons=np.array([0.1]))
    assert abs(score(persons=np.array([0.9]), size=100_000) - 0.3) < 1e-6
    assert score(grams=5) > 0.3
    assert score(days=np.array([1.0])) == 0.3 > score(days=np.array([30.0]))


def test_some_dozen_articles_share_words_by_chance_and_ask_for_more():
    params = LinkParameters()
    few, some, many = (choose_threshold(size, params) for size in (2, 20, 500))
    assert some > 0.25 > few > many > params.threshold
    assert many < params.threshold + 1e-6


def test_pairs_without_an_edge_count_as_nothing():
    ends = np.array([[0, 1], [1, 2], [3, 4]])
    labels, centrality = cluster_articles(ends, np.array([0.9, 0.3, 0.3]), np.ones(6, int), 0.2)
    assert labels.tolist() == [0, 0, 2, 3, 3, 5]
    assert centrality.tolist() == [0.9, 0.9, 0, 0.3, 0.3, 0]


def test_pairs_above_the_threshold_make_one_story_unless_two_stand_on_their_own():
    for count, between, company in ((5, 0.21, 1), (6, 0.21, 2), (5, 0.19, 2)):
        ends = np.array([(a, b) for b in range(count) for a in range(b)])
        is_inside = (ends < 3).all(axis=1) | (ends >= 3).all(axis=1)
        scores = np.where(is_inside, 0.6, between)
        labels, _ = cluster_articles(ends, scores, np.ones(count, int), 0.2)
        assert len(set(labels.tolist())) == company


def test_too_large_a_component_falls_apart_at_its_weakest_pairs():
    ends = np.array([[0, 1], [1, 2], [2, 3], [3, 4], [5, 6]])
    scores = np.array([0.9, 0.9, 0.25, 0.9, 0.25])
    assert split_components(ends, scores, 7, 0.2).tolist() == [0, 0, 0, 0, 0, 5, 5]
    assert split_components(ends, scores, 7, 0.2, largest=3).tolist() == [0, 0, 0, 3, 3, 5, 5]
