"""The tree of a page, as trafilatura reads it, in elements that are quicker to work with."""

from __future__ import annotations

from lxml import etree
from lxml.html import (
    HtmlComment,
    HtmlElement,
    HtmlEntity,
    HTMLParser,
    HtmlProcessingInstruction,
    fromstring,
)

# trafilatura's own parser but for one thing: lxml would ask Python for the class of each element it
# hands out, which takes three of a hundred parts of the time of reading and is for forms alone.
_PARSER = HTMLParser(
    collect_ids=False,
    default_doctype=False,
    encoding="utf-8",
    remove_comments=True,
    remove_pis=True,
)
_PARSER.set_element_class_lookup(
    etree.ElementDefaultClassLookup(HtmlElement, HtmlComment, HtmlProcessingInstruction, HtmlEntity)
)


def load_tree(html: str) -> HtmlElement | None:
    """The page as a tree, None where trafilatura finds no page.

    What can not be read at once, or looks like no page, is left to trafilatura.
    """
    from trafilatura.utils import (  # noqa: PLC0415 - late: texts need not wait for it
        load_html,
        repair_faulty_html,
    )

    html = html.replace("\x00", "")
    try:
        tree = fromstring(repair_faulty_html(html, html[:50].lower()), parser=_PARSER)
    except (ValueError, etree.LxmlError):
        return load_html(html)
    return tree if len(tree) > 1 else load_html(html)
