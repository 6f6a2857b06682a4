"""Words about speaking by language: verbs, words that name a source, pronouns, roles.

From extractors/data/speech_words.tsv; general knowledge, made by hand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

CUES = ("say", "join", "name", "source", "after")  # roles of words that are cues
PRONOUNS = ("he", "she", "they")
# A word: hyphens and apostrophes inside belong to it, vowel signs and accents too.
WORD = re.compile(r"[^\s.,;:!?…\"“”„‟«»‹›()\[\]{}<>|/*。，、：；！？「」『』—–―।،؛؟]+")
EDGES = "'’‘-`"
UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")  # no blanks between words
NOUN_CAPITALS = frozenset(["de", "lb"])  # nouns have capitals: one capital is hardly a name
ALIASES = {"nb": "no", "nn": "no", "bs": "hr", "sh": "hr", "me": "sr", "be": "ru", "gl": "es"}


class Word(NamedTuple):
    """text[start:end] in lower case and as it is written."""

    start: int
    end: int
    lower: str
    text: str


class Cue(NamedTuple):
    """Words that say that something is said."""

    start: int
    end: int
    role: str  # of CUES
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class SpeechWords:
    """The words of one language."""

    language: str
    cues: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)  # by 1st word
    roles: dict[str, frozenset[str]] = field(default_factory=dict)  # the other rows

    def having(self, role: str) -> frozenset[str]:
        """The words of a role."""
        return self.roles.get(role, frozenset())

    def pronoun(self, word: str) -> str | None:
        """he, she or they; also behind a hyphen: dit-il."""
        tail = word.rpartition("-")[2]
        return next((p for p in PRONOUNS if word in self.having(p) or tail in self.having(p)), None)


@lru_cache(maxsize=256)  # the stretches around one quotation are asked for by several rules
def cut_words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of text[start:end]."""
    found = []
    for match in WORD.finditer(text, start, end):
        inside = match.group()
        if bare := inside.strip(EDGES):
            at = match.start() + inside.index(bare)
            found.append(Word(at, at + len(bare), bare.lower().replace("’", "'"), bare))
    return tuple(found)


def find_cues(words: Sequence[Word], speech: SpeechWords) -> list[Cue]:
    """The cues among the words, in order."""
    found, number = [], 0
    while number < len(words):
        length, role = _match(words, number, speech)
        if role:
            last = words[number + length - 1]
            text = " ".join(w.text for w in words[number : number + length])
            found.append(Cue(words[number].start, last.end, role, text))
        number += length
    return found


def _match(words: Sequence[Word], number: int, speech: SpeechWords) -> tuple[int, str | None]:
    """Words that are taken, and the role of the longest cue that begins here."""
    lower = words[number].lower
    if number and words[number].text[0].isupper():  # United States, Omar Said
        return 1, None
    if "-" in lower and lower not in speech.cues and speech.pronoun(lower):
        lower = lower.split("-", 1)[0]  # dit-il
    for phrase, role in speech.cues.get(lower, ()):
        rest = tuple(word.lower for word in words[number + 1 : number + len(phrase)])
        if rest == phrase[1:]:
            return len(phrase), role
    return 1, None


@lru_cache(maxsize=1)
def _read_table() -> dict[str, dict[str, list[str]]]:
    text = (files("extractors") / "data" / "speech_words.tsv").read_text("utf-8")
    table: dict[str, dict[str, list[str]]] = {}
    for line in text.splitlines()[1:]:
        language, role, cell = line.split("\t")
        table.setdefault(language, {})[role] = [word.strip() for word in cell.split("|")]
    return table


@lru_cache(maxsize=64)
def load_speech_words(language: str | None) -> SpeechWords:
    """The words of a language; without any for one that the table lacks."""
    language = ALIASES.get(language or "", language or "")
    rows = _read_table().get(language, {})
    cues: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for role in CUES:
        for words in rows.get(role, ()):
            phrase = tuple(words.replace("’", "'").split())
            cues.setdefault(phrase[0], []).append((phrase, role))
    for phrases in cues.values():
        phrases.sort(key=lambda item: -len(item[0]))
    others = {role: frozenset(words) for role, words in rows.items() if role not in CUES}
    return SpeechWords(language, cues, others)
