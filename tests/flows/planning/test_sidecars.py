"""Sidecars state facts about files, are counted apart, and a change loads those files again."""

import json
from dataclasses import replace

import pytest

from flows.planning.deciding import plan_run
from flows.planning.plan import KnownFile
from flows.planning.scan import scan_corpus
from flows.planning.sidecars import read_sidecars


def write(corpus, files):
    for path, content in files.items():
        target = corpus / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content if isinstance(content, str) else json.dumps(content))


def read(corpus, files):
    write(corpus, files)
    scan, stated = read_sidecars(scan_corpus(corpus))
    facts = {
        path: [(m.field, m.value, m.source_field) for m in of_file.metadata]
        for path, of_file in stated.items()
    }
    return scan, facts


def test_a_corpus_without_sidecars_is_left_as_it_is(corpus):
    write(corpus, {"a.txt": "x"})
    scan = scan_corpus(corpus)
    assert read_sidecars(scan) == (scan, {})


def test_a_sidecar_speaks_of_the_file_beside_it(corpus):
    scan, facts = read(
        corpus,
        {
            "a.txt": "x", "a.html": "y", "b.txt": "z",
            "a.meta.json": {"outlet": "The Courier", "author": ["Anna Novak", "Peter Holm"]},
            "a.html.meta.json": {"outlet": "The Larn Courier", "_why": "a comment"},
        },
    )  # fmt: skip
    authors = [("author", name, "a.meta.json: author") for name in ("Anna Novak", "Peter Holm")]
    assert facts == {
        "a.txt": [("outlet", "The Courier", "a.meta.json: outlet"), *authors],
        "a.html": [("outlet", "The Larn Courier", "a.html.meta.json: outlet"), *authors],
    }
    assert [file.path for file in scan.files] == ["a.html", "a.txt", "b.txt"]
    assert scan.sidecar_count == 2


def test_the_nearer_folder_goes_first_and_null_takes_back(corpus):
    _, facts = read(
        corpus,
        {
            "_meta.json": {"outlet": "All", "language": "en", "section": "News"},
            "a/_meta.json": {"outlet": "Near", "section": None},
            "a/b/c.txt": "x", "d.txt": "y",
        },
    )  # fmt: skip
    assert facts["a/b/c.txt"] == [
        ("outlet", "Near", "a/_meta.json: outlet"),
        ("language", "en", "_meta.json: language"),
    ]
    assert [value for _, value, _ in facts["d.txt"]] == ["All", "en", "News"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "no JSON"),
        ("[1]", "one JSON object"),
        ('{"outlets": "x"}', "did you mean outlet?"),
        ('{"day_order": "dmy"}', "must be day_first or month_first"),
        ('{"outlet": {"name": "x"}}', "must be a text"),
        ('{"outlet": true}', "must be a text"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_a_broken_sidecar_is_refused_and_states_nothing(corpus, content, told):
    scan, facts = read(corpus, {"a.txt": "x", "a.meta.json": content})
    assert facts == {}
    refused = {file.path: file.refused for file in scan.files}
    assert refused["a.txt"] is None
    assert refused["a.meta.json"].reason == "bad_sidecar"
    assert told in refused["a.meta.json"].detail
    assert scan.sidecar_count == 0


def test_a_sidecar_without_its_file_is_refused_and_that_of_a_folder_is_not(corpus):
    scan, _ = read(corpus, {"b.meta.json": {"outlet": "x"}, "_meta.json": {"outlet": "x"}})
    assert [file.path for file in scan.files] == ["b.meta.json"]
    assert scan.files[0].refused.reason == "bad_sidecar"


def test_fields_of_your_own_are_kept(corpus):
    _, facts = read(corpus, {"a.txt": "x", "a.meta.json": {"x_region": "Caucasus", "x_n": 3}})
    assert [row[:2] for row in facts["a.txt"]] == [("x_region", "Caucasus"), ("x_n", "3")]


def planned(corpus, known):
    scan, stated = read_sidecars(scan_corpus(corpus))
    return plan_run(scan, known, stated=stated)


def as_known(plan):
    return {
        file.found.path: KnownFile(
            file.found.path, "loaded", file.sha256, *file.found[2:5], None, True,
            sidecar_sha256=file.sidecar_sha256,
        )
        for file in plan.files
    }  # fmt: skip


def test_a_changed_sidecar_loads_its_files_again_and_only_those(corpus):
    write(corpus, {"a.txt": "x", "b.txt": "y", "a.meta.json": {"outlet": "The Courier"}})
    known = as_known(planned(corpus, {}))
    assert not planned(corpus, known).has_news
    write(corpus, {"a.meta.json": {"outlet": "The Larn Courier"}})
    plan = planned(corpus, known)
    assert [(file.found.path, file.outcome) for file in plan.files] == [("a.txt", "load")]
    assert plan.counts() == {
        "seen": 2, "loaded": 1, "unchanged": 1, "duplicate": 0, "quarantined": 0, "vanished": 0,
    }  # fmt: skip
    (corpus / "a.meta.json").unlink()
    assert [file.found.path for file in planned(corpus, known).files] == ["a.txt"]


def test_two_outlets_may_publish_the_same_bytes(corpus):
    write(corpus, {"one/a.txt": "x", "two/a.txt": "x", "three/a.txt": "x"})
    write(corpus, {"one/_meta.json": {"outlet": "One"}, "two/_meta.json": {"outlet": "Two"}})
    outcomes = {file.found.path: file.outcome for file in planned(corpus, {}).files}
    assert outcomes == {"one/a.txt": "load", "two/a.txt": "load", "three/a.txt": "load"}


def test_a_loaded_original_with_other_facts_does_not_stand_for_a_copy(corpus):
    write(corpus, {"a.txt": "x", "b.txt": "x"})
    known = as_known(planned(corpus, {}))
    del known["b.txt"]
    known["a.txt"] = known["a.txt"]._replace(sidecar_sha256="other")
    assert {f.found.path: f.outcome for f in planned(corpus, known).files} == {
        "a.txt": "load",
        "b.txt": "duplicate",
    }


def test_a_touched_file_keeps_what_is_stated(corpus):
    write(corpus, {"a.txt": "x", "a.meta.json": {"outlet": "The Courier"}})
    known = as_known(planned(corpus, {}))
    known["a.txt"] = known["a.txt"]._replace(modified_ns=1)
    (file,) = planned(corpus, known).files
    assert (file.outcome, file.is_touched) == ("unchanged", True)
    assert replace(file, stated=None).sidecar_sha256 is None
