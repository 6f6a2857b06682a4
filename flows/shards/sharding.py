"""The files a run has to read, cut into shards: pure, from the plan and the parameters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from extractors.readers import Part
from flows.defaults import (
    FILES_PER_SHARD,
    FILES_WITHOUT_POOL,
    HARMLESS_BYTES,
    HARMLESS_ENDINGS,
    SHARD_BYTES,
)
from flows.planning.plan import Plan, PlannedFile
from flows.settings import IngestParameters
from flows.shards.shard import Shard, ShardFile

RECORDS = re.compile(r"\.(jsonl|ndjson|csv|tsv)(\.(gz|bz2|xz|zst))?$")  # one after the other


def make_shards(
    plan: Plan,
    staging: Path,
    parameters: IngestParameters,
    run_id: str,
    today: date,
    known: Mapping[str, frozenset[str]] | None = None,
) -> Iterator[Shard]:
    """The files to read, cut so that every worker has work and no shard grows past its size.

    `known`: by path the marks of documents that need not be cleaned again.
    """
    known = known or {}
    files = plan.having("load")
    size = FILES_PER_SHARD
    if len(files) > FILES_WITHOUT_POOL:
        size = min(size, -(-len(files) // parameters.workers))
    max_bytes, names, fast = int(parameters.max_mb * 1e6), parameters.names, parameters.fast
    for number, part in enumerate(cut(files, size), 1):
        shard = tuple(
            ShardFile(
                f.found.path,
                f.found.location,
                f.sha256,
                f.stated.metadata if f.stated else (),
                plan.id_path(f.found.path),
                known.get(f.found.path, frozenset()),
            )
            for f in part
        )
        whole = Shard(
            f"{number:05}", shard, staging, run_id, today, max_bytes, names, fast,
            forgotten=plan.forgotten,
        )  # fmt: skip
        yield from split_shard(whole, part, parameters.workers)


def split_shard(shard: Shard, files: Sequence[PlannedFile], workers: int) -> list[Shard]:
    """The shard of one large file of records as one for each worker, any other as it is.

    Each goes through the whole file, which costs a hundredth of what its documents do.
    """
    count = min(workers, files[0].found.byte_count // SHARD_BYTES)
    if len(files) > 1 or count < 2 or not RECORDS.search(files[0].found.path.lower()):
        return [shard]
    return [
        replace(shard, name=f"{shard.name}p{number:03}", part=Part(number, count))
        for number in range(count)
    ]


def cut(files: Iterable[PlannedFile], size: int) -> Iterator[list[PlannedFile]]:
    """The files in order, in parts of at most `size` files and SHARD_BYTES, or one larger file."""
    part: list[PlannedFile] = []
    filled = 0
    for file in files:
        if part and (len(part) == size or filled + file.found.byte_count > SHARD_BYTES):
            yield part
            part, filled = [], 0
        part.append(file)
        filled += file.found.byte_count
    if part:
        yield part


def count_workers(plan: Plan, shard_count: int, most: int) -> int:
    """Processes that read the shards; 0 for a few small texts, which this process reads itself."""
    files = plan.having("load")
    if len(files) <= FILES_WITHOUT_POOL and all(map(is_harmless, files)):
        return 0
    return min(most, shard_count)


def is_harmless(file: PlannedFile) -> bool:
    """True for a small text by its name: reading it can neither hang nor fill the memory."""
    found = file.found
    return found.byte_count <= HARMLESS_BYTES and found.path.lower().endswith(HARMLESS_ENDINGS)
