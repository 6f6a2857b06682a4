"""The table of formats: to read one more, write its reader, add a line here and an example.

Each reader is a module with two functions: `sniff(head)` is True when the content is certainly of
its format, `read(source)` yields its pieces. Content is asked first, in the order of the table;
then the ending of the name; what is left is a text or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

from extractors.readers import gzip_file, html_page, json_file, json_lines, text, zip_archive
from extractors.readers.source import Head, Piece, Source
from extractors.records import Rejection

RECORD_FIELDS = (
    "title", "subtitle", "author", "published_at", "updated_at", "outlet", "section", "language",
    "url", "canonical_url",
)  # fmt: skip
PAGE_FIELDS = (*RECORD_FIELDS, "caption")


@dataclass(frozen=True, slots=True)
class Format:
    """One line of the table."""

    name: str  # as it stands in document.format and source_file.format
    endings: tuple[str, ...]  # of file names, lower case
    reader: ModuleType
    fields: tuple[str, ...] = ()  # what its documents can state about themselves
    is_container: bool = False  # holds any number of documents, and is read one by one
    extra: str | None = None  # what to install: pip install 'newsmill[EXTRA]'

    @property
    def sniff(self) -> Callable[[Head], bool]:
        """True when the content is certainly of this format."""
        return self.reader.sniff

    @property
    def read(self) -> Callable[[Source], Iterator[Piece]]:
        """The pieces of a source."""
        return self.reader.read


# Order matters: signatures before patterns in the text, narrow patterns before wide ones.
FORMATS = (
    Format("gzip", (".gz", ".gzip"), gzip_file, is_container=True),
    Format("zip", (".zip",), zip_archive, is_container=True),
    Format("html", (".html", ".htm", ".xhtml"), html_page, PAGE_FIELDS),
    Format("json_lines", (".jsonl", ".ndjson"), json_lines, RECORD_FIELDS, is_container=True),
    Format("json", (".json",), json_file, RECORD_FIELDS, is_container=True),
    Format("text", (".txt", ".text", ".md", ".markdown", ""), text),
)
UNREAD_SIGNATURES = (  # first bytes, from the formats' own specifications
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"), (b"Rar!", "RAR"), (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"\xd0\xcf\x11\xe0", "old Word or Excel"),
    (b"SQLite format 3", "SQLite"), (b"\x7fELF", "a program"), (b"%PDF-", "PDF"),
    (b"BZh", "bzip2"), (b"\xfd7zXZ\0", "xz"), (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"{\\rtf", "RTF"), (b"WARC/", "WARC"),
)  # fmt: skip
UNREAD_ENDINGS = {  # text formats whose markup would be taken for news
    ".xml": "XML", ".ics": "a calendar", ".css": "a style sheet", ".js": "a program",
    ".csv": "CSV", ".tsv": "TSV", ".eml": "a mail", ".mbox": "a mailbox", ".mht": "MHTML",
    ".mhtml": "MHTML",
}  # fmt: skip


def find_format(head: Head) -> Format | Rejection:
    """The format that reads a file, or why there is none."""
    if not head.raw:
        return Rejection("empty", "The file has no bytes.")
    for form in FORMATS:
        if form.sniff(head):
            return form
    for signature, name in UNREAD_SIGNATURES:
        if head.raw.startswith(signature):
            return Rejection("unsupported_format", f"The content is {name}.")
    if html_page.is_other_xml(head):
        return Rejection("unsupported_format", "The content is XML, not a web page or a feed.")
    if head.ending in UNREAD_ENDINGS:
        named = UNREAD_ENDINGS[head.ending]
        return Rejection("unsupported_format", f"The file is {named} by its name.")
    return next((form for form in FORMATS if head.ending in form.endings), FORMATS[-1])
