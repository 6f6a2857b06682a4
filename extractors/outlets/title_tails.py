"""Titles without the name of the outlet that is hung on: "Bridge closed - The Courier".

Only a tail that is the outlet which the document states, or the name in its address, is dropped:
what else stands behind a stroke may belong to the headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.outlets.owners import ADDRESS

TAIL = re.compile(r"(?P<head>.*\S)\s+(?:[-–—|·•»]|::)\s+(?P<tail>\S.*?)\s*", re.S)
LONG_PART = 4  # letters; co and com are shorter
_ARTICLE = re.compile(r"the\s+", re.I)


def drop_outlet(title: str, outlets: Iterable[str]) -> str:
    """The title without the outlet behind it. `outlets`: names, domains and addresses."""
    match = TAIL.fullmatch(title)
    if match is None:
        return title
    key = _name_key(match["tail"])
    known = {known for outlet in outlets for known in _list_keys(outlet)}
    return match["head"] if key and key in known else title


def _list_keys(outlet: str) -> list[str]:
    """The keys of a name; of an address those of its domain and of the parts of it."""
    match = ADDRESS.match(outlet)
    if match is None:
        return [_name_key(outlet)]
    domain = match[1].partition(":")[0]
    parts = [part for part in domain.split(".")[:-1] if len(part) >= LONG_PART]
    return [_name_key(part) for part in (domain, *parts)]


def _name_key(name: str) -> str:
    """Letters and digits of a name in small letters, without an article before it."""
    return "".join(filter(str.isalnum, _ARTICLE.sub("", name.strip(), count=1).casefold()))
