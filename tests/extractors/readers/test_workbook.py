"""Cells of workbooks become what their table says."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from extractors.readers.limits import Limits
from extractors.records import Page
from tests.extractors.readers.examples.xlsx import saved
from tests.extractors.readers.pieces import outcome, read

TEXT = "The ferry stops on Sunday, the harbour office said."


def read_row(names, values, **options):
    book = openpyxl.Workbook()
    book.active.append(names)
    book.active.append(values)
    (piece,) = read(saved(book), "a.xlsx", **options)
    return piece


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (dt.datetime(2024, 3, 5, 9, 30), "2024-03-05T09:30:00"),
        (dt.datetime(2024, 3, 5), "2024-03-05"),  # a day is no midnight
        (dt.date(2024, 3, 5), "2024-03-05"),
        ("5 March 2024", "5 March 2024"),
    ],
)
def test_a_day_without_an_hour_stays_a_day(cell, told):
    page = read_row(["Date", "Text"], [cell, TEXT]).found
    assert [m.value for m in page.metadata if m.field == "published_at"] == [told]


def test_whole_numbers_are_ids_as_they_are_shown():
    assert read_row(["ID", "Text"], [4711.0, TEXT]).place == "Sheet!/4711"
    assert read_row(["ID", "Text"], ["00471", TEXT]).place == "Sheet!/00471"


def test_a_column_with_a_name_of_your_own_holds_texts():
    named = {"columns": {"text": "Meldung"}}
    assert isinstance(read_row(["Nr", "Meldung"], [1, TEXT], **named).found, Page)
    assert outcome(read_row(["Nr", "Meldung"], [1, TEXT])) == "no_text"


def test_lines_above_the_header_are_no_documents_and_cells_beside_it_no_damage():
    book = openpyxl.Workbook()
    for row in (["Our report"], [None], ["From", "May"], ["Headline", "Text"], ["A", TEXT, "?"]):
        book.active.append(row)
    (piece,) = read(saved(book), "a.xlsx")
    assert (outcome(piece), piece.found.text) == ("page", TEXT)


def test_a_workbook_with_too_much_inside_is_refused():
    book = openpyxl.Workbook()
    book.active.append(["Text"])
    book.active.append(["a" * 32_000])
    little = Limits(ratio=3, ratio_free_bytes=10_000)
    assert list(map(outcome, read(saved(book), "a.xlsx", limits=little))) == ["too_much_inside"]
    assert list(map(outcome, read(saved(book), "a.xlsx"))) == ["page"]


def test_texts_of_all_sheets_are_held_up_to_a_limit():
    book = openpyxl.Workbook()
    book.active.append(["Text"])
    book.active.append([TEXT])
    packed = io.BytesIO(saved(book))
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", "a" * 40_000)
    for most, told in ((30_000, "too_large"), (50_000, "page")):
        (piece,) = read(packed.getvalue(), "a.xlsx", limits=Limits(archive_bytes=most))
        assert outcome(piece) == told
