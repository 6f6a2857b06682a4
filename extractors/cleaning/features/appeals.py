"""Fluent appeals and plugs: sentences that ask the reader for money, a subscription or a follow.

They look like prose, so they are known by what they say: an address to the reader, the outlet
speaking of itself, and a thing that outlets offer or ask for. Quoted speech is left out of the
count, since people in the news also say "we" and "you".
"""

from __future__ import annotations

import re

import numpy as np

from extractors.cleaning.features.families import speaks_politely
from extractors.cleaning.labels.lexicon import family_bits, find_families
from extractors.tokens import list_tokens

_OPENING = '“„«"'
_QUOTED = re.compile('[“„«"][^“”„«»"]{0,600}[”“»"]')
TOPICS = family_bits("money", "offer", "network", "press", "paywall", "cookie")
ADDRESS = family_bits("you", "we", "ask")
_YOU, _ASK = family_bits("you"), family_bits("ask")

POSSIBLE_FAMILIES = 2  # of appeal words in lines that may be an appeal,
POSSIBLE_ODDS = -1.0  # or their log-odds by all their words
SPEAKING_ODDS = 0.0  # of lines that speak like one whatever they look like
LABEL_WORDS, LABEL_ODDS = 3, 2.0  # a few words without a mark say little: names, topics, buttons
PLEA = 0.4  # two families of appeal words, which say enough of a line that leaves


def may_appeal(odds: np.ndarray, families: np.ndarray) -> np.ndarray:
    """True for the lines that can be appeals by the odds of their words or their families."""
    return (odds > POSSIBLE_ODDS) | (count_families(families) >= POSSIBLE_FAMILIES)


def count_families(families: np.ndarray) -> np.ndarray:
    """How many families of appeal words each line holds."""
    return np.bitwise_count(families & (TOPICS | ADDRESS))


def judge_appeal(line: str, families: int) -> float:
    """How much `line` looks like an appeal or plug; 0 without a topic of outlets and an address.

    `families` are those of its words (`find_families`).
    """
    if not any(map(line.__contains__, _OPENING)):
        found = families
    else:
        unquoted = _QUOTED.sub(" ", line)
        found = find_families(list_tokens(unquoted)) | (_YOU if speaks_politely(unquoted) else 0)
    if not found & TOPICS or not found & ADDRESS:
        return 0.0
    return 0.18 * (found & (TOPICS | ADDRESS)).bit_count() + (0.1 if found & _ASK else 0.0)


def doubt_appeal(score: float, story_share: float) -> float:
    """The score, 0..1, less what the story speaks against it: an appeal knows nothing of it.

    `story_share` is the share of the line's story words that stand in other lines too.
    """
    return min(1.0, max(0.0, score - 0.5 * max(0.0, story_share - 0.3)))
