"""Finders that are spaCy pipelines or GLiNER models; long texts reach them in parts."""

import sys
from types import SimpleNamespace

import pytest

from flows.documents import finders
from flows.documents.finder_adapters import (
    GLINER_CHARACTERS,
    FinderError,
    adapt_gliner,
    adapt_spacy,
    cut_parts,
)
from flows.documents.finders import load_finder
from tests.flows.documents.own_finders import TEXT


def triples(mentions):
    return [(m.field, m.text, m.label) for m in mentions]


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
