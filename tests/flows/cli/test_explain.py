"""`explain` of files that are not one article each: many, refused, copied, gone, or unknown."""

import json
import shlex

import pytest

from extractors.reasons import REASONS
from flows.settings import IngestParameters
from tests.flows.commands import call, options


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


def test_explain_shows_what_a_terminal_would_obey(tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("The bridge \x1b]0;over\x07 the Tarn. " + "It will be closed in May. " * 30)
    where = ("--warehouse", tmp_path / "none.duckdb")
    assert "The bridge \\x1b]0;over\\x07 the Tarn." in call("explain", draft, *where).output
    assert "\\x1b[2J is neither" in call("explain", "\x1b[2J", *where).output


def test_names_of_members_are_quoted_for_the_shell(tmp_path):
    (tmp_path / "rows.jsonl").write_text('{"id": "a\'; b \'", "text": "A word."}\n' * 2)
    listed = call("explain", tmp_path / "rows.jsonl", "--warehouse", tmp_path / "none.duckdb")
    command = listed.output.splitlines()[1].partition("   ")[0]
    assert shlex.split(command)[2:] == [f"{tmp_path}/rows.jsonl!/a'; b '"]


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
