"""What is stored gives what its file gave."""

import json
import shutil

import pytest

from extractors.cleaning import CLEANER_VERSION
from extractors.records import Metadatum, Page
from flows.documents.page_packing import pack_reading, unpack_reading
from flows.replay.rounds import SHARD_CHARACTERS, cut
from flows.settings import ReplayParameters
from tests.flows.plain import run_plainly
from tests.flows.replay.replays import STORY, ask, call, fill, run, use_cleaner_before
from warehouse.replay import ChosenDocument

pytestmark = pytest.mark.usefixtures("plain_runs")
DERIVED = ("article", "metadatum", "mention", "fingerprint", "entity", "entity_alias")
MARTS = ("removed_lines", "share_of_voice", "outlet_comparison", "review_queue", "first_reports")


@pytest.fixture
def cleaned_before(monkeypatch):
    """Undo it to have the cleaner of today."""
    use_cleaner_before(monkeypatch)
    return monkeypatch


def dump(folder):
    """Every table a replay touches, without the runs; groups and stories as sets of articles."""
    tables = {
        "document": "SELECT * EXCLUDE (run_id) FROM document",
        "line": "FROM line",
        "rejection": "SELECT * EXCLUDE (run_id) FROM rejection",
        "source_file": "SELECT path, status, format, document_count, duplicate_of FROM source_file",
        "groups": "SELECT list(article_id ORDER BY ALL), canonical_article_id "
        "FROM duplicate_group GROUP BY duplicate_group_id, canonical_article_id",
        "stories": "SELECT list(article_id ORDER BY ALL) FROM story_article GROUP BY story_id",
        "marts": "SELECT category, line_count FROM removed_lines",
    }
    tables |= {name: f"SELECT * EXCLUDE (run_id) FROM {name}" for name in ("article",)}
    tables |= {name: f"FROM {name}" for name in DERIVED[1:] + MARTS}
    return {name: sorted(map(repr, ask(folder, sql))) for name, sql in tables.items()}


def test_a_replay_gives_what_a_fresh_load_gives_even_for_files_that_are_gone(
    tmp_path, cleaned_before
):
    replayed, fresh = tmp_path / "replayed", tmp_path / "fresh"
    fill(replayed)
    fill(fresh)
    run(replayed)
    cleaned_before.undo()
    run(fresh)
    before = dump(replayed)
    shutil.move(replayed / "corpus", replayed / "elsewhere")
    parameters = ReplayParameters(warehouse=replayed / "n.duckdb", stale=True, names="rules")
    report = run_plainly(parameters)
    assert report.status == "quarantined"  # plug.txt has no body
    assert {name: count for name, count in report.counts.items() if count} == {
        "seen": 8,
        "loaded": 7,
        "quarantined": 1,
    }
    expected, found = dump(fresh), dump(replayed)
    assert before != expected
    for name, rows in expected.items():
        assert found[name] == rows, name
    assert ask(replayed, "SELECT DISTINCT cleaner_version FROM line") == [(CLEANER_VERSION,)]
    assert ask(replayed, "SELECT job, seen_count FROM run ORDER BY started_at") == [
        ("ingest", 8),
        ("replay", 8),
    ]
    assert ask(
        replayed,
        "SELECT DISTINCT former_verdict, verdict, former_version FROM line_change ORDER BY ALL",
    ) == [("drop", "keep", "0.9"), ("keep", "drop", "0.9")]


def test_documents_that_state_nothing_are_cleaned_again_too(tmp_path, corpus, cleaned_before):
    (corpus / "a.md").write_text(STORY)
    (corpus / "b.jsonl").write_text(json.dumps({"text": STORY.replace("bridge", "ferry")}))
    deep = "<div>" * 5_000 + STORY.replace("bridge", "tunnel") + "</div>" * 5_000
    (corpus / "c.html").write_text(f"<html><body>{deep}</body></html>")  # lxml gives up
    run(tmp_path)
    cleaned_before.undo()
    told = json.loads(call(tmp_path, "--dry-run", "--json").output)
    assert (told["documents"], told["unreadable_documents"]) == (3, 0)


def test_a_page_comes_back_as_it_was_packed():
    facts = (Metadatum("title", "“T”", "meta_tag", source_field="og:title"),)
    page = Page("a\nb", "html", "en", "https://a.example/", frozenset({1, 0}), facts, True)
    stated = (Metadatum("outlet", "Tarn Herald", "sidecar"),)
    assert unpack_reading("a\nb", "html", pack_reading(page, stated)) == (page, stated)
    assert pack_reading(Page("a", "text")) is None
    assert unpack_reading("a", "text", None) == (Page("a", "text"), ())
    assert unpack_reading("a", "html", pack_reading(Page("a", "html"))) == (Page("a", "html"), ())


def test_parts_are_bounded_by_count_and_by_characters():
    documents = [ChosenDocument(str(n), "p", "", SHARD_CHARACTERS // 2, True) for n in range(5)]
    assert [len(part) for part in cut(documents)] == [2, 2, 1]
    small = [ChosenDocument(str(n), "p", "", 10, True) for n in range(501)]
    assert [len(part) for part in cut(small)] == [250, 250, 1]
