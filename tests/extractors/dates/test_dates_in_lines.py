"""Days that a line of text states."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates.lines import parse_date_line
from extractors.dates.numbers import EARLIEST, UNKNOWN

TODAY = date(2026, 6, 1)
PIECES = st.sampled_from(
    "2023 2031 1850 99 13 31 02 - / . : T Z +04:00 Jan January Updated published 2023-01-12".split()
)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 12 January 2023", date(2023, 1, 12)),
        ("January 12, 2023 3:45 PM", date(2023, 1, 12)),
        ("Veröffentlicht am 12. März 2023", date(2023, 3, 12)),
        ("Published 2023-01-12 | Updated 2023-02-20", date(2023, 1, 12)),
        ("Published: January 12, 2023 Updated: January 14, 2023", date(2023, 1, 12)),
        ("25/12/2022", date(2022, 12, 25)),
        ("12/25/2022", date(2022, 12, 25)),
        ("04.03.2022, 10:15 Uhr", date(2022, 3, 4)),
    ],
)
def test_dates_in_lines(line, day):
    assert parse_date_line(line, TODAY)[0].day == day


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("2 मई 2022", "hi"),
        ("२ मे २०२२", "mr"),
        ("2 மே 2022", "ta"),
        ("2022. gada 2. maijs", "lv"),
        ("2022 m. gegužės 2 d.", "lt"),
        ("02. 05. 2022, 14:59 Uhr", "de"),
        ("2022/5/2 21:17", "ja"),
        ("2022.05.02. 17:42", "hu"),
        ("2 أيار 2022", "ar"),
        ("الاثنين 2 أيار/مايو 2022", "ar"),
        ("2 مايو/ أيار 2022", "ar"),
        ("2. mai 2022", "no"),  # a code that dateparser does not know
    ],
)
def test_days_in_the_notations_of_languages(line, language):
    assert parse_date_line(line, TODAY, language)[0].day == date(2022, 5, 2)


@pytest.mark.parametrize("line", ["6 تشرين الأول 2022", "6 أكتوبر/ تشرين الأول 2022"])
def test_months_of_the_levant_may_have_two_words(line):
    assert parse_date_line(line, TODAY, "ar")[0].day == date(2022, 10, 6)


def test_an_update_is_no_publication():
    published, updated = parse_date_line("Updated: January 14, 2023", TODAY)
    assert (published, updated.day) == (UNKNOWN, date(2023, 1, 14))
    published, updated = parse_date_line("2 May 2022 (aktualisiert am 3. Mai 2022)", TODAY, "de")
    assert (published.day, updated.day) == (date(2022, 5, 2), date(2022, 5, 3))


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Publié le 2 mai 2022 à 18h42, modifié le 3 mai 2022 à 09h10", "fr"),
        ("Pubblicato il 2 maggio 2022 - Ultimo aggiornamento: 3 maggio 2022 10:00", "it"),
        ("Last modified on Tue 3 May 2022 13.05 BST First published on Mon 2 May 2022", "en"),
        ("2 May 2022 | Last update: 3 May 2022", "en"),
        ("Tue 3 May 2022 17.40 CET First published on Mon 2 May 2022 21.35 CET", "en"),
        ("发布时间：2022年5月2日 最后更新于2022年5月3日", "zh"),
        ("٢ مايو ٢٠٢٢ - آخر تحديث: ٣ مايو ٢٠٢٢", "ar"),
        ("Publisert: 2. mai 2022 kl. 17:05 Sist oppdatert: 3. mai 2022 kl. 9:10", "no"),
        ("Aktualizacja: 3.05.2022 19:45 Publikacja: 2.05.2022 19:05", "pl"),
        ("2022. május 2. 17:42 Frissítve: 2022. május 3. 20:11", "hu"),
        ("2 mai 2022 | Actualizat: 3 mai 2022", "ro"),
        ("प्रकाशित: 2 मई 2022 | अपडेट: 3 मई 2022", "hi"),
    ],
)
def test_publication_and_update_in_one_line(line, language):
    published, updated = parse_date_line(line, TODAY, language)
    assert (published.day, updated.day) == (date(2022, 5, 2), date(2022, 5, 3))


@pytest.mark.parametrize(
    "line",
    [
        "Published On 2 May 20222 May 2022",
        "May 2, 202210:30 AM",
        "Published Mon, May 2 20224:46 AM EST",
        "By Anna NovakMay 2, 2022",
    ],
)
def test_a_date_may_lack_the_space_around_it(line):
    assert parse_date_line(line, TODAY, "en")[0].day == date(2022, 5, 2)


def test_day_first_where_all_countries_of_a_language_write_so():
    assert parse_date_line("3/4/2023", TODAY, "fr")[0].day == date(2023, 4, 3)
    assert parse_date_line("3/4/2023", TODAY, "en")[0].refused == "ambiguous_date"


@pytest.mark.parametrize(
    "line",
    [
        "Published: Updated:",
        "3 min read",
        "on Thursday",
        "3/4/2023",
        "Updated: January 14, 2023",
        "January 2023",
        "12 January 2031",
        "Copyright 2023",
    ],
)
def test_lines_that_state_no_day_of_publication(line):
    assert parse_date_line(line, TODAY)[0].text is None


@given(st.lists(PIECES, max_size=6).map(" ".join))
def test_any_line_gives_dates_within_bounds(line):
    for found in parse_date_line(line, TODAY, "en"):
        assert found.day is None or EARLIEST <= found.day <= TODAY + timedelta(days=1)
