"""Answers on terminals of any width."""

import csv
import io
import json
import sys
from datetime import date

import pytest
from click import unstyle

from flows.cli.printing import print_csv, print_table

COLUMNS = ("started_at", "status", "quarantined", "duplicate", "vanished", "unchanged")
ROWS = [("2024-03-05 10:00:00", "quarantined", 21, 1, 0, 64), ("2024-03-04", "ok", 0, 0, 2, 3)]


@pytest.fixture
def printed(capsys, monkeypatch):
    def show(width, columns, rows):
        monkeypatch.setattr(sys.stdout, "isatty", lambda: width is not None, raising=False)
        monkeypatch.setenv("COLUMNS", str(width))
        print_table(columns, rows)
        out = unstyle(capsys.readouterr().out)
        return [line.rstrip() for line in out.splitlines()]

    return show


def test_columns_that_fit_are_a_table(printed):
    lines = printed(80, COLUMNS, ROWS)
    assert lines[0].split() == list(COLUMNS)
    assert len(lines) > 3


def test_no_name_of_a_column_is_broken_on_a_narrow_terminal(printed):
    assert printed(60, COLUMNS, ROWS) == [
        "started_at    2024-03-05 10:00:00",
        "status        quarantined",
        "quarantined   21",
        "duplicate     1",
        "vanished      0",
        "unchanged     64",
        "",
        "started_at    2024-03-04",
        "status        ok",
        "quarantined   0",
        "duplicate     0",
        "vanished      2",
        "unchanged     3",
    ]


def test_long_texts_are_wrapped_in_a_table(printed):
    lines = printed(30, ("title", "text"), [("Bridge closed", "The bridge is closed. " * 5)])
    assert lines[0].split() == ["title", "text"]


def test_in_a_pipe_nothing_is_wrapped(printed):
    assert len(printed(None, COLUMNS, ROWS)) == 4


def test_without_rows_the_names_are_told(printed):
    assert "started_at" in " ".join(printed(200, COLUMNS, []))


def test_what_a_terminal_would_obey_is_shown(printed):
    lines = printed(80, ("title",), [("Bridge \x1b[31mclosed\x9b0m\x07",), ("new\nline",)])
    assert lines[2:] == [r"Bridge \x1b[31mclosed\x9b0m\x07", "new", "line"]


def test_lists_and_structures_in_csv_are_json(capsys):
    found = [["Ana", None], {"day": date(2024, 3, 5), "share": float("nan")}, None, "a, b", 0.5]
    print_csv("abcde", [found])
    (_, row) = csv.reader(io.StringIO(capsys.readouterr().out))
    assert [json.loads(cell) for cell in row[:2]] == [
        ["Ana", None],
        {"day": "2024-03-05", "share": None},
    ]
    assert row[2:] == ["", "a, b", "0.5"]
