"""The row and the report of a run, from what it settled and what the warehouse holds now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

import duckdb

from flows.planning.plan import Plan
from flows.settings import IngestParameters
from flows.settle import Row, Settlement, settle_files
from flows.telling.report import OUTCOMES, RunReport
from warehouse.state import (
    last_finder,
    left_documents,
    open_rejections,
    removed_lines,
    table_sums,
)

if TYPE_CHECKING:
    from flows.shards.stored import DocumentOutcome  # brings the whole cleaner


def run_row(
    settled: Settlement, run_id: str, started: datetime, parameters: IngestParameters, plan: Plan
) -> Row:
    """The row of `run`, but for its status, its end and the counts that the warehouse makes."""
    counts = {**settled.counts, **settled.contained}
    counts = {f"{name}_count": count for name, count in counts.items()}
    return {
        "run_id": run_id,
        "started_at": started.replace(tzinfo=None),
        "newsmill_version": version("newsmill"),
        "job": "rejected" if parameters.rejected else "ingest",
        "corpus": parameters.corpus.name,
        "finder": parameters.names,
        "ignored_count": plan.ignored_count,
        "sidecar_count": plan.sidecar_count,
        **counts,
    }


def replay_row(
    outcomes: Iterable[DocumentOutcome], counts: Mapping[str, int], run_id: str, started: datetime
) -> Row:
    """The row of `run`, but for its end, for documents cleaned again; counts: files by outcome."""
    failed = any(outcome.failed for outcome in outcomes) or counts["quarantined"]
    return _stored_row("replay", counts, run_id, started, "quarantined" if failed else "ok")


def forget_row(counts: Mapping[str, int], run_id: str, started: datetime, status: str) -> Row:
    """The row of `run`, but for its end, for documents taken out; counts: files by outcome."""
    return _stored_row("forget", counts, run_id, started, status)


def _stored_row(
    job: str, counts: Mapping[str, int], run_id: str, started: datetime, status: str
) -> Row:
    """The row of `run` for a job on stored documents, which reads no folder."""
    counts = dict.fromkeys(OUTCOMES, 0) | dict(counts)
    return {
        "run_id": run_id,
        "started_at": started.replace(tzinfo=None),
        "status": status,
        "newsmill_version": version("newsmill"),
        "job": job,
        "ignored_count": 0,
        **{f"{name}_count": count for name, count in counts.items()},
    }


def finish_row(run: Row) -> Row:
    """The row of `run` at the end of all that it counts."""
    return {**run, "finished_at": datetime.now(UTC).replace(tzinfo=None)}


def standing_status(connection: duckdb.DuckDBPyConnection) -> str:
    """quarantined when some file or a document in one is refused, by this run or before, else ok.

    A file that is refused is so in each run; a document in a file that has not changed is, too.
    What was forgotten was so by a person, and is nothing to mend.
    """
    return "quarantined" if _has_faults(open_rejections(connection)) else "ok"


def _has_faults(rejections: Iterable[Mapping[str, str]]) -> bool:
    return any(rejection["reason"] != "forgotten" for rejection in rejections)


def tell_finder(connection: duckdb.DuckDBPyConnection, names: str) -> str | None:
    """What found the names of stored articles, where it is another one than this run asks for."""
    known = last_finder(connection)
    return None if known == names else known


def nothing_new(
    connection: duckdb.DuckDBPyConnection, plan: Plan, run_id: str, names: str
) -> RunReport:
    """The report of a run that has nothing to do; only times and inodes are noted."""
    settled = settle_files(plan, [], run_id)
    if settled.touched:
        from warehouse.load import touch_files  # noqa: PLC0415 - brings pyarrow, seldom needed

        touch_files(connection, settled.touched)
    rejections = open_rejections(connection)
    return RunReport(
        "quarantined" if _has_faults(rejections) else "unchanged",
        settled.counts,
        ignored_count=plan.ignored_count,
        rejections=rejections,
        sidecar_count=plan.sidecar_count,
        other_finder=tell_finder(connection, names),
    )


def finished_report(
    connection: duckdb.DuckDBPyConnection,
    plan: Plan,
    settled: Settlement,
    run_id: str,
    passed: tuple[str, ...],
) -> RunReport:
    """The report of a run that changed something."""
    return RunReport(
        standing_status(connection),
        settled.counts,
        run_id,
        plan.ignored_count,
        table_sums(connection),
        removed_lines(connection, run_id),
        open_rejections(connection),
        passed,
        contained=settled.contained,
        sidecar_count=plan.sidecar_count,
        left_count=left_documents(connection, run_id),
    )


def replay_report(
    connection: duckdb.DuckDBPyConnection,
    run: Row,
    outcomes: Iterable[DocumentOutcome],
    passed: tuple[str, ...],
) -> RunReport:
    """The report of stored documents that were cleaned again, with those that could not be."""
    failed = tuple(
        {"path": o.path, "place": o.place, "reason": o.failed.reason, "detail": o.failed.detail}
        for o in outcomes
        if o.failed
    )
    return RunReport(
        run["status"],
        {name: run[f"{name}_count"] for name in ("seen", *OUTCOMES)},
        run["run_id"],
        tables=table_sums(connection),
        removed=removed_lines(connection, run["run_id"]),
        rejections=failed + open_rejections(connection),
        checks=passed,
    )
