"""The person a pronoun stands for, where the text before it leaves no choice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extractors.names.sentences import END, ends_here
from extractors.quotations.capital_names import Name
from extractors.quotations.spans import Span
from extractors.quotations.speech_words import cut_words, find_cues
from extractors.quotations.subjects import Finder, Subject

LOOK_BACK = 1_200  # characters
MOST_SENTENCES = 6
MOST_LINES = 3
REMEMBERED = 20  # speakers
SAME_SENTENCE, ONLY_ONE, LAST_SPEAKER = 0.9, 0.85, 0.7  # how sure a pronoun is, by evidence


class Antecedents:
    """What the text has told so far: who spoke where, and who is he and who is she."""

    def __init__(self, finder: Finder, spans: Sequence[Span]) -> None:
        self._finder, self._spans = finder, spans
        self._starts = [span.outer_start for span in spans]
        self._spoke: list[tuple[int, Name]] = []
        self._gender: dict[str, str] = {}

    def note(self, at: int, name: Name, pronoun: str | None = None) -> None:
        """Somebody is known to speak at a place, perhaps under a pronoun."""
        self._spoke.append((at, name))
        if pronoun in ("he", "she"):
            self._gender[name.name] = pronoun

    def resolve(self, subject: Subject) -> tuple[Name, float] | None:
        """The person behind he or she, with how sure that is; None when in doubt."""
        at = subject.start
        bounds = self._sentences(max(0, at - LOOK_BACK), at)[-MOST_SENTENCES:]
        for back, (start, end) in enumerate(reversed(bounds)):
            is_far = self._finder.text.count("\n", end, at) > MOST_LINES
            speaks = self._speaks(start, end) if back else None
            if is_far or speaks == "description":
                return None  # the pronoun may be theirs
            if speaks == subject.kind and not self._has_spoken(start, end):
                continue  # he said that X came: the same he, and not X
            here = [n for n in self._persons(start, end) if self._agrees(n, subject.kind)]
            if back == 0:
                first = self._finder.first(start, end)
                here = [n for n in here if first and first.name and n.name == first.name.name]
            if here:
                return self._decide(here, start, end, is_same=back == 0)
        return None

    def _has_spoken(self, start: int, end: int) -> bool:
        return any(start <= at < end for at, _ in self._spoke[-REMEMBERED:])

    def _decide(
        self, persons: list[Name], start: int, end: int, is_same: bool
    ) -> tuple[Name, float] | None:
        """The one of the persons of a sentence who is meant, if only one can be."""
        last = self._spoke[-1] if self._spoke else None
        is_english = self._finder.speech.language == "en"
        if not is_english and (last is None or last[1].name != persons[-1].name):
            return None  # finders of names read English only: others may stand there, too
        if len({n.name for n in persons}) == 1:
            return persons[-1], SAME_SENTENCE if is_same else ONLY_ONE
        if speaker := self._speaker(start, end, persons):
            return speaker, LAST_SPEAKER
        known = [n for n in persons if last and n.name == last[1].name and last[0] >= start]
        return (known[-1], LAST_SPEAKER) if known else None

    def _speaks(self, start: int, end: int) -> str | None:
        """What kind of subject speaks in a sentence: a name, a pronoun, a description."""
        words = cut_words(self._finder.text, start, end)
        cues = [c for c in find_cues(words, self._finder.speech) if c.role == "say"]
        if not cues:
            return None
        number = bisect_left(self._starts, cues[-1].start) - 1
        quoted = self._spans[number].outer_end if number >= 0 else start
        subject = self._finder.before(max(start, quoted), cues[-1].start)
        return subject.kind if subject else None

    def _speaker(self, start: int, end: int, persons: list[Name]) -> Name | None:
        """The one of the persons who speaks in a sentence."""
        words = cut_words(self._finder.text, start, end)
        cues = [c for c in find_cues(words, self._finder.speech) if c.role == "say"]
        for cue in cues[-1:]:
            subject = self._finder.before(start, cue.start)
            if subject is None or subject.name is None:
                subject = self._finder.behind(cue.end, end)
            if subject and subject.name and subject.name.name in {n.name for n in persons}:
                return subject.name
        return None

    def _sentences(self, start: int, end: int) -> list[tuple[int, int]]:
        text, bounds, at = self._finder.text, [], start
        for match in END.finditer(text, start, end):
            if self._span_over(match.start()) is None and ends_here(text, match):
                bounds.append((at, match.end()))
                at = match.end()
        return [*bounds, (at, end)]

    def _span_over(self, at: int) -> Span | None:
        number = bisect_left(self._starts, at + 1) - 1
        span = self._spans[number] if number >= 0 else None
        return span if span is not None and at < span.outer_end - 1 else None

    def _persons(self, start: int, end: int) -> list[Name]:
        named = [n for n in self._finder.persons(start, end) if self._span_over(n.start) is None]
        return named + [name for at, name in self._spoke[-REMEMBERED:] if start <= at < end]

    def _agrees(self, name: Name, pronoun: str) -> bool:
        """False when the text told that the person is not she, or not he."""
        if pronoun not in ("he", "she"):
            return True
        if name.name not in self._gender and (told := self._title(name)):
            self._gender[name.name] = told
        return self._gender.get(name.name, pronoun) == pronoun

    def _title(self, name: Name) -> str | None:
        speech = self._finder.speech
        before = cut_words(self._finder.text, max(0, name.start - 40), name.start)[-2:]
        words = {w.lower.rstrip(".") for w in before} | {name.text.split()[0].lower().rstrip(".")}
        if words & speech.having("woman"):
            return "she"
        return "he" if words & speech.having("man") else None
