"""A shard of files, read and turned into staged rows; runs in worker processes without Prefect."""

from __future__ import annotations

import hashlib
import io
import os
from contextlib import closing
from dataclasses import replace
from typing import BinaryIO

from extractors.parts import ELSEWHERE, WHOLE
from extractors.sidecars import take_columns
from flows.documents.batches import BATCH_DOCUMENTS, Batch
from flows.documents.file_outcome import FileOutcome, Found
from flows.documents.known import known_id
from flows.documents.origin import Origin
from flows.documents.reading import open_reading
from flows.documents.staging import Staging
from flows.faults import MachineFailed
from flows.planning.scan import hash_stream
from flows.shards.pulse import Pulse
from flows.shards.shard import Shard, ShardFile, failed_outcome

READ_AGAIN = 3  # a file that changes while it is read is read again so many times


def extract_shard(shard: Shard) -> list[FileOutcome]:
    """Read every file of the shard and stage its rows; each file gets an outcome, in order.

    Of a file that is read in parts it is what lay in the part: flows.shards.parts joins them.
    """
    staging = Staging(shard.staging, shard.name)
    with closing(Pulse(shard.staging, shard.name)) as pulse:
        batch = Batch(staging, pulse.beat, 1 if shard.one_by_one else BATCH_DOCUMENTS)
        outcomes = [_extract_file(file, shard, staging, batch) for file in shard.files]
        batch.flush()
    staging.commit()
    return outcomes if shard.part != WHOLE else [outcome.settled() for outcome in outcomes]


def _extract_file(file: ShardFile, shard: Shard, staging: Staging, batch: Batch) -> FileOutcome:
    """Read the file, and read it again when it changed meanwhile."""
    try:
        for _ in range(READ_AGAIN):
            with open(file.location, "rb") as handle:  # noqa: PTH123 - bytes names, any encoding
                before = os.fstat(handle.fileno())
                if before.st_size > shard.max_bytes:
                    found, sha256 = _stage_large(handle, before, file, shard, staging, batch)
                else:
                    found, sha256 = _stage_small(handle, before, file, shard, batch)
            if found is not None:
                status = (before.st_size, before.st_mtime_ns, before.st_ino)
                return FileOutcome(file.path, found.format, None, sha256, *status, found)
    except MachineFailed:
        raise
    except FileNotFoundError:
        return FileOutcome(file.path, None, None, None, 0, 0, 0, is_gone=True)
    except OSError as error:
        return failed_outcome(file, "unreadable", f"It cannot be read: {error.strerror}.")
    return failed_outcome(file, "changing", f"It changed {READ_AGAIN} times while it was read.")


def _stage_small(
    handle: BinaryIO, before: os.stat_result, file: ShardFile, shard: Shard, batch: Batch
) -> tuple[Found | None, str | None]:
    """What was found in a file, and its SHA-256; None when it changed meanwhile."""
    raw = handle.read(before.st_size + 1)
    if len(raw) != before.st_size or _is_changed(handle, before):
        return None, None
    found = _stage(io.BytesIO(raw), len(raw), file, shard, batch)
    return found, hashlib.sha256(raw).hexdigest()


def _stage_large(
    handle: BinaryIO,
    before: os.stat_result,
    file: ShardFile,
    shard: Shard,
    staging: Staging,
    batch: Batch,
) -> tuple[Found | None, str | None]:
    """As _stage_small, document by document, without holding the file."""
    batch.flush()  # what came before stays, whatever becomes of this file
    mark = staging.mark()
    try:
        found = _stage(handle, before.st_size, file, shard, batch)
        batch.flush()
    except OSError:
        batch.forget()
        staging.go_back(mark)
        raise
    sha256 = file.sha256
    if found.article_count:
        handle.seek(0)  # the file that was read: another may have its name by now
        sha256 = hash_stream(handle)
    if _is_changed(handle, before):
        staging.go_back(mark)
        return None, None
    return found, sha256


def _is_changed(handle: BinaryIO, before: os.stat_result) -> bool:
    after = os.fstat(handle.fileno())
    return (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size)


def _stage(stream: BinaryIO, byte_count: int, file: ShardFile, shard: Shard, batch: Batch) -> Found:
    """Hand the documents of a file on to be staged; they are counted as they are."""
    columns, stated = take_columns(file.stated)
    origin = Origin(
        file.path, shard.run_id, shard.today, shard.finder,
        stated=stated, id_path=file.id_path, forgotten=shard.forgotten,
    )  # fmt: skip
    reading = open_reading(
        stream, file.path, byte_count, shard.max_bytes, columns, fast=shard.fast, part=shard.part
    )
    found, skipped = Found(reading.format), dict(shard.skipped)
    for piece in reading.pieces:
        if piece.found is ELSEWHERE:
            continue
        if stored_id := known_id(piece, origin, file.known):
            found.keep(stored_id)
        elif piece.place in skipped:
            batch.add(replace(piece, found=skipped[piece.place]), origin, found)
        else:
            batch.add(piece, origin, found)
    return found
