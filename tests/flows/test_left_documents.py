"""What a file of many documents holds no longer, and what it holds as before."""

import json
from types import MappingProxyType

import pytest

from flows.settings import ForgetParameters, IngestParameters, ReplayParameters
from tests.extractors.readers.examples import story
from tests.flows.container_loads import ask, load_corpus
from tests.flows.hostile_files import archive
from tests.flows.plain import run_plainly
from warehouse.load import load_word_lists
from warehouse.storage.memory import open_in_memory
from warehouse.storage.store import Store

LEFT = "SELECT document_id, left_run_id FROM document WHERE left_run_id IS NOT NULL"
HELD = (
    "SELECT place, document.run_id, left_run_id FROM document JOIN article USING (document_id) "
    "ORDER BY place"
)


@pytest.fixture
def connection():
    with open_in_memory() as opened:
        load_word_lists(opened)
        yield opened


def write_list(corpus, *numbers, **changed):
    records = [
        {"id": f"n{n}", "title": story(n).title, "text": changed.get(f"n{n}", story(n).text)}
        for n in numbers
    ]
    (corpus / "latest.json").write_text(json.dumps(records))


def test_what_a_file_no_longer_holds_stays_and_says_so(corpus, connection):
    write_list(corpus, 1, 2)
    load_corpus(connection, corpus)
    write_list(corpus, 2, 3)
    load_corpus(connection, corpus, "r2")
    assert ask(connection, HELD) == [("n1", "r1", "r2"), ("n2", "r2", None), ("n3", "r2", None)]
    write_list(corpus, 1, 3)
    load_corpus(connection, corpus, "r3")
    assert ask(connection, HELD) == [("n1", "r3", None), ("n2", "r2", "r3"), ("n3", "r3", None)]


def test_what_only_lies_elsewhere_in_the_file_is_not_there_twice(corpus, connection):
    (corpus / "a.zip").write_bytes(archive(a=story(1).text, b=story(2).text))
    load_corpus(connection, corpus)
    (corpus / "a.zip").write_bytes(archive(c=story(1).text, b=story(2).text))
    load_corpus(connection, corpus, "r2")
    assert ask(connection, HELD) == [("b", "r2", None), ("c", "r2", None)]


@pytest.fixture
def run(plain_runs, tmp_path):
    """Runs over the list of these numbers; answers come from the store."""
    corpus = tmp_path / "corpus"
    corpus.mkdir(exist_ok=True)
    where = {"warehouse": tmp_path / "n.duckdb", "names": "rules", "workers": 1}

    def work(form=IngestParameters, numbers=(), ask_for=LEFT, changed=MappingProxyType({}), **more):
        if form is IngestParameters:
            write_list(corpus, *numbers, **changed)
            more = {"corpus": corpus} | more
        assert run_plainly(form(**where, **more)).exit_code == 0
        with Store(where["warehouse"]).connect() as store:
            return ask(store, ask_for)

    return work


def test_what_a_growing_file_holds_as_before_is_not_cleaned_again(run):
    of_last_run = (
        "SELECT place FROM document WHERE run_id = (SELECT max(run_id) FROM run) ORDER BY 1"
    )
    assert run(numbers=(1, 2), ask_for=of_last_run) == [("n1",), ("n2",)]
    other = {"n2": story(2).text + " The council is to meet again on Friday."}
    assert run(numbers=(1, 2, 3), changed=other, ask_for=of_last_run) == [("n2",), ("n3",)]
    again = run(numbers=(1, 2, 3), changed=other, ask_for=of_last_run, reprocess=True)
    assert again == [("n1",), ("n2",), ("n3",)]


def test_what_has_left_is_cleaned_again_and_forgotten_as_any_other(run, tmp_path):
    run(numbers=(1, 2))
    ((left, marked),) = run(numbers=(2,))
    assert run(ReplayParameters, targets=(left,)) == [(left, marked)]
    (chosen := tmp_path / "chosen").write_text(left)
    assert run(ForgetParameters, chosen=chosen) == []
    assert run(numbers=(2, 3)) == []


def test_articles_of_a_list_that_now_has_none_are_cleaned_again_and_it_stays_refused(run, tmp_path):
    run(numbers=(1, 2))
    (tmp_path / "corpus" / "latest.json").write_text('[{"id": "n9"}]')
    where = {"warehouse": tmp_path / "n.duckdb", "names": "rules", "workers": 1}
    for parameters in (
        IngestParameters(corpus=tmp_path / "corpus", **where), ReplayParameters(**where)
    ):  # fmt: skip
        report = run_plainly(parameters)
        assert (report.exit_code, report.tables["article"]) == (3, 2), report.message
