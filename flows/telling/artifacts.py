"""Artifacts of a run in Prefect, each under a stable key so that its history can be followed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)

from flows.telling.report import RunReport, markdown_report

LONG_RUN = 1000  # files; below it a run is over before anyone could look


def publish_artifacts(report: RunReport, warehouse: str) -> None:
    """The report as Markdown, and its counts as a table."""
    create_markdown_artifact(
        markdown_report(report, warehouse), key="newsmill-run", description="What the run did"
    )
    rows = [{"what": f"files {name}", "count": count} for name, count in report.counts.items()]
    rows += [{"what": f"rows of {name}", "count": count} for name, count in report.tables.items()]
    rows += [{"what": f"lines: {name}", "count": count} for name, count in report.removed.items()]
    rows += [{"what": f"check passed: {name}", "count": 0} for name in report.checks]
    create_table_artifact(rows, key="newsmill-counts", description="Counts of the run")


@contextmanager
def shard_progress(total: int) -> Iterator[Callable[[int], None]]:
    """A progress artifact for long runs; call the value with the number of files done."""
    if total < LONG_RUN:
        yield lambda done: None
        return
    artifact = create_progress_artifact(0.0, key="newsmill-progress", description="Files read")
    yield lambda done: update_progress_artifact(artifact, progress=100 * done / total)
