"""For each category of the closed list a line that leaves the body under its name."""

import pytest

from extractors.categories import CATEGORIES
from extractors.cleaning import clean
from extractors.records import Page
from tests.extractors.cleaning.test_cleaning import LEAD, SECOND, THIRD

HEADLINE = "Freighter aground in Ostrava Bay closes harbour"
PAGE = (
    (HEADLINE, "title"),
    ("By Anna Novak", "byline"),
    (HEADLINE, "headline_repeat"),
    ("The freighter closes the harbour and the ferries.", "subtitle"),
    ("Published: 3 May 2024, 10:40 GMT", "dateline_meta"),
    ("3 min read", "reading_time"),
    ("Listen to this article", "reader_control"),
    ("Share on Facebook", "share_bar"),
    ("Skip to main content", "navigation"),
    ("Photo: Anna Novak / Courier", "photo_credit"),
    (LEAD, None),
    (SECOND, None),
    (LEAD, "duplicate_block"),
    ("ADVERTISEMENT", "advertisement"),
    ("Read also: Bridge to close for repairs", "related_link"),
    (
        "The freighter in the bay on Tuesday morning, seen from the lighthouse of Lom. "
        "(Photo: Anna Novak/AFP)",
        "caption",
    ),
    (THIRD, None),
    ("Quellen: dpa, AFP", "source_credit"),
    ("Subscribe now", "subscribe_appeal"),
    ("Support our journalism!", "donation_appeal"),
    ("Follow us on Twitter", "channel_plug"),
    ("Leave a Reply", "comment_form"),
    ("Accept all cookies", "cookie_notice"),
    ("© 2024 Ostrava Courier. All rights reserved.", "legal"),
)
DIGEST = (
    (HEADLINE, "title"),
    (LEAD, None),
    ("Also today", "section_header"),
    ("- The bridge will be closed until Monday.", None),
    ("- A ferry sank in the bay of Lom.", None),
    (SECOND, None),
)


@pytest.mark.parametrize("page", [PAGE, DIGEST], ids=["page", "digest"])
def test_lines_leave_under_the_category_of_what_they_are(page):
    lines = [text for text, _ in page]
    found = [line.category for line in clean(Page("\n".join(lines), "text")).lines]
    assert list(zip(lines, found, strict=True)) == list(page)


def test_every_category_has_an_example():
    assert {category for _, category in (*PAGE, *DIGEST) if category} == set(CATEGORIES)
