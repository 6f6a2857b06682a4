"""Which lines of a page an extracted text contains, in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from extractors.tokens import list_line_tokens

_MAX_PLACES = 64  # places tried for a line that recurs
_PROBE = 3  # words in a row that find the places of a longer line
_MIN_WORDS = 8  # shorter lines must stand in the extraction word for word
_MIN_COVER = 0.7  # share of a line's words found there; extractors drop links inside paragraphs


def align_lines(lines: list[str], extracted: list[str]) -> frozenset[int]:
    """Numbers of the `lines` whose words stand in `extracted`, along the heaviest common order.

    A line counts when all its words follow each other in the extraction, whatever its line breaks
    are, or, for longer lines, most of them; of lines that say the same, those that keep the order
    with their neighbours are taken.
    """
    words = [word for tokens in list_line_tokens(extracted) for word in tokens]
    text = _Words(words)
    spots: list[tuple[int, int, int]] = []  # line number, first word, behind the last word
    for number, tokens in enumerate(list_line_tokens(lines)):
        found = text.find_whole(tokens) if tokens else []
        if not found and len(tokens) >= _MIN_WORDS:
            found = _find_most(tokens, text)
        spots += [(number, first, behind) for first, behind in found]
    return frozenset(_heaviest_chain(spots))


class _Words:
    """The words of an extraction, to look up lines in."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self.known = frozenset(words)
        self._text = f" {' '.join(words)} "
        self._starts = [0, *accumulate(len(word) + 1 for word in words)]

    @cached_property
    def places(self) -> dict[tuple[str, ...], list[int]]:
        """Where each run of _PROBE words begins."""
        places: dict[tuple[str, ...], list[int]] = {}
        for i, run in enumerate(_list_runs(self._words)):
            places.setdefault(run, []).append(i)
        return places

    def find_whole(self, tokens: list[str]) -> list[tuple[int, int]]:
        """Places where all words of a line follow each other."""
        if not self.known.issuperset(tokens):
            return []
        wanted, found = f" {' '.join(tokens)} ", []
        at = self._text.find(wanted)
        while at >= 0 and len(found) < _MAX_PLACES:
            first = bisect_left(self._starts, at)
            found.append((first, first + len(tokens)))
            at = self._text.find(wanted, at + 1)
        return found


def _list_runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[k:] for k in range(_PROBE)), strict=False)


def _find_most(tokens: list[str], text: _Words) -> list[tuple[int, int]]:
    """The place where most words of a line stand in order, with gaps; at most one."""
    size = len(tokens)
    if sum(map(text.known.__contains__, tokens)) < _MIN_COVER * size:
        return []
    hits = [
        (k, p)
        for k, run in enumerate(_list_runs(tokens))
        for p in text.places.get(run, ())[:_MAX_PLACES]
    ]
    if not hits:
        return []
    starts = Counter(p - k for k, p in hits)
    start = min(starts, key=lambda s: (-starts[s], s))
    near = [(k, p) for k, p in hits if abs(p - k - start) <= size // 3]
    covered = {k + j for k, _ in near for j in range(_PROBE)}
    if len(covered) < _MIN_COVER * size:
        return []
    return [(min(p for _, p in near), max(p for _, p in near) + _PROBE)]


def _heaviest_chain(spots: list[tuple[int, int, int]]) -> list[int]:
    """Line numbers of the chain with most words whose spans follow each other without overlap."""
    # Within one line later places come first, so that a line cannot follow itself.
    spots = sorted(spots, key=lambda s: (s[0], -s[1]))
    ends, tops = [0], [(0, -1)]  # ends rising, weights rising: best weight that ends up to there
    back: list[int] = []
    for k, (_, first, behind) in enumerate(spots):
        weight, previous = tops[bisect_right(ends, first) - 1]
        back.append(previous)
        _insert(ends, tops, behind, weight + behind - first, k)
    chain, k = [], tops[-1][1]
    while k >= 0:
        chain.append(spots[k][0])
        k = back[k]
    return chain


def _insert(ends: list[int], tops: list[tuple[int, int]], end: int, weight: int, k: int) -> None:
    at = bisect_right(ends, end)
    if tops[at - 1][0] >= weight:
        return
    stop = at
    while stop < len(ends) and tops[stop][0] <= weight:
        stop += 1
    if ends[at - 1] == end:
        at -= 1
    ends[at:stop] = [end]
    tops[at:stop] = [(weight, k)]
