"""Facts are chosen by how they are known, and every value keeps its row."""

from datetime import date, datetime

import pytest

from extractors.facts.choosing import choose_facts
from extractors.facts.trust import METHODS
from extractors.records import Metadatum

TODAY = date(2026, 6, 1)


def facts(*rows, title=None):
    return choose_facts([Metadatum(*row) for row in rows], TODAY, title)


def test_the_more_trusted_method_goes_first_whatever_the_order():
    for n, better in enumerate(METHODS[:-1]):
        found = facts(("section", "worse", METHODS[n + 1]), ("section", "better", better))
        assert found.section == "better"
        chosen = {m.value: m.is_chosen for m in found.metadata}
        assert chosen == {"better": True, "worse": False}


def test_a_value_that_cannot_be_used_leaves_room_for_the_next():
    found = facts(
        ("published_at", "2031-01-01", "json_ld"),
        ("published_at", "2023-01-12T10:00:00+01:00", "meta_tag"),
    )
    assert found.published.at == datetime(2023, 1, 12, 9)
    assert [(m.refused, m.is_chosen) for m in found.metadata] == [
        ("in_the_future", False),
        (None, True),
    ]


@pytest.mark.parametrize(
    ("order", "method", "day"),
    [
        ("day_first", "field", date(2024, 3, 5)),
        ("month_first", "field", date(2024, 5, 3)),
        ("month_first", "sidecar", date(2024, 5, 3)),
        ("sideways", "field", None),
        ("day_first", "json_ld", None),  # which is of the page, not of the table
    ],
)
def test_the_order_of_days_is_taken_where_it_is_known(order, method, day):
    found = facts(("published_at", "05/03/2024 10:00", "field"), ("day_order", order, method))
    assert found.published.day == day
    assert next(m.value for m in found.metadata if m.field == "published_at") == "05/03/2024 10:00"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("5-Mar-24", date(2024, 3, 5)),
        ("5 Mar 2024", date(2024, 3, 5)),
        ("30 Feb 2024", None),
        ("05 März 24 10:00", date(2024, 3, 5)),
        ("5-Mar-99", date(1999, 3, 5)),
        ("24-03-05", None),  # of which nobody knows what is the year
    ],
)
def test_days_as_spreadsheets_write_them(value, day):
    assert facts(("published_at", value, "field")).published.day == day
    if day and str(day.year) not in value:
        assert facts(("published_at", value, "line")).published.day is None


@pytest.mark.parametrize(
    ("value", "order", "day"),
    [
        ("45231", "serial", date(2023, 11, 1)),
        ("45231.75", "serial", date(2023, 11, 1)),
        ("45231", None, None),
        ("99999", "serial", None),
        ("05/03/24 10:00", "day_first", date(2024, 3, 5)),
        ("05/03/99", "month_first", date(1999, 5, 3)),
        ("24-03-05", "year_first", date(2024, 3, 5)),
        ("5.3.24", "day_first", date(2024, 3, 5)),
    ],
)
def test_days_with_short_years_and_counted_days_are_read_as_their_column_tells(value, order, day):
    rows = [("published_at", value, "field")] + [("day_order", order, "field")] * bool(order)
    assert facts(*rows).published.day == day


def test_a_day_that_can_only_be_read_otherwise_is_so():
    found = facts(("published_at", "05/23/2024", "field"), ("day_order", "day_first", "field"))
    assert found.published.day == date(2024, 5, 23)


def test_nothing_is_known_of_nothing():
    found = facts()
    assert (found.title, found.author, found.published.precision) == (None, None, "unknown")
    assert found.published.refused is None


def test_a_month_is_no_day():
    found = facts(("published_at", "2023-01", "field"))
    assert (found.published.precision, found.published.day) == ("month", None)
    assert found.metadata[0].normal_value == "2023-01"


def test_one_line_may_state_publication_and_update():
    found = facts(("published_at", "12 January 2023, updated 14 January 2023", "line"))
    assert (found.published.day, found.updated.day) == (date(2023, 1, 12), date(2023, 1, 14))


def test_the_headline_in_the_text_goes_before_what_a_page_says():
    rows = [("title", "Bridge closed | Courier", "meta_tag")]
    assert facts(*rows, title="Bridge closed").title == "Bridge closed"
    assert facts(*rows).title == "Bridge closed | Courier"
    rows.append(("title", "The bridge is closed", "sidecar"))
    assert facts(*rows, title="Bridge closed").title == "The bridge is closed"


def test_languages_become_codes():
    assert facts(("language", "en-GB", "meta_tag")).language == "en"
    assert facts(("language", "deu", "field")).language == "de"
    found = facts(("language", "English (UK)", "meta_tag"))
    assert (found.language, found.metadata[0].refused) == (None, "no_language")


def test_addresses_must_be_addresses():
    assert facts(("url", "article.html", "field")).url is None
    found = facts(("canonical_url", "https://courier.example/a", "meta_tag"))
    assert found.url == found.canonical_url == "https://courier.example/a"


def test_persons_go_before_the_outlet_and_what_is_called_an_organisation_elsewhere():
    rows = [("outlet", "Courier", "json_ld"), ("author", "The Courier", "json_ld")]
    alone = facts(*rows)
    assert (alone.author, alone.author_organisation) == (None, "The Courier")
    found = facts(*rows, ("author", "By Anna Novak", "byline"))
    assert (found.author, found.author_organisation) == ("Anna Novak", None)
    twice = facts(
        ("author", "Larn Port", "meta_tag"), ("author_organisation", "Larn Port", "json_ld")
    )
    assert (twice.author, twice.author_organisation) == (None, "Larn Port")


def test_of_several_bylines_the_one_under_the_headline_counts():
    rows = [
        Metadatum("title", "Bridge closed", "line", 10),
        Metadatum("author", "Someone Else", "line", 2),
        Metadatum("author", "Anna Novak", "line", 11),
        Metadatum("author", "Peter Holm", "line", 12),
        Metadatum("author", "Third Person", "line", 90),
    ]
    assert choose_facts(rows, TODAY, "Bridge closed").author == "Anna Novak; Peter Holm"


def test_the_day_of_the_outlet_where_the_moment_is_stated_in_utc():
    stated = ("published_at", "2023-12-23T03:22:07Z", "json_ld")
    shown = ("published_at", "Dec 22, 2023, 10:22 PM EST", "line")
    found = facts(stated, shown)
    assert found.published.at == datetime(2023, 12, 23, 3, 22, 7)
    assert found.published.day == date(2023, 12, 22)
    assert all(row.is_chosen for row in found.metadata)
    assert facts(stated, ("published_at", "2023-12-22", "address")).published.day.day == 22
    masthead = ("published_at", "Friday, December 22, 2023", "line")
    too_far = ("published_at", "2023-12-20", "address")
    for row in (masthead, too_far, ("published_at", "Dec 22, 2023, 10:23 PM", "line")):
        assert facts(stated, row).published.day == date(2023, 12, 23)


def test_a_day_on_show_that_is_later_than_the_stated_update_is_refused():
    found = facts(
        ("updated_at", "2023-01-14T10:00:00Z", "meta_tag"),
        ("published_at", "Sunday, 12 March 2023", "line"),
    )
    assert found.published.precision == "unknown"
    assert [m.refused for m in found.metadata if m.field == "published_at"] == ["after_update"]


def test_an_update_before_the_publication_is_refused_and_the_next_one_counts():
    published = ("published_at", "2023-01-14T06:00:00+02:00", "json_ld")
    waiting = ("updated_at", "2023-01-14T03:59:00Z", "json_ld")
    found = facts(published, waiting, ("updated_at", "2023-01-14T05:00:00Z", "microdata"))
    assert found.updated.at == datetime(2023, 1, 14, 5)
    assert [m.refused for m in found.metadata if m.is_chosen is False] == ["before_publication"]
    for value, precision in [("2023-01-14T04:00:00Z", "instant"), ("2023-01-13", "day"),
                             ("2023-01-12", "unknown")]:  # fmt: skip
        assert facts(published, ("updated_at", value, "json_ld")).updated.precision == precision


def test_only_values_in_the_row_of_the_article_are_chosen():
    found = facts(("source_cited", "Reuters", "line"), ("section", "World", "json_ld"))
    assert {m.field: m.is_chosen for m in found.metadata} == {
        "source_cited": False,
        "section": True,
    }
