"""The commands as a user types them; a warehouse is made once, without Prefect's server."""

import csv
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from extractors.reasons import REASONS
from flows.cli.flow_run import _failed
from flows.cli.main import COMMANDS, main
from flows.settings import IngestParameters
from tests.conftest import ROOT, SAMPLES
from warehouse.store import Store


def call(*arguments, **options):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], **options)


@pytest.fixture(scope="module")
def home(plain_runs, tmp_path_factory):
    """A folder with a corpus (the samples and a file that is refused) and its warehouse."""
    folder = tmp_path_factory.mktemp("home")
    shutil.copytree(SAMPLES, folder / "corpus")
    (folder / "corpus" / "broken.pdf").write_bytes(b"%PDF-1.7 ...")
    parameters = IngestParameters(corpus=folder / "corpus", warehouse=folder / "n.duckdb")
    plain_runs(parameters)
    return folder


def options(home):
    return ("--corpus", home / "corpus", "--warehouse", home / "n.duckdb")


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


def test_explain_of_a_file_in_no_warehouse(tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("Bridge to close\n\n" + "The bridge over the Tarn will be closed. " * 9)
    output = call("explain", draft, "--warehouse", tmp_path / "none.duckdb").output
    assert "not in the warehouse" in output
    assert "The bridge over the Tarn" in output


@pytest.fixture(scope="module")
def desk(plain_runs, tmp_path_factory):
    """A folder with files that are not one article each, and their warehouse."""
    folder = tmp_path_factory.mktemp("desk")
    sentence = "The bridge over the Tarn will be closed until spring, the mayor said on Monday. "
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "one.txt").write_text("Bridge to close\n\n" + sentence * 3)
    (corpus / "two.txt").write_text("Bridge to close\n\n" + sentence * 3)
    (corpus / "cut.json").write_text('{"text": "The may')
    rows = [{"title": f"Story {n}", "text": sentence + f"It was vote {n}."} for n in range(1, 12)]
    lines = [json.dumps(row) for row in [*rows, {"title": "Bare", "text": ""}]]
    (corpus / "rows.jsonl").write_text("\n".join(lines))
    (corpus / "gone.txt").write_text("Ferry to come\n\n" + sentence.replace("bridge", "ferry") * 2)
    plain_runs(IngestParameters(corpus=corpus, warehouse=folder / "n.duckdb"))
    (corpus / "gone.txt").unlink()
    plain_runs(IngestParameters(corpus=corpus, warehouse=folder / "n.duckdb"))
    return folder


def test_explain_lists_what_a_file_of_many_in_no_warehouse_holds(tmp_path):
    lines = [json.dumps({"id": n, "title": f"Story {n}", "text": "A word."}) for n in range(60)]
    (tmp_path / "rows.jsonl").write_text("\n".join([*lines, '{"id": "last", "url": "x"}']))
    where = ("--warehouse", tmp_path / "none.duckdb")
    listed = call("explain", tmp_path / "rows.jsonl", *where)
    assert (listed.exit_code, listed.stderr) == (0, "")
    heading, first, *_, last = listed.output.splitlines()
    assert heading == f"{tmp_path}/rows.jsonl holds 61 documents:"
    assert first == f"  newsmill explain '{tmp_path}/rows.jsonl!/0'   Story 0"
    assert last == "  and 11 more"
    assert call("explain", f"{tmp_path}/rows.jsonl!/last", *where).exit_code == 3
    assert call("explain", f"{tmp_path}/rows.jsonl!/none", *where).exit_code == 2


def test_explain_lists_what_a_file_of_many_documents_holds(desk):
    listed = call("explain", desk / "corpus" / "rows.jsonl", *options(desk))
    lines = listed.output.splitlines()
    assert (listed.exit_code, lines[0]) == (0, "rows.jsonl holds 12 documents:")
    assert lines[2] == "  newsmill explain 'rows.jsonl!/item 2'   Story 2"
    assert lines[12].startswith("  newsmill explain 'rows.jsonl!/item 12'   refused: no_text. ")
    assert "\ntitle: Story 2 (" in call("explain", "rows.jsonl!/item 2", *options(desk)).output
    refused = call("explain", "rows.jsonl!/item 12", *options(desk))
    assert (refused.exit_code, "refused: no_text" in refused.output) == (3, True)
    pair = call("explain", "rows.jsonl", "one.txt", *options(desk))
    assert (pair.exit_code, "holds several documents" in pair.output) == (2, True)


def test_explain_knows_refused_files_by_the_path_that_status_shows(desk):
    refused = call("explain", "cut.json", *options(desk))
    assert refused.exit_code == 3
    assert "cut.json is refused: damaged. It is not JSON" in refused.output
    assert REASONS["damaged"] in refused.output


def test_explain_of_a_refused_file_that_was_mended_since(desk, monkeypatch):
    monkeypatch.chdir(desk / "corpus")
    before = (desk / "corpus" / "cut.json").read_text()
    (desk / "corpus" / "cut.json").write_text(json.dumps({"text": "The mayor said so. " * 9}))
    told = call("explain", "cut.json", *options(desk))
    (desk / "corpus" / "cut.json").write_text(before)
    assert (told.exit_code, "not in the warehouse; cleaned now" in told.output) == (0, True)


def test_explain_of_a_copy_shows_the_file_that_stands_for_it(desk):
    told = call("explain", desk / "corpus" / "two.txt", *options(desk)).output
    assert told.startswith("two.txt has the same bytes as one.txt, which stands for it.\none.txt (")
    assert "The bridge over the Tarn" in told


def test_explain_of_a_file_that_is_gone_says_so(desk):
    told = call("explain", desk / "corpus" / "gone.txt", *options(desk)).output.splitlines()
    assert told[0] == "gone.txt is gone from the corpus; what was read from it stays."
    assert told[1].startswith("gone.txt (cleaned by ")


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


def test_the_traceback_of_a_first_run_is_kept(tmp_path):
    log = tmp_path / ".newsmill" / "n" / "error.log"
    report = _failed(ValueError("a fault"), "Unexpected ValueError: a fault", log)
    assert report.message == f"Unexpected ValueError: a fault (traceback in {log})"
    assert "ValueError: a fault" in log.read_text()


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


def test_what_is_listed_after_the_end_is_not_shown():
    code = (
        "import os, sys; from flows.cli.flow_run import end_by_signals\n"
        "class Held:\n"
        "    def __del__(self, write=os.write): write(2, b'leaked')\n"  # as nanobind does
        "held = Held(); {}; print('told', file=sys.stderr)\n"
    )

    def told(first):
        command = [sys.executable, "-c", code.format(first)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stderr.decode()

    assert told("pass") == "told\nleaked"
    assert told("end_by_signals()") == "told\n"


QUERY = """
import os, signal, sys, threading, types, duckdb
from pathlib import Path
from flows.cli.flow_run import end_by_signals, run_flow
from flows.settings import IngestParameters

def work(parameters):
    try:
        threading.Timer(0.5, os.kill, (os.getpid(), int(sys.argv[2]))).start()
        duckdb.sql("SELECT count(*) FROM range(3_000_000_000) t(i) WHERE hash(i) = 3").fetchall()
    except BaseException as error:
        return error  # as a flow does

# In their place, as Prefect takes seconds to import.
sys.modules["flows.server"] = types.SimpleNamespace(ensure_server=lambda log: False)
sys.modules["flows.ingest"] = types.SimpleNamespace(run_tagged=work)
end_by_signals()
folder = Path(sys.argv[1])
run_flow(IngestParameters(corpus=folder, warehouse=folder / "n.duckdb"), as_json=1, verbose=False)
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, -2)])
def test_a_signal_during_a_query_ends_the_command_and_is_no_fault(tmp_path, number, code):
    command = [sys.executable, "-c", QUERY, str(tmp_path), str(int(number))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert not (tmp_path / ".newsmill" / "n" / "error.log").exists()
