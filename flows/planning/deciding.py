"""Decides what a run does with each file: what lies in the corpus against what the warehouse knows.

Most files of most runs are as the last run left them. They are compared and counted, no more; a
decision is made about the others, and about those with the same bytes as one of the others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import PurePosixPath

from flows.planning.comparing import STILL, hash_changed, list_vanished, part_by_content, part_still
from flows.planning.moving import find_heirs, find_moved, follow_heirs, follow_moved, list_id_paths
from flows.planning.plan import KnownFile, Plan, PlannedFile
from flows.planning.scan import Scan, hash_file
from flows.planning.sidecars import Stated

Content = tuple[str, str, str | None]  # SHA-256, ending, what sidecars state


def plan_run(
    scan: Scan,
    known: Mapping[str, KnownFile],
    *,
    stated: Mapping[str, Stated] | None = None,
    reprocess: bool = False,
    hash_of: Callable[[bytes], str] = hash_file,
) -> Plan:
    """Decide the outcome of every file. `reprocess`: load again what has not changed.

    `stated` is what sidecars state, by path: a file of which they state something else than
    before is loaded again.

    Size, modification time and inode tell what to look at; the hash tells whether it changed. A
    file that goes away before it is hashed was not there.
    """
    stated = stated or {}
    still, others = ([], scan.files) if reprocess else part_still(scan.files, known, stated)
    maybe = (hash_changed(found, known.get(found.path), hash_of) for found in others)
    hashed = [file for file in maybe if file]
    present = {found.path for found in still} | {file.found.path for file in hashed}
    moved = find_moved(hashed, present, known)
    known = follow_moved(known, moved)
    vanished = list_vanished(present, known, scan.files)
    still, again = part_by_content(still, hashed, vanished, known)
    hashed = sorted(chain(hashed, again), key=lambda file: file.found.path)
    heirs = find_heirs(hashed, vanished, known)
    known = follow_heirs(known, heirs)
    hashed = [replace(file, stated=stated.get(file.found.path)) for file in hashed]
    originals = _originals(hashed, known)
    return Plan(
        tuple(
            _decide(
                file,
                known.get(file.found.path),
                originals,
                read_again=reprocess or file.found.path in moved or file.found.path in heirs,
            )
            for file in hashed
        ),
        vanished,
        scan.ignored_count,
        Counter(STILL[known[found.path].status] for found in still),
        scan.sidecar_count,
        list_id_paths(hashed, known),
    )


def _originals(hashed: list[PlannedFile], known: Mapping[str, KnownFile]) -> dict[Content, str]:
    """For each content the path that stands for it: one already loaded, else the first by name."""
    paths: dict[Content, list[str]] = defaultdict(list)
    for file in hashed:
        if file.sha256:
            paths[_content(file)].append(file.found.path)

    def is_loaded(path: str, content: Content) -> bool:
        before = known.get(path)
        if before is None or before.status == "quarantined":
            return False
        same = before.sha256 == content[0] and before.sidecar_sha256 == content[2]
        return before.has_document and same

    return {
        content: next((path for path in same if is_loaded(path, content)), same[0])
        for content, same in paths.items()
    }


def _content(file: PlannedFile) -> Content:
    """What makes two files the same: the bytes, the ending, as it may say how to read them, and
    what sidecars state: two outlets may have published the same text."""
    ending = PurePosixPath(file.found.path.lower()).suffix
    return file.sha256 or "", ending, file.sidecar_sha256


def _decide(
    file: PlannedFile,
    known: KnownFile | None,
    originals: Mapping[Content, str],
    *,
    read_again: bool,
) -> PlannedFile:
    file = replace(file, is_known=known is not None and known.status != "vanished")
    if file.refused:
        told = known is not None and known.status == "quarantined"
        return replace(file, is_news=not told or known.refused != file.refused)
    same_bytes = known is not None and known.sha256 == file.sha256
    same_facts = known is not None and known.sidecar_sha256 == file.sidecar_sha256
    same_place = known is not None and known.looks_like(file.found)
    is_touched = same_bytes and not (same_place and same_facts)
    file = replace(file, is_touched=is_touched, is_same=same_bytes)
    if same_bytes and same_facts and known.refused and not read_again:
        is_news = known.status != "quarantined"
        return replace(file, outcome="quarantined", refused=known.refused, is_news=is_news)
    original = originals[_content(file)]
    if original != file.found.path:
        told = same_bytes and known.status == "duplicate" and known.duplicate_of == original
        return replace(file, outcome="duplicate", duplicate_of=original, is_news=not told)
    if same_bytes and same_facts and known.has_document and not read_again:
        return replace(file, outcome="unchanged", is_news=known.status != "loaded")
    return file
