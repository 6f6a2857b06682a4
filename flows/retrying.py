"""Refused files, read again without keeping anything: what would become of them now."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from flows.file_outcome import FileOutcome
from flows.planning import make_plan
from flows.settings import IngestParameters
from warehouse.questions import ask_named, reader


class Trial(NamedTuple):
    """A refusal in force, and what reading the file again gives."""

    path: str
    place: str  # of the document in the file; "" for the file itself
    before: str  # a reason
    now: str  # article, copy, gone, or a reason
    detail: str


def try_rejected(parameters: IngestParameters) -> Iterator[Trial]:
    """Every refusal of the published warehouse with what would become of it; changes nothing."""
    from flows.shards import Shard, ShardFile, extract_shard  # noqa: PLC0415 - brings the cleaner

    with reader(parameters.warehouse) as connection:
        refused = ask_named(connection, "rejections")
        plan = make_plan(connection, parameters)
    files = {file.found.path: file for file in plan.files}
    today = datetime.now(UTC).date()
    for path in dict.fromkeys(row["path"] for row in refused):
        rows = [row for row in refused if row["path"] == path]
        file = files.get(path)
        if file is None or file.outcome != "load":
            now = "gone" if file is None else "copy" if file.duplicate_of else file.refused.reason
            yield from (_trial(row, now, "") for row in rows)
            continue
        with tempfile.TemporaryDirectory() as folder:
            stated = file.stated.metadata if file.stated else ()
            shard_file = ShardFile(path, file.found.location, file.sha256, stated)
            max_bytes = int(parameters.max_mb * 1e6)
            shard = Shard("1", (shard_file,), Path(folder), "", today, max_bytes, "rules")
            (outcome,) = extract_shard(shard)
        yield from (_trial(row, *_now(row["place"], outcome)) for row in rows)


def _trial(row: dict, now: str, detail: str) -> Trial:
    return Trial(row["path"], row["place"], row["reason"], now, detail)


def _now(place: str, outcome: FileOutcome) -> tuple[str, str]:
    refused = dict(outcome.found.refused)
    if place == "" and outcome.rejected:
        refused[""] = outcome.rejected
    if outcome.is_gone:
        return "gone", ""
    if place in refused:
        return refused[place].reason, refused[place].detail
    return "article", ""
