"""Where the disk is full, input is closed, the locale unset, or no warehouse there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.conftest import ROOT
from tests.flows.cli.one_home.shells import newsmill
from tests.flows.commands import call, options


def test_without_a_warehouse_the_way_to_get_one_is_told(tmp_path):
    for arguments in (("sql", "SELECT 1"), ("status",)):
        result = call(*arguments, "--warehouse", tmp_path / "none.duckdb")
        assert result.exit_code == 1
        assert "`newsmill run` makes one" in result.output


def test_a_folder_is_no_warehouse(home):
    result = call("status", "--warehouse", home)
    assert (result.exit_code, "is a folder; name a file" in result.output) == (1, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize(
    "arguments", [("status",), ("sql", "SELECT 1"), ("sql", "SELECT 1", "--csv")]
)
def test_output_that_finds_no_room_is_told_in_one_line(home, arguments):
    with Path("/dev/full").open("wb") as full:
        code, told = newsmill(*arguments, *options(home)[2:], stdout=full)
    assert (code, told) == (1, "Error: [Errno 28] No space left on device\n")


def test_standard_input_that_is_closed_is_empty(home):
    for command in ("clean", "shell --warehouse n.duckdb"):
        line = f"exec '{sys.executable}' -m flows.cli {command} <&-"
        settings = {"cwd": home, "env": {**os.environ, "PYTHONPATH": str(ROOT)}}
        done = subprocess.run(["sh", "-c", line], capture_output=True, check=False, **settings)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_locale_that_is_not_set_does_not_keep_titles_from_being_printed(home, tmp_path):
    plain = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    with (tmp_path / "out").open("wb") as out:
        sql = "SELECT chr(8217) AS quote"
        code, told = newsmill(
            "sql", sql, *options(home)[2:], stdout=out, env={**os.environ, **plain}
        )
    assert (code, told) == (0, "")
    assert "’" in (tmp_path / "out").read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written_is_told(home):
    result = call("brief", "--html", home, *options(home)[2:])
    assert result.exit_code == 1
    assert result.output.startswith("Error: [Errno")


@pytest.mark.parametrize(
    ("arguments", "change"),
    [
        (["replay", "--dry-run"], "DROP TABLE document"),
        (["replay", "--rejected", "--dry-run"], "DROP TABLE rejection"),
        (["status"], "ALTER TABLE run DROP COLUMN job"),
        (["explain", "aaaaaa"], "DROP TABLE document"),
        (["story", "list"], "DROP TABLE sameness_correction"),
    ],
)
def test_a_warehouse_of_another_version_is_told_in_one_line(home, tmp_path, arguments, change):
    old = tmp_path / "old.duckdb"
    shutil.copy(home / "n.duckdb", old)
    with duckdb.connect(str(old)) as connection:
        connection.execute(change)
    corpus = ["--corpus", home / "corpus"] if arguments[0] in {"replay", "explain"} else []
    result = call(*arguments, *corpus, "--warehouse", old)
    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert "`newsmill run` brings it up to date" in result.output
