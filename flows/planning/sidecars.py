"""Sidecars that lie in the corpus: read from the disk, and told apart from articles.

They are counted by themselves, and a broken one is refused like any other file. What they may say
stands in extractors.sidecars.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from extractors.records import Metadatum, Rejection
from extractors.sidecars import (
    MOST_SIDECAR_BYTES,
    BrokenSidecar,
    Facts,
    Sidecars,
    is_sidecar,
    list_metadata,
    parse_sidecar,
)
from flows.planning.scan import FoundFile, Scan


@dataclass(frozen=True, slots=True)
class Stated:
    """What sidecars state about one file."""

    metadata: tuple[Metadatum, ...]
    sha256: str  # of all of it, to notice a change


def read_sidecars(scan: Scan) -> tuple[Scan, dict[str, Stated]]:
    """The scan without its sidecars, and what they state by path of the file.

    A sidecar that is broken, or speaks of no file, stays in the scan as a refused file.
    """
    found = [file for file in scan.files if is_sidecar(file.path) and not file.refused]
    if not found:
        return scan, {}
    facts: dict[str, Facts] = {}
    broken: dict[str, Rejection] = {}
    for file in found:
        try:
            facts[file.path] = _read(file)
        except BrokenSidecar as error:
            broken[file.path] = Rejection("bad_sidecar", str(error))
        except OSError as error:
            broken[file.path] = Rejection("unreadable", f"It cannot be read: {error.strerror}.")
    others = [file for file in scan.files if not is_sidecar(file.path) or file.refused]
    sidecars = Sidecars(facts)
    stated = _state(others, sidecars)
    for path in sidecars.unused():
        broken[path] = Rejection("bad_sidecar", "No file beside it has the name it speaks of.")
    files = [*others, *(f._replace(refused=broken[f.path]) for f in found if f.path in broken)]
    files.sort(key=lambda file: file.path)
    count = len(found) - len(broken)
    return replace(scan, files=tuple(files), sidecar_count=count), stated


def _state(files: list[FoundFile], sidecars: Sidecars) -> Mapping[str, Stated]:
    stated = {}
    for file in files:
        if metadata := tuple(list_metadata(sidecars.facts_about(file.path))):
            stated[file.path] = Stated(metadata, _digest(metadata))
    return stated


def _digest(metadata: tuple[Metadatum, ...]) -> str:
    told = sorted((row.field, row.value, row.source_field) for row in metadata)
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _read(file: FoundFile) -> Facts:
    """Fields with their values; raises BrokenSidecar, OSError."""
    with open(file.location, "rb") as handle:  # noqa: PTH123 - bytes names, any encoding
        return parse_sidecar(handle.read(MOST_SIDECAR_BYTES + 1), file.path)
