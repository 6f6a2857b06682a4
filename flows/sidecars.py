"""Sidecars: small JSON files in which the user states facts about files of the corpus.

`bridge.meta.json` speaks of bridge.txt (and bridge.html), `bridge.txt.meta.json` of that file
alone, `_meta.json` of all files in its folder and the folders below. The nearer goes before the
farther, field by field; null takes back what a folder above states. They also name the
columns of tables and records that newsmill does not know by itself ("column_text": "story"). They
are no articles: they are counted apart, and a broken one is refused like any other file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache

from extractors.record_fields import NAMES
from extractors.records import Metadatum, Rejection
from flows.scan import FoundFile, Scan

FOLDER_NAME = "_meta.json"
ENDING = ".meta.json"
MOST_BYTES = 1_000_000
FIELDS = (
    "outlet title subtitle author author_organisation published_at updated_at section language "
    "url canonical_url caption credit source_cited".split()
)
COLUMN_PREFIX = "column_"  # {"column_text": "story"}: the column of a table or record with the text
COLUMN_FIELDS = tuple(COLUMN_PREFIX + name for name in NAMES)
OWN_PREFIX = "x_"  # fields of the user's own: kept as metadata, used nowhere

Facts = Mapping[str, tuple[tuple[str, ...], str]]  # field -> values, and what states them


@dataclass(frozen=True, slots=True)
class Stated:
    """What sidecars state about one file."""

    metadata: tuple[Metadatum, ...]
    sha256: str  # of all of it, to notice a change


class BrokenSidecar(Exception):
    """A sidecar that cannot be used, with one sentence that says why."""


def is_sidecar(path: str) -> bool:
    """True for the path of a sidecar."""
    return path.endswith(ENDING) or path == FOLDER_NAME or path.endswith("/" + FOLDER_NAME)


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
    stated, used = _state(others, facts)
    for path in facts.keys() - used:
        if not _is_folder_sidecar(path):
            broken[path] = Rejection("bad_sidecar", "No file beside it has the name it speaks of.")
    files = [*others, *(f._replace(refused=broken[f.path]) for f in found if f.path in broken)]
    files.sort(key=lambda file: file.path)
    count = len(found) - len(broken)
    return replace(scan, files=tuple(files), sidecar_count=count), stated


def take_columns(
    stated: tuple[Metadatum, ...],
) -> tuple[dict[str, str], tuple[Metadatum, ...]]:
    """Names of columns by field, and the facts that are left."""
    columns = {
        row.field.removeprefix(COLUMN_PREFIX): row.value
        for row in stated
        if row.field.startswith(COLUMN_PREFIX)
    }
    return columns, tuple(row for row in stated if not row.field.startswith(COLUMN_PREFIX))


def _state(files: list[FoundFile], facts: dict[str, Facts]) -> tuple[dict[str, Stated], set[str]]:
    """What is stated about each file, and the sidecars that speak of one."""

    @cache
    def of_folder(folder: str) -> Facts:
        above, _, _ = folder.rpartition("/")
        inherited = of_folder(above) if folder else {}
        name = f"{folder}/{FOLDER_NAME}" if folder else FOLDER_NAME
        return {**inherited, **facts.get(name, {})}

    stated, used = {}, set()
    for file in files:
        folder, _, name = file.path.rpartition("/")
        merged = dict(of_folder(folder))
        stem = name.rsplit(".", 1)[0] if "." in name else name
        for own in dict.fromkeys((stem, name)):  # the full name goes last and wins
            path = f"{folder}/{own}{ENDING}" if folder else own + ENDING
            if path in facts:
                used.add(path)
                merged |= facts[path]
        metadata = tuple(_list_metadata(merged))
        if metadata:
            stated[file.path] = Stated(metadata, _digest(metadata))
    return stated, used


def _list_metadata(facts: Facts) -> Iterator[Metadatum]:
    for field, (values, path) in facts.items():
        for value in values:
            yield Metadatum(field, value, "sidecar", source_field=f"{path}: {field}")


def _digest(metadata: tuple[Metadatum, ...]) -> str:
    told = sorted((row.field, row.value, row.source_field) for row in metadata)
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _is_folder_sidecar(path: str) -> bool:
    return path.rpartition("/")[2] == FOLDER_NAME


def _read(file: FoundFile) -> Facts:
    """Fields with their values; raises BrokenSidecar, OSError."""
    if file.byte_count > MOST_BYTES:
        raise BrokenSidecar(f"It has {file.byte_count:,} bytes; the limit is {MOST_BYTES:,}.")
    with open(file.location, "rb") as handle:  # noqa: PTH123 - bytes names, any encoding
        raw = handle.read(MOST_BYTES + 1)
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BrokenSidecar(f"It is no JSON in UTF-8: {error}."[:300]) from None
    if not isinstance(data, dict):
        raise BrokenSidecar('It must hold one JSON object, such as {"outlet": "The Courier"}.')
    return {
        field: (_values(field, value), file.path)
        for field, value in data.items()
        if not field.startswith("_")  # a comment
    }


def _values(field: str, value: object) -> tuple[str, ...]:
    known = (*FIELDS, *COLUMN_FIELDS)
    if field not in known and not field.startswith(OWN_PREFIX):
        near = get_close_matches(field, known, 1)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(FIELDS)}."
        raise BrokenSidecar(f"There is no field {field}; {hint} Your own begin with {OWN_PREFIX}.")
    values = value if isinstance(value, list) else [value]
    if value is None:
        return ()
    if not all(isinstance(v, (str, int, float)) and not isinstance(v, bool) for v in values):
        raise BrokenSidecar(f"The value of {field} must be a text, a number, or a list of those.")
    return tuple(text for v in values if (text := " ".join(str(v).split())))
