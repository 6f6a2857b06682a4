"""A run tells what it did, whatever Prefect's server makes of its state."""

from prefect.states import Completed

from flows import ingest
from flows.ingest import run_tagged
from flows.settings import IngestParameters


def test_a_report_outlives_a_server_that_forgets_it(plain_runs, corpus, tmp_path, monkeypatch):
    def forgetful(parameters, return_state):
        assert ingest.ingest.fn(parameters).data.counts["seen"] == 0
        return Completed()  # the server's own: nothing in it

    monkeypatch.setattr(ingest, "flow_for", lambda parameters: forgetful)
    parameters = IngestParameters(corpus=corpus, warehouse=tmp_path / "n.duckdb", names="rules")
    assert run_tagged(parameters).exit_code == 0
