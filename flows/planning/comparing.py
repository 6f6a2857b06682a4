"""Compares what lies in the corpus with what the warehouse knows: which files need a decision.

Most files of most runs are as the last run left them, and are counted, no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from extractors.records import Rejection
from flows.planning.plan import KnownFile, PlannedFile
from flows.planning.scan import FoundFile
from flows.planning.sidecars import Stated

STILL = {"loaded": "unchanged", "duplicate": "duplicate", "quarantined": "quarantined"}


def part_still(
    files: tuple[FoundFile, ...], known: Mapping[str, KnownFile], stated: Mapping[str, Stated]
) -> tuple[list[FoundFile], list[FoundFile]]:
    """The files that are as the last run left them, and the others."""
    still, others = [], []
    digests = {path: of_file.sha256 for path, of_file in stated.items()}
    for found in files:
        before = known.get(found.path)
        is_still = (
            before is not None
            and before.looks_like(found)
            and before.sha256 is not None
            and before.sidecar_sha256 == digests.get(found.path)
            and before.status in STILL
            and found.refused is None
        )
        (still if is_still else others).append(found)
    return still, others


def hash_changed(
    found: FoundFile, known: KnownFile | None, hash_of: Callable[[bytes], str]
) -> PlannedFile | None:
    """The file with its hash, taken as known where nothing changed; None when it has gone away.

    A file that cannot be read is refused.
    """
    if found.refused:
        return PlannedFile(found, None, "quarantined", refused=found.refused)
    if known and known.sha256 and known.looks_like(found):
        return PlannedFile(found, known.sha256, "load")
    try:
        return PlannedFile(found, hash_of(found.location), "load")
    except FileNotFoundError:
        return None
    except OSError as error:
        refused = Rejection("unreadable", f"It cannot be read: {error.strerror}.")
        return PlannedFile(found, None, "quarantined", refused=refused)


def list_vanished(
    present: set[str], known: Mapping[str, KnownFile], found: Iterable[FoundFile] = ()
) -> tuple[str, ...]:
    """Paths that the last run saw and that are gone, sorted.

    A folder that cannot be listed says nothing of what lies in it: that stays as it was.
    """
    gone = (path for path in known.keys() - present if known[path].status != "vanished")
    closed = tuple(f"{f.path}/" for f in found if f.refused and f.refused.reason == "unreadable")
    return tuple(sorted(path for path in gone if not path.startswith(closed)))


def part_by_content(
    still: list[FoundFile],
    hashed: list[PlannedFile],
    vanished: tuple[str, ...],
    known: Mapping[str, KnownFile],
) -> tuple[list[FoundFile], list[PlannedFile]]:
    """Of the files that are as they were: those that stay so, and those to decide about.

    These have, or had, the same bytes as a file that is new, changed or gone.
    """
    moved = {file.sha256 for file in hashed}
    for path in chain(vanished, (file.found.path for file in hashed)):
        if path in known:
            moved.add(known[path].sha256)
    moved.discard(None)
    if not moved:
        return still, []
    stay, again = [], []
    for found in still:
        sha256 = known[found.path].sha256
        if sha256 in moved:
            again.append(PlannedFile(found, sha256, "load"))
        else:
            stay.append(found)
    return stay, again
