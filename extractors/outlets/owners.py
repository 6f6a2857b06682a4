"""Outlets as they are called: without the legal form of their owner, and not the owner instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.authors.byline_names import has_given_name, is_likely_person, outlet_keys
from extractors.records import Metadatum

LEGAL_FORM = re.compile(
    r"(?:,?\s+(?:llc|inc|ltd|limited|corp|corporation|plc|gmbh|ag|s\.?a|n\.?v|b\.?v|s\.?l|a/s)\b\.?|"
    r"(?<!&)(?<!\band),?\s+(?:co|company)\b\.?)+$", re.I,
)  # fmt: skip
# Links of a page that leave no space between them: Bay PostImprintPrivacyTerms.
LINKS = re.compile(r"(?<=[a-zà-ÿ])(?:[A-ZÀ-Þ][a-zà-ÿ]+){3,}.*$")
ADDRESS = re.compile(r"^https?://(?:www\.)?([^/?#\s]+).*$", re.I)
LONG_WORD = 5  # letters; shorter ones stand in many domains
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})  # as domains write them


def name_outlet(value: str) -> str:
    """The name without a legal form behind it, an address as its domain: CNBC LLC is CNBC."""
    text = ADDRESS.sub(r"\1", " ".join(value.split())).removeprefix("@")
    text = LINKS.sub("", text)
    return LEGAL_FORM.sub("", text).rstrip(" ,&") or text


def refuse_owners(rows: Sequence[Metadatum]) -> list[Metadatum]:
    """The rows with lines refused that name the owner of a text or of a house, and no outlet.

    Such lines are notices of rights mostly. Their owner may be a person, or a publisher that has
    many outlets: where a folder is called by a domain, he must be called alike.
    """
    domains = [row.value for row in rows if row.field == "outlet" and row.method == "folder"]
    return [
        replace(row, refused="names_owner")
        if row.field == "outlet" and row.method == "line" and _is_owner(row.value, domains)
        else row
        for row in rows
    ]


def _is_owner(value: str, domains: Sequence[str]) -> bool:
    if has_given_name(value) and is_likely_person(value):
        return True
    return bool(domains) and not any(is_called_alike(value, domain) for domain in domains)


def is_called_alike(name: str, domain: str) -> bool:
    """True where the domain holds a long word of the name, or is made of beginnings of its words:
    thecrimson.com for The Harvard Crimson; latimes.com, wsj.com.
    """
    words = re.findall(r"[^\W_]+", name.lower().translate(UMLAUTS))
    return any(
        "".join(words).startswith(key)
        or any(len(word) >= LONG_WORD and word in key for word in words)
        or _is_made_of(key, words)
        for key in outlet_keys(domain)
        if len(key) > 1
    )


def _is_made_of(key: str, words: Sequence[str]) -> bool:
    """True when the key is a beginning of the first word, one of the second, and so on, or so from
    the second word on: The Los Angeles Times. Each word that is used gives a letter at least.
    """
    for start in (0, 1):
        ends = {0}
        for word in words[start:]:
            ends = {
                end + size
                for end in ends
                for size in range(1, len(word) + 1)
                if key.startswith(word[:size], end)
            }
            if len(key) in ends:
                return True
    return False
