"""Is a short page nothing but a wall: consent to cookies, a subscription, scripts to allow?

Crawlers save such pages under the address of an article. Where all that is left of a page speaks
like an appeal, nothing of the article is there. What is known of appeals is what the cleaner knows
(appeal_words); news about cookies and newspapers does not speak like one.
"""

from __future__ import annotations

import re

import numpy as np

from extractors.cleaning.features.appeals import TOPICS
from extractors.cleaning.features.families import describe_families
from extractors.cleaning.labels.lexicon import find_families
from extractors.cleaning.scoring.line_model import load_model
from extractors.cleaning.words.appeals import CATEGORIES, name_appeals, score_appeal_words
from extractors.cleaning.words.table import number_words
from extractors.tokens import count_words, list_tokens

MOST_WORDS = 120  # of the page; a longer one says something else as well
WALLS = ("cookie_notice", "subscribe_appeal")
SURE_ODDS = 2.5  # log-odds of a line; of 38 short pieces of news none is above .5
NEWS_ODDS = -1.0  # and of the sentences in it, whose words are fewer
LEAST_WORDS = 8  # of a sentence that tells something
BUTTON_WORDS = 4  # a line of so few, without a mark at its end, tells nothing by itself
_SENTENCE = re.compile(r"(?<=[.!?。！？؟।…])\s*")


def find_wall(title: str | None, text: str) -> str | None:
    """The line that shows a short page to be a wall; None where something else stands there."""
    if count_words(text) > MOST_WORDS or not find_families(list_tokens(f"{title} {text}")) & TOPICS:
        return None
    lines = [line for line in text.split("\n") if _tells(line)] or [title or ""]
    pieces = [piece for line in lines for piece in (line, *_list_long_sentences(line))]
    words = [" ".join(list_tokens(piece)) for piece in pieces]
    if not all(words):
        return None
    table = number_words([words])
    families = describe_families(table)[1]
    appeals = load_model().appeals
    odds = score_appeal_words(table, families, appeals)
    if odds.min() < NEWS_ODDS:
        return None
    names = name_appeals(table, families, np.ones(len(pieces), bool), appeals)
    told = dict(zip(pieces, zip(odds.tolist(), names.tolist(), strict=True), strict=True))
    is_wall = all(
        told[line][0] >= SURE_ODDS and CATEGORIES[told[line][1]] in WALLS for line in lines
    )
    return lines[0] if is_wall else None


def _tells(line: str) -> bool:
    return count_words(line) > BUTTON_WORDS or line.strip()[-1:] in ".!?。"


def _list_long_sentences(line: str) -> list[str]:
    sentences = [sentence for sentence in _SENTENCE.split(line) if sentence.strip()]
    long = [sentence for sentence in sentences if count_words(sentence) >= LEAST_WORDS]
    return long if len(sentences) > 1 else []
