"""Refused files, read again without keeping anything: what would become of them now."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from flows.documents.file_outcome import FileOutcome
from flows.planning.making import make_plan
from flows.planning.plan import PlannedFile
from flows.settings import IngestParameters
from warehouse.questions import ask_named, reader

if TYPE_CHECKING:
    from flows.shards.pool import ShardPool  # bring the cleaner
    from flows.shards.timed_pool import Work


class Trial(NamedTuple):
    """A refusal in force, and what reading the file again gives."""

    path: str
    place: str  # of the document in the file; "" for the file itself
    before: str  # a reason
    now: str  # article, copy, gone, or a reason
    detail: str


def try_rejected(parameters: IngestParameters, work: Work | None = None) -> Iterator[Trial]:
    """Every refusal of the published warehouse with what would become of it; changes nothing.

    A file that kills or hangs its process is refused again: `work` is done in a process of its own,
    but for a few small texts. It is flows.shards.shard_reading.extract_shard unless told otherwise.
    """
    from flows.shards.pool import ShardPool  # noqa: PLC0415 - brings the cleaner
    from flows.shards.shard_reading import extract_shard  # noqa: PLC0415
    from flows.shards.sharding import count_workers  # noqa: PLC0415
    from flows.shards.timed_pool import PoolParameters  # noqa: PLC0415

    with reader(parameters.warehouse) as connection:
        refused = ask_named(connection, "rejections")
        plan = make_plan(connection, parameters)
    files = {file.found.path: file for file in plan.files}
    workers = count_workers(plan, shard_count=1, most=1)
    with ShardPool(PoolParameters(workers), work or extract_shard) as pool:
        for path, of_path in groupby(refused, key=itemgetter("path")):  # which come by path
            rows, file = list(of_path), files.get(path)
            if file and file.outcome == "load":
                outcome = _read(file, parameters, plan.forgotten, pool)
                yield from (_trial(row, *_now(row["place"], outcome)) for row in rows)
            else:
                yield from (_trial(row, _name_fate(file), "") for row in rows)


def _name_fate(file: PlannedFile | None) -> str:
    """What becomes of a file that is not read."""
    if file is None:
        return "gone"
    return "copy" if file.duplicate_of else file.refused.reason


def _read(
    file: PlannedFile, parameters: IngestParameters, forgotten: frozenset[str], pool: ShardPool
) -> FileOutcome:
    """What reading the file gives; its rows are thrown away."""
    from flows.shards.shard import Shard, ShardFile  # noqa: PLC0415

    stated = file.stated.metadata if file.stated else ()
    files = (ShardFile(file.found.path, file.found.location, file.sha256, stated),)
    today, max_bytes = datetime.now(UTC).date(), int(parameters.max_mb * 1e6)
    with tempfile.TemporaryDirectory() as folder:
        shard = Shard("1", files, Path(folder), "", today, max_bytes, "rules", forgotten=forgotten)
        (outcome,) = pool.extract(shard)
    return outcome


def _trial(row: dict, now: str, detail: str) -> Trial:
    return Trial(row["path"], row["place"], row["reason"], now, detail)


def _now(place: str, outcome: FileOutcome) -> tuple[str, str]:
    if outcome.is_gone:
        return "gone", ""
    refused = dict(outcome.found.refused).get(place) if place else None
    refused = refused or outcome.rejected  # of the whole file, and all that was in it
    return (refused.reason, refused.detail) if refused else ("article", "")
