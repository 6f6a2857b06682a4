"""The commands as a user types them; a warehouse is made once, without Prefect's server."""

import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from extractors.reasons import REASONS
from flows.cli.main import COMMANDS, main
from flows.settings import IngestParameters
from tests.conftest import ROOT, SAMPLES
from tests.flows.commands import call, options
from warehouse.store import Store


@pytest.fixture(scope="module")
def home(plain_runs, tmp_path_factory):
    """A folder with a corpus (the samples and a file that is refused) and its warehouse."""
    folder = tmp_path_factory.mktemp("home")
    shutil.copytree(SAMPLES, folder / "corpus")
    (folder / "corpus" / "broken.pdf").write_bytes(b"%PDF-1.7 ...")
    parameters = IngestParameters(corpus=folder / "corpus", warehouse=folder / "n.duckdb")
    plain_runs(parameters)
    return folder


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name):
    result = call(name, "--help")
    assert result.exit_code == 0
    assert "Example" in result.output
    assert f"newsmill {name}" in result.output


@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_the_example_of_clean_gives_a_title_and_a_body(shell):
    if shutil.which(shell) is None:
        shell = "sh"
    example = call("clean", "--help").output.partition("Example:")[2].split("\n\n")[0]
    command = example.replace("newsmill clean", f"'{sys.executable}' -m flows.cli clean")
    done = subprocess.run([shell, "-c", command], cwd=ROOT, capture_output=True, check=True)
    result = json.loads(done.stdout)
    assert (result["title"], result["text"]) == (
        "Bridge closed",
        "The mayor closed it today.",
    )


def test_help_lists_every_command_and_the_exit_codes():
    output = call("--help").output
    assert all(f"  {name} " in output for name in COMMANDS)
    assert "3 done but some input was refused" in output


def test_nothing_new_is_told_with_what_is_refused(home):
    result = call("run", *options(home))
    assert result.exit_code == 3
    assert result.output.splitlines() == [
        "Nothing new. 6 files seen = 0 loaded + 5 unchanged + 0 duplicate + 1 quarantined"
        " + 0 vanished",
        "Refused, files and what is in them: 1 damaged (newsmill status --rejections)",
    ]


def test_run_as_json(home):
    report = json.loads(call("run", *options(home), "--json").output)
    assert (report["status"], report["exit_code"]) == ("quarantined", 3)
    assert report["counts"]["seen"] == 6
    assert report["rejections"][0]["path"] == "broken.pdf"


def test_dry_run_changes_nothing(home, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    result = call("run", "--dry-run", "--corpus", SAMPLES, "--warehouse", tmp_path / "new.duckdb")
    assert result.exit_code == 0
    assert "5 files seen = 5 loaded" in result.output
    assert sorted(tmp_path.rglob("*")) == before


def test_a_dry_run_is_answered_while_another_run_is_writing(home, tmp_path):
    with Store(home / "n.duckdb").writer():
        result = call("run", "--dry-run", *options(home))
        told = json.loads(call("run", "--dry-run", "--json", *options(home)).output)
        assert call("run", *options(home)).exit_code == 1
    assert result.exit_code == 0
    assert "6 files seen = 0 loaded + 5 unchanged + 0 duplicate + 1 quarantined" in result.output
    assert "Another run is writing to n.duckdb" in result.output
    assert (told["is_run_going_on"], told["counts"]["unchanged"]) == (True, 5)
    fresh = tmp_path / "fresh.duckdb"
    Store(fresh).folder.mkdir(parents=True)
    Store(fresh).path.touch()
    with Store(fresh).writer():  # it has published nothing yet
        first = call("run", "--dry-run", "--corpus", SAMPLES, "--warehouse", fresh)
    assert "5 files seen = 5 loaded" in first.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--corpus", "no/such/folder"), "the corpus folder no/such/folder does not exist"),
        (("--corpus", SAMPLES, "--warehouse", SAMPLES), "is a folder"),
        (("--corpus", SAMPLES, "--max-mb", "-1"), "--max-mb: input should be greater than 0"),
        (("--corpus", SAMPLES, "--max-mb", "inf"), "--max-mb: input should be a finite number"),
        (("--corpus", SAMPLES, "--max-mb", "1e300"), "--max-mb: input should be less than"),
        (("--corpus", __file__), "is not a folder"),
        (("--frobnicate",), "No such option"),
    ],
)
def test_wrong_usage_is_told_and_exits_with_2(arguments, told):
    result = call("run", *arguments)
    assert result.exit_code == 2
    assert told in result.output
    assert "Traceback" not in result.output


def test_sql_prints_a_table_csv_and_json(home):
    ask = (
        "sql",
        "FROM source_file SELECT path, byte_count ORDER BY path LIMIT 1",
        *options(home)[2:],
    )
    size = (SAMPLES / sorted(p.name for p in SAMPLES.iterdir())[0]).stat().st_size
    first = sorted(p.name for p in SAMPLES.iterdir())[0]
    assert call(*ask).output.split() == ["path", "byte_count", *call(*ask).output.split()[2:]]
    assert list(csv.reader(call(*ask, "--csv").output.splitlines())) == [
        ["path", "byte_count"],
        [first, str(size)],
    ]
    assert json.loads(call(*ask, "--json").output) == [{"path": first, "byte_count": size}]


def test_sql_reads_a_question_from_standard_input(home):
    result = call("sql", "-", "--csv", *options(home)[2:], input="SELECT 6 * 7 AS answer")
    assert result.output == "answer\n42\n"


@pytest.mark.parametrize(
    "question", ["SELEC 1", "DELETE FROM article", "COPY article TO 'stolen.csv'", "FROM nowhere"]
)
def test_sql_refuses_what_it_cannot_or_must_not_do(home, question):
    result = call("sql", question, *options(home)[2:])
    assert result.exit_code == 2
    assert "Error" in result.output


def test_sql_tells_how_an_answer_gets_into_a_file(home):
    told = call("sql", "COPY article TO 'article.parquet'", *options(home)[2:]).output
    assert "--csv > FILE" in told
    assert "open the warehouse with DuckDB itself" in told


def test_without_a_warehouse_the_way_to_get_one_is_told(tmp_path):
    for arguments in (("sql", "SELECT 1"), ("status",)):
        result = call(*arguments, "--warehouse", tmp_path / "none.duckdb")
        assert result.exit_code == 1
        assert "`newsmill run` makes one" in result.output


def test_status_shows_runs_and_rejections(home):
    output = call("status", *options(home)[2:]).output
    assert "damaged" in output
    listed = call("status", "--rejections", *options(home)[2:]).output
    told = json.loads(call("status", "--rejections", "--json", *options(home)[2:]).output)
    assert (told["runs"][0]["seen_count"], told["runs"][0]["job"]) == (6, "ingest")
    (refused,) = told["rejections"]
    sha256 = hashlib.sha256((home / "corpus" / "broken.pdf").read_bytes()).hexdigest()
    assert (refused["path"], refused["place"], refused["sha256"]) == ("broken.pdf", "", sha256)
    assert refused["run_id"] == told["runs"][0]["run_id"]
    assert refused["what_to_do"] == REASONS[refused["reason"]]
    for shown in ("broken.pdf", sha256[:12], refused["refused_at"][:19], REASONS["damaged"]):
        assert shown in listed
    assert "newsmill replay --rejected" in listed


def test_explain_by_path_and_by_id_tell_the_same(home):
    path = home / "corpus" / "004_1094e6563f4abb73.txt"
    by_path = call("explain", path, *options(home))
    assert by_path.exit_code == 0
    assert "- Support The Moscow Times!   [donation_appeal:" in by_path.output
    assert "  Russia said Thursday it was ready" in by_path.output
    assert "\noutlet: The Moscow Times (line 1)\n" in by_path.output
    assert "\npublished_date: unknown\n" in by_path.output
    name = next(line for line in by_path.output.splitlines() if line.startswith("article_id: "))
    assert call("explain", name.split()[1], *options(home)).output == by_path.output


def test_explain_of_what_cannot_be_explained(home, tmp_path):
    assert call("explain", "no-such-thing", *options(home)).exit_code == 2
    refused = call("explain", home / "corpus" / "broken.pdf", *options(home))
    assert refused.exit_code == 3
    assert "damaged" in refused.output


def test_json_has_each_column_and_numbers_that_json_knows(home):
    sql = "SELECT 1 AS a, 'x' AS a, 3 AS a_1, ['nan'::DOUBLE, 1.5] AS list, 2.50::DECIMAL AS price"
    (row,) = json.loads(call("sql", sql, "--json", *options(home)[2:]).output)
    assert row == {"a": 1, "a_2": "x", "a_1": 3, "list": [None, 1.5], "price": 2.5}


def test_large_numbers_are_written_out(home):
    output = call("sql", "SELECT 123456.7::DOUBLE AS f, 0.12345::DOUBLE AS g", *options(home)[2:])
    assert output.output.split()[-2:] == ["123,457", "0.1235"]


def test_each_of_several_statements_is_answered(home):
    told = call("sql", "SELECT 1 AS a; SET VARIABLE x = 2; SELECT 3", *options(home)[2:], "--csv")
    assert told.output.split() == ["a", "1", "3", "3"]


def test_a_folder_is_no_warehouse(home):
    result = call("status", "--warehouse", home)
    assert (result.exit_code, "is a folder; name a file" in result.output) == (1, True)


@pytest.mark.parametrize("question", ["", "-- a remark", " ; "])
def test_nothing_asked_is_wrong_usage(home, question):
    result = call("sql", "-", *options(home)[2:], input=question)
    assert (result.exit_code, result.output) == (2, "There is no statement to answer.\n")


@pytest.mark.parametrize("name", ["sql", "shell"])
def test_questions_that_are_not_utf8_are_wrong_usage(home, name):
    arguments = (name, "-") if name == "sql" else (name,)
    result = call(*arguments, *options(home)[2:], input=b"SELECT 1;\nSELECT '\xff';")
    assert result.exit_code == 2
    assert "standard input, line 2" in result.output


def test_arguments_that_are_not_utf8_are_wrong_usage(home):
    result = call("explain", "odd\udcff.txt", *options(home))
    assert result.exit_code == 2
    assert "as newsmill prints it" in result.output


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"story", "group", "entity"}))
def test_variables_are_named_after_the_options(name):
    group = main.make_context("newsmill", ["--version"], resilient_parsing=True)
    for option in main.get_command(group, name).params[:-1]:
        long = max(option.opts, key=len).lstrip("-").replace("-", "_").upper()
        expected = None if option.name == "form" else f"NEWSMILL_{name.upper()}_{long}"
        assert option.param_type_name == "argument" or option.envvar == expected


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--timezone", "Athens"), "'Athens' is none"),
        (("--timezone", "Europe/Athens", "--every", "60"), "goes with --cron"),
        (("--cron", "0 6 * * *", "--every", "60"), "not both"),
    ],
)
def test_a_schedule_that_cannot_be_kept_is_wrong_usage(home, arguments, told):
    result = call("serve", *arguments, *options(home))
    assert (result.exit_code, told in result.output) == (2, True)


def test_a_variable_sets_an_option(home):
    environment = {"NEWSMILL_RUN_JSON": "1", "NEWSMILL_RUN_DRY_RUN": "yes"}
    report = json.loads(call("run", *options(home), env=environment).output)
    assert (report["dry_run"], report["counts"]["seen"]) == (True, 6)


def newsmill(*arguments, **settings):
    """A process of its own, whose streams can be anything; exit code and what it says."""
    command = [sys.executable, "-m", "flows.cli", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, check=False, **settings)
    return done.returncode, done.stderr.decode()


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
