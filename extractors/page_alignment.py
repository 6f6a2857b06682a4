"""Which lines of a page an extracted text contains, in order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

_TOKEN = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff]"
    "|[^\\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff]+"
)
_MAX_PLACES = 64  # places tried for a line that recurs
_PROBE = 3  # words in a row that find the places of a line
_MIN_WORDS = 8  # shorter lines must stand in the extraction word for word
_MIN_COVER = 0.7  # share of a line's words found there; extractors drop links inside paragraphs


def align_lines(lines: list[str], extracted: list[str]) -> frozenset[int]:
    """Numbers of the `lines` whose words stand in `extracted`, along the heaviest common order.

    A line counts when all its words follow each other in the extraction, whatever its line breaks
    are, or, for longer lines, most of them; of lines that say the same, those that keep the order
    with their neighbours are taken.
    """
    words = [t for line in extracted for t in _TOKEN.findall(line.lower())]
    places = _index_places(words)
    spots: list[tuple[int, int, int]] = []  # line number, first word, behind the last word
    for number, line in enumerate(lines):
        tokens = _TOKEN.findall(line.lower())
        found = _find_whole(tokens, words, places) if tokens else []
        if not found and len(tokens) >= _MIN_WORDS:
            found = _find_most(tokens, places)
        spots += [(number, first, behind) for first, behind in found]
    return frozenset(_heaviest_chain(spots))


def _index_places(words: list[str]) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    for size in range(1, _PROBE + 1):
        for i in range(len(words) - size + 1):
            places.setdefault(tuple(words[i : i + size]), []).append(i)
    return places


def _find_whole(tokens: list[str], words: list[str], places: dict) -> list[tuple[int, int]]:
    """Places where all words of a line follow each other."""
    size = len(tokens)
    starts = places.get(tuple(tokens[:_PROBE]), [])[:_MAX_PLACES]
    return [(p, p + size) for p in starts if words[p : p + size] == tokens]


def _find_most(tokens: list[str], places: dict) -> list[tuple[int, int]]:
    """The place where most words of a line stand in order, with gaps; at most one."""
    size = len(tokens)
    hits = [
        (k, p)
        for k in range(size - _PROBE + 1)
        for p in places.get(tuple(tokens[k : k + _PROBE]), ())[:_MAX_PLACES]
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
