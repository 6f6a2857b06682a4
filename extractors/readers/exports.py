"""Texts of word processors, which may be exports of a news database with many articles."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.readers import factiva, nexis
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.records import Metadatum, Page


def pieces_of_text(
    source: Source, text: str, form: str, metadata: tuple[Metadatum, ...] = ()
) -> Iterator[Piece]:
    """The articles of an export of Nexis or Factiva; else the text as one document."""
    for database in (nexis, factiva):
        if database.is_export(text):
            yield from database.pieces_of_export(source, text)
            return
    yield Piece(source.place, Page(text, form, metadata=metadata))
