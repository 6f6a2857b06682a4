"""What names tell: the address of a page, and the name and the folders of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.records import Metadatum

# Days in addresses and paths: /2023/01/12/, /2023-01-12-title, /20230112_title. A bare number of
# eight digits must stand alone, so that article numbers are not taken for days.
DAY = re.compile(
    r"(?<!\d)(?<!\d\.)(?P<year>(?:19|20)\d\d)(?P<sep>[-_/.]?)(?P<month>0[1-9]|1[0-2])(?P=sep)"
    r"(?P<day>0[1-9]|[12]\d|3[01])(?!\d|(?P=sep)\d)"
)
MONTH_DAY = re.compile(  # /2023/dec/22/, as British papers have it
    r"/(?P<year>(?:19|20)\d\d)/(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"/(?P<day>\d\d?)(?=/)", re.I,
)  # fmt: skip
MONTH = re.compile(r"(?:^|/)(?P<year>(?:19|20)\d\d)[-/](?P<month>0[1-9]|1[0-2])(?=/)")
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# A folder that is called like a domain: www.example.org, news.example.co.uk; news.tar.gz is none.
DOMAIN = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:com|org|net|info|news|int|edu|gov|eu|(?!gz|xz)[a-z]{2})",
    re.I,
)


def read_address(address: str) -> Iterator[Metadatum]:
    """The day in the path of an address, if there is exactly one."""
    path = re.sub(r"^https?://[^/]*|[?#].*$", "", address)
    days = {_iso(match) for match in (*DAY.finditer(path), *MONTH_DAY.finditer(path))}
    if len(days) == 1:
        yield Metadatum("published_at", days.pop(), "address", source_field="url")


def read_path(path: str) -> Iterator[Metadatum]:
    """Facts in the path of a file below the corpus: its day, and an outlet called by its domain.

    `path` has forward slashes. A day in the name of the file goes before one in its folders; a
    folder 2023/01/ states a month. Two different days state none.
    """
    folders, _, name = path.rpartition("/")
    days = {_iso(match) for match in DAY.finditer(name)}
    if len(days) == 1:
        yield Metadatum("published_at", days.pop(), "file_name", source_field="path")
    days = {_iso(match) for match in DAY.finditer(f"{folders}/")}
    if len(days) == 1:
        yield Metadatum("published_at", days.pop(), "folder", source_field="path")
    elif not days and (match := MONTH.search(f"{folders}/")):
        value = f"{match['year']}-{match['month']}"
        yield Metadatum("published_at", value, "folder", source_field="path")
    for folder in reversed(folders.split("/")):
        if DOMAIN.fullmatch(folder):
            domain = folder.lower().removeprefix("www.")
            yield Metadatum("outlet", domain, "folder", source_field="path")
            return


def _iso(match: re.Match[str]) -> str:
    month = match["month"].lower()
    number = MONTHS.index(month) + 1 if month in MONTHS else int(month)
    return f"{match['year']}-{number:02}-{int(match['day']):02}"
