"""Sidecars: small JSON objects in which the user states facts about files, and whom they speak of.

`bridge.meta.json` speaks of bridge.txt (and bridge.html), `bridge.txt.meta.json` of that file
alone, `_meta.json` of all files in its folder and the folders below. The nearer goes before the
farther, field by field; null takes back what a folder above states. They also name the
columns of tables and records that newsmill does not know by itself ("column_text": "story").
They lie beside the files of the corpus, and beside the files in an archive.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from extractors.dates.day_order import FIELD as DAY_ORDER
from extractors.dates.day_order import ORDERS
from extractors.encodings.well_formed import mend_value
from extractors.record_fields import NAMES
from extractors.records import Metadatum

FOLDER_NAME = "_meta.json"
ENDING = ".meta.json"
MOST_SIDECAR_BYTES = 1_000_000
FIELDS = (
    "outlet title subtitle author author_organisation agency published_at updated_at section "
    "language url canonical_url caption credit source_cited day_order".split()
)
COLUMN_PREFIX = "column_"  # {"column_text": "story"}: the column of a table or record with the text
COLUMN_FIELDS = tuple(COLUMN_PREFIX + name for name in NAMES)
OWN_PREFIX = "x_"  # fields of the user's own: kept as metadata, used nowhere

Facts = Mapping[str, tuple[tuple[str, ...], str]]  # field -> values, and the path that states them


class BrokenSidecar(Exception):
    """A sidecar that cannot be used, with one sentence that says why."""


def is_sidecar(path: str) -> bool:
    """True for the path of a sidecar."""
    return path.endswith(ENDING) or is_folder_sidecar(path)


def is_folder_sidecar(path: str) -> bool:
    """True for the path of a sidecar that speaks of a folder."""
    return path == FOLDER_NAME or path.endswith("/" + FOLDER_NAME)


class Sidecars:
    """Sidecars by their paths below one root: a corpus or an archive."""

    def __init__(self, facts: Mapping[str, Facts]) -> None:
        self.facts = facts
        self._used: set[str] = set()
        self._of_folders: dict[str, Facts] = {}

    def facts_about(self, path: str) -> Facts:
        """What they state about the file at `path`; a field without values is taken back."""
        if not self.facts:
            return {}
        folder, _, name = path.rpartition("/")
        merged = dict(self._of_folder(folder))
        stem = name.rsplit(".", 1)[0] if "." in name else name
        for own in dict.fromkeys((stem, name)):  # the full name goes last and wins
            sidecar = f"{folder}/{own}{ENDING}" if folder else own + ENDING
            if sidecar in self.facts:
                self._used.add(sidecar)
                merged |= self.facts[sidecar]
        return merged

    def unused(self) -> list[str]:
        """Sidecars of files that were not asked for; those of folders may have none."""
        unused = self.facts.keys() - self._used
        return sorted(path for path in unused if not is_folder_sidecar(path))

    def _of_folder(self, folder: str) -> Facts:
        if folder not in self._of_folders:
            merged: dict[str, tuple[tuple[str, ...], str]] = {}
            above = folder
            while above:
                merged = {**self.facts.get(f"{above}/{FOLDER_NAME}", {}), **merged}
                above = above.rpartition("/")[0]
            self._of_folders[folder] = {**self.facts.get(FOLDER_NAME, {}), **merged}
        return self._of_folders[folder]


def parse_sidecar(raw: bytes, path: str) -> Facts:
    """Fields with their values, as stated at `path`; raises BrokenSidecar."""
    if len(raw) > MOST_SIDECAR_BYTES:
        raise BrokenSidecar(f"It has more than {MOST_SIDECAR_BYTES:,} bytes.")
    try:
        data = mend_value(json.loads(raw.decode("utf-8-sig")))
    except (ValueError, RecursionError) as error:
        raise BrokenSidecar(f"It is no JSON in UTF-8: {error}."[:300]) from None
    if not isinstance(data, dict):
        raise BrokenSidecar('It must hold one JSON object, such as {"outlet": "The Courier"}.')
    return {
        field: (_values(field, value), path)
        for field, value in data.items()
        if not field.startswith("_")  # a comment
    }


def list_metadata(facts: Facts, root: str = "") -> Iterator[Metadatum]:
    """One record for each value; `root` is what the paths of the sidecars lie in."""
    for field, (values, path) in facts.items():
        for value in values:
            yield Metadatum(field, value, "sidecar", source_field=f"{root}{path}: {field}")


def take_columns(
    stated: Iterable[Metadatum],
) -> tuple[dict[str, str], tuple[Metadatum, ...]]:
    """Names of columns by field, and the facts that are left."""
    rows = tuple(stated)
    columns = {
        row.field.removeprefix(COLUMN_PREFIX): row.value
        for row in rows
        if row.field.startswith(COLUMN_PREFIX)
    }
    return columns, tuple(row for row in rows if not row.field.startswith(COLUMN_PREFIX))


def state_nearer(stated: Iterable[Metadatum], nearer: Facts, root: str) -> tuple[Metadatum, ...]:
    """The facts with those of nearer sidecars, which lie in `root`, instead of farther ones."""
    _, near = take_columns(list_metadata(nearer, root))
    return (*near, *(row for row in stated if row.field not in nearer))


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
    if field == DAY_ORDER and not {*values} <= {*ORDERS}:
        raise BrokenSidecar(f"The value of {field} must be {' or '.join(ORDERS)}.")
    return tuple(text for v in values if (text := " ".join(str(v).split())))
