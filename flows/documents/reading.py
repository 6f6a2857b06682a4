"""A file's bytes to the documents in it: the way from the disk to the readers."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO

from extractors.pages.fast_html import read_html_fast
from extractors.pages.html import read_html
from extractors.readers import LIMITS, WHOLE, Part, Reading, read_pieces


def read_bytes(raw: bytes, path: str) -> Reading:
    """The documents in the bytes of one file, whatever their number."""
    return open_reading(io.BytesIO(raw), path, len(raw), max(LIMITS.document_bytes, len(raw)))


def open_reading(
    stream: BinaryIO,
    path: str,
    byte_count: int,
    max_bytes: int,
    columns: Mapping[str, str] | None = None,
    *,
    fast: bool = False,
    part: Part = WHOLE,
) -> Reading:
    """The documents in a stream, read as they are asked for.

    `max_bytes` is the limit of one document; a container may have more. `columns` are the names
    that records have for fields. `fast` reads web pages in bulk (extractors.pages.fast_html).
    `part` says which documents are made; of the others there is the place only.
    """
    limits = replace(LIMITS, document_bytes=max_bytes)
    name, read_page = PurePosixPath(path).name, read_html_fast if fast else read_html
    return read_pieces(
        stream, name, byte_count, limits=limits, columns=columns, read_html=read_page, part=part
    )
