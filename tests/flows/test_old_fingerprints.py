"""A run over a warehouse that an older version of newsmill made: hashes, quotations, marts."""

import duckdb
import pytest

from extractors.copies.fingerprints import fingerprint_row
from extractors.versions import FINGERPRINT_VERSION
from flows import stages
from flows.documents import rows as document_rows
from tests.flows.replay.replays import ask, run
from tests.warehouse.sameness.test_fingerprint_renewal import COPY, HINDI, hash_as_before

pytestmark = pytest.mark.usefixtures("plain_runs")


def fingerprint_before(article_id, text):
    row = fingerprint_row(article_id, hash_as_before(text))
    return {**row, "fingerprint_version": "words1-trigrams1"}


def test_the_next_run_hashes_old_texts_anew(tmp_path, monkeypatch):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "bridge.txt").write_text(f"पुल बंद\n\n{HINDI}\n", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(document_rows, "fingerprint_row", fingerprint_before)
        patch.setattr(stages, "renew_fingerprints", lambda connection: [])
        run(tmp_path)
    assert ask(tmp_path, "SELECT fingerprint_version FROM fingerprint") == [("words1-trigrams1",)]
    (corpus / "copy.txt").write_text(f"पुल पर विरोध\n\n{COPY}\n", encoding="utf-8")
    assert run(tmp_path).status == "ok"
    assert ask(tmp_path, "SELECT DISTINCT fingerprint_version FROM fingerprint") == [
        (FINGERPRINT_VERSION,)
    ]
    assert ask(tmp_path, "SELECT DISTINCT article_count FROM duplicate_group") == [(2,)]


SPOKEN = "Ferry\n\nThe ferry returns in May, Joan Fairweather said on Friday.\n\n"
SPOKEN += "“We have waited for it long enough,” Fairweather told the council of Larnstead.\n"


@pytest.mark.parametrize(
    "age",
    ["UPDATE article SET quotation_version = NULL; DELETE FROM quotation", "DROP TABLE mart"],
)
def test_a_run_that_finds_nothing_new_makes_the_old_anew(tmp_path, age):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "ferry.txt").write_text(SPOKEN, encoding="utf-8")
    run(tmp_path)
    asked = "SELECT speaker, entity.name FROM quotation LEFT JOIN entity USING (entity_id)"
    with duckdb.connect(str(tmp_path / ".newsmill" / "n" / "store.duckdb")) as connection:
        connection.execute(age)
    report = run(tmp_path)
    assert (report.status, report.was_behind, report.counts["unchanged"]) == ("ok", True, 1)
    assert ask(tmp_path, asked) == [("Joan Fairweather", "Joan Fairweather")]
    assert len(ask(tmp_path, "FROM said")) == 1
    assert run(tmp_path).status == "unchanged"
