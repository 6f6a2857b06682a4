"""What a page says about itself in JSON-LD (schema.org), in its own words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape

from lxml.html import HtmlElement

from extractors.records import Metadatum

ARTICLE = re.compile(
    r"(?:News|Blog|Report|Analysis|Opinion|Background|Review)?(?:Article|Posting|Report)$"
    r"|^(?:Review|WebPage)$"
)
HEADLINES = (("title", "headline"), ("alternative_title", "alternativeHeadline"))
PLAIN = (
    ("published_at", "datePublished"),
    ("updated_at", "dateModified"),
    ("language", "inLanguage"),
)
ORGANISATION = re.compile(r"Organi[sz]ation$|^Corporation$")
MARKS = re.compile(r"<!--|-->|//<!\[CDATA\[|//\]\]>")
COMMENTS = re.compile(rf"/\*.*?\*/|{MARKS.pattern}", re.DOTALL)
DEEPEST = 6  # @graph and mainEntity nest two or three deep


def list_blocks(tree: HtmlElement) -> Iterator[str]:
    """The blocks of JSON-LD of a page, as they are written."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield script.text or ""


def read_json_ld(blocks: Iterable[str]) -> Iterator[Metadatum]:
    """Facts about the article, block by block; what is broken or about other things is left out."""
    for block in blocks:
        nodes = list(_list_nodes(_parse(block)))
        known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
        for node in nodes:
            if any(ARTICLE.search(kind) for kind in _list_types(node)):
                yield from _read_article(node, known)


def read_stated_body(blocks: Iterable[str]) -> str:
    """The longest text that the page gives for its article, as it is written; may be empty."""
    nodes = (
        node for block in blocks if "articleBody" in block for node in _list_nodes(_parse(block))
    )
    return max((text for node in nodes for text in _list_bodies(node)), key=len, default="")


def _list_bodies(node: dict) -> list[str]:
    body = node.get("articleBody")
    if isinstance(body, list):
        body = "\n".join(part for part in body if isinstance(part, str))
    return [unescape(body)] if isinstance(body, str) else []


def _parse(source: str) -> object:
    for make in (str, _drop_comments):
        try:
            return json.loads(make(source), strict=False)
        except ValueError:
            continue
        except RecursionError:
            return None
    return None


def _drop_comments(source: str) -> str:
    """The source without comments and marks around it; behind the last end none is looked for."""
    closed, end, rest = source.rpartition("*/")
    return COMMENTS.sub("", closed + end) + MARKS.sub("", rest)


def _list_nodes(data: object, depth: int = 0) -> Iterator[dict]:
    if depth > DEEPEST:
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


def _read_article(node: dict, known: dict[str, dict]) -> Iterator[Metadatum]:
    is_page = "WebPage" in _list_types(node)
    for field, key in (*(() if is_page else HEADLINES), *PLAIN):
        for value in _list_texts(node.get(key)):
            yield Metadatum(field, value, "json_ld", source_field=key)
    if is_page:
        return
    yield from _read_authors(node, known)
    for name in _list_texts(_resolve(node.get("publisher"), known))[:1]:
        yield Metadatum("outlet", name, "json_ld", source_field="publisher")
    for section in _list_texts(node.get("articleSection"))[:1]:
        yield Metadatum("section", section, "json_ld", source_field="articleSection")
    for image in node["image"] if isinstance(node.get("image"), list) else [node.get("image")]:
        for field, key in (("caption", "caption"), ("credit", "creditText")):
            for value in _list_texts(image.get(key)) if isinstance(image, dict) else ():
                yield Metadatum(field, value, "json_ld", source_field=f"image.{key}")


def _read_authors(node: dict, known: dict[str, dict]) -> Iterator[Metadatum]:
    authors = node.get("author")
    for author in authors if isinstance(authors, list) else [authors]:
        person = _resolve(author, known)
        types = _list_types(person) if isinstance(person, dict) else []
        # Some systems call a person both.
        is_organisation = "Person" not in types and any(map(ORGANISATION.search, types))
        field = "author_organisation" if is_organisation else "author"
        for name in _list_texts(person):
            yield Metadatum(field, name, "json_ld", source_field="author")


def _resolve(value: object, known: dict[str, dict]) -> object:
    """The node that a bare reference ({"@id": ...}) stands for."""
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value


def _list_texts(value: object, depth: int = 0) -> list[str]:
    """Texts of a JSON-LD value: plain, a list, or things with a name."""
    if isinstance(value, str):
        text = " ".join(unescape(value).split())
        return [text] if text else []
    if depth > DEEPEST:
        return []
    if isinstance(value, dict):
        return _list_texts(value.get("name"), depth + 1)
    if isinstance(value, list):
        return [text for item in value for text in _list_texts(item, depth + 1)]
    return []
