"""Which line is the headline, by what the model and the rulings say of lines."""

import numpy as np
import pytest

from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.scoring.headlines import find_headline, mark_candidates
from extractors.cleaning.verdicts import Ruling
from tests.extractors.cleaning.headline_stories import STORIES

PARAGRAPH = STORIES["en"][3]
BYLINE = Ruling("drop", "byline", "byline", 0.9)
DATE = Ruling("drop", "dateline_meta", "date_stamp", 0.9)
NAVIGATION = Ruling("drop", "navigation", "widget_title", 0.9)


def find(leaving, odds=(1.0, 2.0, 3.0, -9.0), lines=("Harbour", "Ferries", "Fog", "Lom"), **more):
    sheet = read_sheet("\n".join(lines))
    return find_headline(sheet, np.array(odds), np.array(leaving), more.get("dropped", {}))


def test_the_likeliest_line_counts_that_nothing_else_claims():
    assert find([0.9, 0.9, 0.9, 0.9]) == 2
    assert find([0.9, 0.9, 0.9, 0.9], dropped={2: BYLINE}) == 1
    assert find([0.9, 0.9, 0.9, 0.9], dropped=dict.fromkeys(range(3), BYLINE)) is None
    assert find([0.9, 0.9, 0.9, 0.9], odds=[1.0, 1.0, -np.inf, -np.inf]) == 0


def test_a_line_that_would_stay_has_to_look_more_like_a_headline():
    assert find([0.9, 0.9, 0.9, 0.9], odds=[-1.8, -9.0, -9.0, -9.0]) == 0
    assert find([0.4, 0.9, 0.9, 0.9], odds=[-1.8, -9.0, -9.0, -9.0]) is None


def test_what_is_body_for_sure_is_no_headline():
    assert find([0.9, 0.9, 0.01, 0.9]) == 1
    assert find([0.01, 0.01, 0.01, 0.9]) == 0
    for sentence in ("The fog had gone.", PARAGRAPH.removesuffix(".")):
        assert find([0.01, 0.01, 0.01, 0.9], lines=[sentence, "Ferries", "Fog", "Lom"]) is None
        assert find([0.3, 0.01, 0.01, 0.9], lines=[sentence, "Ferries", "Fog", "Lom"]) == 0


def test_the_first_line_under_a_path_or_date_is_a_first_line():
    weak = [-0.6, -3.4, -9.0, -9.0]
    for path in ("Home / News / Larnstead", "Thursday 12 January 2023, 11:20 GMT"):
        assert find([0.9, 0.4, 0.1, 0.9], weak, [path, "Ferries", "Fog", "Lom"]) == 1
        assert find([0.9, 0.4, 0.1, 0.9], weak, [path, "It is foggy.", "Fog", "Lom"]) is None
    assert find([0.9, 0.4, 0.1, 0.9], weak) == 0
    assert find([0.9, 0.4, 0.1, 0.9], [-2.4, *weak[1:]]) is None


@pytest.mark.parametrize(
    ("dropped", "title"),
    [({2: BYLINE}, 1), ({2: DATE}, 1), ({2: NAVIGATION}, None), ({}, None), ({1: DATE}, 0)],
)
def test_the_last_line_over_the_byline_or_day_of_the_body_needs_less(dropped, title):
    weak = [-4.0, -5.5, -7.0, -9.0]  # bare names look least like headlines
    assert find([0.9, 0.9, 0.9, 0.01], weak, dropped=dropped) == title


@pytest.mark.parametrize("name", ["Karin Lund", "Олена Шевчук", "김지훈 기자"])
def test_a_name_between_headline_and_day_is_no_headline(name):
    lines = ["Kommunen stänger simhallen", name, "2024-05-03 17.42", "Lom"]
    assert find([0.9, 0.9, 0.9, 0.01], [-4.4, -4.9, -np.inf, -9.0], lines, dropped={2: DATE}) == 0
    assert (
        find([0.9, 0.9, 0.9, 0.01], [-7.0, -4.9, -np.inf, -9.0], lines, dropped={2: DATE}) is None
    )


def test_the_first_line_of_all_needs_less_right_over_the_body_unless_it_is_a_sentence():
    weak, leaving = [-3.2, -9.0, -9.0, -9.0], [0.3, 0.01, 0.01, 0.01]
    assert find(leaving, weak) == 0
    assert find(leaving, weak, ["It is foggy.", "Ferries", "Fog", "Lom"]) is None
    assert find([0.1, *leaving[1:]], weak) is None
    assert find([0.3, 0.5, 0.01, 0.01], weak) is None  # a bare name stands between


@pytest.mark.parametrize(
    "above", ["(translated from Ukrainian)", "[Archive]", "Le Courrier du Larn, 20 novembre 2024"]
)
def test_notes_in_brackets_and_outlets_with_a_day_stand_over_headlines(above):
    odds, lines = [2.0, -4.0, -9.0, -9.0], [above, "Ferries", "Fog", "Lom"]
    assert find([0.9, 0.9, 0.1, 0.1], odds, lines) == 1
    assert find([0.9, 0.9, 0.1, 0.1], odds, ["(Larn) bridge (old)", *lines[1:]]) == 0


def test_a_standfirst_over_the_byline_gains_nothing_right_below_the_headline():
    leaving, dropped = [0.9, 0.9, 0.9, 0.01], {2: BYLINE}
    assert find(leaving, [-0.6, -1.0, -np.inf, -9.0], dropped=dropped) == 0
    assert find(leaving, [-3.0, -1.0, -np.inf, -9.0], dropped=dropped) == 1


def test_a_line_over_a_byline_still_has_to_look_like_a_headline():
    assert find([0.9, 0.9, 0.9, 0.01], [-9.0, -6.1, -np.inf, -9.0], dropped={2: BYLINE}) is None
    weak = [-9.0, -5.5, -np.inf, -5.9]
    assert find([0.9, 0.9, 0.9, 0.9], weak, dropped={2: BYLINE}) is None  # there is no body


def test_known_furniture_and_lines_below_the_beginning_of_the_body_cannot_be_headlines():
    kinds, from_body = np.array([-1, 4, -1, -1]), np.array([-30, -2, 1, 2])
    assert mark_candidates(kinds, from_body).tolist() == [True, False, True, False]
