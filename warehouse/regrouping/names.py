"""Which story, group or article a person means: by an id, a former id, the start of one, a path."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from warehouse.errors import CannotCorrect
from warehouse.statements import read_sql

KINDS = {"story": "story", "duplicate_group": "group"}  # subject -> the word for it
SHOWN = 6  # of several that a name may mean


@dataclass(frozen=True, slots=True)
class Found:
    """An article, or the head of a story or group, with the story or group it is in."""

    article_id: str
    subject_id: str


def find_one(
    connection: duckdb.DuckDBPyConnection,
    subject: str,
    name: str,
    path: str,
    *,
    article: bool = False,
) -> Found:
    """The one story or group (or, with `article`, the one article) that the name means.

    `path`: the name as a path below the corpus. Raises CannotCorrect when it means none or several.
    """
    values = {"subject": subject, "name": name, "path": path}
    rows = connection.execute(read_sql("regrouping", "find_names.sql"), values).fetchall()
    rows = [row for row in rows if row[0] == "article" or not article]
    kind = "article" if article else KINDS[subject]
    for whole in (True, False):  # a whole id before the start of one, an id before an article
        for of_kind in ("id", "former id", "article"):
            found = {
                row[2] if article else row[1]: Found(row[2], row[1])
                for row in rows
                if row[0] == of_kind and row[3] >= whole
            }
            if len(found) == 1:
                return next(iter(found.values()))
            if found:
                listed = ", ".join(sorted(found)[:SHOWN])
                raise CannotCorrect(f"{name!r} may be several: {listed}.")
    raise CannotCorrect(f"There is no {kind} {name!r} in the warehouse.")
