"""Finders of names: which can be chosen, and functions of one's own."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from flows.cli.main import main
from flows.documents import finders
from flows.documents.finder_adapters import FinderError
from flows.documents.finders import check_finder, load_finder, try_finder
from flows.settings import IngestParameters, check
from tests.conftest import ROOT
from tests.flows.documents.own_finders import TEXT

OWN = "python:tests.flows.documents.own_finders"


def triples(mentions):
    return [(m.field, m.text, m.label) for m in mentions]


@pytest.mark.parametrize("choice", ["tagger", "rules", f"{OWN}:find_ra"])
def test_finders_that_can_be_used(choice):
    assert check_finder(choice) == choice
    assert load_finder(choice).name == choice


def test_the_tagger_reports_to_nobody(tmp_path):
    """onnxruntime would put an id into the home and tell its makers what it runs."""
    code = "import flows; from extractors.tagger.tagging import load_tagger; load_tagger()"
    known = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    subprocess.run(
        [sys.executable, "-c", code], env={**known, "HOME": str(tmp_path)}, cwd=ROOT, check=True
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("choice", ["", "best", "spacy", "spacy:", "python:json", "python::x"])
def test_forms_that_are_wrong(choice, tmp_path):
    with pytest.raises(FinderError, match="--names must be tagger, rules, spacy:MODEL"):
        check_finder(choice)
    with pytest.raises(ValueError, match="--names must be"):
        check(IngestParameters, {"corpus": tmp_path, "names": choice})


@pytest.mark.parametrize("kind", ["spacy", "gliner"])
def test_a_package_that_is_missing_is_named(kind, monkeypatch):
    monkeypatch.setattr(finders, "find_spec", lambda name: None)
    with pytest.raises(FinderError, match=rf"pip install 'newsmill\[{kind}\]'"):
        check_finder(f"{kind}:some_model")


def test_the_command_line_tells_it(monkeypatch, tmp_path):
    monkeypatch.setattr(finders, "find_spec", lambda name: None)
    done = CliRunner().invoke(main, ["run", "--corpus", str(tmp_path), "--names", "gliner:x"])
    assert done.exit_code == 2
    assert "pip install 'newsmill[gliner]'" in done.output
    done = CliRunner().invoke(main, ["entities", "--names", "nonsense"], input="")
    assert done.exit_code == 2
    assert "--names must be" in done.output


def test_a_function_of_ones_own():
    finder = load_finder(f"{OWN}:find_ra")
    assert finder.languages is None
    assert triples(finder.find([("title", ""), ("body", TEXT)], "en")) == [("body", "Ra", "PERSON")]


@pytest.mark.parametrize(
    ("name", "told"), [("find_nonsense", "does not stand at 0-2"), ("find_overlapping", "overlap")]
)
def test_a_function_that_is_wrong_is_told(name, told):
    finder = load_finder(f"{OWN}:{name}")
    with pytest.raises(FinderError, match=told):
        finder.find([("body", TEXT)], "en")


def test_a_function_that_fails_is_told_before_any_file_is_read():
    with pytest.raises(
        FinderError, match=r"raise_error fails on a short text: KeyError\('model'\)"
    ):
        try_finder(f"{OWN}:raise_error")
    with pytest.raises(FinderError, match="does not stand at 0-2"):
        try_finder(f"{OWN}:find_nonsense")
    assert try_finder(f"{OWN}:find_nothing").languages == {"hy", "ka"}
    assert try_finder("rules").name == "rules"


def test_a_function_that_is_not_there():
    with pytest.raises(FinderError, match="no_such_function"):
        load_finder(f"{OWN}:no_such_function")
    with pytest.raises(FinderError, match="no_such_module"):
        load_finder("python:no_such_module:find")
    with pytest.raises(FinderError, match="FIELDS is no function but dict"):
        load_finder("python:flows.cli.clean:FIELDS")


def test_a_module_that_cannot_be_imported(tmp_path, monkeypatch):
    (tmp_path / "broken_finder.py").write_text("def find(:\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(FinderError, match="broken_finder cannot be imported: SyntaxError"):
        load_finder("python:broken_finder:find")
