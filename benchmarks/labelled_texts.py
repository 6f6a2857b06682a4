"""Texts with a label per line: 1 body, 0 not body, ? not scored."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

FOLDS = 4


@dataclass(frozen=True)
class LabelledText:
    """A text with a label per line."""

    id: str
    domain: str
    language: str
    text: str
    labels: str
    gold: str = ""
    titles: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()  # appeals: which lines are an appeal or a hard negative


def fold_of(domain: str) -> int:
    """Fold of a domain, the same in every run."""
    return zlib.crc32(("s1" + domain).encode()) % FOLDS


def from_pairs(
    base: LabelledText, pairs: list[tuple[str, str]], marks: Sequence[str] = ()
) -> LabelledText:
    """The text of (line, label) pairs; the rest is that of `base`."""
    text, labels = "\n".join(p[0] for p in pairs), "".join(p[1] for p in pairs)
    gold = "\n".join(p[0] for p in pairs if p[1] == "1")
    return replace(base, text=text, labels=labels, gold=gold, marks=tuple(marks))
