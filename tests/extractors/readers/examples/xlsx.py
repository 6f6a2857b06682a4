import datetime as dt
import io

import openpyxl

from tests.extractors.readers.examples import Example, story

HEADER = ["Date", "Headline", "URL", "Source", "Article Text", "Reach"]


def report(n: int) -> bytes:
    """As media monitors export: lines about the report above the table."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Articles"
    sheet.append(["Coverage of Larnstead", None, "5 March 2024"])
    sheet.append([])
    sheet.append(HEADER)
    for s in (story(2 * n), story(2 * n + 1)):
        when = dt.datetime(2024, 3, 5, 9 + s.number % 2, 30)
        sheet.append([when, s.title, s.url, s.outlet, s.text, 12_000 + s.number])
    book.create_sheet("Empty")
    return saved(book)


def by_sheet(n: int) -> bytes:
    """A sheet for each outlet, and one of figures; a row without a text, and an error as a text."""
    book = openpyxl.Workbook()
    for name in ("Times", "Post"):
        sheet = book.create_sheet(name)
        sheet.append(["id", "title", "text", "date", "", "a note"])
        sheet.append([7.0, story(n).title, story(n).text, dt.date(2024, 3, 5), None, "x", "y"])
    sheet.append(["8", "A title", "#N/A"])
    book.active.append(["year", "price"])
    book.active.append([2024, n])
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


good = Example(
    "export.xlsx",
    report,
    ("page", "page"),
    tuple(f"Articles!/https://times.example/2024/story-{n}" for n in (2, 3)),
)
odd = Example(
    "book",
    by_sheet,
    ("no_text", "page", "page", "no_text"),
    ("Sheet", "Times!/7", "Post!/7", "Post!/8"),
)
bad = Example("cut.xlsx", lambda n: report(n)[:-500], ("damaged",))
