"""Files with many documents, from reading to the tables."""

import json
from datetime import date

import pytest

from extractors.readers.formats import FORMATS
from tests.extractors.readers.examples import story
from tests.extractors.readers.test_formats import KINDS, example
from tests.flows.container_loads import ask, load_corpus
from tests.flows.hostile_files import archive
from warehouse.load import load_word_lists
from warehouse.storage.memory import open_in_memory

FILES = 200  # of each format two or more, and documents for several batches


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        load_word_lists(opened)
        yield opened


def test_hundreds_of_files_of_all_formats_lose_no_document(corpus, connection, monkeypatch):
    """Each document ends as an article or a rejection, as the example says."""
    # finding names is half of the time
    monkeypatch.setattr("extractors.names.mentions.list_candidates", lambda *_: [])
    examples = [example(form, kind) for form in FORMATS for kind in KINDS]
    assert 2 * len(examples) < FILES
    expected = 0
    for n in range(FILES):
        made = examples[n % len(examples)]
        folder = corpus / f"{n:04}"
        folder.mkdir()
        (folder / made.name).write_bytes(made.make(n))
        expected += len(made.becomes)
    settled = load_corpus(connection, corpus)
    assert settled.counts["seen"] == FILES
    found = ask(connection, "SELECT sum(document_count) FROM source_file")[0][0]
    articles = ask(connection, "SELECT count(*) FROM article")[0][0]
    refused = ask(connection, "SELECT count(*) FROM rejection WHERE reason <> 'no_documents'")[0][0]
    assert found == expected == articles + refused
    wanted = sum(
        made.becomes.count("page") for n in range(FILES) for made in [examples[n % len(examples)]]
    )
    assert articles == wanted
    contained = settled.contained
    assert contained["contained_document"] == (
        contained["contained_article"] + contained["contained_rejection"]
    )


def article_text(n):
    return f"{story(n).title}\n\n{story(n).text}\n"


def test_documents_of_a_changed_container_are_replaced(corpus, connection):
    (corpus / "a.zip").write_bytes(archive(a=article_text(1), b=article_text(2), c=b"\0" * 99))
    load_corpus(connection, corpus)
    first = dict(ask(connection, "SELECT place, document_id FROM document"))
    assert first.keys() == {"a", "b"}
    assert ask(connection, "SELECT place, reason FROM rejection") == [("c", "binary")]
    (corpus / "a.zip").write_bytes(archive(d=article_text(4), b=article_text(3)))
    settled = load_corpus(connection, corpus, "r2")
    second = dict(ask(connection, "SELECT place, document_id FROM document"))
    assert second.keys() == {"a", "b", "d"}  # what a file no longer holds stays
    assert second["b"] == first["b"]  # the place is the same, so the article is
    assert ask(connection, "SELECT count(*) FROM rejection") == [(0,)]
    assert settled.counts["loaded"] == 1


def test_a_container_without_any_article_is_quarantined(corpus, connection):
    (corpus / "a.zip").write_bytes(archive(a=b"", b=b"Read more\nShare this\n"))
    settled = load_corpus(connection, corpus)
    assert settled.counts["quarantined"] == 1
    rejections = ask(connection, "SELECT place, reason, detail FROM rejection ORDER BY place")
    assert [(place, reason) for place, reason, _ in rejections] == [
        ("", "no_documents"), ("a", "empty"), ("b", "no_body")
    ]  # fmt: skip
    assert rejections[0][2] == "None of 2 documents became an article: 1 empty, 1 no_body."


def test_a_container_that_vanishes_and_comes_back_keeps_its_rejections(corpus, connection):
    raw = archive(a=article_text(1), b=b"")
    (corpus / "a.zip").write_bytes(raw)
    load_corpus(connection, corpus)
    (corpus / "a.zip").unlink()
    load_corpus(connection, corpus, "r2")
    (corpus / "a.zip").write_bytes(raw)
    settled = load_corpus(connection, corpus, "r3")
    assert settled.counts["unchanged"] == 1
    assert ask(connection, "SELECT place, reason FROM rejection") == [("b", "empty")]


def test_columns_named_in_a_sidecar(corpus, connection):
    (corpus / "t.csv").write_text(f'Story,When\n"{story(1).text}",2024-03-05\n')
    assert load_corpus(connection, corpus).counts["quarantined"] == 1
    columns = {"column_text": "story", "column_published_at": "when", "outlet": "The Post"}
    (corpus / "_meta.json").write_text(json.dumps(columns))
    assert load_corpus(connection, corpus, "r2").counts["loaded"] == 1
    found = ask(connection, "SELECT outlet, published_date, left(text, 11) FROM article")
    assert found == [("The Post", date(2024, 3, 5), "The council")]


def test_sidecars_in_an_archive_go_before_those_beside_it(corpus, connection):
    facts = {"outlet": "Near", "section": None}
    members = {"a.txt": article_text(1), "a.meta.json": json.dumps(facts), "b.txt": article_text(2)}
    (corpus / "old.zip").write_bytes(archive(**members))
    (corpus / "_meta.json").write_text('{"outlet": "Far", "section": "News"}')
    settled = load_corpus(connection, corpus)
    assert settled.contained == {
        "container": 1, "contained_document": 2, "contained_article": 2, "contained_rejection": 0
    }  # fmt: skip
    found = (
        "SELECT place, outlet, section FROM article JOIN document USING (document_id) ORDER BY 1"
    )
    assert ask(connection, found) == [("a.txt", "Near", None), ("b.txt", "Far", "News")]
    told = "SELECT source_field FROM metadatum WHERE field = 'outlet' ORDER BY 1"
    assert ask(connection, told) == [
        ("_meta.json: outlet",), ("old.zip!/a.meta.json: outlet",)
    ]  # fmt: skip
