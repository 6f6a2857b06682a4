"""The name of the tables that a text spells in its own way: in capitals, by its house style."""

from __future__ import annotations

from functools import lru_cache

from extractors.namebook.keys import key_name
from extractors.namebook.tables import KnownName, load_name_tables


@lru_cache(maxsize=1)
def load_known_keys() -> dict[tuple[str, str], KnownName]:
    """(label, key) -> the row of the name tables with that spelling; acronyms only as written."""
    known: dict[tuple[str, str], KnownName] = {}
    for spelling, row in sorted(load_name_tables().known.items()):
        known.setdefault((row.label, key_name(row.label, spelling)), row)
    return known


def find_known(label: str, name: str) -> KnownName | None:
    """The row of the name tables that a name spells, in whatever case or house style."""
    exact = load_name_tables().known.get(name)
    if exact is not None and exact.label == label:
        return exact
    if len(name) <= 4 and not name.isupper():
        return None
    return load_known_keys().get((label, key_name(label, name)))
