"""A run tells what it did, whatever Prefect's server makes of its state."""

import errno
import os

from prefect.states import Completed

from flows import ingest
from flows.documents.staging import Staging
from flows.ingest import run_tagged
from flows.settings import IngestParameters
from tests.flows.plain import run_plainly


def test_a_report_outlives_a_server_that_forgets_it(plain_runs, corpus, tmp_path, monkeypatch):
    def forgetful(parameters, return_state):
        assert ingest.ingest.fn(parameters).data.counts["seen"] == 0
        return Completed()  # the server's own: nothing in it

    monkeypatch.setattr(ingest, "flow_for", lambda parameters: forgetful)
    parameters = IngestParameters(corpus=corpus, warehouse=tmp_path / "n.duckdb", names="rules")
    assert run_tagged(parameters).exit_code == 0


def test_a_disk_that_fills_while_files_are_read_is_told_with_what_mends_it(
    plain_runs, corpus, tmp_path, monkeypatch
):
    def refuse(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (corpus / "a.txt").write_text("The bridge of Larn is closed, the harbour authority said. " * 9)
    monkeypatch.setattr(Staging, "add", refuse)
    parameters = IngestParameters(corpus=corpus, warehouse=tmp_path / "n.duckdb", names="rules")
    report = run_plainly(parameters)
    assert report.exit_code == 1
    assert "No space left on device" in report.message
    assert report.message.endswith("Nothing has changed: make room and run again.")
