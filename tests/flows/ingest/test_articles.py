"""What one run makes of a text: its facts, its refusals, its end."""

from datetime import UTC, datetime

import pytest

from flows.ingest import ingest
from flows.settings import IngestParameters
from tests.flows.ingest.runs import STORY, ask, counts, run
from warehouse.identity.entities import update_entities

pytestmark = pytest.mark.usefixtures("plain_runs")
STAMP = "Larnstead - 3 May 2024 20:00"


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
