"""`newsmill replay`: which lines of which articles change, and when."""

import json
import shutil

import pytest

from extractors.cleaning import CLEANER_VERSION, clean
from tests.flows.cleaners import use_cleaner
from tests.flows.replay.replays import ask, call, fill, run, use_cleaner_before

pytestmark = pytest.mark.usefixtures("plain_runs")


@pytest.fixture(scope="module")
def stale(plain_runs, tmp_path_factory):
    """A warehouse that an older cleaner has filled."""
    folder = tmp_path_factory.mktemp("stale")
    fill(folder)
    with pytest.MonkeyPatch.context() as patch:
        use_cleaner_before(patch)
        run(folder)
    return folder


@pytest.fixture
def home(stale, tmp_path):
    """A copy of it that a test may change."""
    return shutil.copytree(stale, tmp_path / "home")


def test_a_dry_run_shows_the_lines_and_changes_nothing(stale):
    before = (stale / "n.duckdb").read_bytes()
    shown = call(stale, "--dry-run")
    assert shown.exit_code == 0
    (line,) = [line for line in shown.output.splitlines() if "Read Mode" in line]
    assert line.split()[1:5] == ["3", "keep", "drop", "reader_control"]
    assert "documents would change (9 stored documents): " in shown.output
    told = json.loads(call(stale, "004_1094e6563f4abb73.txt", "--dry-run", "--json").output)
    assert told["documents"] == 1
    assert {change["path"] for change in told["changes"]} == {"004_1094e6563f4abb73.txt"}
    assert (stale / "n.duckdb").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ((), 9),
        (("--all",), 9),
        (("wire.jsonl",), 2),
        (("00*",), 5),
        (("00*", "--outlet", "tarn herald"), 0),
        (("--outlet", "tarn herald"), 1),
        (("--outlet", "Oakham Wire"), 2),
        (("ferry.html", "plug.txt"), 2),
    ],
)
def test_documents_are_chosen_by_file_pattern_and_outlet(stale, arguments, count):
    result = call(stale, *arguments, "--dry-run", "--json")
    if count:
        assert json.loads(result.output)["documents"] == count
    else:
        assert result.exit_code == 2


def test_a_file_of_the_corpus_or_an_id_is_a_target_too(stale):
    told = json.loads(call(stale, stale / "corpus" / "ferry.html", "--dry-run", "--json").output)
    assert told["documents"] == 1
    ((article_id,),) = ask(stale, "SELECT article_id FROM article WHERE title LIKE 'Ferry%'")
    told = json.loads(call(stale, article_id[:8], "--dry-run", "--json").output)
    assert told["documents"] == 1
    unknown = call(stale, "no-such-file.txt", "--dry-run")
    assert unknown.exit_code == 2
    assert "no stored document is called no-such-file.txt" in unknown.output
    unknown = call(stale, "--outlet", "No Such Paper", "--dry-run")
    assert unknown.exit_code == 2
    assert "no stored document has the outlet 'No Such Paper'" in unknown.output


def test_nothing_is_changed_without_a_yes(stale):
    result = call(stale)
    assert result.exit_code == 2
    assert "say --dry-run" in result.output


def test_with_yes_the_lines_of_these_files_change_and_no_others(home):
    ids = ask(home, "SELECT article_id FROM article ORDER BY 1")
    result = call(home, "00*", "--yes")
    assert result.exit_code == 0, result.output
    assert "lines of 5 documents changed (5 stored documents)" in result.output
    assert ask(home, "SELECT article_id FROM article ORDER BY 1") == ids
    versions = "SELECT cleaner_version, count(*) FROM document GROUP BY 1 ORDER BY 1"
    assert ask(home, versions) == [("0.9", 4), (CLEANER_VERSION, 5)]
    left = json.loads(call(home, "--dry-run", "--json").output)
    assert left["documents"] == 4
    assert call(home, "00*", "--stale", "--dry-run").exit_code == 2
    told = json.loads(call(home, "--yes", "--json").output)
    assert (told["counts"]["seen"], told["exit_code"]) == (3, 3)
    assert told["changes"]
    nothing = call(home, "--yes")
    assert nothing.exit_code == 0
    assert nothing.output.startswith("Nothing to replay")


def test_a_document_that_makes_the_cleaner_fail_stays_as_it_was(home, monkeypatch):
    def fail(page):
        if page.format == "html":
            raise ValueError("a fault")
        return clean(page)

    use_cleaner(monkeypatch, fail)
    shown = json.loads(call(home, "--dry-run", "--json").output)
    assert {change["path"] for change in shown["changes"]} >= {"004_1094e6563f4abb73.txt"}
    assert "ferry.html" not in {change["path"] for change in shown["changes"]}
    result = call(home, "ferry.html", "--yes", "--json")
    told = json.loads(result.output)
    assert (told["status"], told["rejections"][0]["reason"]) == ("quarantined", "crashed")
    assert ask(home, "SELECT cleaner_version FROM article WHERE title LIKE 'Ferry%'") == [("0.9",)]
