"""Read one HTML page in bulk: a tenth of the time of extractors.pages.html, and less care.

resiliparse (Apache-2.0, not installed by default) takes the main content of the page; the line
cleaner then reads it like a pasted text, with fewer looks and of long lines only both ends, or,
where the page states the text of its article in JSON-LD, takes that for the body. Metadata come
from the head of the page and from JSON-LD, not from marked elements of its body.
"""

from __future__ import annotations

from extractors.languages import language_code
from extractors.pages.head import list_json_ld, read_head
from extractors.pages.html import list_stated_lines
from extractors.pages.metadata import read_head_metadata
from extractors.pages.stated_text import place_stated
from extractors.readers.extras import need
from extractors.records import Page, find_value


def read_html_fast(html: str, url: str | None = None) -> Page:
    """The main content of the page as text, one block per line, and metadata of its head.

    A page without main content gives all its text. `url` is the address the page came from, if
    known. Raises Refused when resiliparse is not installed.
    """
    try:
        text = _extract_text(html)
    except (UnicodeEncodeError, TypeError):  # halves of surrogate pairs, which no page may hold
        html = html.encode("utf-8", "replace").decode("utf-8")
        text = _extract_text(html)
    # Python has kept the bytes that resiliparse asked for, and they are quicker to look through.
    page = html.encode("utf-8").replace(b"\x00", b"")
    json_ld = list(list_json_ld(page))
    metadata = read_head_metadata(read_head(page), json_ld)
    shown = text.split("\n")
    found = frozenset(range(len(shown)))
    lines, body = place_stated(list_stated_lines(json_ld), shown).prefer_to(found, shown)
    return Page(
        text="\n".join(lines),
        format="html",
        language=language_code(find_value(metadata, "language") or ""),
        url=find_value(metadata, "canonical_url") or url,
        body_lines=None if body == found else body,
        metadata=metadata,
        in_bulk=True,
    )


def _extract_text(html: str) -> str:
    extract = need("resiliparse.extract.html2text", "fast").extract_plain_text
    options = {"alt_texts": False, "links": False, "form_fields": False}
    return extract(html, main_content=True, **options) or extract(html, **options)
