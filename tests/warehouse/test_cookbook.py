"""The cookbook's questions, asked again."""

import re

import pytest

from benchmarks.write_cookbook import COOKBOOK, QUESTION, ask, open_samples, write_answers

PAGE = COOKBOOK.read_text("utf-8")
QUESTIONS = re.findall(r"^## (\d+)\. ([^\n]*\?)\n(.*?)(?=^## |\Z)", PAGE, re.M | re.S)


@pytest.fixture(scope="module")
def connection():
    with open_samples() as opened:
        yield opened


def test_there_are_seventeen_questions_in_order_each_with_its_sql():
    assert [int(number) for number, _, _ in QUESTIONS] == list(range(1, 18))
    assert all(len(QUESTION.findall(text)) == 1 for _, _, text in QUESTIONS)


@pytest.mark.parametrize(("title", "text"), [(title, text) for _, title, text in QUESTIONS])
def test_a_question_has_the_answer_that_is_shown(connection, title, text):
    sql = QUESTION.search(text)[2]
    shown = text.split("```\n")[-1].strip()
    assert shown == ask(connection, sql), "run `python benchmarks/write_cookbook.py`"


def test_writing_answers_replaces_old_ones_and_nothing_else(connection):
    page = "Words.\n\n```sql\nSELECT 1 AS one;\n```\n{}\nMore words.\n"
    wrong, empty = page.format("\n| one |\n| --- |\n| 2 |\n"), page.format("")
    assert write_answers(wrong, connection) == page.format("\n| one |\n| --- |\n| 1 |\n")
    assert write_answers(empty, connection) == write_answers(wrong, connection)
    assert write_answers(PAGE, connection) == PAGE
