"""Times that begin the entries of a live report: each alone in its line, with sentences below.

    14:05
    The first boats are back in the harbour.

Times in lists of other stories stand over headlines, which leave; a page's own stamp stands alone.
"""

from __future__ import annotations

import re

from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.verdicts import Ruling

FEWEST = 3  # entries of a live report
REACH = 3  # lines below a time, among them its heading, in which a sentence begins
SENTENCE_WORDS = 5
LONGEST_TIME = 16  # characters: hrs. 12:05 p.m.
_TIME = re.compile(
    r"(?:\w{1,4}\.? )?\d{1,2}[:.h]\d{2}(?: ?(?:[ap]\.?m\.?|h|uhr|น\.?))?", re.IGNORECASE
)


def list_entry_times(sheet: Sheet, rulings: dict[int, Ruling]) -> list[int]:
    """Lines of times that stay, and headings below them that the model took for links."""
    times = [i for i, text in enumerate(sheet.texts) if _is_time(text)]
    if len(times) < FEWEST:
        return []
    entries = [entry for i in times if (entry := _list_entry(sheet, rulings, i))]
    if len(entries) < FEWEST or 2 * len(entries) <= len(times):
        return []
    return [i for entry in entries for i in entry if i in rulings]


def _list_entry(sheet: Sheet, rulings: dict[int, Ruling], time: int) -> list[int]:
    """The line of a time and the heading below it; nothing where no sentence stays below them."""
    for i in range(time + 1, min(time + 1 + REACH, len(sheet.texts))):
        if _is_time(sheet.texts[i]):
            return []
        stays = i not in rulings
        if stays and sheet.has_final_mark[i] and sheet.word_counts[i] >= SENTENCE_WORDS:
            heading = [time + 1] if i == time + 2 and _is_guess(rulings, time + 1) else []
            return [time, *heading]
    return []


def _is_time(text: str) -> bool:
    return len(text) <= LONGEST_TIME and _TIME.fullmatch(text) is not None


def _is_guess(rulings: dict[int, Ruling], i: int) -> bool:
    return i in rulings and rulings[i].rule == "line_model"
