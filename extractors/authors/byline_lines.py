"""What one line that left the body says of who wrote the article, without a label or with one.

By Anna Novak - The Bay Post - Friday, May 3, 2024        Anna Novak
Anna Novak, Correspondent May 3, 2024, 10:15 PM          May 3, 2024 / Anna Novak
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.authors.agency_names import agency_name
from extractors.authors.byline_names import (
    has_given_name,
    is_person_name,
)
from extractors.authors.byline_parts import MONTHS, set_off_day
from extractors.authors.bylines import read_byline
from extractors.authors.role_ends import split_role

LONGEST = 160  # characters of such a line
MOST_REST = 8  # words of outlets, places and the like beside the names
# How surely a line names authors: by a label ("by"), a date or role beside names, a name alone, and
# where no given name of it is known, so that it may be a place, with a date or without one.
LABELLED, STAMPED, BARE, DATED, GUESSED = 5, 4, 3, 2, 1
LABEL = re.compile(
    r"(?:^|[|•·/–—-]\s*|\d\s+|:\s*)\W*(?:(?:story|words|text|reported|written|posted|published|"
    r"report|review|news|analysis|interview|opinion|column|commentary|essay|kolumne|kommentar|"
    r"bericht|gastbeitrag|entrevista|chronique)\s+)?"
    r"(?:by|von|par|por|di|door|av|af)\b\s*:?\s+(?=\w)", re.I,
)  # fmt: skip
# Words that are set against a name without a space: Anna NovakPublished, Peter Holm@_peter.
GLUED = re.compile(
    r"(?<=[a-zà-ÿ])(?=(?:Published|Updated|Posted|Modified)\b|@\w|\d{1,2}[./]\d{1,2}[./]\d{2})"
)
# Who has another part in an article than to write it, and who owns its pictures.
OTHERS = re.compile(
    r"\b(?:edited|reviewed|checked|produced|illustrat|photo|image|picture|credit|copyright|getty|"
    r"foto|bild|video|redigiert|interview with|additional reporting)|©|\+\d[\d ()/-]{6,}|^\+|"
    r"\b(?-i:said|says|wrote)\b|:$", re.I,
)  # fmt: skip
# Behind the writers: who edited, who helped. By Anna Novak | Edited by Peter Holm
BEHIND_WRITERS = re.compile(
    r"(?<=\S)\s*[|•·/,;.(]\s*(?:edit(?:ed|ing)|additional reporting|writing|reviewed|fact.?checked)"
    r"\s+by\b.*$", re.I,
)  # fmt: skip
# Labels of writers by which no line of an article begins, with a colon or without one.
WRITER = re.compile(
    r"(?:^|\s|[|•·])\(?(?:reporting by:?|(?:text|words|auth?or(?:in|a|e|es|s)?|auteure?|"
    r"автор|текст|беседовала?|συντάκτης|συντάκτρια|ρεπορτάζ|muhabir|yazar|haber|penulis|reporter|"
    r"interview|entrevista|intervista|rozmawiała?|كتب|كتبت|تقرير|लेखक|लेखिका|作者|记者|記者|文|"
    r"撰文|取材)\s*[:：]|oprac\.:?|opracowała?:?|بقلم:?)\s*(?=\w)", re.I,
)  # fmt: skip
IN_PLACE = re.compile(r"\s+in\s+[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?(?=\s+and\s|\s*[,;)]|$)")
STAMP = re.compile(
    r"@\w+|\S+@\S+\.\w+|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d|\b\d{1,2}:\d\d|"
    r"\b(?:19|20)\d\d\b|\b(?:published|updated|posted)\b|\b\d+ (?:min|hour|day|month|week)", re.I,
)  # fmt: skip
SEPARATOR = re.compile(r"\s*[|•·/]\s*|\s[-–—]\s|,\s+(?=[A-Z@\d])|\s+(?=@)|\s(?=\()")
END_OF_LABELLED = re.compile(rf"\s+[|•·]\s+|\s[-–—](?:\s|$)|\d|\b(?:{MONTHS.pattern})\b")
# Reporters as Chinese, Japanese and Korean papers name them: 记者 李明, 김지훈 기자
REPORTER = re.compile(
    r"\W*(?:(?:本[报報]|通[讯訊][员員])?(?:记者|記者)\s*[:：]?|(?:文|글)\s*[:：/])\s*"
    r"(?P<behind>\S{2,4}(?:[\s、，,·]+\S{2,4}){0,3})"
    r"|(?P<before>[가-힣]{2,4}|[一-鿿]{2,4})\s*(?:기자|특파원|記者)(?:\s+\S+@\S+)?"
)
NUMBER = re.compile(r"^\d+[.)]\s+")
WORD = re.compile(r"[^\W\d_][\w.'’-]*")


class NamedAuthors(NamedTuple):
    """Who a line names, as it names them, and how surely."""

    names: tuple[str, ...]
    certainty: int  # LABELLED, STAMPED, BARE, DATED or GUESSED


def read_byline_line(text: str) -> NamedAuthors | None:
    """The authors that a line tells; None when it tells none, or more than a byline does."""
    text = IN_PLACE.sub("", BEHIND_WRITERS.sub("", NUMBER.sub("", text.strip())))
    if not 3 <= len(text) <= LONGEST or OTHERS.search(text):
        return None
    if match := REPORTER.fullmatch(text):
        names = re.split(r"[\s、，,·]+", match["behind"] or match["before"])
        return NamedAuthors(tuple(names), LABELLED) if all(map(is_person_name, names)) else None
    text = set_off_day(GLUED.sub(" | ", text))
    if label := LABEL.search(text) or WRITER.search(text):
        names = _read_labelled(text[label.end() :])
        return NamedAuthors(names, LABELLED) if names else None
    if agency_name(text):
        return NamedAuthors((text.strip(" ,;/"),), BARE)
    return _read_parts(text)


def _read_labelled(behind: str) -> tuple[str, ...]:
    """Names behind "by": of persons, agencies or the staff, in the first parts of the rest."""
    names: list[str] = []
    for part in SEPARATOR.split(behind):
        found, _ = split_role(part)
        if not found:
            break
        names += found
    if names:
        return tuple(names)
    first = END_OF_LABELLED.split(behind)[0].strip(" ,;")
    credits = read_byline(first)
    return (first,) if first and credits[0].name else ()


def _read_parts(text: str) -> NamedAuthors | None:
    """Names that stand first in a line, or alone among dates, roles and outlets."""
    parts = [part.strip(" ,;") for part in SEPARATOR.split(text)]
    names: list[str] = []
    rest, is_open = 0, True
    is_dated = STAMP.search(text) is not None
    has_role = False
    for part in parts:
        found, has_tail = split_role(part)
        if found and is_open:
            names += found
            has_role |= has_tail
            is_open = not has_tail
        else:
            is_open &= not names and _is_stamp(part)
            rest += 0 if _is_stamp(part) else len(part.split())
    if not names or rest > MOST_REST:
        return None
    if not any(map(has_given_name, names)):
        return NamedAuthors(tuple(names), DATED if is_dated else GUESSED)
    return NamedAuthors(tuple(names), STAMPED if has_role or is_dated else BARE)


def is_stamped(text: str) -> bool:
    """True for a line with a date, a time, a handle or a label of such."""
    return len(text) <= LONGEST and STAMP.search(text) is not None


def _is_stamp(part: str) -> bool:
    """True for dates, times, handles and labels of such."""
    words = WORD.findall(part)
    return not words or STAMP.search(part) is not None or _is_day(words)


def _is_day(words: list[str]) -> bool:
    return all(MONTHS.fullmatch(word.strip(".,")) for word in words)
