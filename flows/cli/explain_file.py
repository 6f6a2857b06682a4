"""What a person means who asks `newsmill explain`: a document, or why there is none.

FILE!/PLACE is a document in a file that holds many.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path

import duckdb

from extractors.records import Page, Rejection
from warehouse.questions import ask_named

SHOWN_DOCUMENTS = 50


@dataclass(frozen=True, slots=True)
class Told:
    """What a name stands for: one of the first three is filled, none when nobody knows."""

    document_id: str | None = None
    refused: str | None = None  # a sentence
    held: tuple[str, ...] = ()  # lines: what a file of many documents holds
    note: str | None = None  # stands above the document
    is_ambiguous: bool = False  # the start of several ids
    is_forgotten: bool = False  # refused, and no mend of the file would change that


def tell_target(connection: duckdb.DuckDBPyConnection, path: str, name: str) -> Told:
    """What the warehouse knows of FILE or FILE!/PLACE, a path below the corpus, or else of the
    article whose id is `name` or begins with it."""
    told = _tell_file(connection, path)
    if told != Told():
        return told
    found = ask_named(connection, "find_document", {"name": name})
    if len(found) > 1:
        return Told(is_ambiguous=True)
    return Told(document_id=found[0]["document_id"]) if found else told


def _tell_file(connection: duckdb.DuckDBPyConnection, path: str) -> Told:
    file, _, place = path.partition("!/")
    rows = ask_named(connection, "file_documents", {"path": file})
    note = None
    if rows and (original := rows[0]["duplicate_of"]):
        note = f"{file} has the same bytes as {original}, which stands for it."
        rows = ask_named(connection, "file_documents", {"path": original})
    elif rows and rows[0]["is_gone"]:
        note = f"{file} is gone from the corpus; what was read from it stays."
    chosen = [row for row in rows if row["place"] == place] if place else rows
    if len(chosen) > 1:
        return Told(held=tuple(_list_held(chosen, note)))
    for row in chosen:
        if row["document_id"]:
            left = f"{file} holds it no longer; what was read from it stays."
            return Told(document_id=row["document_id"], note=left if row["has_left"] else note)
        if row["reason"]:
            refused = f"{path} is refused: {row['reason']}. {row['detail']}\n{row['what_to_do']}"
            return Told(refused=refused, is_forgotten=row["reason"] == "forgotten")
    return Told()


def read_loose(target: str) -> tuple[str, dict[str, Page | Rejection]] | None:
    """The place that is asked for and the documents of a file in no warehouse, by their places.

    None when there is no file that can be read.
    """
    from flows.documents.reading import read_bytes

    file, _, place = target.partition("!/")
    try:
        raw = Path(file).read_bytes()
    except OSError:
        return None
    return place, {piece.place: piece.found for piece in read_bytes(raw, file).pieces}


def list_loose(file: str, pieces: dict[str, Page | Rejection]) -> list[str]:
    """The documents of a file in no warehouse, with the command that explains each."""
    rows = []
    for place, found in pieces.items():
        row = {"path": file, "place": place, "reason": None, "title": None}
        if isinstance(found, Rejection):
            row |= {"reason": found.reason, "detail": found.detail}
        else:
            titles = (fact.value for fact in found.metadata if fact.field == "title")
            row["title"] = next(titles, None)
        rows.append(row)
    return _list_held(rows, None)


def _list_held(rows: list[dict], note: str | None) -> list[str]:
    """The documents of a file with the command that explains each."""
    lines = [note] if note else []
    lines.append(f"{rows[0]['path']} holds {len(rows):,} documents:")
    for row in rows[:SHOWN_DOCUMENTS]:
        told = f"refused: {row['reason']}. {row['detail']}" if row["reason"] else row["title"]
        told = f"{told or '(no headline)'}{' (no longer in it)' if row.get('has_left') else ''}"
        target = f"{row['path']}!/{row['place']}" if row["place"] else row["path"]
        lines.append(f"  newsmill explain {shlex.quote(target)}   {told}")
    if len(rows) > SHOWN_DOCUMENTS:
        lines.append(f"  and {len(rows) - SHOWN_DOCUMENTS:,} more")
    return lines
