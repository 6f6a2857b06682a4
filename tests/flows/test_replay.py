"""Replay: stored texts through another cleaner, refused files once more."""

import json
import shutil
from dataclasses import replace

import duckdb
import pytest
from click.testing import CliRunner

from extractors.cleaning import CLEANER_VERSION, clean
from extractors.records import Metadatum, Page
from flows import sharding
from flows.cli.main import main
from flows.page_packing import pack_reading, unpack_reading
from flows.replaying import SHARD_CHARACTERS, cut
from flows.retrying import try_rejected
from flows.settings import IngestParameters, ReplayParameters
from tests.conftest import SAMPLES
from tests.flows.cleaners import use_cleaner
from tests.flows.hostile_files import archive, end_the_process
from tests.flows.plain import run_plainly
from warehouse.replay import ChosenDocument

pytestmark = pytest.mark.usefixtures("plain_runs")
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry to return</title>
<meta property="og:site_name" content="Tarn Herald">
<meta property="article:published_time" content="2023-09-08T10:00:00+00:00">
<link rel="canonical" href="https://tarn.example/ferry"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Ferry to return</h1>
<p>The ferry over the river Tarn will return in spring, the council of Larnstead said on Friday.</p>
<p>Joan Fairweather, the mayor, said that the boat had been repaired at a cost of two millions.</p>
</article><footer>All rights reserved</footer></body></html>"""
DERIVED = ("article", "metadatum", "mention", "fingerprint", "entity", "entity_alias")
MARTS = ("removed_lines", "share_of_voice", "outlet_comparison", "review_queue", "first_reports")


def clean_before(page):
    """A cleaner that knows fewer kinds of boilerplate, and calls a kept line a caption."""
    cleaned = clean(page)
    lines = list(cleaned.lines)
    for number, line in enumerate(lines):
        if line.verdict == "drop":
            lines[number] = line._replace(verdict="keep", category=None, rule="body")
        elif line.verdict == "keep" and line.end - line.start > 200:
            lines[number] = line._replace(verdict="drop", category="caption", rule="odd")
    kept = [page.text[line.start : line.end] for line in lines if line.verdict == "keep"]
    text = "\n".join(piece for piece in kept if piece.strip())
    return replace(cleaned, text=text, lines=tuple(lines), cleaner_version="0.9")


@pytest.fixture
def cleaned_before(monkeypatch):
    """Undo it to have the cleaner of today."""
    use_cleaner_before(monkeypatch)
    return monkeypatch


def use_cleaner_before(patch):
    use_cleaner(patch, clean_before)


def fill(folder):
    corpus = folder / "corpus"
    shutil.copytree(SAMPLES, corpus)
    (corpus / "ferry.html").write_text(PAGE)
    records = [{"id": number, "title": f"Bridge {number}", "text": STORY} for number in (1, 2)]
    (corpus / "wire.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    (corpus / "wire.meta.json").write_text('{"outlet": "Oakham Wire"}')
    (corpus / "plug.txt").write_text("Share this article\nRead more\n")
    return corpus


STORY = (
    "The mayor of Larnstead, Joan Fairweather, said on Monday that the old bridge over the river "
    "would be closed for repairs.\n\nTraders in the market hall fear for their income."
)


def run(folder, **options):
    where = {"corpus": folder / "corpus", "warehouse": folder / "n.duckdb"}
    return run_plainly(IngestParameters(**where, names="rules", **options))


def ask(folder, sql):
    with duckdb.connect(str(folder / "n.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


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


def call(folder, *arguments, **options):
    usual = ("--corpus", folder / "corpus", "--warehouse", folder / "n.duckdb", "--names", "rules")
    return CliRunner().invoke(main, ["replay", *map(str, (*arguments, *usual))], **options)


@pytest.fixture(scope="module")
def stale(plain_runs, tmp_path_factory):
    """A warehouse that an older cleaner has filled."""
    folder = tmp_path_factory.mktemp("stale")
    fill(folder)
    with pytest.MonkeyPatch.context() as patch:
        use_cleaner_before(patch)
        run(folder)
    return folder


@pytest.fixture
def home(stale, tmp_path):
    """A copy of it that a test may change."""
    return shutil.copytree(stale, tmp_path / "home")


def test_a_dry_run_shows_the_lines_and_changes_nothing(stale):
    before = (stale / "n.duckdb").read_bytes()
    shown = call(stale, "--dry-run")
    assert shown.exit_code == 0
    (line,) = [line for line in shown.output.splitlines() if "Read Mode" in line]
    assert line.split()[1:5] == ["3", "keep", "drop", "reader_control"]
    assert "documents would change (9 stored documents): " in shown.output
    told = json.loads(call(stale, "004_1094e6563f4abb73.txt", "--dry-run", "--json").output)
    assert told["documents"] == 1
    assert {change["path"] for change in told["changes"]} == {"004_1094e6563f4abb73.txt"}
    assert (stale / "n.duckdb").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ((), 9),
        (("--all",), 9),
        (("wire.jsonl",), 2),
        (("00*",), 5),
        (("00*", "--outlet", "tarn herald"), 0),
        (("--outlet", "tarn herald"), 1),
        (("--outlet", "Oakham Wire"), 2),
        (("ferry.html", "plug.txt"), 2),
    ],
)
def test_documents_are_chosen_by_file_pattern_and_outlet(stale, arguments, count):
    result = call(stale, *arguments, "--dry-run", "--json")
    if count:
        assert json.loads(result.output)["documents"] == count
    else:
        assert result.exit_code == 2


def test_a_file_of_the_corpus_or_an_id_is_a_target_too(stale):
    told = json.loads(call(stale, stale / "corpus" / "ferry.html", "--dry-run", "--json").output)
    assert told["documents"] == 1
    ((article_id,),) = ask(stale, "SELECT article_id FROM article WHERE title LIKE 'Ferry%'")
    told = json.loads(call(stale, article_id[:8], "--dry-run", "--json").output)
    assert told["documents"] == 1
    unknown = call(stale, "no-such-file.txt", "--dry-run")
    assert unknown.exit_code == 2
    assert "no stored document is called no-such-file.txt" in unknown.output
    unknown = call(stale, "--outlet", "No Such Paper", "--dry-run")
    assert unknown.exit_code == 2
    assert "no stored document has the outlet 'No Such Paper'" in unknown.output


def test_nothing_is_changed_without_a_yes(stale):
    result = call(stale)
    assert result.exit_code == 2
    assert "say --dry-run" in result.output


def test_with_yes_the_lines_of_these_files_change_and_no_others(home):
    ids = ask(home, "SELECT article_id FROM article ORDER BY 1")
    result = call(home, "00*", "--yes")
    assert result.exit_code == 0, result.output
    assert "lines of 5 documents changed (5 stored documents)" in result.output
    assert ask(home, "SELECT article_id FROM article ORDER BY 1") == ids
    versions = "SELECT cleaner_version, count(*) FROM document GROUP BY 1 ORDER BY 1"
    assert ask(home, versions) == [("0.9", 4), (CLEANER_VERSION, 5)]
    left = json.loads(call(home, "--dry-run", "--json").output)
    assert left["documents"] == 4
    assert call(home, "00*", "--stale", "--dry-run").exit_code == 2
    told = json.loads(call(home, "--yes", "--json").output)
    assert (told["counts"]["seen"], told["exit_code"]) == (3, 3)
    assert told["changes"]
    nothing = call(home, "--yes")
    assert nothing.exit_code == 0
    assert nothing.output.startswith("Nothing to replay")


def test_a_document_that_makes_the_cleaner_fail_stays_as_it_was(home, monkeypatch):
    def fail(page):
        if page.format == "html":
            raise ValueError("a fault")
        return clean(page)

    use_cleaner(monkeypatch, fail)
    shown = json.loads(call(home, "--dry-run", "--json").output)
    assert {change["path"] for change in shown["changes"]} >= {"004_1094e6563f4abb73.txt"}
    assert "ferry.html" not in {change["path"] for change in shown["changes"]}
    result = call(home, "ferry.html", "--yes", "--json")
    told = json.loads(result.output)
    assert (told["status"], told["rejections"][0]["reason"]) == ("quarantined", "crashed")
    assert ask(home, "SELECT cleaner_version FROM article WHERE title LIKE 'Ferry%'") == [("0.9",)]


def test_rejected_files_are_tried_again_and_no_others(tmp_path, corpus):
    (corpus / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    (corpus / "late.txt").write_bytes(b"")
    (corpus / "copy.txt").write_bytes(b"")
    (corpus / "still.txt").write_bytes(bytes(range(256)) * 9)
    run(tmp_path)
    (corpus / "late.txt").write_text("Ferry to return\n\n" + STORY.replace("bridge", "ferry"))
    (corpus / "copy.txt").write_bytes((corpus / "a.txt").read_bytes())
    (corpus / "new.txt").write_text("A new one\n\n" + STORY.replace("bridge", "tunnel"))
    shown = call(tmp_path, "--rejected", "--dry-run")
    assert [line.split()[:3] for line in shown.output.splitlines()[2:5]] == [
        ["copy.txt", "empty", "copy"],
        ["late.txt", "empty", "article"],
        ["still.txt", "binary", "binary"],
    ]
    assert ask(tmp_path, "SELECT count(*) FROM article") == [(1,)]
    result = call(tmp_path, "--rejected")
    assert result.exit_code == 3
    assert result.output.startswith(
        "3 files seen = 1 loaded + 0 unchanged + 1 duplicate + 1 quarantined + 0 vanished"
    )
    assert ask(tmp_path, "SELECT path, status FROM source_file ORDER BY 1") == [
        ("a.txt", "loaded"),
        ("copy.txt", "duplicate"),
        ("late.txt", "loaded"),
        ("still.txt", "quarantined"),
    ]
    assert ask(tmp_path, "SELECT job FROM run ORDER BY started_at") == [("ingest",), ("rejected",)]
    assert run(tmp_path).counts["loaded"] == 1  # new.txt, by the next run


def test_what_is_gone_is_left_to_the_next_run_when_it_has_a_copy(tmp_path, corpus):
    packed = archive(**{"a.txt": STORY, "empty.txt": ""})
    (corpus / "a.zip").write_bytes(packed)
    (corpus / "b.zip").write_bytes(packed)
    run(tmp_path)
    ids = ask(tmp_path, "SELECT article_id FROM article")
    (corpus / "a.zip").unlink()
    call(tmp_path, "--rejected")
    assert run(tmp_path).counts["loaded"] == 1
    assert ask(tmp_path, "SELECT article_id FROM article") == ids
    files = ask(tmp_path, "SELECT path, status FROM source_file ORDER BY path")
    assert files == [("a.zip", "vanished"), ("b.zip", "loaded")]


def test_a_dry_run_outlives_what_kills_its_process(tmp_path, corpus, monkeypatch):
    (corpus / "deadly.zip").write_bytes(b"")
    run(tmp_path)
    (corpus / "deadly.zip").write_bytes(archive(**{"a.txt": STORY}))
    where = {"corpus": corpus, "warehouse": tmp_path / "n.duckdb", "rejected": True}
    monkeypatch.setattr(sharding, "is_harmless", lambda file: False)  # read in a process
    (trial,) = try_rejected(IngestParameters(**where), end_the_process)
    assert (trial.path, trial.before, trial.now) == ("deadly.zip", "empty", "crashed")


def test_what_lay_in_a_file_that_is_broken_now_is_no_article(tmp_path, corpus, monkeypatch):
    (corpus / "a.zip").write_bytes(archive(**{"a.txt": STORY, "b.txt": ""}))
    run(tmp_path)
    whole = (corpus / "a.zip").read_bytes()
    (corpus / "a.zip").write_bytes(whole[:40])
    where = {"corpus": corpus, "warehouse": tmp_path / "n.duckdb", "rejected": True}
    (trial,) = try_rejected(IngestParameters(**where))
    assert (trial.place, trial.before, trial.now) == ("b.txt", "empty", "damaged")


def test_a_mended_file_is_taken_by_the_next_run(tmp_path, corpus):
    (corpus / "late.txt").write_bytes(b"")
    assert run(tmp_path).status == "quarantined"
    (corpus / "late.txt").write_text("Ferry to return\n\n" + STORY)
    assert run(tmp_path).status == "ok"
    assert ask(tmp_path, "SELECT count(*) FROM rejection") == [(0,)]


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
