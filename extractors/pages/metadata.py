"""What a page says about itself in JSON-LD, meta tags, marked elements and headings.

Dates are only what the page states there, as it is written; none is guessed from the text or a
server. Every value names the field it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from extractors.authors.bylines import read_byline
from extractors.pages.head import PageHead
from extractors.pages.json_ld import list_blocks, read_json_ld
from extractors.pages.marks import read_marks
from extractors.path_metadata import read_address
from extractors.records import Metadatum, find_value

# meta name or property (lower case, without signs) -> field; the first that is present wins.
META_FIELDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", ("ogtitle", "twittertitle", "dctitle", "parselytitle", "sailthrutitle")),
    ("description", ("ogdescription", "description", "twitterdescription")),
    ("outlet", ("ogsitename", "applicationname", "dcpublisher")),
    (
        "author",
        ("author", "articleauthorname", "parselyauthor", "sailthruauthor", "dccreator", "byl",
         "articleauthor"),
    ),
    (
        "published_at",
        ("articlepublishedtime", "ogarticlepublishedtime", "articlepublished", "parselypubdate",
         "sailthrudate", "datepublished", "dcdateissued", "dctermsissued", "pubdate",
         "publishdate", "publicationdate", "dctermscreated", "dcdatecreated", "dcdate", "date"),
    ),
    ("updated_at", ("articlemodifiedtime", "ogupdatedtime", "datemodified", "dcdatemodified")),
    ("language", ("oglocale", "contentlanguage", "dclanguage")),
    ("section", ("articlesection", "parselysection")),
    ("caption", ("ogimagealt",)),
    ("url", ("ogurl",)),
)  # fmt: skip
SEVERAL = frozenset({"author"})  # a tag for each of the authors
AUTHOR_LABEL = re.compile(  # twitter:label1 "Written by" goes with twitter:data1
    r"^(?:written by|author|by|verfasst von|autor|geschrieben von|écrit par|escrito por|por|"
    r"scritto da|geschreven door|автор|yazan)", re.I
)  # fmt: skip
_SIGNS = re.compile(r"[\W_]")
LANGUAGE = re.compile(r"[a-zA-Z]{2,3}")
SITE_NAME = re.compile(r"\s+(?:[|»·]|[-–—](?=\s+\S+(?:\s+\S+){0,3}$))\s+[^|»·]{1,40}$")


def read_page_metadata(tree: HtmlElement) -> tuple[Metadatum, ...]:
    """Metadata rows, JSON-LD before meta tags and marks; equal values of a field once."""
    rows = [*read_json_ld(list_blocks(tree)), *_read_tags(_take_head(tree))]
    # A person in the page's structure makes the dearest search needless.
    outlets = [row.value for row in rows if row.field in ("outlet", "url", "canonical_url")]
    authors = [row.value for row in rows if row.field == "author"]
    named = any(c.name and c.field == "author" for a in authors for c in read_byline(a, outlets))
    rows += read_marks(tree, with_classes=not named)
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    rows += _read_headline(headings, tree.findtext(".//title") or "")
    return _complete(rows)


def read_head_metadata(head: PageHead, json_ld: Iterable[str]) -> tuple[Metadatum, ...]:
    """The same of a page whose body is left out: no marks, no headings."""
    return _complete([*read_json_ld(json_ld), *_read_tags(head), *_read_headline([], head.title)])


def _take_head(tree: HtmlElement) -> PageHead:
    language = (tree.get("lang") or "") if tree.tag == "html" else ""
    title = tree.findtext(".//title") or ""
    return PageHead(list(tree.iter("meta")), list(tree.iter("link")), language, title)


def _complete(rows: list[Metadatum]) -> tuple[Metadatum, ...]:
    for field in ("canonical_url", "url"):
        rows += read_address(find_value(rows, field) or "")
    seen: set[tuple[str, str]] = set()
    unique = []
    for row in rows:
        if (row.field, row.value) not in seen:
            seen.add((row.field, row.value))
            unique.append(row)
    return tuple(unique)


def _read_tags(head: PageHead) -> Iterator[Metadatum]:
    tags = _list_tags(head)
    for field, names in META_FIELDS:
        present = [name for name in names if name in tags]
        # Of the authors all kinds of tags are read: the first may hold the outlet or a number.
        for name in present if field in SEVERAL else present[:1]:
            for written, value in tags[name] if field in SEVERAL else tags[name][:1]:
                yield Metadatum(field, value, "meta_tag", source_field=written)
    yield from _read_other_authors(tags)
    yield from _read_links(head)


def _list_tags(head: PageHead) -> dict[str, list[tuple[str, str]]]:
    """Name of each meta tag without signs -> its names as written and its contents."""
    tags: dict[str, list[tuple[str, str]]] = {}
    for tag in head.metas:
        written = tag.get("property") or tag.get("name")
        written = written or tag.get("itemprop") or tag.get("http-equiv")
        content = " ".join((tag.get("content") or "").split())
        if written and content:
            tags.setdefault(_fold_name(written), []).append((written, content))
    return tags


@lru_cache(maxsize=1 << 12)  # names recur over pages; the bound keeps memory flat
def _fold_name(written: str) -> str:
    return _SIGNS.sub("", written.lower())


def _read_other_authors(tags: dict[str, list[tuple[str, str]]]) -> Iterator[Metadatum]:
    """Tags whose name ends in "author", and pairs of twitter:label and twitter:data."""
    known = dict(META_FIELDS)["author"]
    for name, values in tags.items():
        if name.endswith("author") and name not in known:
            for written, value in values:
                yield Metadatum("author", value, "meta_tag", source_field=written)
    for number in ("1", "2"):
        labels, values = tags.get(f"twitterlabel{number}"), tags.get(f"twitterdata{number}")
        if labels and values and AUTHOR_LABEL.match(labels[0][1]):
            yield Metadatum("author", values[0][1], "meta_tag", source_field=values[0][0])


def _read_links(head: PageHead) -> Iterator[Metadatum]:
    if LANGUAGE.match(head.language):
        yield Metadatum("language", head.language, "meta_tag", source_field="html lang")
    for link in head.links:
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith(
            "http"
        ):
            href = link.get("href").strip()
            yield Metadatum("canonical_url", href, "meta_tag", source_field="link canonical")
            return


def _read_headline(headings: list[str], title: str) -> Iterator[Metadatum]:
    """The only h1 of the page, else its title tag without the site's name behind a bar or dash."""
    title = " ".join(title.split())
    if len(headings) == 1 and headings[0]:
        yield Metadatum("title", headings[0], "heading", source_field="h1")
    elif title:
        name = SITE_NAME.sub("", title) or title
        yield Metadatum("title", name, "heading", source_field="title")
