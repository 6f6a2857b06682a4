"""The text that a page states for its article (articleBody in JSON-LD), beside what it shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractors.pages.alignment import align_lines

LONG_LINE = 80  # characters of a line that looks like a paragraph
ENOUGH = 500  # characters of an article; a shorter text is a teaser
SHOWN = 0.9  # share of its letters that stand in the page when it is shown
HIDDEN = 0.5  # where fewer stand there, it is not shown, or cut short
AGREEING = 0.8  # share of letters in both of two bodies that are one but for odd lines


@dataclass(frozen=True)
class StatedText:
    """A stated text and its place among the lines of its page."""

    lines: list[str]
    told: frozenset[int]  # numbers of the lines of the page that it holds
    share: float  # of its letters in these lines

    @property
    def is_shown(self) -> bool:
        """True when the page shows nearly all of it."""
        return self.share >= SHOWN

    def prefer_to(
        self, found: frozenset[int], lines: list[str]
    ) -> tuple[list[str], frozenset[int]]:
        """Lines of the page and numbers of its body, where an extractor has `found` some.

        What is stated goes before what is found where the two differ, and adds its paragraphs where
        they agree. A text that is not shown (behind a wall, or left to scripts) and says more than
        what is found comes behind the `lines` of the page, and is the body.
        """
        if self.is_shown:
            return lines, self._join(found, lines)
        if self.share < HIDDEN and _measure(self.lines) > _measure(lines[i] for i in found):
            behind = range(len(lines), len(lines) + len(self.lines))
            return lines + self.lines, frozenset(behind)
        return lines, found

    def _join(self, found: frozenset[int], lines: list[str]) -> frozenset[int]:
        both, either = found & self.told, found | self.told
        if _measure(lines[i] for i in both) < AGREEING * _measure(lines[i] for i in either):
            return self.told
        return found | {i for i in self.told if len(lines[i]) >= LONG_LINE}


def place_stated(stated: list[str], lines: list[str]) -> StatedText:
    """The stated text among the `lines` of its page; one too short for an article says nothing."""
    size = _measure(stated)
    if size < ENOUGH:
        return StatedText([], frozenset(), 0.0)
    told = align_lines(lines, stated)
    return StatedText(stated, told, _measure(lines[i] for i in told) / size)


def _measure(lines: Iterable[str]) -> int:
    return sum(map(len, lines))
