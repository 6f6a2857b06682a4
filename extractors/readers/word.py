"""DOCX: paragraphs and tables in reading order; exports of Nexis and Factiva are taken apart."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from extractors.extras import need
from extractors.readers.exports import pieces_of_text
from extractors.readers.head import Head
from extractors.readers.pdf import confirm_title
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.records import Metadatum

ENDING = ".docx"


def sniff(head: Head) -> bool:
    """True for a ZIP archive with the parts of ISO 29500, or one that is named so."""
    if not head.raw.startswith(b"PK\x03\x04"):
        return False
    return head.ending == ENDING or (b"[Content_Types].xml" in head.raw and b"word/" in head.raw)


def read(source: Source) -> Iterator[Piece]:
    """The text, one paragraph a line, and a title where a paragraph is styled as one."""
    raw = source.read_all()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for member in archive.infolist():
            source.account.add_bytes(member.file_size)
    document = need("docx").Document(io.BytesIO(raw))
    lines, title = [], ""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += _list_rows(block)
            continue
        lines.append(block.text)
        if not title and block.style is not None and block.style.name == "Title":
            title = " ".join(block.text.split())
    text = "\n".join(lines)
    stated = document.core_properties.title or ""
    metadata = list(confirm_title(stated, text))
    if title:
        metadata = [Metadatum("title", title, "field", source_field="Title")]
    yield from pieces_of_text(source, text, "docx", tuple(metadata))


def _list_rows(table: object) -> Iterator[str]:
    """A line for each row of a table; cells that span columns once."""
    for row in table.rows:
        cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
        yield " \t".join(cell for cell in cells if cell)
