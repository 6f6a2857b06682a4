"""A run over a warehouse whose words were hashed by an older version of newsmill."""

import pytest

from extractors.fingerprints import FINGERPRINT_VERSION, fingerprint_row
from flows import document_rows, stages
from tests.flows.test_replay import ask, run
from tests.warehouse.test_fingerprint_renewal import COPY, HINDI, hash_as_before

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
