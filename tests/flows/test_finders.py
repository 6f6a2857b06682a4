"""The finder a user chooses: its form, what is missing, and the adapters."""

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from extractors.records import Mention
from flows import finders
from flows.cli.main import main
from flows.finder_adapters import (
    GLINER_CHARACTERS,
    FinderError,
    adapt_gliner,
    adapt_spacy,
    cut_parts,
)
from flows.finders import check_finder, load_finder, try_finder
from flows.settings import IngestParameters, check
from tests.conftest import ROOT

TEXT = "Ama Ra of the Zangor Bank flew to Kenya.\n"


def triples(mentions):
    return [(m.field, m.text, m.label) for m in mentions]


@pytest.mark.parametrize("choice", ["tagger", "rules", "python:tests.flows.test_finders:find_ra"])
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


def find_ra(texts, language):
    return [
        Mention(text.index("Ra"), text.index("Ra") + 2, "PERSON", "Ra", field=field)
        for field, text in texts
        if "Ra" in text
    ]


def find_nonsense(texts, language):
    return [Mention(0, 2, "PERSON", "Zz", field="body")]


def find_overlapping(texts, language):
    return [Mention(0, 3, "PERSON", TEXT[:3], field="body"),
            Mention(2, 6, "PERSON", TEXT[2:6], field="body")]  # fmt: skip


def test_a_function_of_ones_own():
    finder = load_finder("python:tests.flows.test_finders:find_ra")
    assert finder.languages is None
    assert triples(finder.find([("title", ""), ("body", TEXT)], "en")) == [("body", "Ra", "PERSON")]


@pytest.mark.parametrize(
    ("name", "told"), [("find_nonsense", "does not stand at 0-2"), ("find_overlapping", "overlap")]
)
def test_a_function_that_is_wrong_is_told(name, told):
    finder = load_finder(f"python:tests.flows.test_finders:{name}")
    with pytest.raises(FinderError, match=told):
        finder.find([("body", TEXT)], "en")


def find_nothing(texts, language):
    assert (language, dict(texts)["body"][:3]) == ("hy", "The")
    return []


find_nothing.languages = ["hy", "ka"]


def raise_error(texts, language):
    raise KeyError("model")


def test_a_function_that_fails_is_told_before_any_file_is_read():
    with pytest.raises(
        FinderError, match=r"raise_error fails on a short text: KeyError\('model'\)"
    ):
        try_finder("python:tests.flows.test_finders:raise_error")
    with pytest.raises(FinderError, match="does not stand at 0-2"):
        try_finder("python:tests.flows.test_finders:find_nonsense")
    assert try_finder("python:tests.flows.test_finders:find_nothing").languages == {"hy", "ka"}
    assert try_finder("rules").name == "rules"


def test_a_function_that_is_not_there():
    with pytest.raises(FinderError, match="no_such_function"):
        load_finder("python:tests.flows.test_finders:no_such_function")
    with pytest.raises(FinderError, match="no_such_module"):
        load_finder("python:no_such_module:find")
    with pytest.raises(FinderError, match="FIELDS is no function but dict"):
        load_finder("python:flows.cli.clean:FIELDS")


def test_a_module_that_cannot_be_imported(tmp_path, monkeypatch):
    (tmp_path / "broken_finder.py").write_text("def find(:\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(FinderError, match="broken_finder cannot be imported: SyntaxError"):
        load_finder("python:broken_finder:find")


class FakePipeline:
    """What the adapter uses of a spaCy pipeline, calling each Kenya a GPE."""

    lang, max_length = "en", 30

    def pipe(self, texts):
        for text in texts:
            assert len(text) <= self.max_length
            starts = [i for i in range(len(text)) if text.startswith("Kenya", i)]
            yield SimpleNamespace(ents=[
                SimpleNamespace(start_char=s, end_char=s + 5, label_="GPE") for s in starts
            ])  # fmt: skip


def test_long_texts_reach_spacy_in_parts():
    finder = adapt_spacy("spacy:fake", FakePipeline())
    assert finder.languages == {"en"}
    text = "We flew to Kenya and on. " * 9
    mentions = finder.find([("title", "Kenya"), ("body", text)], "en")
    assert len(mentions) == 10
    assert all(m.text == "Kenya" and m.label == "PLACE" for m in mentions)
    starts = [m.start for m in mentions if m.field == "body"]
    assert [text[s : s + 5] for s in starts] == ["Kenya"] * 9


def test_a_real_spacy_pipeline_made_of_rules(tmp_path):
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "Zangor Bank"},
                        {"label": "DATE", "pattern": "Monday"},
                        {"label": "PERSON", "pattern": "Ama Ra"}])  # fmt: skip
    pipeline.to_disk(tmp_path / "pipeline")
    finder = load_finder(f"spacy:{tmp_path / 'pipeline'}")
    found = finder.find([("title", "Monday"), ("body", TEXT)], "en")
    assert triples(found) == [("body", "Ama Ra", "PERSON"), ("body", "Zangor Bank", "ORG")]
    with pytest.raises(FinderError, match="python -m spacy download"):
        load_finder("spacy:no_such_pipeline")


class FakeGliner:
    """What the adapter uses of a GLiNER model."""

    def predict_entities(self, text, labels, threshold):
        assert len(text) <= GLINER_CHARACTERS
        assert "location" in labels
        at = text.find("Kenya")
        return [{"start": at, "end": at + 5, "label": "location", "score": 0.9}] if at >= 0 else []


def test_gliner_spans_get_our_labels():
    finder = adapt_gliner("gliner:fake", FakeGliner())
    text = "x" * GLINER_CHARACTERS + " Kenya"
    (mention,) = finder.find([("body", text)], None)
    assert (mention.text, mention.label, mention.score) == ("Kenya", "PLACE", 0.9)
    assert text[mention.start : mention.end] == "Kenya"
    assert finder.languages is None


def test_a_gliner_model_that_is_not_there_is_told(monkeypatch):
    def from_pretrained(model):
        raise OSError("no such model")

    fake = SimpleNamespace(GLiNER=SimpleNamespace(from_pretrained=from_pretrained))
    monkeypatch.setitem(sys.modules, "gliner", fake)
    monkeypatch.setattr(finders, "find_spec", lambda name: fake)
    with pytest.raises(FinderError, match="cannot load 'nothing': no such model"):
        load_finder("gliner:nothing")


def test_parts_end_with_paragraphs_where_they_can():
    """A name cut in two is no name: lines first, blanks only inside of long ones."""
    text = "She met Ama Ra\nand Peter Holm of the Zangor Bank\nin Kenya"
    found = [text[start:end] for start, end in cut_parts(text, 36)]
    assert found == ["She met Ama Ra\n", "and Peter Holm of the Zangor Bank\n", "in Kenya"]


def test_parts_cover_the_text():
    text = "one two\nthree " + "x" * 40
    parts = cut_parts(text, 10)
    assert "".join(text[a:b] for a, b in parts) == text
    assert max(b - a for a, b in parts) <= 10
