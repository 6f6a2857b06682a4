"""Fluent appeals and plugs: sentences that ask the reader for money, a subscription or a follow.

They look like prose, so they are known by what they say: an address to the reader, the outlet
speaking of itself, and a thing that outlets offer or ask for. Quoted speech is left out of the
count, since people in the news also say "we" and "you".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.cleaning.lexicon import find_families

_QUOTED = re.compile('[“„«"][^“”„«»"]{0,600}[”“»"]')
_WORD = re.compile(r"[^\W_]+")
TOPICS = frozenset({"money", "offer", "network", "press"})
ADDRESS = frozenset({"you", "we", "ask"})


@dataclass(frozen=True, slots=True)
class Appeal:
    """How much a line looks like an appeal, and which kind of appeal it would be."""

    category: str
    score: float  # 0..1


def judge_appeal(line: str, story_share: float) -> Appeal:
    """How much `line` looks like an appeal or plug.

    `story_share` is the share of its content words that occur in the other prose of the document;
    an appeal knows nothing of the story. The score is 0 without a topic of outlets and an address.
    """
    found = find_families(_WORD.findall(_QUOTED.sub(" ", line.lower())))
    topics, address = found & TOPICS, found & ADDRESS
    if not topics or not address:
        return Appeal("subscribe_appeal", 0.0)
    score = 0.18 * (len(topics) + len(address)) + (0.1 if "ask" in found else 0.0)
    score -= 0.5 * max(0.0, story_share - 0.3)
    return Appeal(_name_appeal(found), min(1.0, max(0.0, score)))


def _name_appeal(found: frozenset[str]) -> str:
    if "cookie" in found:
        return "cookie_notice"
    if "network" in found and "money" not in found:
        return "channel_plug"
    # Who asks for help and offers nothing wants money, whatever word is used for it.
    return "donation_appeal" if "money" in found or "offer" not in found else "subscribe_appeal"
