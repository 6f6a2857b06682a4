"""Dates in the words of a line: "Published: 12 January 2023 | Updated 14 January"."""

from __future__ import annotations

import re
from datetime import date, datetime

from dateparser.search import search_dates

from extractors.dates import NO_DATE, UNKNOWN, StatedDate, dated, parse_date_numbers, timed

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
ISO_DAY = re.compile(r"(?<!\d)\d{4}([-/.])\d\d\1\d\d(?!\d)")
NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2\d{4}(?!\d)")  # 3/4/2023
CLOCK = re.compile(r"(?<!\d)[0-2]?\d[:.h][0-5]\d")
ZONE = re.compile(r"\b(?:UTC|GMT)\b|(?<=\d)\s?[+-]\d\d:?\d\d\b|\dZ\b")
UPDATED = re.compile(
    r"\b(?:last\s+)?(?:updated|modified|aktualisiert|geändert|mis à jour|actualizado|"
    r"actualizada|aggiornato|atualizado|atualizada|bijgewerkt|uppdaterad|oppdatert|opdateret|"
    r"обновлено|zaktualizowan\w+|güncelle\w+)\b.*", re.I | re.S,
)  # fmt: skip
# Read when the language is not known; all that dateparser knows would take seconds to load.
LANGUAGES = (
    "en de fr es it pt nl pl ru uk cs sk hu ro bg el hr sr sl sv da nb fi tr id vi ar fa he hi ja "
    "ko zh"
).split()
MOST_CHARACTERS = 200  # a longer line is a paragraph


def parse_date_line(
    line: str, today: date, language: str | None = None
) -> tuple[StatedDate, StatedDate]:
    """What a line says of publication and of the last update; UNKNOWN where it says nothing."""
    if len(line) > MOST_CHARACTERS:
        return UNKNOWN, UNKNOWN
    updated = UPDATED.search(line)
    before = line[: updated.start()] if updated else line
    return (
        parse_date_words(before, today, language) if YEAR.search(before) else UNKNOWN,
        parse_date_words(updated[0], today, language) if updated else UNKNOWN,
    )


def parse_date_words(words: str, today: date, language: str | None = None) -> StatedDate:
    """The one date in some words; day, month and year must stand there.

    12/1/2023 is refused as ambiguous unless one of the two numbers can only be the day, or the
    language is one whose countries all put the day first.
    """
    words = words.strip(" \t|·-–—")
    if not YEAR.search(words) or len(words) > MOST_CHARACTERS:
        return NO_DATE
    if match := ISO_DAY.search(words):
        return parse_date_numbers(words[match.start() :], today) or NO_DATE
    numeric = NUMERIC.search(words)
    month_first = False
    if numeric and numeric[2] != ".":
        first, second = int(numeric[1]), int(numeric[3])
        month_first = second > 12
        if first <= 12 and second <= 12 and first != second and language in (None, "en"):
            return StatedDate(refused="ambiguous_date")
    found = _search(words, language, "MDY" if month_first else "DMY")
    return _choose(found, today)


def _search(words: str, language: str | None, order: str) -> list[tuple[str, datetime]]:
    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "DATE_ORDER": order,
        "PARSERS": ["absolute-time"],
    }
    languages = list(dict.fromkeys((language, "en"))) if language else LANGUAGES
    try:
        found = search_dates(words, languages=languages, settings=settings)
    except (ValueError, OverflowError, RecursionError, TypeError, AttributeError, IndexError):
        return []  # a language that dateparser does not know, or its own faults on odd words
    return [(text, moment) for text, moment in found or () if YEAR.search(text)]


def _choose(found: list[tuple[str, datetime]], today: date) -> StatedDate:
    days = {moment.date() for _, moment in found}
    if not days:
        return NO_DATE
    if len(days) > 1:
        return StatedDate(refused="ambiguous_date")
    text, moment = found[0]
    if not CLOCK.search(NUMERIC.sub(" ", text)):
        return dated(moment.date(), today)
    # Abbreviations such as IST stand for several zones: only UTC and offsets are taken as known.
    return timed(moment if ZONE.search(text) else moment.replace(tzinfo=None), today)
