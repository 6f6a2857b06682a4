"""Who is the subject of a verb of speaking: a name, a pronoun, or words for somebody unnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extractors.quotations.capital_names import Name
from extractors.quotations.descriptions import describe_before, describe_behind
from extractors.quotations.grammar import AUXILIARY, BUT, POINT
from extractors.quotations.names import ArticleNames
from extractors.quotations.speaking_names import SpeakingNames
from extractors.quotations.speech_words import NOUN_CAPITALS, SpeechWords, Word, cut_words

FARTHEST_BEFORE = 28  # words between a subject and its verb
FARTHEST_BEHIND = 10
PRONOUN_WITHIN = 3  # words before the verb
CLAUSE_END = re.compile(r"[.;:!?。；：](?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, as the sentence tells it: text[start:end]."""

    kind: str  # name, he, she, they, dropped (a verb without subject), description, several
    start: int
    end: int
    name: Name | None = None


def name_subject(name: Name) -> Subject:
    """The subject that a name is."""
    return Subject("name", name.start, name.end, name)


@dataclass(frozen=True)
class Finder:
    """Finds subjects in one body."""

    text: str
    speech: SpeechWords
    names: ArticleNames

    @cached_property
    def speaking(self) -> SpeakingNames:
        return SpeakingNames(self.text, self.speech, self.names)

    def before(self, start: int, verb: int) -> Subject | None:
        """The subject that stands between `start` and the verb; the nearest that can be it."""
        words = cut_words(self.text, start, verb)[-FARTHEST_BEFORE:]
        while words and words[-1].lower in AUXILIARY:
            words = words[:-1]
        if not words:
            return None
        if self.is_conjunction(words[-1]):  # X came and said
            told = self.first(start, words[-1].start) if len(words) > 1 else None
            return told if told and (told.name is None or told.name.may_be_person) else None
        has_comma = self.text[words[-1].end : verb].lstrip()[:1] == ","
        is_lonely_name = self.speech.language not in NOUN_CAPITALS
        names = self.speaking.free(max(start, words[0].start), words[-1].end, is_lonely_name)
        nearest = self.speaking.choose(names, has_comma)
        pronoun = self._last_pronoun(words[-PRONOUN_WITHIN:])
        if pronoun and (nearest is None or nearest.start < pronoun.start):
            return pronoun
        if nearest is None:
            return self._describe(words)
        return self._weigh(nearest, names, words, has_comma)

    def _weigh(
        self, name: Name, names: list[Name], words: Sequence[Word], has_comma: bool
    ) -> Subject | None:
        """The name as the subject, unless the words around it tell of somebody else."""
        others = [n for n in names if n.end <= name.start and n.may_be_person]
        if others and name.may_be_person and self.speaking.join(others[-1], name):
            return Subject("several", others[-1].start, name.end)
        behind = [word for word in words if word.start >= name.end]
        comma = self.text.rfind(",", name.end, words[-1].end)
        if comma >= 0 and not has_comma:  # when X came, residents said
            own = [word for word in behind if word.start > comma]
            if own and own[0].lower not in self.speech.having("who"):
                return self._describe(own)
        elif behind and comma < 0 and self.speaking.is_described(name, behind):
            return self._describe(words)  # Moscow police said, a Trump aide said
        return name_subject(name)

    def behind(self, verb_end: int, end: int) -> Subject | None:
        """The subject that stands right behind the verb."""
        clause = self._clause(verb_end, end)
        words = cut_words(self.text, verb_end, clause)[:FARTHEST_BEHIND]
        while words and words[0].lower in AUXILIARY:
            words = words[1:]
        if not words:
            return None
        if kind := self.speech.pronoun(words[0].lower):
            return Subject(kind, words[0].start, words[0].end)
        names = self.speaking.free(verb_end, words[-1].end)
        near = [n for n in names if self.speaking.is_near(words[0], n)]
        persons = [n for n in near if n.may_be_person]
        chosen = next(iter(persons or near), None)
        if chosen is None or (not chosen.may_be_person
                              and self.speaking.is_possessor(chosen, words)):  # fmt: skip
            return _spanning(describe_behind(self.text, self.speech, words, clause))
        if len(persons) > 1 and self.speaking.join(*persons[:2]):
            return Subject("several", chosen.start, persons[1].end)
        return name_subject(chosen)

    def first(self, start: int, end: int) -> Subject | None:
        """The subject of the sentence that begins at `start`: its first person, else first name."""
        words = cut_words(self.text, start, end)
        if words and (kind := self.speech.pronoun(words[0].lower)):
            return Subject(kind, words[0].start, words[0].end)
        names = self.speaking.free(start, end)
        chosen = next((n for n in names if n.label == "PERSON"), next(iter(names), None))
        return name_subject(chosen) if chosen else None

    def persons(self, start: int, end: int) -> list[Name]:
        """All persons named in a stretch, whatever they do there; of X's family none is named."""
        found = [n for n in self.names.between(start, end) if n.may_be_person]
        return [n for n in found if not self.speaking.owns(n)]

    def is_conjunction(self, word: Word) -> bool:
        """and, but"""
        return word.lower in BUT or word.lower in self.speech.having("and")

    def _describe(self, words: Sequence[Word]) -> Subject | None:
        return _spanning(describe_before(self.text, self.speech, words))

    def _last_pronoun(self, words: Sequence[Word]) -> Subject | None:
        for word in reversed(words):
            if kind := self.speech.pronoun(word.lower):
                return Subject(kind, word.start, word.end)
        return None

    def _clause(self, start: int, end: int) -> int:
        """Where the clause ends; the points of initials and titles end none."""
        for match in CLAUSE_END.finditer(self.text, start, end):
            ahead = self.text[max(start, match.start() - 6) : match.start()]
            if match.group() != "." or not POINT.search(ahead):
                return match.start()
        return end


def _spanning(words: Sequence[Word]) -> Subject | None:
    """Somebody for whom these words stand; nobody without any."""
    return Subject("description", words[0].start, words[-1].end) if words else None
