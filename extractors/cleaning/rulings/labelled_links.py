"""Links that stand in one line with their label: "Read more: Ferry strike ends".

The labels are common knowledge of how outlets point to other articles. The mark behind the label
and the headline behind the mark tell it from a sentence that begins alike.
"""

from __future__ import annotations

import re

import numpy as np

from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.labels.known import begins_with_link_label
from extractors.cleaning.verdicts import Ruling

MAX_LINK_WORDS = 30  # label, headline and teaser
SURE = 0.9
# English labels have many endings; those of other languages stand in a table (known_labels).
_ENGLISH = re.compile(
    r"(?:read (?:more|also|next|on|this)(?: (?:on|about|here))?|(?:also|must|further) read|"
    r"(?:further|recommended|suggested) reading|see (?:also|more|related)|"
    r"related(?: (?:stories|story|articles?|news|posts?|coverage|links?|content|topics?))?|"
    r"watch(?: (?:also|more|now|live|video|this))?|more (?:on this(?: story)?|stories|news)|"
    r"don'?t miss|in case you missed it)"
    r"\s?(?::|\||[–—»›>]|-(?=\s))\s*(?=\S{2})",
    re.IGNORECASE,
)
_BULLETS = "-•*>»[( "


def rule_labelled_links(
    sheet: Sheet, labelled: np.ndarray, rulings: dict[int, Ruling]
) -> dict[int, Ruling]:
    """Rulings for labels with a headline behind them, wherever in the document they stand.

    `labelled` is true for lines that begin with the words of a known label.
    """
    ruling = Ruling("drop", "related_link", "labelled_link", SURE)
    columns = sheet.word_counts, sheet.seen, labelled.tolist()
    return {
        i: ruling
        for i, (words, text, known) in enumerate(zip(*columns, strict=True))
        if words <= MAX_LINK_WORDS
        and i not in rulings
        and (_ENGLISH.match(text.lstrip(_BULLETS)) or (known and begins_with_link_label(text)))
    }
