"""Lines that name who wrote an article, with a label, beside a date or role, or alone."""

import pytest

from extractors.byline_lines import BARE, GUESSED, LABELLED, STAMPED, read_byline_line


@pytest.mark.parametrize(
    ("line", "names", "certainty"),
    [
        ("By Anna Novak - The Bay Post - Friday, May 3, 2024", ["Anna Novak"], LABELLED),
        ("May 3, 2024 at1:39 pm | By Peter Holm", ["Peter Holm"], LABELLED),
        ("By Anna NovakPublished: May 3, 2024 8:00 AM EST", ["Anna Novak"], LABELLED),
        ("By Anna Novak , Peter Holm , +5 more", ["Anna Novak", "Peter Holm"], LABELLED),
        ("Review by Peter Lane Contributor", ["Peter Lane"], LABELLED),
        ("By Slate Staff", ["Slate Staff"], LABELLED),
        ("by University of Larn", ["University of Larn"], LABELLED),
        ("Anna Novak, Correspondent May 3, 2024, 10:15 PM", ["Anna Novak"], STAMPED),
        ("Anna Novak Travel News Reporter", ["Anna Novak"], STAMPED),
        ("Anna Novak Redakteurin", ["Anna Novak"], STAMPED),
        ("Anna Novak@annanovak", ["Anna Novak"], STAMPED),
        ("May 3, 2024 / Peter Holm", ["Peter Holm"], STAMPED),
        ("Anna Novak Larnstead Courier-Post", ["Anna Novak"], STAMPED),
        ("Xanvy Zorblin | Published 15 hours ago", ["Xanvy Zorblin"], STAMPED),
        ("Anna Novak and Peter Holm", ["Anna Novak", "Peter Holm"], BARE),
        ("1. Anna Novak", ["Anna Novak"], BARE),
        ("Anna Novak Anna Novak", ["Anna Novak"], BARE),
        ("Reuters", ["Reuters"], BARE),
        ("Xanvy Zorblin", ["Xanvy Zorblin"], GUESSED),
    ],
)
def test_authors_are_read(line, names, certainty):
    told = read_byline_line(line)
    assert (list(told.names), told.certainty) == (names, certainty)


@pytest.mark.parametrize(
    "line",
    [
        "Food & Drink",
        "Real Estate",
        "Saudi Arabia",
        "+ Anna Novak",  # of a menu
        "Edited by Peter Holm",
        "Fact checked by Peter Holm",
        "Photo by Peter Holm",
        "© Peter Holm",
        "Peter Holm on May 3, 2024 at 5:12 pm said:",
        "Peter Holm would like you to write to him",
        "Anna Novak and Peter Holm have been married for 5 years since June",
        "Peter Holm's Guest List: 21 Rooms",
        "Nearby farms of Anna Novak",  # "by" inside a word
        "Bay TV",
        "Regan May 6, 2021",
        "The bridge was closed by the mayor, who said that it would stay so for a year or two.",
        "",
    ],
)
def test_other_lines_name_nobody(line):
    assert read_byline_line(line) is None
