"""The visible text of a page, one block per line."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

# Elements that start and end a line of their own (HTML standard, rendering section, display: block,
# list-item and table parts). Cells of a table row share its line unless they hold blocks.
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "label",
    "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "search", "section",
    "select", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "video", "audio",
))  # fmt: skip
# Elements whose content is not shown as text.
UNSEEN = frozenset((
    "script", "style", "template", "noscript", "head", "title", "meta", "link", "svg", "math",
    "iframe", "object", "embed", "canvas", "textarea", "datalist", "map", "area", "param",
    "source", "track", "audio", "video", "select", "rt", "rp",
))  # fmt: skip
_BREAK = "\u2028"  # LINE SEPARATOR: where it stands in a page, a line ends too
_STYLE = "translate(@style, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ \t\n\r', 'abcdefghijklmnopqrstuvwxyz')"
_SHOW = etree.XSLT(
    etree.XML(f"""
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template priority="2" match="
    *[@hidden or contains({_STYLE}, 'display:none') or contains({_STYLE}, 'visibility:hidden')]"/>
  <xsl:template priority="1" match="{"|".join(sorted(UNSEEN))}"/>
  <xsl:template match="br">{_BREAK}</xsl:template>
  <xsl:template match="td|th"><xsl:apply-templates/><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="{"|".join(sorted(BLOCKS - UNSEEN))}">
    <xsl:text>{_BREAK}</xsl:text><xsl:apply-templates/><xsl:text>{_BREAK}</xsl:text>
  </xsl:template>
</xsl:stylesheet>""")
)


def list_visible_lines(tree: HtmlElement) -> list[str]:
    """Non-empty lines in document order, spaces collapsed; none for pages nested too deep.

    Linear in the size of the page.
    """
    try:
        # of the whole tree: a part of one takes time in the square of its children
        text = str(_SHOW(tree.getroottree()))
    except etree.XSLTApplyError:  # more than 3,000 elements inside each other
        return []
    lines = (" ".join(line.split()) for line in text.split(_BREAK))
    return [line for line in lines if line]
