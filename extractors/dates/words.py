"""The day that some words state, in the notations of many languages: "14 janvier 2023, 10:15"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache

from extractors.dates.numbers import (
    NO_DATE,
    StatedDate,
    dated,
    parse_date_numbers,
    refuse_date,
    timed,
)

MOST_CHARACTERS = 200  # a longer line is a paragraph
# Vowel signs of Indic and Thai letters are no letters to `re`; their months may have two signs.
WORD = r"(?:(?:تشرين|كانون) (?:ال[أا]ول|الثاني)|"
WORD += r"[^\W\d_]{3,14}|(?:(?!\d)[\u0620-\u065f\u066e-\u06d3\u0900-\u0eff]){2,14})"
# Arabic often names a month in both calendars: "6 تشرين الأول/أكتوبر 2024".
TWIN = r"(?:\s?/\s?[\u0620-\u064a]{2,8}(?:\s[\u0620-\u064a]{5,6})?)?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
DAY = r"(?<![\d:])(?P<day>[0-3]?\d)"
# The orders in which languages write day, month and year, with the words that stand between.
NOTATIONS = tuple(
    re.compile(notation, re.I)
    for notation in (
        rf"{DAY}(?:st|nd|rd|th|er|º|ª|\.)?[\s-]*(?:de\s+|of\s+)?(?P<month>{WORD}){TWIN}\.?,?[\s-]*(?:del?\s+)?{YEAR}",
        rf"(?P<month>{WORD})\.?\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s+{YEAR}",
        rf"(?<!\d){YEAR}\.?\s+(?:m\.\s+)?(?P<month>{WORD})\.?\s+(?P<day>[0-3]?\d)(?!\d)",
        rf"(?<!\d){YEAR}\.?\s+gada\s+(?P<day>[0-3]?\d)\.?\s+(?P<month>{WORD})",
        rf"(?<!\d){YEAR}\s*[年년.]\s*(?P<number>[01]?\d)\s*[月월.]\s*(?P<day>[0-3]?\d)\s*[日일.]",
    )
)
YEAR_FIRST = re.compile(  # 2023-01-12, 2023/1/12, 2023.01.12.
    r"(?<!\d)(?:19|20)\d\d([-/.])[01]?\d\1[0-3]?\d(?!\d|\1\d)\.?"
)
NUMERIC = re.compile(  # 3/4/2023, 3. 4. 2023
    rf"(?<!\d)(\d{{1,2}})([/.-])\s?(\d{{1,2}})\2\s?{YEAR}"
)
# Zones of a country that writes the month first.
AMERICAN_CLOCK = re.compile(r"\d\s?[ap]\.?m\.?,?\s*\(?[ECMP][SD]?T\b", re.I)
# Between elements of a page that leave no space: 9 Oct 20239 Oct 2023, Anna NovakMay 3, 2024.
GLUED = re.compile(
    r"(?<=(?:19|20)\d\d)(?=\d{1,2}(?::\d\d|\s+[^\W\d_]{3}))"
    r"|(?<=[a-zà-ÿ])(?=[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+(?:19|20)\d\d)"
)
# Months of Iraq and the Levant; dateparser knows those of Egypt and the Gulf. Two are two words.
LEVANTINE = {
    "كانون الثاني": 1, "شباط": 2, "آذار": 3, "اذار": 3, "نيسان": 4, "أيار": 5, "ايار": 5,
    "حزيران": 6, "تموز": 7, "آب": 8, "اب": 8, "أيلول": 9, "ايلول": 9, "تشرين الأول": 10,
    "تشرين الاول": 10, "تشرين الثاني": 11, "كانون الأول": 12, "كانون الاول": 12,
}  # fmt: skip
# A whole day in any of these notations.
DATED = re.compile(
    "|".join(
        re.sub(r"\?P<\w+>", "?:", notation.pattern)
        for notation in (*NOTATIONS, YEAR_FIRST, NUMERIC)
    )
    .replace(r"\1", "[-/.]")
    .replace(r"\2", "[/.-]"),
    re.I,
)
CLOCK = re.compile(
    r"(?<![\d/.:])(?P<hour>[0-2]?\d)[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d/]|\.\d)"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?|[صم]\b)?"
    r"\s*(?P<zone>(?:UTC|GMT)?[+-]\d\d:?\d\d|UTC|GMT|Z\b)?", re.I,
)  # fmt: skip
# Read when the language is not known; all that dateparser knows would take seconds to load.
LANGUAGES = (
    "en de fr es it pt nl pl ru uk cs sk hu ro bg el hr sr sl sv da nb fi tr id vi ar fa he hi ja "
    "ko zh"
).split()


def parse_date_words(words: str, today: date, language: str | None = None) -> StatedDate:
    """The one day in some words, which state day, month and year, and its time if that is stated.

    12/1/2023 is refused as ambiguous unless one of the two numbers can only be the day, the
    language is one whose countries all put the day first, or a clock of the United States stands
    beside it. So are words that state two days.
    """
    if len(words) > MOST_CHARACTERS:
        return NO_DATE
    words = GLUED.sub(" ", with_plain_digits(words))
    if match := YEAR_FIRST.search(words):
        year, month, day = re.findall(r"\d+", match[0])
        iso = f"{year}-{month:0>2}-{day:0>2}{words[match.end() :]}"
        return parse_date_numbers(iso, today) or NO_DATE
    days = dict.fromkeys(_list_days(words, language))
    if None in days or len(days) > 1:
        return StatedDate(refused="ambiguous_date")
    if not days:
        return NO_DATE
    day = next(iter(days))
    if refused := refuse_date(day, today):
        return refused
    clock = CLOCK.search(NUMERIC.sub(" ", words))
    moment = _at(day, clock) if clock else None
    return timed(moment, today) if moment else dated(day, today)


def with_plain_digits(words: str) -> str:
    """The words with the digits 0 to 9 for those of other scripts (٣, ३); as many characters."""
    if words.isascii():
        return words
    return re.sub(r"\d", lambda digit: str(unicodedata.decimal(digit[0])), words)


def _list_days(words: str, language: str | None) -> Iterator[date | None]:
    """Every day that stands there; None for one that may be two."""
    is_american = AMERICAN_CLOCK.search(words) is not None
    for match in NUMERIC.finditer(words):
        first, second = int(match[1]), int(match[3])
        month_first = second > 12 or (is_american and match[2] == "/" and first <= 12)
        both = first <= 12 and second <= 12 and first != second
        if both and match[2] != "." and language in (None, "en") and not is_american:
            yield None
        else:
            numbers = (first, second) if month_first else (second, first)
            yield from _valid(int(match["year"]), *numbers)
    for notation in NOTATIONS:
        for match in notation.finditer(words):
            parts = match.groupdict()
            named = parts.get("month")
            month = month_number(named.lower(), language) if named else int(parts["number"])
            if month:
                yield from _valid(int(match["year"]), month, int(match["day"]))


def _valid(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:  # 30 February
        return


@lru_cache(maxsize=4096)
def month_number(word: str, language: str | None) -> int | None:
    """1 to 12 for the name of a month, or its abbreviation, in a language or in English."""
    if word in LEVANTINE:
        return LEVANTINE[word]
    import dateparser  # noqa: PLC0415 - slow to import, seldom needed

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    languages = list(dict.fromkeys((language, "en"))) if language else LANGUAGES
    try:
        found = dateparser.parse(f"1 {word} 2020", languages=languages, settings=settings)
    except ValueError:  # a language that dateparser does not know, or by another code: no
        found = dateparser.parse(f"1 {word} 2020", languages=LANGUAGES, settings=settings)
    return found.month if found and (found.day, found.year) == (1, 2020) else None


def _at(day: date, clock: re.Match[str]) -> datetime | None:
    """The moment; its zone is known for UTC and offsets only: IST stands for several zones."""
    hour = int(clock["hour"])
    if clock["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if clock["half"][0] in "pPم" else 0)
    if hour > 23:
        return None
    zone = None
    if stated := clock["zone"]:
        sign = re.search(r"([+-])(\d\d):?(\d\d)", stated)
        offset = timedelta(hours=int(sign[2]), minutes=int(sign[3])) if sign else timedelta()
        if offset >= timedelta(hours=24):
            return None
        zone = timezone(-offset if sign and sign[1] == "-" else offset)
    return datetime.combine(day, time(hour, int(clock["minute"]), tzinfo=zone))
