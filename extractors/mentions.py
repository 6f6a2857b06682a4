"""Finds the names in a text: persons, organisations, places, peoples and others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.name_candidates import find_candidates
from extractors.name_consistency import settle_candidates
from extractors.name_tables import load_name_tables
from extractors.name_tokens import cut_tokens
from extractors.name_units import group_units
from extractors.records import Mention

EXTRACTOR_VERSION = "rules-1"
LABELS = ("PERSON", "ORG", "PLACE", "NORP", "MISC")
LONGEST_NAME = 200  # characters; a longer run of capitals is a list or a line in capitals
FOREIGN_SCORE = 0.7  # default evidence holds for English only; see name_candidates for the scale
MASKED = re.compile(r"https?://\S+|www\.\S+|[\w.+-]{1,64}@\S{1,99}|[@#]\w+")


def mask_addresses(text: str) -> str:
    """The text with addresses and handles blanked out, all other characters in their places."""
    return MASKED.sub(lambda match: " " * len(match.group()), text)


def find_mentions(text: str, language: str | None = None) -> tuple[Mention, ...]:
    """Names in a text, sorted by start and not overlapping.

    `text[m.start:m.end] == m.text` holds for each; labels are those of LABELS, scores 0 to 1.
    Rules and tables are for English; in other languages that write names with a capital only names
    with evidence of their own are given. Scripts without capitals give no mentions.
    """
    return find_article_mentions([("body", text)], language)


def find_article_mentions(
    texts: Sequence[tuple[str, str]], language: str | None = None
) -> tuple[Mention, ...]:
    """Names in the texts of one article, given as (field, text): title, subtitle, body.

    The texts speak for each other: a name that only the body explains is found in the title too.
    Mentions come in the order of the texts, inside each sorted by start and not overlapping.
    """
    tables = load_name_tables()
    candidates, where = [], []
    for number, (_, text) in enumerate(texts):
        found = find_candidates(group_units(cut_tokens(mask_addresses(text)), tables), text, tables)
        candidates.extend(found)
        where.extend([number] * len(found))
    least = FOREIGN_SCORE if language not in (None, "en") else 0.0
    return tuple(
        Mention(c.start, c.end, c.label, c.text, round(c.score, 2), field=texts[number][0])
        for number, c in settle_candidates(list(zip(where, candidates, strict=True)), tables)
        if c.label is not None and c.end - c.start <= LONGEST_NAME and c.score >= least
    )
