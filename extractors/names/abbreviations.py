"""Abbreviations that an article explains in brackets: Special Crimes Unit (SCU).

What stands for common words is no name, foreign direct investment (FDI); what stands for a name has
its label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.names.candidates import Candidate
from extractors.names.evidence import LIKELY
from extractors.tagger.decode import TYPES

BRACKETS = re.compile(r"\(([A-Z][A-Za-z]{1,6}?)s?\)")
WORD = re.compile(r"[^\W_][\w’']*")
SMALL = frozenset("a an and at by for from in of on or the to with".split())
REACH = 120  # characters in front of a bracket in which its long form stands


def find_long_form(before: str, short: str) -> list[str]:
    """The last words of `before` whose initials spell `short`; empty when none do.

    Joining words count or do not: memorandum of understanding (MoU), Bank of Ghana (BG).
    """
    words = WORD.findall(before)
    for counted in (words, list_content(words)):
        tail = counted[-len(short) :]
        if [word[0].lower() for word in tail] == list(short.lower()):
            return tail
    return []


def list_content(words: Sequence[str]) -> list[str]:
    """The words that are no joining words."""
    return [word for word in words if word.lower() not in SMALL]


def list_common_abbreviations(text: str) -> set[str]:
    """Abbreviations that the text explains by words in lower case, with their plurals."""
    found = set()
    for match in BRACKETS.finditer(text):
        before = text[max(0, match.start() - REACH) : match.start()]
        content = list_content(find_long_form(before, match.group(1)))
        if content and all(word.islower() for word in content):
            found |= {match.group(1), match.group(1) + "s"}
    return found


def drop_common_abbreviations(
    texts: Sequence[tuple[str, str]], found: list[tuple[int, Candidate]]
) -> list[tuple[int, Candidate]]:
    """The candidates that no text of the article explains by common words."""
    common = {short for _, text in texts for short in list_common_abbreviations(text)}
    return [(number, c) for number, c in found if c.text not in common]


def label_abbreviations(
    texts: Sequence[tuple[str, str]], placed: list[tuple[int, Candidate]]
) -> list[tuple[int, Candidate]]:
    """The candidates, where an abbreviation in brackets has the label of the name in front of it.

    The bracket itself is a candidate too, whether or not it was one.
    """
    labels: dict[str, str] = {}
    brackets: dict[tuple[int, int], Candidate] = {}
    for number, name in placed:
        match = BRACKETS.match(texts[number][1], name.end + 1)
        if match is None or name.label not in TYPES:
            continue
        short, (start, end) = match.group(1), match.span(1)
        long_form = list_content(find_long_form(name.text, short))
        if long_form and long_form == list_content(WORD.findall(name.text)):
            labels[short] = name.label
            brackets[number, start] = Candidate(start, end, short, name.label, LIKELY, False)
    kept = [(n, label_surely(c, labels[c.text]) if c.text in labels else c) for n, c in placed]
    taken = {(n, at) for n, c in placed for at in range(c.start, c.end)} if brackets else set()
    kept += [(n, c) for (n, at), c in brackets.items() if (n, at) not in taken]
    return sorted(kept, key=lambda pair: (pair[0], pair[1].start))


def label_surely(candidate: Candidate, label: str) -> Candidate:
    """The candidate with no other chance than `label`."""
    return replace(candidate, label=label, chances=tuple(float(t == label) for t in TYPES))
