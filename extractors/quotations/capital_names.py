"""Names that are told by their capitals.

Beside a verb of speaking, words with capitals are a name in nearly all languages that have them,
and finders of names read few.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.namebook.forms import strip_titles
from extractors.namebook.tables import load_name_tables
from extractors.quotations.speech_words import NOUN_CAPITALS, SpeechWords, Word, cut_words

PARTICLES = frozenset(
    "van von de da di do dos del della la le al bin bint ibn el ter ten af ben du".split()
)
INSIDE = PARTICLES | {"der", "den"}  # van der, von den
PATRONYMIC = re.compile(r"(?:ович|евич|ич|овна|евна|ична|івна)$")
MOST_WORDS = 6  # of a name; a longer run of capitals is a headline
LONGEST_FIRST = 32  # characters of a first name and the sign before it
LOOKED_AT = 50_000  # characters of a text in which first names are looked for
SHORT = 3  # letters: an article or a preposition


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text that may be a speaker's."""

    start: int
    end: int
    text: str
    label: str | None  # of a mention; None for words with capitals
    name: str  # the full form

    @property
    def may_be_person(self) -> bool:
        return self.label in ("PERSON", None)


@dataclass(frozen=True, slots=True)
class CapitalNames:
    """The names of one body that its capitals tell."""

    text: str
    speech: SpeechWords

    def find(self, start: int, end: int, lonely: bool) -> list[Name]:
        """Names in text[start:end]. `lonely`: single words, too, unless they begin a sentence."""
        found, run = [], []
        words = cut_words(self.text, start, end)
        for number, word in enumerate(words):
            if run and not self._adjoin(run[-1], word):
                self._close(run, found, lonely)
                run = []
            if word.text[0].isupper():
                run.append(word)
            elif run and not (self._is_particle(run[-1], word) and self._leads_on(words, number)):
                self._close(run, found, lonely)
                run = []
            elif run:
                run.append(word)
        self._close(run, found, lonely)
        return found

    def _is_particle(self, last: Word, word: Word) -> bool:
        behind_van = last.lower in ("van", "von") and word.lower in ("der", "den")
        return word.lower in PARTICLES or behind_van

    def _leads_on(self, words: Sequence[Word], number: int) -> bool:
        """True when a capital follows behind this particle or one more."""
        following = [w for w in words[number + 1 : number + 3] if w.lower not in INSIDE]
        return bool(following) and following[0].text[0].isupper()

    def _adjoin(self, last: Word, word: Word) -> bool:
        gap = self.text[last.end : word.start]
        return gap in (" ", "\u00a0") or (gap == ". " and len(last.text) <= 2)

    def _close(self, run: list[Word], found: list[Name], lonely: bool) -> None:
        """Add the name that a run of words gives, without titles; runs that are none give none."""
        roles = self.speech.having("role")
        is_german = self.speech.language in NOUN_CAPITALS
        while run and (
            run[0].lower in roles
            or (is_german and len(run) > 1 and any(run[0].lower.endswith(r) for r in roles))
            or (len(run) > 1 and self._opens_sentence(run[0]) and self._is_common(run[0]))
        ):
            run = run[1:]
        if not run or len(run) > MOST_WORDS:
            return
        run = _last_name(run)
        if len(run) == 1 and not (lonely or find_full_form(self.text, run[0].text)):
            return
        if len(run) == 1 and self._is_no_lonely_name(run[0], is_german, roles):
            return
        text = self.text[run[0].start : run[-1].end]
        name = strip_titles(" ".join(text.split()))
        full = find_full_form(self.text, name) if " " not in name else None
        found.append(Name(run[0].start, run[-1].end, text, None, full or name))

    def _is_no_lonely_name(self, word: Word, is_german: bool, roles: frozenset[str]) -> bool:
        if is_german and any(word.lower.endswith(r) for r in roles):
            return True
        if len(word.text) < 2 or self.speech.pronoun(word.lower):
            return True
        return self._opens_sentence(word) and not find_full_form(self.text, word.text)

    def _is_common(self, word: Word) -> bool:
        """True for a word that the article has without its capital, too."""
        if len(word.text) <= SHORT and word.text not in load_name_tables().given_names:
            return True
        in_lower_case = re.compile(rf"(?<!\w){re.escape(word.text.lower())}(?!\w)")
        return in_lower_case.search(self.text, 0, LOOKED_AT) is not None

    def _opens_sentence(self, word: Word) -> bool:
        before = self.text[max(0, word.start - 3) : word.start].rstrip(" \u00a0\"“„«‘'([—–-")
        return not before or before[-1] in ".!?…:\n"


@lru_cache(maxsize=256)
def find_full_form(text: str, word: str) -> str | None:
    """The one name of two words that ends in this one, when all that do are the same."""
    full, at = set(), text.find(f" {word}", 0, LOOKED_AT)
    while at >= 0:
        ahead, _, first = text[max(0, at - LONGEST_FIRST) : at].replace("\n", ". ").rpartition(" ")
        first = first.lstrip("([\"“„«‘'")
        is_name = first[:1].isupper() and first.replace("-", "").replace("’", "").isalpha()
        is_whole = not text[at + len(word) + 1 : at + len(word) + 2].isalnum()
        if is_name and is_whole and ahead[-1:] not in (".", "!", "?"):
            full.add(f"{first} {word}")
        at = text.find(f" {word}", at + 1, LOOKED_AT)
    full = {name for name in full if strip_titles(name) != word}
    full = {name for name in full if name.split()[0] in load_name_tables().given_names} or full
    return next(iter(full)) if len(full) == 1 else None


def _last_name(run: list[Word]) -> list[Word]:
    """The words of a run that name a person, when it begins with others: from the first given name
    on, else the last two, particles and patronymics not counted."""
    if len(run) < 3:
        return run
    given = load_name_tables().given_names
    for number, word in enumerate(run[:-1]):
        if word.text in given:
            return run[number:]
    if any(PATRONYMIC.search(word.lower) for word in run[-2:-1]):
        return run[-3:]
    if any(word.lower in PARTICLES for word in run):
        return run
    return run[-2:]
