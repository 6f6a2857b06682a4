"""Days of pasted texts, from lines around the headline that left the body."""

import pytest

from extractors.pasted.dates import read_pasted_date
from extractors.records import Metadatum
from tests.extractors.pasted.ledgers import lay_lines

BODY = ("keep", None, "The ferry stayed in port on Monday, and nobody could say for how long.")
TITLE = ("move", "title", "The ferry to Larn stays in port")


def read(*rows, metadata=(), stated=()):
    """What is read from (verdict, category, text) of each line."""
    raw, cleaned = lay_lines(*rows, metadata=metadata)
    found = read_pasted_date(raw, cleaned, stated)
    assert all(raw[row.start : row.end].strip() == row.value for row in found)
    return [(row.field, row.line_no) for row in found]


def drop(text):
    return ("drop", "related_link", text)


@pytest.mark.parametrize(
    "line",
    [
        "By Anna Novak May 3, 2024 • 3:45pm",
        "Anna Novak, Correspondent May 3, 2024, 10:15 PM",
        "Larnstead - 03/05/2024 20:00",
        "03.05.2024, 14:20 Uhr • Lesezeit: 3 Minuten",
        "2024/05/03 11:30",
        "Anna Novak · The Bay Post of Larn · Posted: May 3, 2024 8:25 AM",
        "Offentliggjort torsdag 03. feb 2025 17:25",
    ],
)
def test_a_line_at_the_head_that_tells_a_day_and_little_else(line):
    assert read(TITLE, drop(line), BODY) == [("published_at", 1)]


@pytest.mark.parametrize(
    "line",
    [
        "What we know of the ferry that sank on May 3, 2024 and of those who were aboard",
        "— Anna Novak (@annanovak) May 3, 2024",
        "May 3",
        "5 minutes ago",
    ],
)
def test_headlines_and_quoted_posts_tell_none(line):
    assert read(TITLE, drop(line), BODY) == []


def test_the_nearest_to_the_body_counts():
    rows = (drop("May 1, 2024"), drop("x"), TITLE, drop("May 3, 2024"), BODY, drop("May 4, 2024"))
    assert read(*rows) == [("published_at", 3)]


def test_an_update_next_to_the_body_stands_beside_the_day_of_publication():
    published, updated = "2024. május 3. 17:42", "Frissítve: 2024. május 4. 20:11"
    both = read(drop(published), drop(updated), BODY)
    assert both == [("published_at", 0), ("published_at", 1)]
    assert read(drop(updated), BODY) == [("published_at", 0)]


@pytest.mark.parametrize("day", ["May 3, 2024", "प्रकाशित: ३ मई 2024", "3. květen 2024"])
def test_a_head_that_the_cleaner_left_in_the_body(day):
    assert read(TITLE, ("keep", None, day), BODY) == [("published_at", 1)]
    standfirst = ("keep", None, "For ninety years its boats were the only way across.")
    assert read(TITLE, standfirst, ("keep", None, day), BODY) == [("published_at", 2)]


def test_a_day_amid_the_body_is_none_of_the_head():
    assert read(TITLE, BODY, BODY, ("keep", None, "May 3, 2024"), BODY) == []
    assert read(TITLE, *[("keep", None, "May 3, 2024")] * 9) == []


def test_what_is_known_stands_unless_it_is_of_others():
    known = Metadatum("published_at", "May 1, 2024", "line", 1)
    assert read(TITLE, drop("x"), drop("May 3, 2024"), BODY, metadata=(known,)) == []
    page = Metadatum("published_at", "2024-05-01", "json_ld")
    assert read(TITLE, drop("x"), drop("May 3, 2024"), BODY, stated=(page,)) == []
    menu = [drop("x")] * 40
    far = Metadatum("published_at", "May 1, 2024", "line", 0)
    assert read(*menu, TITLE, drop("May 3, 2024"), BODY, metadata=(far,)) == [("published_at", 41)]


def test_a_text_without_a_body_tells_none():
    assert read(TITLE, drop("May 3, 2024")) == []
