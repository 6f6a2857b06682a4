"""The main job: from a folder of raw news to a published warehouse.

    discover -> read, clean, fingerprint, find names (in shards) -> load
             -> duplicate groups -> stories -> entities -> search -> marts -> checks -> publish

Everything after reading happens in one transaction: a run is in the warehouse whole or not at
all. Running twice changes nothing.
"""

# No `from __future__ import annotations` here: Prefect's workers load this file by its path, and
# then the type of the parameters must be the class, not its name.

import secrets
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from prefect import flow, tags
from prefect.logging import get_run_logger
from prefect.states import Completed, Failed, State

from flows import stages
from flows.artifacts import publish_artifacts
from flows.finders import FinderError
from flows.outcome import finished_report, nothing_new, run_row
from flows.plan import Plan
from flows.report import RunReport, summary_lines
from flows.settings import IngestParameters
from flows.settle import Row, Settlement, settle_files
from warehouse.corrections import has_new_corrections
from warehouse.errors import CheckFailed, WarehouseError
from warehouse.load import load_run
from warehouse.store import Store, transaction


@flow(
    name="ingest",
    flow_run_name="ingest {parameters.corpus} into {parameters.warehouse}",
    description="From a folder of raw news files to a DuckDB warehouse: clean, deduplicate, "
    "group into stories, extract entities, check, publish.",
    persist_result=False,
)
def ingest(parameters: IngestParameters) -> State:
    """Bring the warehouse up to date with the corpus; the state carries a RunReport.

    Known failures (another run is writing, a data check failed, not a warehouse) end in a Failed
    state with a RunReport and a message, without a traceback; nothing has changed then.
    """
    logger = get_run_logger()
    clock = time.monotonic()
    store = Store(parameters.warehouse)
    try:
        with store.writer():
            report = _run(store, parameters)
    except CheckFailed as error:
        report = _failure("check_failed", error)
    except (WarehouseError, FinderError, OSError) as error:
        report = _failure("failed", error)
    report = replace(report, seconds=round(time.monotonic() - clock, 2))
    for line in summary_lines(report, parameters.warehouse.name):
        logger.info(line) if report.message is None else logger.error(line)
    publish_artifacts(report, parameters.warehouse.name)
    if report.message is not None:
        return Failed(message=report.message, data=report)
    return Completed(message=report.status, data=report)


def ingest_tagged(parameters: IngestParameters) -> RunReport | BaseException:
    """The report of one run of the flow, or the exception that was not foreseen."""
    with tags("newsmill"):
        return ingest(parameters, return_state=True).result(raise_on_failure=False)


def _run(store: Store, parameters: IngestParameters) -> RunReport:
    started = datetime.now(UTC)
    run_id = f"{started:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
    with store.connect() as connection:
        plan = stages.discover(store, parameters)
        if plan.has_news or has_new_corrections(connection, store.corrections):
            report = _change(store, plan, parameters, run_id, started)
        else:
            report = nothing_new(connection, plan, run_id)
            store.last_check.touch()
    if not store.is_published():  # changed, deleted, or left by a run that was killed
        stages.publish(store)
    store.clear_staging()
    return report


def _change(
    store: Store, plan: Plan, parameters: IngestParameters, run_id: str, started: datetime
) -> RunReport:
    """Read what is new, and bring the store up to date with it in one transaction."""
    staging = store.staging / run_id
    outcomes = stages.read_files(plan, staging, parameters, run_id, started.date())
    settled = settle_files(plan, outcomes, run_id)
    run = run_row(settled, run_id, started, parameters, plan)
    with transaction(store.connection):
        passed = _transform(store, settled, staging, run)
    return finished_report(store.connection, plan, settled, run_id, passed)


def _transform(store: Store, settled: Settlement, staging: Path, run: Row) -> tuple[str, ...]:
    """The one transaction: rows in, groups, stories, entities and marts up to date, checks."""
    changed, removed = stages.load(store, settled, staging, run["run_id"])
    stages.group_duplicates(store, changed, removed, run["run_id"])
    stages.group_stories(store, changed, removed, run["run_id"])
    stages.link_entities(store, changed, removed)
    stages.index_words(store)
    load_run(store.connection, run)
    stages.build_marts(store)
    return stages.check(store, run["run_id"])


def _failure(status: str, error: Exception) -> RunReport:
    return RunReport(status=status, counts={}, message=str(error))
