"""Flows on a real Prefect server: states, tasks, processes, artifacts, deployment."""

from datetime import timedelta

import pytest
import yaml
from click.testing import CliRunner
from prefect import Flow
from prefect.artifacts import Artifact

from flows.cli.main import main
from flows.defaults import FILES_WITHOUT_POOL
from flows.ingest import ingest, replay
from flows.settings import IngestParameters, ReplayParameters
from tests import asking
from tests.conftest import ROOT
from warehouse.storage.store import Store

FILES = FILES_WITHOUT_POOL + 2
pytestmark = pytest.mark.usefixtures("prefect_api")
STORY = (
    "The mayor of Larnstead, Joan Fairweather the {}th, said on Monday that the old bridge over "
    "the river would be closed for repairs.\n\nTraders in the market hall fear for their income."
)


def counts(report):
    return {name: count for name, count in report.counts.items() if count}


def ask(tmp_path, sql):
    return asking.ask(tmp_path / "news.duckdb", sql)


def test_many_files_are_read_in_shards_by_processes_and_one_again_by_a_replay(tmp_path, corpus):
    for number in range(FILES):
        (corpus / f"{number}.txt").write_text(f"Bridge number {number}\n\n{STORY.format(number)}")
    warehouse = tmp_path / "news.duckdb"
    parameters = IngestParameters(corpus=corpus, warehouse=warehouse, workers=2, names="rules")
    state = ingest(parameters, return_state=True)
    assert state.is_completed()
    assert counts(state.result()) == {"seen": FILES, "loaded": FILES}
    stored = "SELECT count(*), count(DISTINCT document_id) FROM document"
    assert ask(tmp_path, stored) == [(FILES, FILES)]
    assert f"{FILES} files seen" in Artifact.get("newsmill-run").data

    chosen = ReplayParameters(warehouse=warehouse, targets=("1.txt",), names="rules", workers=1)
    state = replay(chosen, return_state=True)
    assert (state.is_completed(), counts(state.result())) == (True, {"seen": 1, "loaded": 1})

    (corpus / "0.txt").unlink()
    with Store(warehouse).writer():
        state = ingest(parameters, return_state=True)
    assert state.is_failed()
    report = state.result(raise_on_failure=False)
    assert (report.status, report.exit_code) == ("failed", 1)
    assert ask(tmp_path, "SELECT count(*) FROM source_file WHERE status = 'vanished'") == [(0,)]


def test_prefect_can_load_the_flow_by_its_path_as_workers_do(corpus):
    from prefect.flows import load_flow_from_entrypoint

    flow = load_flow_from_entrypoint(str(ROOT / "flows" / "ingest.py") + ":ingest")
    validated = flow.validate_parameters({"parameters": {"corpus": str(corpus)}})
    assert validated["parameters"].corpus == corpus


def test_the_deployment_names_the_flow_and_valid_parameters(corpus, monkeypatch):
    (deployment,) = yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"]
    path, name = deployment["entrypoint"].split(":")
    assert (ROOT / path).is_file()
    assert name == "ingest"
    monkeypatch.chdir(corpus.parent)
    IngestParameters(**deployment["parameters"]["parameters"])


def test_a_schedule_that_is_none_is_wrong_usage(tmp_path, corpus, prefect_api, monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", prefect_api)
    where = ["--corpus", str(corpus), "--warehouse", str(tmp_path / "news.duckdb")]
    result = CliRunner().invoke(main, ["serve", "--cron", "never", "--names", "rules", *where])
    assert result.exit_code == 2
    assert '--cron: Invalid cron string: "never"' in result.output


def test_a_cron_line_is_read_in_the_time_zone_that_is_given(
    tmp_path, corpus, prefect_api, monkeypatch
):
    monkeypatch.setenv("PREFECT_API_URL", prefect_api)
    served = []
    monkeypatch.setattr(Flow, "serve", lambda flow, **values: served.append(values["schedule"]))
    where = ["--corpus", str(corpus), "--warehouse", str(tmp_path / "news.duckdb")]
    for options in (["--cron", "0 6 * * *", "--timezone", "Europe/Athens"], ["--every", "300"], []):
        assert CliRunner().invoke(main, ["serve", *options, *where]).exit_code == 0
    assert [(plan.cron, plan.timezone) for plan in served] == [
        ("0 6 * * *", "Europe/Athens"),
        (None, None),
        ("*/15 * * * *", None),
    ]
    assert served[1].interval == timedelta(seconds=300)
