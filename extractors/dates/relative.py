"""Days that a body names relative to its publication: "on Thursday", "yesterday", "last month".

They are resolved only where the day of publication is known, and only in English. What may mean
two days is left alone: a weekday in a sentence that looks ahead, "last Friday", "next week".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from extractors.records import Line, Metadatum

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
MENTION = re.compile(
    rf"\b(?:(?:on |late |early )?(?P<weekday>{'|'.join(WEEKDAYS)})(?! \d|, \w+\.? \d|s\b|[’'-])"
    rf"|(?P<near>{'|'.join(NEAR_DAYS)})(?![’'-])"
    r"|(?P<which>last|this|next) (?P<unit>month|year)(?![’'-]))\b", re.I,
)  # fmt: skip
SENTENCE_END = re.compile(r"[.!?]['\"’”)\]]*\s+(?=[\"“‘'(\[]?[A-Z])")
# Words of sentences that look ahead, or name several days.
AHEAD = re.compile(
    r"\b(?:will|would|shall|won't|won’t|next|coming|upcoming|until|due|scheduled|expected|planned|"
    r"plans?|set to|to be|going to|is to|are to|every|each|last|previous|usually|if)\b", re.I,
)  # fmt: skip
PAST = re.compile(
    r"\b(?:[a-z]{2,}ed|said|told|met|held|took|left|began|became|came|went|gave|got|made|saw|found|"
    r"won|lost|sent|set|spoke|wrote|was|were|had)\b"
)
MOST_MENTIONS = 50  # of one article
REACH = 1_000  # characters before and behind a weekday that tell of it; few sentences have more


def resolve_relative_dates(raw: str, lines: Iterable[Line], published: date) -> Iterator[Metadatum]:
    """A row `mentioned_date` for each such day in the kept lines, with its place in the raw text.

    A weekday is the latest one up to the day of publication.
    """
    kept = (line for line in lines if line.verdict == "keep")
    found = (fact for line in kept for fact in _resolve_line(raw, line, published))
    return islice(found, MOST_MENTIONS)


def _resolve_line(raw: str, line: Line, published: date) -> Iterator[Metadatum]:
    """As resolve_relative_dates, of one line."""
    text = raw[line.start : line.end]
    for start, end in _sentences(text):
        for match in MENTION.finditer(sentence := text[start:end]):
            ahead = match["weekday"] and _looks_ahead(sentence, match)
            if ahead or (resolved := _resolve(match, published)) is None:
                continue
            at = line.start + start + match.start()
            yield Metadatum(
                "mentioned_date",
                match[0],
                "relative",
                line.line_no,
                at,
                at + len(match[0]),
                source_field="published_at",
                normal_value=resolved[0],
                precision=resolved[1],
            )


def _looks_ahead(sentence: str, match: re.Match[str]) -> bool:
    """True when the weekday may be one to come: "will meet on Friday", "On Friday he will ..."

    Behind a verb of the past ("said on Monday that it would") it is not.
    """
    before = sentence[max(0, match.start() - REACH) : match.start()]
    after = sentence[match.end() : match.end() + REACH]
    return bool(AHEAD.search(before) or (not PAST.search(before) and AHEAD.search(after)))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in SENTENCE_END.finditer(text):
        yield start, match.end()
        start = match.end()
    yield start, len(text)


def _resolve(match: re.Match[str], published: date) -> tuple[str, str] | None:
    """ISO 8601 value and precision; None where the calendar ends."""
    try:
        if match["weekday"]:
            back = (published.weekday() - WEEKDAYS.index(match["weekday"].lower())) % 7
            return (published - timedelta(days=back)).isoformat(), "day"
        if match["near"]:
            day = published + timedelta(days=NEAR_DAYS[match["near"].lower()])
            return day.isoformat(), "day"
    except OverflowError:
        return None
    step = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    if match["unit"].lower() == "year":
        return f"{published.year + step:04}", "year"
    month = published.year * 12 + published.month - 1 + step
    return f"{month // 12:04}-{month % 12 + 1:02}", "month"
