from dataclasses import replace

import pytest

from extractors.cleaning import clean
from extractors.cleaning.rulings.source_memory import RecurringLine, choose_furniture, is_furniture
from extractors.cleaning.scoring.generic_lines import hash_line
from extractors.records import Page

LEAD = "The harbour of Lom was closed on Tuesday after a freighter ran aground, the port said."
SECOND = "Divers found a hole of two metres below the waterline, and the harbour stays closed."
PAGE = Page(f"Freighter aground in Lom\n\n{LEAD}\n\n{SECOND}\n\nThe valley desk", "text")


@pytest.mark.parametrize(
    ("words", "score", "documents", "leaves"),
    [
        (12, 0.2, 2, True),
        (12, 0.05, 50, False),  # the model is sure that it is body
        (12, 0.9, 1, False),  # it stands nowhere else
        (3, 0.2, 2, False),  # two articles may share a short line
        (3, 0.4, 2, True),
        (3, 0.2, 3, True),
        (3, 0.05, 50, False),
    ],
)
def test_recurrence_decides_what_the_model_leaves_open(words, score, documents, leaves):
    assert is_furniture(RecurringLine(0, words, score, documents)) is leaves


def test_something_of_the_body_stays():
    lines = [RecurringLine(n, 12, 0.5, 3) for n in (4, 6)]
    assert choose_furniture(lines, body_count=3) == {4, 6}
    assert choose_furniture(lines, body_count=2) == frozenset()


def test_recurring_lines_leave_the_body_and_the_ledger_says_why():
    before, after = clean(PAGE), clean(replace(PAGE, recurring=frozenset({4, 6})))
    assert after.lines[4].rule == "source_memory"
    assert after.lines[4].verdict == "drop"
    assert after.lines[4].score == before.lines[4].score
    assert SECOND in before.text
    assert SECOND not in after.text
    assert after.title == before.title
    assert after.metadata == before.metadata


def test_a_body_of_recurring_lines_alone_stays():
    everything = replace(PAGE, recurring=frozenset(range(10)))
    assert clean(everything) == clean(PAGE)
    assert LEAD in clean(everything).text


def test_recurring_numbers_of_other_lines_change_nothing():
    assert clean(replace(PAGE, recurring=frozenset({0, 1, 99}))) == clean(PAGE)


def test_generic_lines_are_known_whatever_their_numbers():
    assert hash_line(["12", "comments"]) == hash_line(["7", "comments"])
    assert hash_line(["comments"]) != hash_line(["comment"])
    assert 0 <= hash_line(["漢", "\ud800"]) < 1 << 40
