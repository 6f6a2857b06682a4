"""The date that a field or a line states, in numbers or in words."""

from __future__ import annotations

from datetime import date

from extractors.dates.numbers import StatedDate, parse_date_numbers
from extractors.dates.words import parse_date_words


def parse_stated_date(value: str, today: date, language: str | None = None) -> StatedDate:
    """The date in a field: ISO 8601 above all, RFC 2822 (mail, feeds), seconds since 1970, words.

    `language` is the ISO 639-1 code of the document, which helps to read words.
    """
    value = value.strip()
    found = parse_date_numbers(value, today)
    if found is not None and found.refused != "no_date":
        return found
    words = parse_date_words(value, today, language)  # 5 Mar 2024 is RFC 2822 without its time
    return words if found is None or words.day is not None else found
