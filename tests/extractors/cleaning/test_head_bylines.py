"""Bylines below a headline that do not begin with "by"."""

import pytest

from extractors.cleaning.facts.entries import Entry
from extractors.cleaning.facts.head_bylines import mine_head_byline


def author(line):
    return [row.value for row in mine_head_byline(Entry(1, 0, len(line), line))]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Interview by Anna Novak", "Anna Novak"),
        ("Ein Kommentar von Peter Holm", "Peter Holm"),
        ("Une tribune de Claire Dumont", "Claire Dumont"),
        ("Posted by Anna Novak on 3 May 2024 at 10:15", "Anna Novak"),
        ("Text: Anna Novak and Peter Holm", "Anna Novak and Peter Holm"),
        ("Текст: Игорь Павлов", "Игорь Павлов"),
        ("كتب: أحمد سالم", "أحمد سالم"),
        ("Analysis by Anna Novak | The Larn Times", "Anna Novak"),
    ],
)
def test_the_names_behind_a_kind_or_a_label(line, names):
    assert author(line) == [names]


@pytest.mark.parametrize(
    "line",
    [
        "Interview by appointment only",
        "Report by the commission",
        "Posted by the door on 3 May 2024",
        "Text: 11,000 words",
        "Analysis: What Anna Novak wants",
        "Review of the bridge by Anna Novak",
        "Comment by Anna Novak: why the bridge must stay open",
        "Interviewed by Anna Novak, the mayor said that the bridge would stay open until spring.",
    ],
)
def test_what_names_nobody(line):
    assert author(line) == []
