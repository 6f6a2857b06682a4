"""What the tables of labels are made of: kinds of lines, and pieces that several patterns share."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of line: one of `patterns` matches the whole folded line."""

    name: str
    category: str
    patterns: tuple[re.Pattern[str], ...]


def make_kind(name: str, category: str, *alternatives: str) -> Kind:
    """A kind of line: each alternative is a regular expression for a whole line."""
    return Kind(name, category, tuple(map(re.compile, alternatives)))


NUM = r"\d[\d.,]*\s?(?:[km]|tsd\.?|mil)?"
SHARE = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|mail|pinterest|reddit|messenger|"
    r"copy(?: link| url)?|link kopieren|copier le lien|copiar enlace|print|sms|tumblr|flipboard|vk|"
    r"vkontakte|viber|line|bluesky|threads|mastodon|xing|pocket|instagram|youtube|tiktok|weibo|"
    r"google\+?|more|clipboard|signal|rss)"
)
THIS = r"(?: (?:this|the|our))?(?: (?:article|story|post|page|news|via|on|with|it|full))*"
