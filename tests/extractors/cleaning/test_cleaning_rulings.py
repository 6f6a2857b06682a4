"""How much evidence a line needs to leave."""

import numpy as np
import pytest

from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.rulings.text import rule_text
from extractors.cleaning.scoring.scores import LineScores
from tests.extractors.cleaning.rulings import OTHER, PARAGRAPH, rule_list

SENTENCE = "Boats were sent to the island of Lom instead on Friday."
BARE = "Boats and islands of the north"


def leaves(line, score, around=0.01, generic=False, dirty=True, appeal=-6.0):
    """True when `line`, between two paragraphs with the score `around`, leaves the body.

    Below them stand lines that leave for sure, or for sure not: the text looks dirty or clean.
    """
    sheet = read_sheet("\n".join([PARAGRAPH, line, OTHER, "Harbour", "Islands", "Weather"]))
    told = LineScores(
        np.array([around, score, around] + [0.99 if dirty else 0.01] * 3),
        np.array([-6.0, appeal, -6.0] + [-6.0] * 3),
        np.full(6, -1),
        np.zeros(6, np.int64),
        np.zeros(6, bool),
        np.zeros(6),
        np.array([False, generic, False] + [False] * 3),
        np.zeros(6, np.int64),
        np.ones(6, bool),
        np.zeros(6, bool),
        np.full(6, -np.inf),
    )
    return 1 in rule_text(sheet, told)


@pytest.mark.parametrize(
    ("line", "score", "gone"),
    [(BARE, 0.5, False), (BARE, 0.6, True), (SENTENCE, 0.7, False), (SENTENCE, 0.87, True),
     (PARAGRAPH.replace("captain", "pilot"), 0.82, False),
     (PARAGRAPH.replace("captain", "pilot"), 0.9, True)],
)  # fmt: skip
def test_a_paragraph_needs_more_evidence_than_a_sentence_and_that_more_than_a_bare_line(
    line, score, gone
):
    assert leaves(line, score) is gone


def test_a_text_that_looks_clean_loses_only_what_is_sure_or_speaks_like_an_appeal():
    assert leaves(BARE, 0.75)
    assert not leaves(BARE, 0.75, dirty=False)
    assert leaves(BARE, 0.95, dirty=False)
    assert leaves(BARE, 0.75, dirty=False, appeal=0.5)


def test_paragraphs_are_spared_where_most_of_the_prose_would_leave():
    def kept(*scores):
        sheet = read_sheet("\n".join([PARAGRAPH, OTHER, PARAGRAPH.replace("captain", "crew")]))
        none = np.zeros(3)
        whole = none.astype(int)
        told = LineScores(
            np.array(scores),
            none - 6,
            whole - 1,
            whole,
            whole > 0,
            none,
            whole > 0,
            whole,
            ~(whole > 0),
            whole > 0,
            none - np.inf,
        )
        return [i for i in range(3) if i not in rule_text(sheet, told)]

    assert kept(0.01, 0.01, 0.88) == [0, 1]
    assert kept(0.01, 0.88, 0.88) == [0, 1, 2]
    assert kept(0.01, 0.88, 0.95) == [0, 1]


def test_a_sentence_among_lines_that_leave_needs_more_than_a_bare_line_and_less_than_one_alone():
    assert not leaves(SENTENCE, 0.7, around=0.95)
    assert leaves(SENTENCE, 0.8, around=0.95)
    assert not leaves(SENTENCE, 0.8, around=0.1)
    assert leaves(BARE, 0.7, around=0.95)


def test_a_line_that_many_outlets_have_leaves_while_the_model_wavers():
    assert leaves(BARE, 0.4, generic=True)
    assert not leaves(BARE, 0.4)
    assert not leaves(BARE, 0.2, generic=True)


@pytest.mark.parametrize(
    ("size", "score", "gone"),
    [(3, 0.6, True), (4, 0.6, False), (4, 0.7, True), (8, 0.7, True), (9, 0.7, False),
     (9, 0.8, True)],
)  # fmt: skip
def test_a_list_inside_the_body_needs_more_evidence_than_a_line(size, score, gone):
    names = ["Harbour", "Island", "Ferry", "Pier", "Tug", "Buoy", "Fog", "Crew", "Hull"][:size]
    assert (1 in rule_list([PARAGRAPH, *names, OTHER], [0.01] + [score] * size + [0.01])) is gone


def test_a_list_below_the_body_needs_no_more_than_a_line():
    names = ["Harbour", "Island", "Ferry", "Pier", "Tug", "Buoy", "Fog", "Crew", "Hull"]
    assert 2 in rule_list([PARAGRAPH, OTHER, *names], [0.01, 0.01] + [0.6] * 9)


def test_a_paragraph_said_again_leaves_beside_its_first_copy_or_where_the_model_doubts():
    def gone(between, score, menu=()):
        others = [PARAGRAPH.replace("captain", name) for name in ("mayor", "crew", "cook")]
        lines = [PARAGRAPH, *others[:between], PARAGRAPH, OTHER.replace("fog", "rain"), *menu]
        scores = [0.01] * (between + 1) + [score, 0.01] + [0.99] * len(menu)
        return between + 1 in rule_list(lines, scores)

    assert gone(2, 0.05)
    assert not gone(3, 0.05)
    assert gone(3, 0.7)
    assert not gone(3, 0.6)
    assert gone(3, 0.4, menu=("Harbour", "Islands", "Weather"))
