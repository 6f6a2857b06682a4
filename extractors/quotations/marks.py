"""Quotation marks in the notations of many languages: which one opens and which one closes.

Which marks belong together: Unicode's general punctuation and Wikipedia's table "Quotation mark",
retold. Apostrophes, inches and abbreviations with a mark inside (Hebrew) open nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

CLOSERS = {
    "“": "”“", "„": "“”\"‟", "‟": "”", "”": "”", "«": "»", "»": "«»", "‹": "›", "›": "‹›",
    "「": "」", "『": "』", "﹁": "﹂", "〝": "〞〟", '"': '"”', "＂": "＂", "‘": "’'", "'": "'’",
    "‚": "‘’", "``": ("''", '"'), "''": ("''",),
}  # fmt: skip
MARK = re.compile("``|''|[“”„‟«»‹›「」『』﹁﹂〝〞〟\"＂‘’‚']")
SINGLE = frozenset("‘'‚")  # may be an apostrophe
SPACED = frozenset("«»“”")  # French sets a space inside, and some texts do where none belongs
IDEOGRAPHIC = frozenset("「『﹁〝")
BEFORE_OPENER = frozenset("([{<—–-―/¿¡:,;|…+=“„«‘‹»\"'")
CLIPPED = re.compile(r"(?:s|t|n|k|m|em|im|tis|twas|til|cause|bout|\d\ds?)\b(?!['’])", re.I)
FINAL = frozenset(".,!?…;:。！？，")


class Token(NamedTuple):
    """A mark and whether it can open and close a quotation where it stands."""

    at: int
    sign: str
    opens: bool
    closes: bool


def look_at_mark(text: str, match: re.Match[str], start: int, end: int) -> Token:
    """The mark at a match, inside text[start:end], which is its line."""
    at, sign = match.start(), match.group()
    before = text[at - 1] if at > start else "\n"
    after = text[match.end()] if match.end() < end else "\n"
    if sign in IDEOGRAPHIC:
        return Token(at, sign, after != "\n", False)
    free = before.isspace() or before in BEFORE_OPENER or (sign in "“„«" and not _is_cased(before))
    spaced = sign in SPACED and after in " \u00a0\u202f\u2009"
    opens = sign in CLOSERS and free and (not after.isspace() or spaced)
    if opens and sign in "»”›’":  # only where these open in the languages that do so
        opens = after.isalnum() or after in "„“…[¡¿"
    if opens and sign in "'‘":
        opens = not CLIPPED.match(text, match.end(), end) and after not in FINAL
    closes = not before.isspace() or spaced or sign in "»”" or sign == "''"
    if sign in "'’‘\"“”" and _is_cased(after):
        closes = False
    return Token(at, sign, opens, closes and at > start)


def _is_cased(char: str) -> bool:
    """True for digits and letters of scripts that set blanks between words and have capitals."""
    return char.isdigit() or char.lower() != char.upper()
