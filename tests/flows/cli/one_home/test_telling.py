"""`newsmill run`, `status` and `explain` tell what is there."""

import hashlib
import json

from extractors.reasons import REASONS
from tests.conftest import SAMPLES
from tests.flows.commands import call, options
from warehouse.storage.store import Store


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
