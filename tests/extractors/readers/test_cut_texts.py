"""Marks of services that cut texts leave, and say how much is missing."""

import json

import pytest

from extractors.readers.cut_texts import take_mark
from tests.extractors.readers.pieces import read


@pytest.mark.parametrize(
    ("text", "body", "missing"),
    [
        ("The pier on… [+1200 chars]", "The pier on…", ["1200"]),
        ("The pier ... [88 characters]\n", "The pier ...", ["88"]),
        ("He wrote [+1200 chars] on the wall.", "He wrote [+1200 chars] on the wall.", []),
        ("The pier [1]", "The pier [1]", []),
    ],
)
def test_the_mark_at_the_end_is_taken_off(text, body, missing):
    whole, facts = take_mark(text, "content")
    assert (whole, [fact.value for fact in facts]) == (body, missing)


def test_a_record_tells_what_is_missing_of_it():
    record = {"title": "Bridge closed", "content": "The pier will be inspected on… [+1200 chars]"}
    (piece,) = read(json.dumps([record]).encode(), "a.json")
    told = {row.field: (row.value, row.source_field) for row in piece.found.metadata}
    assert piece.found.text == "The pier will be inspected on…"
    assert told["missing_characters"] == ("1200", "content")
