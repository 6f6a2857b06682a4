"""What was forgotten does not come back, unless that is allowed."""

import json
import shutil

import pytest

from tests.flows import commands
from tests.flows.commands import options
from tests.flows.forget.forgetting import NAME, STORY, ask, forget, id_of, run, states, write

pytestmark = pytest.mark.usefixtures("plain_runs")


def test_it_does_not_come_back_and_the_counts_balance(home):
    told = forget(home, "a.txt", "--yes")
    assert "1 document of 1 file forgotten: 6 lines, 3 mentions, 1 former state" in told
    assert "1 file seen = 0 loaded + 0 unchanged + 0 duplicate + 1 quarantined + 0 vanished" in told
    assert "1 file that holds them still lies in the corpus, for you to delete: a.txt" in told
    assert ask(home, "SELECT job, status FROM run ORDER BY started_at DESC LIMIT 1") == [
        ("forget", "ok")
    ]
    report = run(home)
    assert (report.status, report.counts["quarantined"]) == ("unchanged", 1)
    shutil.copyfile(home / "corpus" / "a.txt", home / "corpus" / "moved.txt")
    write(home, "a.txt", STORY.replace("Monday", "Tuesday"), title="At the same place")
    record = {"id": 1, "text": (home / "corpus" / "moved.txt").read_text()}
    (home / "corpus" / "packed.jsonl").write_text(json.dumps(record))
    for reads in ({}, {"reprocess": True}, {"rejected": True}):
        report = run(home, **reads)
        assert report.status == "ok", report
        assert NAME not in repr(ask(home, "SELECT text FROM article WHERE title LIKE 'Mayor%'"))
        assert {p: s for p, s in states(home).items() if s == "quarantined"} == dict.fromkeys(
            ("a.txt", "moved.txt", "packed.jsonl"), "quarantined"
        )
    assert states(home)["copy.txt"] == "loaded"  # other words around the same story

    for name in ("a.txt", "moved.txt", "packed.jsonl"):
        (home / "corpus" / name).unlink()
    assert run(home).counts["vanished"] == 3
    assert not {"a.txt", "moved.txt", "packed.jsonl"} & states(home).keys()
    assert ask(home, "SELECT count(*) FROM tombstone") == [(1,)]


def test_copies_go_too_when_that_is_said_and_no_later_one_comes(home):
    shown = forget(home, "a.txt", "--dry-run")
    copy = id_of(home, "copy.txt")
    assert f"1 copy of these texts left (--copies takes them too): {copy}" in shown
    told = json.loads(forget(home, "a.txt", "--copies", "--yes", "--json"))
    assert copy in told["forgotten"]
    assert len(told["forgotten"]) == 2
    write(home, "later.txt", title="Under another headline")
    run(home)
    assert states(home)["later.txt"] == "quarantined"


def test_a_copy_that_stays_is_not_refused_when_it_is_read_again(home):
    facts = json.dumps({"outlet": "The Bay Post"})
    (home / "corpus" / "copy.meta.json").write_text(facts)
    shutil.copyfile(home / "corpus" / "a.txt", home / "corpus" / "copy.txt")
    run(home)
    forget(home, "a.txt", "--yes")
    assert run(home, reprocess=True).status == "ok"
    assert (states(home)["a.txt"], states(home)["copy.txt"]) == ("quarantined", "loaded")


def test_what_is_allowed_again_comes_back_under_its_id(home):
    key = id_of(home, "a.txt")
    forget(home, "a.txt", "other.txt", "--yes")
    assert key[:8] in forget(home, "--list")
    assert key in forget(home, home / "corpus" / "a.txt", "--allow-again")
    report = run(home)
    assert (report.counts["loaded"], report.counts["quarantined"]) == (1, 1)
    assert id_of(home, "a.txt") == key
    forget(home, "a.txt", "--allow-again", code=2)

    forget(home, "a.txt", "copy.txt", "--copies", "--yes")
    explained = commands.call("explain", home / "corpus" / "a.txt", *options(home))
    assert (explained.exit_code, "is refused: forgotten. " in explained.output) == (3, True)
    forget(home, "copy.txt", "--allow-again")
    run(home)
    assert (states(home)["a.txt"], states(home)["copy.txt"]) == ("quarantined", "loaded")
