"""Read one HTML page in bulk: a tenth of the time of extractors.pages.html, and less care.

resiliparse (Apache-2.0, not installed by default) takes the main content of the page; the line
cleaner then reads it like a pasted text, with fewer looks and of long lines only both ends, or,
where the page states the text of its article in JSON-LD, takes that for the body. Metadata come
from the head of the page and from JSON-LD, not from marked elements of its body.
"""

from __future__ import annotations

import re

from extractors.extras import need
from extractors.languages import language_code
from extractors.pages.head import list_json_ld, read_head
from extractors.pages.html import list_stated_lines
from extractors.pages.metadata import read_head_metadata
from extractors.pages.stated_text import place_stated
from extractors.records import Page, find_value

_READING = re.compile(r"<(r[tp])\b[^<>]*>[^<>]*(?:</\1\s*>)?", re.I)  # over Japanese letters
# Alone between tags: a letter, or a mark of Chinese and Japanese, of three bytes.
_LONE_LETTER = re.compile(r">([\u0800-\u1fff\u2e80-\ud7ff\uf900-\ufdff\uff00-\uffef])(?=<)")
_JOINER = "\u2060"
LARGE = 200  # bytes more than letters of a page that may hold letters of three bytes


def read_html_fast(html: str, url: str | None = None) -> Page:
    """The main content of the page as text, one block per line, and metadata of its head.

    A page without main content gives all its text. `url` is the address the page came from, if
    known. Raises Refused when resiliparse is not installed.
    """
    try:
        page = html.encode()
    except UnicodeEncodeError:  # halves of surrogate pairs, which no page may hold
        page = html.encode("utf-8", "replace")
        html = page.decode()
    text = _extract_text(html, in_large_script=len(page) - len(html) > LARGE)
    page = page.replace(b"\x00", b"")
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


def _extract_text(html: str, in_large_script: bool) -> str:
    """The main content, or all text; `in_large_script`: it may hold Chinese, Thai and the like.

    resiliparse drops words out of the middle of sentences: days and tags that are marked as such,
    and texts between tags of one letter of three bytes, which it takes for marks between others.
    """
    extract = need("resiliparse.extract.html2text", "fast").extract_plain_text
    options = {"alt_texts": False, "links": False, "form_fields": False}
    html = html.replace(' rel="tag"', "").replace("<time", "<data").replace("</time", "</data")
    if in_large_script:
        html = _LONE_LETTER.sub(rf">\1{_JOINER}", _READING.sub("", html))
    text = extract(html, main_content=True, **options) or extract(html, **options)
    return text.replace(_JOINER, "") if in_large_script else text
