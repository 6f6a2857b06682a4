"""The flows: bring the warehouse up to date with the corpus, clean again, forget.

What each does with the store is in flows/jobs.py; here it is run by Prefect, its failures are
foreseen, and its report is told and published.
"""

# No `from __future__ import annotations` here: Prefect's workers load this file by its path, and
# then the type of the parameters must be the class, not its name.

import time
from collections.abc import Callable
from dataclasses import replace

from prefect import Flow, flow, tags
from prefect.logging import get_run_logger
from prefect.states import Completed, Failed, State

from flows.documents.finder_adapters import FinderError
from flows.faults import MachineFailed
from flows.jobs import run_forget, run_ingest, run_replay
from flows.settings import ForgetParameters, IngestParameters, ReplayParameters, RunParameters
from flows.telling.artifacts import publish_artifacts
from flows.telling.report import RunReport, balance_line, summary_lines
from warehouse.errors import CheckFailed, WarehouseError
from warehouse.storage.machine_faults import mend_of
from warehouse.storage.store import Store

# Reports of runs of this process that came to their end. A state carries them too, but when a busy
# server is told of it twice, it gives back a state of its own, without the report.
_told: list[RunReport] = []


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
    return _carry_out(run_ingest, parameters)


@flow(
    name="replay",
    flow_run_name="replay documents of {parameters.warehouse}",
    description="Clean stored documents again, from their raw text, and bring everything that "
    "rests on them up to date.",
    persist_result=False,
)
def replay(parameters: ReplayParameters) -> State:
    """Clean stored documents again; the state carries a RunReport, failures end as in `ingest`."""
    return _carry_out(run_replay, parameters)


@flow(
    name="forget",
    flow_run_name="forget documents of {parameters.warehouse}",
    description="Take stored documents out for good, with everything that rests on them.",
    persist_result=False,
)
def forget(parameters: ForgetParameters) -> State:
    """Take documents out for good; the state carries a RunReport, failures end as in `ingest`."""
    return _carry_out(run_forget, parameters)


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
    except MachineFailed as error:
        report = _failure("failed", _tell_machine(error, store))
    except (WarehouseError, FinderError, OSError) as error:
        report = _failure("failed", error)
    report = replace(report, seconds=round(time.monotonic() - clock, 2))
    for line in summary_lines(report, parameters.warehouse.name):
        logger.info(line) if report.message is None else logger.error(line)
    publish_artifacts(report, parameters.warehouse.name)
    _told.append(report)
    if report.message is not None:
        return Failed(message=report.message, data=report)
    return Completed(message=f"{report.status}: {balance_line(report.counts)}", data=report)


def run_tagged(parameters: RunParameters) -> RunReport | BaseException:
    """The report of one run of the flow it is for, or the exception that was not foreseen."""
    work = flow_for(parameters)
    _told.clear()
    with tags("newsmill"):
        state = work(parameters, return_state=True)
    return _told[0] if _told else state.result(raise_on_failure=False)


def flow_for(parameters: RunParameters) -> Flow:
    """The flow that these parameters are for."""
    return {ReplayParameters: replay, ForgetParameters: forget}.get(type(parameters), ingest)


def _tell_machine(error: MachineFailed, store: Store) -> str:
    return (
        f"Reading was refused what it needs: {error.strerror or error} (rows on their way are kept "
        f"in {store.staging}). Nothing has changed: {mend_of(error)} and run again."
    )


def _failure(status: str, error: Exception | str) -> RunReport:
    return RunReport(status=status, counts={}, message=str(error))
