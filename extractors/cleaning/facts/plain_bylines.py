"""Who wrote it, as a line says that begins with "by", and names that stand beside each other."""

from __future__ import annotations

import re

from extractors.cleaning.facts.entries import Entry, fact_of
from extractors.records import Metadatum

_BYLINE = re.compile(
    r"^(?:(?:story|written|reported|reporting|text) )?(?:by|von|par|por|di|door|av|af|автор:?|"
    r"autor:?|author:?)"
    r"[:\s]+(?P<names>[^|•·@\d(]{3,80})",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"^(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯİŞĞ][\w.'’-]*|de|van|von|der|den|da|di|del|la|le|al|el|"
    r"bin)(?: (?:[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][\w.'’-]*|de|van|von|der|den|da|di|del|la|le|al|el|bin)){1,4}$"
)
_NOT_A_NAME = re.compile(
    r"\b(?:min|read|staff|reporter|news|desk|editor|agency|press|times|published|team|web|"
    r"correspondent|associated|reuters|afp)\b",
    re.I,
)
_MONTH_TAIL = re.compile(
    r"\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$",
    re.I,
)
_BETWEEN_NAMES = re.compile(r",\s*(?:and|und|et|y|e|en)\s+|,|;|\s(?:and|und|et|&|y|e|en|og|och)\s")


def mine_byline(entry: Entry) -> list[Metadatum]:
    """The persons that the line names; nobody where it names a desk, an agency or a day."""
    match = _BYLINE.match(entry.text)
    names = [_MONTH_TAIL.sub("", n) for n in split_names(match["names"])] if match else []
    return [
        fact_of("author", n, entry) for n in names if _NAME.match(n) and not _NOT_A_NAME.search(n)
    ]


def split_names(names: str) -> list[str]:
    """The names one by one, without the points and commas between them."""
    parts = _BETWEEN_NAMES.split(names)
    return [p.strip(" .,") for p in parts if p.strip(" .,")]
