"""Pasted pages in the languages that labelled pages are few of.

`written_pages.txt` has 793 pages in 44 languages, written for the purpose in the manner of many
content systems. A line "@ LANGUAGE" begins a page. The first character of each line of a page says
what it is: + body, - not body, = headline, ? neither right nor wrong.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.labelled_texts import LabelledText

PAGES = Path(__file__).parent / "written_pages.txt"
NEW_PAGE = "@ "
LABELS = {"+": "1", "-": "0", "=": "?", "?": "?"}


def load_pages(path: Path = PAGES) -> list[LabelledText]:
    """All pages; each is a domain of its own. A KeyError for a line without a mark."""
    pages = ("\n" + path.read_text(encoding="utf-8")).split("\n" + NEW_PAGE)[1:]
    return [_read_page(number, *page.split("\n", 1)) for number, page in enumerate(pages)]


def _read_page(number: int, language: str, page: str) -> LabelledText:
    lines = page.strip("\n").split("\n")
    labels = "".join(LABELS[line[0]] if line else "?" for line in lines)
    gold = "\n".join(line[1:] for line in lines if line.startswith("+"))
    titles = dict.fromkeys(line[1:] for line in lines if line.startswith("="))
    text = "\n".join(line[1:] for line in lines)
    name = f"page/{language}/{number}"
    return LabelledText(name, name, language, text, labels, gold, tuple(titles))
