"""Furniture leaves, prose stays, and titles and writers are found."""

import pytest

from tests.extractors.cleaning.cleaned_lines import LEAD, SECOND, THIRD, clean_lines


def test_furniture_leaves_and_prose_stays():
    raw = [
        "Freighter aground in Ostrava Bay closes harbour",
        "5 min read",
        LEAD,
        SECOND,
        THIRD,
        "Share this article",
        "Leave a comment",
        "Read more:",
        "Ferry to Lom delayed by fog",
    ]
    result = clean_lines(*raw)
    assert result.text == "\n".join([LEAD, SECOND, THIRD])
    categories = [x.category for x in result.lines]
    assert categories == ["title", "reading_time", None, None, None,
                          "share_bar", "comment_form", "related_link", "related_link"]  # fmt: skip


def test_title_is_found_below_an_appeal_that_names_the_outlet():
    result = clean_lines(
        "Support The Ostrava Courier!",
        "",
        "Freighter aground in Ostrava Bay closes harbour",
        "",
        LEAD,
        "",
        SECOND,
    )
    assert result.title == "Freighter aground in Ostrava Bay closes harbour"
    assert [m.value for m in result.metadata if m.field == "outlet"] == ["The Ostrava Courier"]


def test_author_is_mined_from_a_byline_and_not_from_reading_time():
    result = clean_lines(
        "Freighter aground in Ostrava Bay closes harbour",
        "By Anna Novak and Petr Svoboda",
        "4 Minute Read",
        LEAD,
        SECOND,
    )
    assert [m.value for m in result.metadata if m.field == "author"] == [
        "Anna Novak",
        "Petr Svoboda",
    ]


def test_news_about_appeals_stays():
    about = (
        "The charity said donations for the freighter's crew had doubled since Tuesday, and that "
        "its newsletter had gained two thousand subscribers."
    )
    result = clean_lines("Freighter aground in Ostrava Bay", LEAD, about, SECOND)
    assert about in result.text


def test_text_without_furniture_is_left_alone():
    assert clean_lines(LEAD, SECOND, THIRD).text == "\n".join([LEAD, SECOND, THIRD])


def test_facts_are_not_read_out_of_labels():
    result = clean_lines(
        "Freighter aground in Ostrava Bay closes harbour",
        "By Anna Novak March 5, 2024",
        LEAD,
        SECOND,
        THIRD,
        "Photo credits",
        "© Petr Svoboda",
        "Copyright 2024 Ostrava Courier. All rights reserved.",
    )
    facts = {(m.field, m.value) for m in result.metadata}
    assert {v for f, v in facts if f == "outlet"} == {"Ostrava Courier"}
    assert {v for f, v in facts if f == "credit"} == {"© Petr Svoboda"}
    assert {v for f, v in facts if f == "author"} <= {"Anna Novak"}


@pytest.mark.parametrize(
    ("plea", "outlet"),
    [("Subscribe to the Magazine to read every story first!", None),
     ("Subscribe to The Ostrava Courier to read every story first!", "The Ostrava Courier")],
)  # fmt: skip
def test_an_appeal_names_the_outlet_and_not_what_it_sells(plea, outlet):
    result = clean_lines(LEAD, SECOND, THIRD, "", plea)
    assert next((m.value for m in result.metadata if m.field == "outlet"), None) == outlet
