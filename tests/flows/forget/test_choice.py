"""What is forgotten: one document of a file, a file, or what a condition chooses."""

import json

import pytest

from tests.flows.forget.forgetting import NAME, ask, forget, id_of, run, states

pytestmark = pytest.mark.usefixtures("plain_runs")


def test_one_document_of_a_file_or_all_of_them(home):
    forget(home, "wire.jsonl!/1", "--yes")
    assert states(home)["wire.jsonl"] == "loaded"
    places = "SELECT place FROM document JOIN source_file USING (source_file_id) "
    assert ask(home, places + "WHERE path = 'wire.jsonl'") == [("2",)]
    assert run(home, reprocess=True).status == "ok"
    assert ask(home, places + "WHERE path = 'wire.jsonl'") == [("2",)]
    forget(home, "wire.jsonl", "--yes")
    assert states(home)["wire.jsonl"] == "quarantined"
    assert run(home).status == "unchanged"


def test_articles_are_chosen_by_any_condition_and_unknown_ones_are_told(home):
    shown = json.loads(forget(home, "--where", f"text LIKE '%{NAME}%'", "--dry-run", "--json"))
    assert {row["path"] for row in shown["documents"]} == {"a.txt", "copy.txt"}
    of_both = ("a.txt", "other.txt", "--where", f"text LIKE '%{NAME}%'", "--dry-run", "--json")
    assert [row["path"] for row in json.loads(forget(home, *of_both))["documents"]] == ["a.txt"]
    assert "Nothing stored is meant" in forget(home, "a.txt", "--where", "false", "--dry-run")
    assert "--where" in forget(home, "--where", "true", "--allow-again", code=2)
    assert "called nobody.txt" in forget(home, "nobody.txt", "--dry-run", code=2)
    assert "Binder Error" in forget(home, "--where", "titel = 1", "--dry-run", code=2)
    assert "say --dry-run" in forget(home, "a.txt", code=2)
    assert "Nothing stored is meant" in forget(home, "--where", "false", "--yes", "--dry-run")
    assert id_of(home, "a.txt")
