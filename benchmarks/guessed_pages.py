"""Pages without a gold body as labelled texts: what independent ways of extraction agree on.

On pages with a gold body, of 1000 lines that all of them leave out 998 are no body, and of 100 that
all of them take 87 are body. About other lines nothing is said.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from lxml import etree
from resiliparse.extract.html2text import extract_plain_text
from trafilatura import extract
from trafilatura.utils import load_html

from benchmarks.labelled_texts import LabelledText, from_pairs
from benchmarks.web_pages import read_page
from extractors.pages.alignment import align_lines
from extractors.pages.text import list_visible_lines
from extractors.tokens import list_tokens

# Elements with an empty line before and behind them (HTML standard, rendering section, margins).
APART = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "figure",
         "table", "hr")  # fmt: skip
_EMPTY = "\ue000"  # of private use; a line that holds it alone is an empty one


def extract_bodies(html: str) -> list[str]:
    """The body as each way of extraction sees it: careful, greedy, and by other rules."""
    chosen = {"include_comments": False, "include_tables": True, "output_format": "txt"}
    return [
        extract(html, favor_precision=True, **chosen) or "",
        extract(html, favor_recall=True, **chosen) or "",
        extract_plain_text(html, main_content=True) or "",
    ]


def load_guessed(kit: Path) -> list[LabelledText]:
    """The pages of which the kit has no gold body.

    Of these the kit tells some strings that must, or must not, be in the body; pages where the
    labels deny them are left out.
    """
    with gzip.open(kit / "html.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    told = [row for row in rows if "with" in row]
    pages = ((guess_labels(row, read_page(kit / row["html"])), row) for row in told)
    return [page for page, row in pages if _is_told(page, row)]


def guess_labels(row: dict, html: str) -> LabelledText:
    """The visible lines of the page with the labels on which all extractions agree."""
    lines = render_page(html)
    taken = [align_lines(lines, body.split("\n")) for body in extract_bodies(html)]
    labels = [_label(number, line, taken) for number, line in enumerate(lines)]
    base = LabelledText(row["id"], row["domain"], row["lang"] or "en", "", "", "",
                        tuple(row["titles"]))  # fmt: skip
    return from_pairs(base, list(zip(lines, labels, strict=True)))


def _label(number: int, line: str, taken: list[frozenset[int]]) -> str:
    votes = sum(number in lines for lines in taken)
    if not list_tokens(line) or 0 < votes < len(taken):
        return "?"
    return "1" if votes else "0"


def _is_told(page: LabelledText, row: dict) -> bool:
    """True when no string of the body was labelled as furniture, and none of that as body."""
    pairs = list(zip(page.text.split("\n"), page.labels, strict=True))

    def holds(label: str, wanted: list[str]) -> bool:
        text = " ".join(" ".join(line.split()) for line, told in pairs if told == label)
        return any(" ".join(string.split()) in text for string in wanted)

    told = "1" in page.labels and "0" in page.labels
    return told and not holds("0", row["with"]) and not holds("1", row["without"])


def render_page(html: str) -> list[str]:
    """Visible lines as a browser copies them, with empty lines around paragraphs and lists."""
    tree = load_html(html)
    if tree is None:
        return [""]
    for element in list(tree.iter(*APART)):
        if element.getparent() is not None:
            element.addprevious(_make_mark())
            behind = _make_mark()
            behind.tail, element.tail = element.tail, None
            element.addnext(behind)
    found: list[str] = []
    for line in list_visible_lines(tree):
        if line != _EMPTY:
            found.append(line)
        elif found and found[-1]:
            found.append("")
    return found or [""]


def _make_mark() -> etree._Element:
    mark = etree.Element("div")
    mark.text = _EMPTY
    return mark
