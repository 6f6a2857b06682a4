"""The commands as a user types them; a warehouse is made once, without Prefect's server."""

import csv
import hashlib
import json
import shutil

import pytest
from click.testing import CliRunner

from extractors.reasons import REASONS
from flows.cli.main import COMMANDS, main
from flows.settings import IngestParameters
from tests.conftest import SAMPLES


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
        "Quarantined: 1 damaged (newsmill status --rejections)",
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


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--corpus", "no/such/folder"), "the corpus folder no/such/folder does not exist"),
        (("--corpus", SAMPLES, "--warehouse", SAMPLES), "is a folder"),
        (("--corpus", SAMPLES, "--max-mb", "-1"), "greater than 0"),
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


def test_explain_of_what_cannot_be_explained(home, tmp_path):
    assert call("explain", "no-such-thing", *options(home)).exit_code == 2
    refused = call("explain", home / "corpus" / "broken.pdf", *options(home))
    assert refused.exit_code == 3
    assert "damaged" in refused.output
