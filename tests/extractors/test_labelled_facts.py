"""What the head of a pasted text states, and what only looks like it."""

from datetime import date

import pytest

from extractors.cleaning import clean
from extractors.metadata import choose_facts
from extractors.records import Page

BODY = (
    "The mayor of Larnstead, Joan Fairweather, said on Monday that the old bridge over the river "
    "Tarn would be closed for repairs until the end of the summer, after engineers had found "
    "cracks in two of its five pillars.\n\nTraders in the market hall fear for their income. “We "
    "have not been asked,” said Peter Holm, who sells fish there, and he called for a ferry.\n"
)
DAY = date(2023, 1, 12)


def facts(head):
    text = head + BODY
    cleaned = clean(Page(text, "text"))
    found = choose_facts(cleaned.metadata, date(2026, 6, 1), cleaned.title, cleaned.text)
    for row in found.metadata:
        assert row.start is None or row.value in text[row.start : row.end]
    return found


def test_labels_of_an_export():
    found = facts(
        "Bridge to be closed\n\nDate: 12 January 2023\nAuthor: Anna Novak\n"
        "URL: https://larn.example/2023/01/12/bridge\nSection: Local\n\n"
    )
    assert (found.title, found.author, found.section) == (
        "Bridge to be closed",
        "Anna Novak",
        "Local",
    )
    assert (found.published.day, found.url) == (DAY, "https://larn.example/2023/01/12/bridge")


@pytest.mark.parametrize(
    "head",
    [
        "Bridge to be closed\nPublished 12 January 2023 14:05 GMT\n\n",
        "Bridge to be closed\n\nJan 12, 2023 | 3 min read\n\n",
        "Bridge to be closed\n\nThu, 12 January 2023\n\n",
        "Bridge to be closed\n\nLARNSTEAD, January 12, 2023 (Reuters) - ",
        "LARNSTEAD, 12 January 2023 – ",
        "Larnstead, January 12, 2023. /Larnpress/ ",
    ],
)
def test_days_in_the_head(head):
    assert facts(head).published.day == DAY


@pytest.mark.parametrize(
    "head",
    [
        "Bridge to be closed\n\nLARNSTEAD, Jan. 12 (AP) - ",  # of which year?
        "Bridge to be closed\n\nOn January 12, 2023 - ",
        "Bridge to be closed\n\nLarnstead, January 12, 2023 was a day to remember. ",
        "Bridge to be closed\n\nStand: 12.01.2023, 14:05 Uhr\n\n",  # an update
    ],
)
def test_what_states_no_day_of_publication(head):
    assert facts(head).published.day is None
