"""What the README shows is what newsmill prints."""

import re
import shutil
import subprocess
import sys

import duckdb
import pytest

from tests.conftest import ROOT, SAMPLES

README = (ROOT / "README.md").read_text("utf-8")
NEWSMILL = (sys.executable, "-m", "flows.cli")


def marked(name):
    """The text between <!-- name --> and <!-- end -->."""
    return re.search(rf"<!-- {re.escape(name)} -->\n(.*?)<!-- end -->", README, re.S)[1]


def blocks(text):
    return re.findall(r"```\w+\n(.*?)```", text, re.S)


@pytest.fixture(scope="module")
def warehouse(prefect_api, tmp_path_factory):
    """The main job as a user runs it, in a process of its own."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(SAMPLES, folder / "corpus")
    home = folder / "home"
    home.mkdir()
    done = subprocess.run(
        [*NEWSMILL, "run"],
        cwd=folder,
        env={"HOME": str(home), "PYTHONPATH": str(ROOT), "PREFECT_API_URL": prefect_api},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return folder, done


def test_the_main_job_prints_what_the_readme_shows(warehouse):
    _, done = warehouse
    assert (done.returncode, done.stderr) == (0, "")
    (shown,) = blocks(marked("output: newsmill run"))
    assert done.stdout == shown


def test_the_question_has_the_answer_the_readme_shows(warehouse):
    folder, _ = warehouse
    command, shown = blocks(marked("answer"))
    question = re.search(r'sql "(.*)"', command, re.S)[1]
    done = subprocess.run(
        [*NEWSMILL, "sql", question], cwd=folder, capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(ROOT), "HOME": str(folder)},
    )  # fmt: skip
    tidy = [line.rstrip() for line in done.stdout.splitlines()]
    assert tidy == [line.rstrip() for line in shown.splitlines()]


def test_a_second_run_says_so_without_prefect(warehouse):
    folder, _ = warehouse
    code = (
        "import sys\nfrom flows.cli.main import main\n"
        "try: main(['run'])\nexcept SystemExit as end: print(end.code, 'prefect' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(ROOT), "HOME": str(folder / "home")},
    )  # fmt: skip
    first, last = done.stdout.splitlines()[0], done.stdout.splitlines()[-1]
    assert first.startswith("Nothing new. 5 files seen = 0 loaded + 5 unchanged")
    assert last == "0 False"


def test_every_file_the_readme_names_is_there():
    named = re.findall(r"`((?:extractors|warehouse|flows|tests|benchmarks)/[\w./]*)`", README)
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_table_the_readme_names_is_there(warehouse):
    folder, _ = warehouse
    with duckdb.connect(str(folder / "newsmill.duckdb"), read_only=True) as connection:
        names = "SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views()"
        tables = {name for (name,) in connection.execute(names).fetchall()}
    section = README.split("| question | table |")[1].split("\n\n")[0]
    named = set(re.findall(r"`(\w+)`", section))
    assert len(named) > 10
    assert named <= tables
