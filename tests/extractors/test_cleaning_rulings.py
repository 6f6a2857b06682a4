"""When a line leaves: what would be lost with it counts."""

import numpy as np
import pytest

from extractors.cleaning.rulings import rule_text
from extractors.cleaning.scores import LineScores
from extractors.cleaning.sheet import read_sheet

SENTENCE = "Boats were sent to the island of Lom instead on Friday."
PARAGRAPH = (
    "The captain told reporters that fog had come up within minutes, and that the pilot of the "
    "harbour had lost sight of the buoys, the lights and the pier that he knew so well."
)
BARE = "Boats and islands of the north"


def leaves(line, score, around=0.01, generic=False):
    """True when `line`, between two paragraphs with the score `around`, leaves the body."""
    sheet = read_sheet("\n".join([PARAGRAPH, line, PARAGRAPH.replace("captain", "mayor")]))
    told = LineScores(
        np.array([around, score, around]),
        np.full(3, -6.0),
        np.zeros(3, np.int64),
        np.zeros(3),
        np.array([False, generic, False]),
    )
    return 1 in rule_text(sheet, told)


@pytest.mark.parametrize(
    ("line", "score", "gone"),
    [(BARE, 0.5, False), (BARE, 0.6, True), (SENTENCE, 0.7, False), (SENTENCE, 0.82, True),
     (PARAGRAPH.replace("captain", "pilot"), 0.82, False),
     (PARAGRAPH.replace("captain", "pilot"), 0.9, True)],
)  # fmt: skip
def test_a_paragraph_needs_more_evidence_than_a_sentence_and_that_more_than_a_bare_line(
    line, score, gone
):
    assert leaves(line, score) is gone


def test_a_sentence_among_lines_that_leave_needs_no_more_than_a_bare_line():
    assert leaves(SENTENCE, 0.7, around=0.95)


def test_a_line_that_many_outlets_have_leaves_while_the_model_wavers():
    assert leaves(BARE, 0.4, generic=True)
    assert not leaves(BARE, 0.4)
    assert not leaves(BARE, 0.2, generic=True)
