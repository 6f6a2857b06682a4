"""What a run writes about each file, once its reading is done: pure, from plan and outcomes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extractors.reasons import RETRIED
from extractors.records import Rejection
from flows.documents.file_outcome import FileOutcome
from flows.ids import source_file_id
from flows.planning.plan import Plan, PlannedFile
from flows.telling.report import OUTCOMES

Row = dict[str, object]


@dataclass(slots=True)
class Settlement:
    """Rows for source_file and rejection, and the counts of the run."""

    decided: list[Row] = field(default_factory=list)  # files whose outcome this run decided
    touched: list[Row] = field(default_factory=list)  # same bytes, another time or inode
    rejections: list[Row] = field(default_factory=list)
    replaced_ids: list[str] = field(default_factory=list)  # files whose old rows make room
    changed_ids: set[str] = field(default_factory=set)  # of these, files with other bytes than then
    kept_ids: list[str] = field(default_factory=list)  # of documents in them that stay as they are
    vanished: list[Row] = field(default_factory=list)  # source_file_id and path of each
    counts: dict[str, int] = field(default_factory=dict)
    contained: dict[str, int] = field(default_factory=dict)  # what lay in containers that were read


def settle_files(plan: Plan, outcomes: Iterable[FileOutcome], run_id: str) -> Settlement:
    """Rows for every file whose row changes. Counts: seen is the sum of the other five.

    A file that went away before it was read counts as vanished when the warehouse knows it, else
    not at all.
    """
    read = {outcome.path: outcome for outcome in outcomes}
    vanished = {*plan.vanished, *(path for path, outcome in read.items() if outcome.is_gone)}
    refused = {path: _refusal(outcome) for path, outcome in read.items()}
    refused |= {file.found.path: file.refused for file in plan.having("quarantined")}
    settled = Settlement(
        vanished=[
            {"source_file_id": source_file_id(plan.id_path(path)), "path": path}
            for path in sorted(vanished)
        ]
    )
    counts = Counter(plan.still)
    for file in plan.files:
        outcome = read.get(file.found.path)
        if outcome and outcome.is_gone:
            counts["vanished"] += file.is_known
        else:
            counts[_settle_file(settled, plan, file, outcome, refused, run_id)] += 1
    counts["vanished"] += len(plan.vanished)
    settled.counts = {"seen": counts.total(), **{name: counts[name] for name in OUTCOMES}}
    settled.contained = _count_contained(read.values())
    return settled


def _count_contained(outcomes: Iterable[FileOutcome]) -> dict[str, int]:
    """Containers, and documents in them = articles + rejections."""
    found = [outcome.found for outcome in outcomes if outcome.found.is_container]
    return {
        "container": len(found),
        "contained_document": sum(file.document_count for file in found),
        "contained_article": sum(file.article_count for file in found),
        "contained_rejection": sum(len(file.refused) for file in found),
    }


def _refusal(outcome: FileOutcome) -> Rejection | None:
    if outcome.is_gone:
        return Rejection("changing", "It went away before it was read.")
    return outcome.rejected


def _settle_file(
    settled: Settlement,
    plan: Plan,
    file: PlannedFile,
    outcome: FileOutcome | None,
    refused: Mapping[str, Rejection | None],
    run_id: str,
) -> str:
    """Add the file's rows; returns its outcome as it is counted."""
    counted, reason = file.outcome, file.refused
    if file.outcome == "load":
        reason = outcome.rejected
        counted = "quarantined" if reason else "loaded"
    elif file.outcome == "duplicate" and (refusal := refused.get(file.duplicate_of)):
        counted, reason = "quarantined", _same_as(file.duplicate_of, refusal)
    row = _file_row(plan, file, outcome, counted, run_id)
    if reason and reason.reason in RETRIED:
        row["sha256"] = None
    if file.is_news:
        settled.decided.append(row)
        if counted == "quarantined":
            settled.rejections.append(_rejection_row(row, "", reason, run_id))
        if outcome and outcome.found.is_container:
            settled.rejections += [
                _rejection_row(row, place, refused, run_id)
                for place, refused in outcome.found.refused
            ]
        if counted in ("loaded", "duplicate") or (outcome and outcome.found.staged_count):
            settled.replaced_ids.append(row["source_file_id"])
            settled.kept_ids += outcome.found.kept_ids if outcome else ()
            if not file.is_same:
                settled.changed_ids.add(row["source_file_id"])
    elif file.is_touched:
        settled.touched.append(row)
    return counted


def _same_as(path: str, refusal: Rejection) -> Rejection:
    return Rejection(refusal.reason, f"The same bytes as {path}: {refusal.detail}")


def _file_row(
    plan: Plan, file: PlannedFile, outcome: FileOutcome | None, counted: str, run_id: str
) -> dict[str, object]:
    found = file.found
    was_read = outcome is not None and outcome.modified_ns
    status = {"unchanged": "loaded"}.get(counted, counted)
    original = plan.id_path(file.duplicate_of) if counted == "duplicate" else None
    id_path = plan.id_path(found.path)
    return {
        "source_file_id": source_file_id(id_path),
        "path": found.path,
        "id_path": id_path,
        "status": status,
        "sha256": outcome.sha256 if outcome else file.sha256,
        "byte_count": outcome.byte_count if was_read else found.byte_count,
        "modified_ns": outcome.modified_ns if was_read else found.modified_ns,
        "inode": outcome.inode if was_read else found.inode,
        "format": outcome.format if outcome else None,
        "document_count": outcome.found.document_count if outcome else None,
        "duplicate_of": source_file_id(original) if original else None,
        "sidecar_sha256": file.sidecar_sha256,
        "run_id": run_id,
    }


def _rejection_row(row: Row, place: str, reason: Rejection, run_id: str) -> dict[str, object]:
    return {
        "source_file_id": row["source_file_id"],
        "place": place,
        "reason": reason.reason,
        "detail": reason.detail,
        "sha256": row["sha256"],
        "run_id": run_id,
    }
