"""What a page says about itself in JSON-LD, meta tags and headings, in its own words.

Dates are only what the page states there, as it is written; none is guessed from the text, the
address or a server.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape

from lxml.html import HtmlElement

from extractors.records import Metadatum

_ARTICLE = re.compile(
    r"(?:News|Blog|Report|Analysis|Opinion|Background|Review)?(?:Article|Posting|Report)$|^WebPage$"
)
# meta name or property -> field; the first that is present wins.
META_FIELDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")),
    ("description", ("og:description", "description", "twitter:description")),
    ("outlet", ("og:site_name", "application-name", "dc.publisher")),
    (
        "author",
        ("author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "byl"),
    ),
    (
        "published_at",
        (
            "article:published_time",
            "og:article:published_time",
            "parsely-pub-date",
            "sailthru.date",
            "datepublished",
            "dc.date.issued",
            "pubdate",
            "publishdate",
            "article.published",
            "dcterms.created",
            "date",
        ),
    ),
    ("updated_at", ("article:modified_time", "og:updated_time", "dc.date.modified")),
    ("language", ("og:locale", "content-language", "dc.language")),
    ("section", ("article:section",)),
    ("caption", ("og:image:alt",)),
)
HEADLINES = (("title", "headline"), ("alternative_title", "alternativeHeadline"))
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}")
_NOT_AN_AUTHOR = re.compile(r"https?:|@|^\W*$|^(?:admin|editor|staff|by)$", re.IGNORECASE)
_SITE_NAME = re.compile(r"\s+(?:[|»·]|[-–—](?=\s+\S+(?:\s+\S+){0,3}$))\s+[^|»·]{1,40}$")
_COMMENTS = re.compile(r"<!--|-->|/\*.*?\*/|//<!\[CDATA\[|//\]\]>", re.DOTALL)


def read_page_metadata(tree: HtmlElement) -> tuple[Metadatum, ...]:
    """Metadata rows, JSON-LD before meta tags; equal values of a field once."""
    rows = [*_read_json_ld(tree), *_read_meta(tree), *_read_headline(tree)]
    seen: set[tuple[str, str]] = set()
    unique = []
    for row in rows:
        if (row.field, row.value) not in seen:
            seen.add((row.field, row.value))
            unique.append(row)
    return tuple(unique)


def _read_json_ld(tree: HtmlElement) -> Iterator[Metadatum]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in _list_nodes(_parse(script.text or "")):
            if any(_ARTICLE.search(t) for t in _list_types(node)):
                yield from _read_article(node)


def _parse(source: str) -> object:
    for attempt in (source, _COMMENTS.sub("", source)):
        try:
            return json.loads(attempt, strict=False)
        except ValueError:
            continue
        except RecursionError:
            return None
    return None


def _list_nodes(data: object, depth: int = 0) -> Iterator[dict]:
    if depth > 6:  # @graph and mainEntity nest two or three deep
        return
    if isinstance(data, list):
        for item in data:
            yield from _list_nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(data.get(key), dict | list):
                yield from _list_nodes(data[key], depth + 1)


def _list_types(node: dict) -> list[str]:
    kind = node.get("@type")
    return [k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)]


def _read_article(node: dict) -> Iterator[Metadatum]:
    is_page = "WebPage" in _list_types(node)
    fields = (
        () if is_page else (("title", "headline"), ("alternative_title", "alternativeHeadline"))
    )
    for field, key in (
        *fields,
        ("published_at", "datePublished"),
        ("updated_at", "dateModified"),
        ("language", "inLanguage"),
    ):
        for value in _list_texts(node.get(key)):
            yield Metadatum(field, value, "json_ld", source_field=key)
    if is_page:
        return
    for name in _list_texts(node.get("author")):
        if not _NOT_AN_AUTHOR.search(name):
            yield Metadatum("author", name, "json_ld", source_field="author")
    for name in _list_texts(node.get("publisher"))[:1]:
        yield Metadatum("outlet", name, "json_ld", source_field="publisher")
    for image in node["image"] if isinstance(node.get("image"), list) else [node.get("image")]:
        if isinstance(image, dict):
            for value in _list_texts(image.get("caption")):
                yield Metadatum("caption", value, "json_ld", source_field="image.caption")


def _list_texts(value: object) -> list[str]:
    """Texts of a JSON-LD value: plain, a list, or things with a name."""
    if isinstance(value, str):
        text = " ".join(unescape(value).split())
        return [text] if text else []
    if isinstance(value, dict):
        return _list_texts(value.get("name"))
    if isinstance(value, list):
        return [text for item in value for text in _list_texts(item)]
    return []


def _read_meta(tree: HtmlElement) -> Iterator[Metadatum]:
    tags: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = (
            tag.get("property")
            or tag.get("name")
            or tag.get("itemprop")
            or tag.get("http-equiv")
            or ""
        ).lower()
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            tags.setdefault(name, []).append(content)
    for field, names in META_FIELDS:
        name = next((n for n in names if n in tags), None)
        for value in tags[name] if name and field == "author" else tags.get(name or "", [])[:1]:
            if field == "author" and _NOT_AN_AUTHOR.search(value):
                continue
            yield Metadatum(field, value, "meta_tag", source_field=name)
    yield from _read_links(tree)


def _read_headline(tree: HtmlElement) -> Iterator[Metadatum]:
    """The only h1 of the page, else its title tag without the site's name behind a bar or dash."""
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    title = " ".join((tree.findtext(".//title") or "").split())
    if len(headings) == 1 and headings[0]:
        yield Metadatum("title", headings[0], "heading", source_field="h1")
    elif title:
        name = _SITE_NAME.sub("", title) or title
        yield Metadatum("title", name, "heading", source_field="title")


def _read_links(tree: HtmlElement) -> Iterator[Metadatum]:
    root = tree if tree.tag == "html" else None
    language = (root.get("lang") or "") if root is not None else ""
    if _LANGUAGE.match(language):
        yield Metadatum("language", language, "meta_tag", source_field="html lang")
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith(
            "http"
        ):
            href = link.get("href").strip()
            yield Metadatum("canonical_url", href, "meta_tag", source_field="link canonical")
            return
