"""`newsmill shell`: as a script on standard input, and at a terminal that a pipe plays."""

import os
import shutil

import duckdb
import pytest
from click.testing import CliRunner
from prompt_toolkit.application import create_app_session
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from flows.cli import prompting
from flows.cli.main import main
from flows.cli.shell import _talk, gather_statements
from flows.cli.shell_commands import COMMANDS, Session
from tests.blank import make_blank
from warehouse.questions import reader
from warehouse.typed_sql import read_words


@pytest.fixture
def warehouse(tmp_path, monkeypatch):
    monkeypatch.setattr(prompting.click, "get_app_dir", lambda _: str(tmp_path / "home"))
    path = tmp_path / "news.duckdb"
    make_blank(path)
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO article BY NAME SELECT 'a' AS article_id, 'Talks' AS title")
    return path


def run_script(warehouse, script, *options):
    arguments = ["shell", "--warehouse", str(warehouse), *options]
    return CliRunner().invoke(main, arguments, input=script)


def talk(warehouse, typed, meanwhile=None):
    """What a person sees who types this; the session afterwards."""
    session = Session(warehouse, "csv")
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(typed)
        with reader(warehouse) as session.connection:
            session.opened = warehouse.stat()
            if meanwhile:
                meanwhile()
            _talk(session)
    return session


def test_statements_take_several_lines_and_a_line_several_statements(warehouse):
    script = "SELECT title\n  FROM article;\nSELECT ';' AS a; SELECT 2 AS b;\n\nSELECT 3 AS c"
    done = run_script(warehouse, script, "--csv")
    assert (done.stdout, done.exit_code) == ("title\nTalks\na\n;\nb\n2\nc\n3\n", 0)


def test_commands_stand_between_statements(warehouse):
    script = ".mode json\nSELECT 1 AS one;\n.mode csv\n\\d category\n.quit\nSELECT 2;"
    done = run_script(warehouse, script)
    assert done.stdout.splitlines()[:5] == [
        "[", '{"one": 1}', "]", "column_name,data_type,comment",
        "category,VARCHAR,Name of the category.",
    ]  # fmt: skip
    assert done.exit_code == 0
    assert "2" not in done.stdout.splitlines()[-1]


def test_tables_functions_and_help_are_listed(warehouse):
    shown = run_script(warehouse, ".tables\n.functions\n.help\n", "--csv").stdout
    assert "\nstory,view," in shown
    assert "\nrun,table," in shown
    assert all(command.names[0] in shown for command in COMMANDS)


@pytest.mark.parametrize(
    "wrong", ["SELEC 1;", "FROM nowhere;", "DELETE FROM article;", ".frobnicate", ".mode xml",
              ".columns nowhere", "SELECT 1; FROM nowhere;", "COPY article TO 'stolen.csv';"],
)  # fmt: skip
def test_a_script_ends_at_what_is_refused(warehouse, wrong):
    done = run_script(warehouse, f"{wrong}\nSELECT 99 AS later;\n", "--csv")
    assert done.exit_code == 2
    assert done.stderr
    assert "later" not in done.stdout
    assert not done.stderr.startswith("Traceback")


def test_without_a_warehouse_the_way_to_get_one_is_told(tmp_path):
    done = run_script(tmp_path / "none.duckdb", "SELECT 1;")
    assert (done.exit_code, "`newsmill run` makes one" in done.stderr) == (1, True)


def test_lines_are_gathered_until_a_statement_is_whole():
    lines = ["SELECT 1\n", "-- ;\n", ";\n", ".tables\n", "\n", "SELECT '\n", ".quit\n"]
    gathered = [text for text in gather_statements(lines) if text.strip()]
    assert gathered == ["SELECT 1\n-- ;\n;\n", ".tables\n", "SELECT '\n.quit\n"]


def test_at_a_terminal_enter_sends_a_whole_statement(warehouse, capsys):
    session = talk(warehouse, "SELECT title\rFROM article;\r.quit\r")
    shown = capsys.readouterr()
    assert shown.out.splitlines()[1:] == ["title", "Talks"]
    assert not session.is_open


def test_at_a_terminal_an_error_is_told_and_the_talk_goes_on(warehouse, capsys):
    talk(warehouse, "FROM nowhere;\r.frob\rSELECT 6 * 7 AS answer;\r\x04")
    shown = capsys.readouterr()
    assert "nowhere" in shown.err
    assert ".frob is no command" in shown.err
    assert shown.out.endswith("answer\n42\n")


def test_ctrl_c_clears_the_line_and_ctrl_d_leaves(warehouse, capsys):
    session = talk(warehouse, "SELECT 1 AS wrong\x03SELECT 2 AS right;\r\x04")
    assert capsys.readouterr().out.endswith("right\n2\n")
    assert not session.is_open


def test_the_history_is_kept_for_the_next_sitting(warehouse, capsys):
    talk(warehouse, "SELECT 6 * 7 AS answer;\r\x04")
    talk(warehouse, "\x1b[A\r\x04")  # the key for the line before
    assert capsys.readouterr().out.count("answer\n42\n") == 2


def test_a_history_that_cannot_be_written_does_no_harm(warehouse, capsys, monkeypatch):
    monkeypatch.setattr(prompting.click, "get_app_dir", lambda _: os.devnull)
    talk(warehouse, "SELECT 1 AS one;\r\x04")
    assert capsys.readouterr().out.endswith("one\n1\n")


def test_a_newer_copy_is_told_once_and_opened_when_asked(warehouse, capsys):
    def publish():
        fresh = warehouse.with_name("fresh")
        shutil.copyfile(warehouse, fresh)
        with duckdb.connect(str(fresh)) as connection:
            connection.execute("UPDATE article SET title = 'New talks'")
        fresh.replace(warehouse)

    session = talk(warehouse, "SELECT title FROM article;\rSELECT 1;\r.reopen\r", publish)
    shown = capsys.readouterr()
    assert shown.out.splitlines()[2] == "Talks"
    assert shown.err.count("newer copy") == 1
    assert session.is_open and session.is_stale


def complete(warehouse, before):
    with reader(warehouse) as connection:
        completer = prompting.SqlCompleter(read_words(connection))
    found = completer.get_completions(Document(before), None)
    return {item.text: item.display_meta_text for item in found}


def test_completions_say_what_a_word_means(warehouse):
    found = complete(warehouse, "FROM article WHERE published_d")
    assert found["published_date"].startswith("Day of publication as the outlet")
    assert complete(warehouse, ".he") == {".help": "this list"}
    assert "rejection_reason" in complete(warehouse, ".columns rej")
    assert next(iter(complete(warehouse, "sel"))) == "select"
