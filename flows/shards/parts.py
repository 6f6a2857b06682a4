"""A large file that several workers read, each a part of its documents, as one file again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from flows.documents.file_outcome import FileOutcome, Found
from flows.documents.staging import forget_staged
from flows.shards.shard import Shard, failed_outcome


def join_parts(outcomes: Sequence[FileOutcome], last: Shard) -> FileOutcome:
    """The outcome of the file of which each outcome tells a part; `last` read the last of them.

    A part that could not be read, or that is of another file of the name, costs the whole file:
    the rows of the others are taken out of the staging folder.
    """
    failed = [outcome for outcome in outcomes if outcome.is_gone or outcome.rejected]
    if not failed and len({_status(outcome) for outcome in outcomes}) > 1:
        failed = [failed_outcome(last.files[0], "changing", "It changed while it was read.")]
    if failed:
        forget_staged(last.staging, last.name.removesuffix(f"{last.part.number:03}"))
        return failed[0]
    first = next((o for o in outcomes if o.found.article_count), outcomes[0])
    return replace(first, found=_join(outcome.found for outcome in outcomes)).settled()


def _status(outcome: FileOutcome) -> tuple[int, int, int]:
    return outcome.byte_count, outcome.modified_ns, outcome.inode


def _join(parts: Iterable[Found]) -> Found:
    joined = Found()
    for part in parts:
        joined.format = part.format
        joined.document_count += part.document_count
        joined.article_count += part.article_count
        joined.staged_count += part.staged_count
        joined.refused += part.refused
        joined.kept_ids += part.kept_ids
        joined.is_container |= part.is_container
    return joined
