"""What is said of a pair fits its evidence."""

import pytest

from extractors.copies.pair_evidence import PairEvidence
from flows.telling.pair_wording import ONE_FRAME, say_story, say_text

FEW = PairEvidence(0.14, 0.06, 0.05, 0.13, 0.06, 1, 3, 300, 700)
FRAME = PairEvidence(0.46, 0.46, 0.3, 0.46, 0.46, 1, 10, 80, 80)
FURNITURE = PairEvidence(0.4, 0.4, 0.25, 0.4, 0.4, 5, 0, 200, 200, 90, 90, 0.02)
FOOTER = PairEvidence(0.4, 0.3, 0.2, 0.05, 0.02, 5, 0, 200, 300)
STRANGE = PairEvidence(0.03, 0.09, 0.02, shingles_a=50, shingles_b=40)


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        (FEW, "14% of A stands in B, 6% of B in A, and 27% are needed."),
        (FRAME, "the same frame states other facts at 10 of 11 places, as templates do."),
        (FURNITURE, "But what they share speaks of other things than the rest of either"),
        (FOOTER, "in A; without passages that many texts share 5%, and 28% are needed."),
        (STRANGE, "3% of A stands in B, 9% of B in A, and 35% are needed."),
    ],
)
def test_each_refusal_has_its_reason(evidence, said):
    assert said in say_text(None, False, evidence, 40, None)


def test_texts_that_are_together_by_way_of_others():
    assert "by way of others (canonical copy c)" in say_text(None, True, FEW, 40, "c")
    assert "they are in different groups" in say_text("partial", False, FURNITURE, 40, None)
    assert "fewer than 3 words" in say_text(None, False, FEW, 2, None)


@pytest.mark.parametrize(
    ("together", "score", "said"),
    [
        (True, 0.5, "One story. Their score is 0.500; inside a story the mean score must reach"),
        (True, 0.1, "0.280 where it has two texts. They are in one by way of others"),
        (True, None, "to be compared; inside a story"),
        (False, 0.1, "Different stories. Their score is 0.100;"),
        (False, 0.3, "two texts. Between all articles of both stories it does not"),
    ],
)
def test_what_is_said_of_stories(together, score, said):
    told = say_story(together, ("a", "b"), score, 0.2)
    assert said in told
    assert ("by way of others" in told) == (together and (score is None or score < 0.2))


def test_a_reason_that_is_known_is_told():
    assert say_story(False, ("a", "b"), 0.3, 0.2, "Persons differ").endswith(" Persons differ.")
    assert say_story(False, ("a", "b"), None, 0.2, ONE_FRAME).endswith("frame, not the event.")
    assert "copies of one text" in say_story(True, ("a", "a"), None, 0.2)
    assert "of a warehouse" in say_story(False, ("a", None), None, 0.2)
