"""The table of formats: to read one more, write its reader, add a line here and an example.

Each reader is a module with two functions: `sniff(head)` is True when the content is certainly of
its format, `read(source)` yields its pieces. Content is asked first, in the order of the table;
then the ending of the name; what is left is a text or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

from extractors.readers import (
    bzip2_file,
    chat,
    delimited,
    factiva,
    feed,
    gzip_file,
    html_page,
    json_file,
    json_lines,
    mail,
    mailbox_file,
    markdown,
    mhtml,
    nexis,
    pdf,
    rich_text,
    tar_archive,
    telegram,
    telegram_page,
    text,
    warc,
    word,
    workbook,
    xz_file,
    zip_archive,
    zstd_file,
)
from extractors.readers.head import Head
from extractors.readers.piece import Piece
from extractors.readers.source import Source
from extractors.record_fields import STATED
from extractors.records import Rejection

PAGE_FIELDS = (*STATED, "caption")
MAIL_FIELDS = ("title", "published_at", "outlet", "author", "language")
FEED_FIELDS = ("title", "url", "author", "section", "published_at", "updated_at", "outlet",
               "language")  # fmt: skip
NEXIS_FIELDS = ("title", "subtitle", "author", "published_at", "outlet", "section", "language",
                "url")  # fmt: skip
FACTIVA_FIELDS = ("title", "author", "published_at", "outlet", "section", "language")
CHAT_FIELDS = ("title", "outlet", "published_at", "url")
TELEGRAM_FIELDS = (*CHAT_FIELDS, "author", "updated_at")
DOCUMENTS = "documents"


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
    Format("gzip", (".gz", ".gzip", ".tgz"), gzip_file, is_container=True),
    Format("bzip2", (".bz2", ".tbz2", ".tbz"), bzip2_file, is_container=True),
    Format("xz", (".xz", ".txz"), xz_file, is_container=True),
    Format("zstd", (".zst", ".zstd", ".tzst"), zstd_file, is_container=True, extra=DOCUMENTS),
    Format("docx", (".docx",), word, ("title",), extra=DOCUMENTS),
    Format("xlsx", workbook.ENDINGS, workbook, STATED, is_container=True, extra=DOCUMENTS),
    Format("zip", (".zip",), zip_archive, is_container=True),
    Format("tar", (".tar",), tar_archive, is_container=True),
    Format("pdf", (".pdf",), pdf, ("title",), extra=DOCUMENTS),
    Format("rtf", (".rtf",), rich_text, extra=DOCUMENTS),
    Format("warc", (".warc",), warc, PAGE_FIELDS, is_container=True, extra=DOCUMENTS),
    Format("mbox", (".mbox",), mailbox_file, MAIL_FIELDS, is_container=True),
    Format("mhtml", (".mht", ".mhtml"), mhtml, PAGE_FIELDS),
    Format("mail", (".eml",), mail, MAIL_FIELDS),
    Format("feed", (".rss", ".atom"), feed, FEED_FIELDS, is_container=True),
    Format("telegram_page", (), telegram_page, TELEGRAM_FIELDS, is_container=True),
    Format("html", (".html", ".htm", ".xhtml"), html_page, PAGE_FIELDS),
    Format("telegram", (), telegram, TELEGRAM_FIELDS, is_container=True),
    Format("json_lines", (".jsonl", ".ndjson"), json_lines, STATED, is_container=True),
    Format("json", (".json",), json_file, STATED, is_container=True),
    Format("markdown", (".md", ".markdown", ".mdown"), markdown, STATED),
    Format("table", (".csv", ".tsv", ".tab"), delimited, STATED, is_container=True),
    Format("nexis", (), nexis, NEXIS_FIELDS, is_container=True),
    Format("factiva", (), factiva, FACTIVA_FIELDS, is_container=True),
    Format("chat", (), chat, CHAT_FIELDS, is_container=True),
    Format("text", (".txt", ".text", ""), text),
)
UNREAD_SIGNATURES = (  # first bytes, from the formats' own specifications
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"), (b"Rar!", "RAR"), (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"\xd0\xcf\x11\xe0", "old Word or Excel"),
    (b"SQLite format 3", "SQLite"), (b"\x7fELF", "a program"),
)  # fmt: skip
UNREAD_ENDINGS = {  # text formats whose markup would be taken for news
    ".xml": "XML", ".ics": "a calendar", ".css": "a style sheet", ".js": "a program",
}  # fmt: skip
OTHER_ZIPS = (  # names and contents near the beginning of archives that are documents
    (b"mimetypeapplication/epub+zip", "an EPUB book"), (b"xl/workbook.bin", "a binary workbook"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"ppt/presentation.xml", "a PowerPoint presentation"),
)  # fmt: skip


def find_format(head: Head) -> Format | Rejection:
    """The format that reads a file, or why there is none."""
    if not head.raw:
        return Rejection("empty", "The file has no bytes.")
    if unread := _name_unread(head):
        return Rejection("unsupported_format", f"The content is {unread}.")
    for form in FORMATS:
        if form.sniff(head):
            return form
    if html_page.is_other_xml(head):
        return Rejection("unsupported_format", "The content is XML, not a web page or a feed.")
    if head.ending in UNREAD_ENDINGS:
        named = UNREAD_ENDINGS[head.ending]
        return Rejection("unsupported_format", f"The file is {named} by its name.")
    return next((form for form in FORMATS if head.ending in form.endings), FORMATS[-1])


def _name_unread(head: Head) -> str | None:
    """Name of a format that is known by its bytes and not read."""
    if head.raw.startswith(b"PK\x03\x04"):
        return next((name for mark, name in OTHER_ZIPS if mark in head.raw), None)
    return next((name for mark, name in UNREAD_SIGNATURES if head.raw.startswith(mark)), None)
