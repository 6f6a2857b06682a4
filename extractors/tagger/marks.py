"""What the name tables say about the words of a text: one mark per word.

Words are cut as BERT's basic tokenizer cuts Latin text (each sign alone).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.namebook.cues import TITLES
from extractors.namebook.tables import NameTables, load_name_tables

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
MARKS = ("country", "city", "place", "people", "organisation", "given name", "title", "common word")
MARK_COUNT = 1 + 2 * len(MARKS)  # none, and for each the first word of a match and the others


def kind_of(name: str, tables: NameTables) -> str | None:
    """Which of MARKS a spelling of the name tables carries."""
    known = tables.known[name]
    if known.label == "PLACE":
        kinds = {"country": "country", "city": "city", "capital": "city"}
        return kinds.get(known.kind, "place")
    return "people" if known.label == "NORP" else "organisation"


@lru_cache(maxsize=1)
def load_marks() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """First word -> the spellings that begin with it, longest first, each with its mark."""
    tables = load_name_tables()
    marks: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for name in tables.known:
        spelling = tuple(WORD.findall(name))
        marks.setdefault(spelling[0], []).append((spelling, MARKS.index(kind_of(name, tables))))
    return {w: tuple(sorted(rows, key=lambda r: (-len(r[0]), r))) for w, rows in marks.items()}


def mark_word(word: str, tables: NameTables) -> int:
    """Mark of a single word that begins no known name: 0 for none."""
    if not word[0].isupper():
        return 0
    if word in tables.given_names:
        return 1 + 2 * MARKS.index("given name")
    if word in TITLES:
        return 1 + 2 * MARKS.index("title")
    return 1 + 2 * MARKS.index("common word") if word.lower() in tables.common_words else 0


def mark_words(words: list[str]) -> list[int]:
    """For each word what the tables say: 1 + 2 * index in MARKS, one more behind the first word."""
    tables, spellings = load_name_tables(), load_marks()
    marks: list[int] = []
    while len(marks) < len(words):
        at = len(marks)
        for spelling, mark in spellings.get(words[at], ()):
            if len(spelling) == 1 or tuple(words[at : at + len(spelling)]) == spelling:
                marks.append(1 + 2 * mark)
                marks.extend([2 + 2 * mark] * (len(spelling) - 1))
                break
        else:
            marks.append(mark_word(words[at], tables))
    return marks
