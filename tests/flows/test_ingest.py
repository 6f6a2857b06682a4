"""The main job from files to a published warehouse, in a real DuckDB; Prefect: test_prefect.py."""

import json
import shutil
from datetime import UTC, datetime

import duckdb
import pytest

from flows.ingest import ingest
from flows.settings import IngestParameters, ReplayParameters
from tests.conftest import SAMPLES
from tests.flows.plain import run_plainly
from warehouse.errors import StoreBusy
from warehouse.identity import update_entities
from warehouse.store import Store

pytestmark = pytest.mark.usefixtures("plain_runs")
STAMP = "Larnstead - 3 May 2024 20:00"
STORY = (
    "The mayor of Larnstead, Joan Fairweather, said on Monday that the old bridge over the river "
    "Tarn would be closed for repairs until the end of the summer, after engineers had found "
    "cracks in two of its five pillars.\n\nTraders in the market hall fear for their income. "
    "“We have not been asked,” said Peter Holm, who sells fish there, and he called for a ferry."
)


def run(tmp_path, **options):
    where = {"corpus": tmp_path / "corpus", "warehouse": tmp_path / "news.duckdb"}
    return run_plainly(IngestParameters(**where, **{"workers": 2, "names": "rules"} | options))


def ask(tmp_path, sql):
    with duckdb.connect(str(tmp_path / "news.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def counts(report):
    return {name: count for name, count in report.counts.items() if count}


@pytest.fixture(scope="module")
def samples(plain_runs, tmp_path_factory):
    """A warehouse of the five samples, made once."""
    folder = tmp_path_factory.mktemp("samples")
    shutil.copytree(SAMPLES, folder / "corpus")
    report = run(folder, names="tagger")
    return folder, report


@pytest.fixture(scope="module")
def bridge(plain_runs, tmp_path_factory):
    """A warehouse of one article, made once."""
    folder = tmp_path_factory.mktemp("bridge")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    run(folder)
    return folder


@pytest.fixture
def known(bridge, tmp_path):
    """The corpus of a copy of it: a.txt, which is loaded."""
    return shutil.copytree(bridge, tmp_path, dirs_exist_ok=True) / "corpus"


def test_the_samples_become_articles(samples):
    folder, report = samples
    assert counts(report) == {"seen": 5, "loaded": 5}
    assert (report.status, report.exit_code) == ("ok", 0)
    assert ask(folder, "SELECT count(*) FROM article") == [(5,)]
    assert ask(folder, "SELECT count(*) FROM article WHERE published_date IS NOT NULL") == [(0,)]
    assert ask(folder, "SELECT count(*) FROM duplicate_group WHERE NOT is_canonical") == [(0,)]


def test_a_name_and_a_day_under_the_headline_are_the_articles(tmp_path):
    (tmp_path / "corpus").mkdir()
    text = f"Old bridge over the Tarn closes until autumn\n\nAnna Novak\n{STAMP}\n\n{STORY}"
    (tmp_path / "corpus" / "bridge.txt").write_text(text)
    run(tmp_path)
    told = ask(tmp_path, "SELECT author, published_date::VARCHAR FROM article")
    assert told == [("Anna Novak", "2024-05-03")]
    place = "SELECT raw_text[start_offset + 1:end_offset] FROM document_text JOIN metadatum ON "
    place += "document_id = article_id WHERE field = 'author'"
    assert ask(tmp_path, place) == [("Anna Novak",)]


def test_the_samples_are_three_stories(samples):
    folder, _ = samples
    stories = ask(
        folder,
        """
        SELECT list(left(file.path, 3) ORDER BY file.path)
        FROM story_article JOIN article USING (article_id)
        JOIN source_file AS file USING (source_file_id)
        GROUP BY story_id ORDER BY 1
        """,
    )
    assert [story for (story,) in stories] == [["000", "001", "002"], ["003"], ["004"]]


def test_raw_texts_come_back_from_the_ledger(samples):
    folder, _ = samples
    rebuilt = ask(
        folder,
        """
        SELECT file.path, raw.raw_text FROM document_text AS raw
        JOIN document USING (document_id) JOIN source_file AS file USING (source_file_id)
        """,
    )
    assert len(rebuilt) == 5
    for path, text in rebuilt:
        assert text.encode() == (SAMPLES / path).read_bytes()


def test_the_run_is_recorded_and_balances(samples):
    folder, report = samples
    assert ask(folder, "SELECT run_id, seen_count, loaded_count, status FROM run") == [
        (report.run_id, 5, 5, "ok")
    ]


def test_a_run_ends_when_its_entities_are_known(tmp_path, corpus, monkeypatch):
    (corpus / "a.txt").write_text(STORY)
    seen = []

    def update(*arguments, **options):
        seen.append(datetime.now(UTC).replace(tzinfo=None))
        return update_entities(*arguments, **options)

    monkeypatch.setattr("flows.stages.update_entities", update)
    run(tmp_path)
    ((began, ended, seconds),) = ask(
        tmp_path,
        "SELECT run.started_at, finished_at, seconds FROM run JOIN run_quality USING (run_id)",
    )
    assert began < seen[0] <= ended
    assert seconds == (ended - began).total_seconds()


def test_a_second_run_changes_nothing(samples):
    folder, _ = samples
    before = (folder / "news.duckdb").stat()
    report = run(folder)
    assert (report.status, counts(report)) == ("unchanged", {"seen": 5, "unchanged": 5})
    after = (folder / "news.duckdb").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert (report.other_finder, run(folder, names="tagger").other_finder) == ("tagger", None)


def test_what_a_sidecar_states_goes_into_the_article_and_its_change_too(tmp_path, corpus):
    (corpus / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    sidecar = corpus / "a.meta.json"
    sidecar.write_text('{"outlet": "The Courier", "published_at": "2024-03-05", "x_box": "7"}')
    report = run(tmp_path)
    assert (counts(report), report.sidecar_count) == ({"seen": 1, "loaded": 1}, 1)
    assert ask(tmp_path, "SELECT outlet, published_date::VARCHAR, language FROM article") == [
        ("The Courier", "2024-03-05", "en")
    ]
    mentioned = "SELECT value, normal_value FROM metadatum WHERE field = 'mentioned_date'"
    assert ask(tmp_path, mentioned) == [("on Monday", "2024-03-04")]
    sidecar.write_text('{"outlet": "The Larn Courier", "published_at": "2124-03-05"}')
    assert counts(run(tmp_path)) == {"seen": 1, "loaded": 1}
    assert ask(tmp_path, "SELECT outlet, published_date FROM article") == [
        ("The Larn Courier", None)
    ]
    refused = "SELECT value, refused, source_field FROM metadatum WHERE refused IS NOT NULL"
    assert ask(tmp_path, refused) == [("2124-03-05", "in_the_future", "a.meta.json: published_at")]
    assert run(tmp_path).status == "unchanged"


def test_new_changed_copied_refused_and_vanished_files(tmp_path, corpus):
    (corpus / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    (corpus / "b.txt").write_text("Another title\n\n" + STORY.replace("Larnstead", "Oakham") * 2)
    run(tmp_path)
    (first,) = ask(tmp_path, "SELECT article_id, text FROM article WHERE title LIKE 'Bridge%'")

    (corpus / "a.txt").write_text("Bridge is closed\n\n" + STORY + " The work begins at once.")
    (corpus / "b.txt").unlink()
    (corpus / "copy.txt").write_bytes((corpus / "a.txt").read_bytes())
    (corpus / "empty.txt").write_bytes(b"")
    (corpus / "nul.bin").write_bytes(bytes(range(32)) * 99)
    report = run(tmp_path)

    expected = {"seen": 5, "loaded": 1, "duplicate": 1, "quarantined": 2, "vanished": 1}
    assert (counts(report), report.exit_code) == (expected, 3)
    (second,) = ask(tmp_path, "SELECT article_id, text FROM article WHERE title LIKE 'Bridge%'")
    assert first[0] == second[0]
    assert "begins at once" in second[1]
    assert ask(tmp_path, "SELECT path, status FROM source_file ORDER BY path") == [
        ("a.txt", "loaded"),
        ("b.txt", "vanished"),
        ("copy.txt", "duplicate"),
        ("empty.txt", "quarantined"),
        ("nul.bin", "quarantined"),
    ]
    assert ask(tmp_path, "SELECT reason FROM rejection ORDER BY 1") == [("binary",), ("empty",)]
    assert ask(tmp_path, "SELECT count(*) FROM article") == [(2,)]  # that of b.txt stays

    again = run(tmp_path)
    assert (again.status, counts(again)) == (
        "quarantined",
        {"seen": 4, "unchanged": 1, "duplicate": 1, "quarantined": 2},
    )


def test_a_file_that_is_moved_keeps_its_article(tmp_path, known):
    facts = (
        "SELECT path, outlet, article_id, story_id FROM article JOIN source_file USING "
        "(source_file_id) JOIN story_article USING (article_id) ORDER BY path"
    )
    ((_, _, *ids),) = ask(tmp_path, facts)
    (known / "oakhampost.com").mkdir()
    (known / "a.txt").rename(known / "oakhampost.com" / "b.txt")
    assert counts(run(tmp_path)) == {"seen": 1, "loaded": 1}
    assert ask(tmp_path, facts) == [("oakhampost.com/b.txt", "oakhampost.com", *ids)]
    assert run(tmp_path).status == "unchanged"

    (known / "oakhampost.com" / "b.txt").write_text("Bridge closed\n\n" + STORY + " It is cold.")
    (known / "a.txt").write_text("Another title\n\n" + STORY.replace("Larnstead", "Oakham") * 2)
    assert counts(run(tmp_path)) == {"seen": 2, "loaded": 2}
    other, moved = ask(tmp_path, facts)
    assert moved == ("oakhampost.com/b.txt", "oakhampost.com", *ids)
    assert (other[0], other[2] in ids) == ("a.txt", False)
    (known / "oakhampost.com" / "b.txt").unlink()
    assert counts(run(tmp_path)) == {"seen": 2, "unchanged": 1, "vanished": 1}
    replayed = run_plainly(ReplayParameters(warehouse=tmp_path / "news.duckdb", names="rules"))
    assert counts(replayed) == {"seen": 2, "loaded": 2}
    assert ask(tmp_path, facts) == [other, moved]


def test_a_file_that_is_copied_and_then_deleted_keeps_its_article(tmp_path, known):
    """A corpus is laid out anew while runs go on: all is there twice, then the old folder goes."""
    files = "SELECT path, status, article_id FROM source_file LEFT JOIN article USING "
    files += "(source_file_id) ORDER BY path"
    ((_, _, article_id),) = ask(tmp_path, files)
    (known / "oakhampost.com").mkdir()
    shutil.copy(known / "a.txt", known / "oakhampost.com" / "a.txt")
    assert counts(run(tmp_path)) == {"seen": 2, "unchanged": 1, "duplicate": 1}
    (known / "a.txt").unlink()
    assert counts(run(tmp_path)) == {"seen": 2, "loaded": 1, "vanished": 1}
    now = [("a.txt", "vanished", None), ("oakhampost.com/a.txt", "loaded", article_id)]
    assert ask(tmp_path, files) == now
    assert ask(tmp_path, "SELECT outlet FROM article") == [("oakhampost.com",)]
    assert run(tmp_path).status == "unchanged"
    shutil.copy(known / "oakhampost.com" / "a.txt", known / "a.txt")
    (known / "oakhampost.com" / "a.txt").unlink()
    assert counts(run(tmp_path)) == {"seen": 2, "loaded": 1, "vanished": 1}
    assert ask(tmp_path, files)[0] == ("a.txt", "loaded", article_id)


def test_a_file_that_was_refused_is_refused_when_it_comes_back(tmp_path, corpus):
    """It still has the article of its last good bytes; what it holds now is none."""
    (corpus / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    (corpus / "b.txt").write_text("Another title\n\n" + STORY.replace("Larnstead", "Oakham") * 2)
    run(tmp_path)
    (corpus / "b.txt").write_text("")
    assert counts(run(tmp_path)) == {"seen": 2, "unchanged": 1, "quarantined": 1}
    (corpus / "b.txt").rename(tmp_path / "b.txt")
    assert counts(run(tmp_path)) == {"seen": 2, "unchanged": 1, "vanished": 1}
    (corpus / "c.txt").write_text("")  # it is no more b.txt than any other empty file
    assert counts(run(tmp_path)) == {"seen": 2, "unchanged": 1, "quarantined": 1}
    (corpus / "c.txt").unlink()
    (tmp_path / "b.txt").rename(corpus / "b.txt")
    report = run(tmp_path)
    assert counts(report) == {"seen": 3, "unchanged": 1, "quarantined": 1, "vanished": 1}
    assert [item["path"] for item in report.rejections] == ["b.txt"]
    assert ask(tmp_path, "SELECT count(*) FROM article") == [(2,)]


def test_a_text_without_a_body_goes_and_comes_back_with_its_refusal(tmp_path, corpus):
    (corpus / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    (corpus / "b.txt").write_text("Share this article\nRead more\n")
    refused = {"seen": 2, "unchanged": 1, "quarantined": 1}
    assert run(tmp_path).exit_code == 3
    (corpus / "b.txt").rename(tmp_path / "b.txt")
    assert counts(run(tmp_path)) == {"seen": 2, "unchanged": 1, "vanished": 1}
    (tmp_path / "b.txt").rename(corpus / "b.txt")
    assert counts(run(tmp_path)) == refused
    assert counts(run(tmp_path)) == refused
    assert ask(tmp_path, "SELECT reason FROM rejection") == [("no_body",)]


def test_what_stays_refused_in_a_container_is_told_by_every_run(tmp_path, corpus):
    record = json.dumps({"title": "Bridge to be closed", "text": STORY})
    (corpus / "a.jsonl").write_text(f"{record}\n{{broken\n")
    reports = [run(tmp_path), run(tmp_path)]
    (corpus / "b.txt").write_text("Another title\n\n" + STORY.replace("Larnstead", "Oakham") * 2)
    reports.append(run(tmp_path))
    assert [report.exit_code for report in reports] == [3, 3, 3]
    assert ask(tmp_path, "SELECT DISTINCT status FROM run") == [("quarantined",)]
    in_force = "SELECT sum(rejection_count)::BIGINT FROM run_quality"
    assert ask(tmp_path, in_force) == [(1,)]
    (corpus / "a.jsonl").rename(tmp_path / "away")
    assert run(tmp_path).status == "ok"
    assert ask(tmp_path, in_force) == [(0,)]
    (corpus / "a.jsonl").write_text(f"{record}\n")
    assert run(tmp_path).status == "ok"


def test_one_run_or_two_give_the_same_tables(samples, tmp_path, corpus):
    """Rows do not depend on how the files were split over runs."""
    paths = iter(sorted(SAMPLES.iterdir()))
    for size in (2, 3):
        for _ in range(size):
            shutil.copy(next(paths), corpus)
        run(tmp_path, names="tagger")
    dumps = [
        [
            ask(folder, f"SELECT * EXCLUDE (run_id) FROM {table} ORDER BY ALL")
            for table in ("document", "article")
        ]
        + [
            ask(folder, f"FROM {table} ORDER BY ALL")
            for table in ("line", "mention", "entity", "duplicate_group", "story_article")
        ]
        for folder in (samples[0], tmp_path)
    ]
    assert dumps[0] == dumps[1]
    assert all(dumps[0])


def test_the_state_of_a_run_says_what_became_of_the_files(tmp_path, corpus):
    (corpus / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    (corpus / "b.txt").write_text("")
    parameters = IngestParameters(
        corpus=corpus, warehouse=tmp_path / "news.duckdb", names="rules", workers=1
    )
    state = ingest.fn(parameters)
    assert (state.name, state.message) == (
        "Completed",
        "quarantined: 2 files seen = 1 loaded + 0 unchanged + 0 duplicate + 1 quarantined + "
        "0 vanished",
    )


def test_a_failed_check_leaves_the_warehouse_as_it_was(tmp_path, known, monkeypatch):
    before = (tmp_path / "news.duckdb").read_bytes()
    (known / "b.txt").write_text("Another title\n\n" + STORY.replace("river", "stream"))
    from warehouse import checks

    monkeypatch.setattr(checks, "sql_names", lambda folder: ["odd.sql"])
    monkeypatch.setattr(checks, "read_sql", lambda *path: "SELECT 'odd' WHERE 1 = 1")
    report = run(tmp_path)
    assert (report.status, report.exit_code) == ("check_failed", 4)
    assert "odd" in report.message
    assert (tmp_path / "news.duckdb").read_bytes() == before
    assert not Store(tmp_path / "news.duckdb").staging.exists()
    monkeypatch.undo()
    assert counts(run(tmp_path)) == {"seen": 2, "loaded": 1, "unchanged": 1}


def test_a_store_or_copy_that_is_gone_or_stale_comes_back(tmp_path, known, monkeypatch):
    (tmp_path / "news.duckdb").unlink()
    assert run(tmp_path).status == "unchanged"
    assert ask(tmp_path, "SELECT count(*) FROM article") == [(1,)]

    shutil.rmtree(tmp_path / ".newsmill")
    (known / "b.txt").write_text("Another title\n\n" + STORY.replace("river", "stream"))
    monkeypatch.setattr(Store, "publish", lambda store: None)  # as if it was killed before
    assert counts(run(tmp_path)) == {"seen": 2, "loaded": 1, "unchanged": 1}
    monkeypatch.undo()
    assert ask(tmp_path, "SELECT count(*) FROM article") == [(1,)]
    assert run(tmp_path).status == "unchanged"
    assert ask(tmp_path, "SELECT count(*) FROM article") == [(2,)]


def test_only_one_run_writes_at_a_time(tmp_path, corpus):
    (corpus / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    store = Store(tmp_path / "news.duckdb")
    with store.writer():
        report = run(tmp_path)
        with pytest.raises(StoreBusy), Store(tmp_path / "news.duckdb").writer():
            pass
    assert report.status == "failed"
    assert report.message.startswith("Another run is writing")


def test_readers_neither_block_the_run_nor_see_half_of_it(tmp_path, known):
    with duckdb.connect(str(tmp_path / "news.duckdb"), read_only=True) as reader:
        (known / "b.txt").write_text("Another title\n\n" + STORY.replace("river", "stream"))
        assert run(tmp_path).status == "ok"
        assert reader.execute("SELECT count(*) FROM article").fetchone() == (1,)
    assert ask(tmp_path, "SELECT count(*) FROM article") == [(2,)]


def test_a_file_that_is_no_warehouse_is_never_replaced(tmp_path, corpus):
    (corpus / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    (tmp_path / "news.duckdb").write_text("my notes")
    report = run(tmp_path)
    assert report.status == "failed"
    assert "not a newsmill warehouse" in report.message
    assert (tmp_path / "news.duckdb").read_text() == "my notes"
