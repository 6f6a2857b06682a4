"""The main job: from a folder of raw news to a published warehouse.

    discover -> read, clean, fingerprint, find names (in shards) -> load
             -> remember lines of outlets -> clean again what recurs -> infer outlets
             -> duplicate groups -> stories -> entities -> search -> marts -> checks -> publish

Everything after reading happens in one transaction: a run is in the warehouse whole or not at
all. Running twice changes nothing.
"""

# No `from __future__ import annotations` here: Prefect's workers load this file by its path, and
# then the type of the parameters must be the class, not its name.

import secrets
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from prefect import flow, tags
from prefect.logging import get_run_logger
from prefect.states import Completed, Failed, State

from flows import shard_stages, stages
from flows.artifacts import publish_artifacts
from flows.finder_adapters import FinderError
from flows.outcome import (
    finish_row,
    finished_report,
    nothing_new,
    replay_report,
    replay_row,
    run_row,
    standing_status,
)
from flows.plan import Plan
from flows.replaying import selection
from flows.report import RunReport, balance_line, summary_lines
from flows.settings import IngestParameters, ReplayParameters, RunParameters
from flows.settle import Row, Settlement, settle_files
from warehouse.corrections import has_new_corrections
from warehouse.errors import CheckFailed, WarehouseError
from warehouse.load import load_run
from warehouse.replay import choose_documents
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
    state with a RunReport and a message, without a traceback; nothing has changed then. Where only
    the published copy could not be replaced, the message says so and the next run publishes.
    """
    return _carry_out(_run, parameters)


@flow(
    name="replay",
    flow_run_name="replay documents of {parameters.warehouse}",
    description="Clean stored documents again, from their raw text, and bring everything that "
    "rests on them up to date.",
    persist_result=False,
)
def replay(parameters: ReplayParameters) -> State:
    """Clean stored documents again; the state carries a RunReport, failures end as in `ingest`."""
    return _carry_out(_replay, parameters)


def _carry_out(
    work: Callable[[Store, RunParameters], RunReport], parameters: RunParameters
) -> State:
    """The state of a flow whose work is one call, with its report told and published."""
    logger = get_run_logger()
    clock = time.monotonic()
    store = Store(parameters.warehouse)
    try:
        with store.writer(), store.empty_staging():
            report = work(store, parameters)
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
    return Completed(message=f"{report.status}: {balance_line(report.counts)}", data=report)


def run_tagged(parameters: RunParameters) -> RunReport | BaseException:
    """The report of one run of the flow it is for, or the exception that was not foreseen."""
    work = replay if isinstance(parameters, ReplayParameters) else ingest
    with tags("newsmill"):
        return work(parameters, return_state=True).result(raise_on_failure=False)


def _run(store: Store, parameters: IngestParameters) -> RunReport:
    started, run_id = _begin()
    with store.connect() as connection:
        plan = stages.discover(store, parameters)
        if plan.has_news or has_new_corrections(connection, store.corrections):
            report = _change(store, plan, parameters, run_id, started)
        else:
            report = nothing_new(connection, plan, run_id)
            store.last_check.touch()
    _end(store)
    return report


def _replay(store: Store, parameters: ReplayParameters) -> RunReport:
    started, run_id = _begin()
    with store.connect() as connection:
        chosen = [d for d in choose_documents(connection, selection(parameters)) if d.has_reading]
        staging = store.staging / run_id
        outcomes = shard_stages.clean_stored(
            store, chosen, staging, parameters, run_id, started.date()
        )
        with transaction(connection):
            changed, removed, counts = stages.load_replayed(store, outcomes, staging, run_id)
            run = replay_row(outcomes, counts, run_id, started)
            passed = _bring_up_to_date(store, changed, removed, run, parameters)
        report = replay_report(connection, run, outcomes, passed)
    _end(store)
    return report


def _begin() -> tuple[datetime, str]:
    started = datetime.now(UTC)
    return started, f"{started:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"


def _end(store: Store) -> None:
    store.clear_staging()  # first: the copy may need the room
    if not store.is_published():  # changed, deleted, or left by a run that was killed
        stages.publish(store)


def _change(
    store: Store, plan: Plan, parameters: IngestParameters, run_id: str, started: datetime
) -> RunReport:
    """Read what is new, and bring the store up to date with it in one transaction."""
    staging = store.staging / run_id
    outcomes = shard_stages.read_files(plan, staging, parameters, run_id, started.date())
    settled = settle_files(plan, outcomes, run_id)
    run = run_row(settled, run_id, started, parameters, plan)
    with transaction(store.connection):
        passed = _transform(store, settled, staging, run, parameters)
    return finished_report(store.connection, plan, settled, run_id, passed)


def _transform(
    store: Store, settled: Settlement, staging: Path, run: Row, parameters: RunParameters
) -> tuple[str, ...]:
    """The one transaction: rows in, and everything that rests on them."""
    changed, removed = stages.load(store, settled, staging, run["run_id"])
    run = {**run, "status": standing_status(store.connection)}
    return _bring_up_to_date(store, changed, removed, run, parameters)


def _bring_up_to_date(
    store: Store, changed: list[str], removed: list[str], run: Row, parameters: RunParameters
) -> tuple[str, ...]:
    """Recurring lines, outlets, fingerprints, groups, stories, entities, search, marts, checks."""
    if looks := stages.remember_lines(store, changed, removed):
        today = run["started_at"].date()
        changed = stages.look_again(store, looks, parameters, run["run_id"], today)
    stages.suggest_outlets(store, changed, removed)
    hashed = sorted({*changed, *stages.renew_old_fingerprints(store)})
    stages.group_duplicates(store, hashed, removed, run["run_id"])
    stages.group_stories(store, hashed, removed, run["run_id"])
    stages.link_entities(store, changed, removed)
    stages.index_words(store)
    load_run(store.connection, finish_row(run))
    stages.build_marts(store)
    return stages.check(store, run["run_id"])


def _failure(status: str, error: Exception) -> RunReport:
    return RunReport(status=status, counts={}, message=str(error))
