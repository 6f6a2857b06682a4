"""Which of the names around a verb of speaking can be its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.quotations.capital_names import Name
from extractors.quotations.grammar import ARTICLES, THAT
from extractors.quotations.names import ArticleNames
from extractors.quotations.speech_words import SpeechWords, Word, cut_words

LOOK_BACK = 30  # characters before a name that can hold its preposition
LONGEST_APPOSITION = 80  # characters


@dataclass(frozen=True, slots=True)
class SpeakingNames:
    """The names of one body, and what stands around them."""

    text: str
    speech: SpeechWords
    names: ArticleNames

    def free(self, start: int, end: int, lonely: bool = True) -> list[Name]:
        """Names that nothing in front or behind makes a part of something else."""
        return [
            n for n in self.names.between(start, end, lonely=lonely)
            if not self._is_complement(start, n) and not self.owns(n)
        ]  # fmt: skip

    def choose(self, names: list[Name], has_comma: bool) -> Name | None:
        """The name nearest to the verb behind them, a person before others; with an apposition
        between them (X, the mayor, said) the first."""
        persons = [n for n in names if n.label == "PERSON"] or [n for n in names if n.label is None]
        if not persons:
            return names[-1] if names else None
        last = persons[-1]
        if not has_comma:
            is_cut = "," in self.text[last.end : max(last.end, names[-1].start)]
            return names[-1] if is_cut else last
        for person in reversed(persons[:-1]):
            between = self.text[person.end : last.start]
            if "," not in between or len(between) > LONGEST_APPOSITION or ". " in between:
                break
            last = person
        return last

    def is_described(self, name: Name, behind: Sequence[Word]) -> bool:
        """True when the words behind a name make it a part of somebody's description."""
        if any(w.lower in self.speech.having("role") for w in behind):
            return True
        if name.label in ("PERSON", None) or behind[0].lower.endswith("ly"):
            return False
        return behind[0].lower not in self.speech.having("of") | self.speech.having("who")

    def is_possessor(self, name: Name, words: Sequence[Word]) -> bool:
        """True for the names in: the Pew report, one U.S. banker."""
        following = [w for w in words if w.start >= name.end][:2]
        gap = self.text[name.end : following[0].start] if following else ""
        if gap == " " and any(w.lower in self.speech.having("role") for w in following):
            return True
        return words[0].lower in ("a", "an", "one", "another", "some") and gap == " "

    def join(self, a: Name, b: Name) -> bool:
        """True for two that speak together: Putin and Lavrov."""
        between = cut_words(self.text, a.end, b.start)
        return len(between) == 1 and between[0].lower in self.speech.having("and")

    def is_near(self, first: Word, name: Name) -> bool:
        """True when no other clause, and at most one comma, stands between a word and a name."""
        between = self.text[first.start : max(first.start, name.start)]
        other = self.speech.having("who") | THAT
        words = cut_words(between, 0, len(between))
        return between.count(",") <= 1 and not any(word.lower in other for word in words)

    def _is_complement(self, start: int, name: Name) -> bool:
        """True behind a preposition: of Russia, for the Kremlin."""
        words = cut_words(self.text, max(start, name.start - LOOK_BACK), name.start)
        while len(words) > 1 and words[-1].lower in ARTICLES:
            words = words[:-1]
        if not words or words[-1].lower not in self.speech.having("of"):
            return False
        return "," not in self.text[words[-1].end : name.start]

    def owns(self, name: Name) -> bool:
        """True for Trump's in Trump's lawyer."""
        if self.speech.language != "en":
            return False
        tail = self.text[name.end : name.end + 2].replace("’", "'")
        has_s = name.text.endswith("s") and tail.rstrip() == "'"
        return tail == "'s" or has_s or name.text.endswith(("'s", "’s"))
