"""A byline in its parts: lead words off, names apart, what stands behind them away.

"By Anna Novak, Peter Holm for The Bay Post on Monday" is "Anna Novak" and "Peter Holm".
"""

from __future__ import annotations

import re

from extractors.dates.words import DATED

CONNECTOR = re.compile(
    r"\s*[,;、，；·•]\s*(?:(?:and|und|et|og|och|y|e|en|i|и|та|ve|dan)\s+)?"
    r"|\s+(?:and|und|et|og|och|и|та|ve|dan|&|with|mit|avec|con)\s+"
)
WEAK_CONNECTOR = re.compile(r"\s+(?:y|e|i)\s+")  # which also stand inside names: Ortega y Gasset
LEAD = re.compile(
    r"^\W*(?:(?:story|written|reported|reporting|text|posted|published|words|article|created) )?"
    r"(?:by|eingestellt von|veröffentlicht von|geschrieben von|ein beitrag von|autor(?:in|a|en)?|"
    r"authors?|text|testo|texto|автор|текст|yazar|oleh|记者|文|責任編集)\s*[:：\s]\s*",
    re.I,
)
PARTICLE = r"^\W*(?:von|vom|par|por|di|da|de|door|av|af)\s+"
WEAK_LEAD = re.compile(PARTICLE + r"(?=\S+\s+\S)", re.I)  # also parts of names: Di Wu, Von Miller
BEHIND = re.compile(
    r"\s*(?:\||/|(?<=[a-zà-ÿ]{3})\.\s+(?=[A-ZÀ-Þ])|\s[-–—]\s|\bfor\s+(?=[A-Z])|\s+@|\bvia\s).*$",
    re.S,
)
THE = re.compile(r"(?<=[a-zà-ÿ])\s+(?=The\s+[A-Z])")  # Anna Novak The Associated Press
SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv)\.?$", re.I)
INITIAL = re.compile(r"\b[A-Z]\.$|\b[JS]r\.$")  # a point that belongs to the name
MONTHS = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
MONTH = re.compile(rf"(?<=[a-zà-ÿ.])(?:{MONTHS.pattern})\b.*$")
# What leads from a name to a day: "on Monday, ", "le vendredi "; a surname may follow le and den.
DAY_LEAD = re.compile(
    r",?\s+(?:(?:on|am)(?:\s+[^\W\d_]+,?)?|(?:le|el|il|em|den|op|på|dnia|dne)(?:\s+[a-zà-ÿ-]+,?)?)"
    rf"\s+(?=(?i:{DATED.pattern}))"
)


def split_byline(text: str) -> list[str]:
    """The parts of a byline without its lead, each what may be one name."""
    parts = []
    for part in CONNECTOR.split(text):
        name = MONTH.sub("", BEHIND.sub("", part)).strip(" ,:;|*–—-\u200b").lstrip(".")
        name = name if INITIAL.search(name) else name.rstrip(".")
        if parts and SUFFIX.match(name):
            parts[-1] = f"{parts[-1]} {name}"
        elif name:
            name, *others = THE.split(name)
            pieces = WEAK_CONNECTOR.split(name)
            whole = len(pieces) == 1 or any(" " not in piece for piece in pieces)
            parts += [*([name] if whole else pieces), *others]
    if len(parts) == 2 and "," in text and all(" " not in p and p.istitle() for p in parts):
        return [f"{parts[1]} {parts[0]}"]  # Novak, Anna
    return parts


def drop_lead(text: str) -> str:
    """The byline without the words that lead to its names: By, Text:, von."""
    return WEAK_LEAD.sub("", LEAD.sub("", set_off_day(text), count=1), count=1)


def set_off_day(text: str) -> str:
    """The text with a bar instead of the words that lead to a day."""
    return DAY_LEAD.sub(" | ", text, count=1)
