"""PDF with a text layer: the text of its pages, its broken lines joined to paragraphs."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from extractors.extras import need
from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.readers.unwrapped import join_wrapped_lines
from extractors.reasons import Refused
from extractors.records import Metadatum, Page, Rejection

MOST_PAGES = 2_000  # a newspaper has a hundred

# it warns about each fault of a file; what matters shows in what we return
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def sniff(head: Head) -> bool:
    """True for the header of ISO 32000-1, 7.5.2, which may stand behind some stray bytes."""
    return b"%PDF-" in head.raw[:1024]


def read(source: Source) -> Iterator[Piece]:
    """The text of all pages; refused when it is encrypted or has no text layer."""
    raw = source.read_all()
    yield source.piece("", lambda: _read_page(raw))


def _read_page(raw: bytes) -> Page | Rejection:
    reader = need("pypdf").PdfReader(io.BytesIO(raw))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refused("encrypted", "It asks for a password. Save it without one.")
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise Refused("too_large", f"{count:,} pages; the limit is {MOST_PAGES:,}.")
    lines = [line for page in reader.pages for line in [*page.extract_text().split("\n"), ""]]
    text = "\n".join(join_wrapped_lines(lines)).strip("\n")
    text = text.encode("utf-8", "replace").decode()
    if count and not text.strip():
        pages = "page" if count == 1 else "pages"
        return Rejection("no_text", f"{count} {pages} without a text layer: run OCR over it first.")
    title = " ".join(str((reader.metadata or {}).get("/Title") or "").split())
    return Page(text, "pdf", metadata=tuple(confirm_title(title, text)))


def confirm_title(title: str, text: str) -> Iterator[Metadatum]:
    """The title in a document's properties, when it stands in the text.

    Else it is as often the name of a template or of a file.
    """
    key = "".join(title.lower().split())
    if len(key) > 8 and key in "".join(text[:20_000].lower().split()):
        yield Metadatum("title", title, "field", source_field="properties")
