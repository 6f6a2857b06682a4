"""Words of generated articles about events.

An event has names of its own, drawn from a pool in which some are far more frequent than others.
Its articles hold most of these names, among words that all articles draw from.
"""

from __future__ import annotations

import numpy as np

EVENT_ARTICLES = 4  # articles of one event
EVENT_NAMES, HELD_NAMES = 15, 12  # names of an event, and those that one article of it holds
OTHER_WORDS = 110  # words of an article that are no names
NAMES, WORDS = 400_000, 60_000
NAME_ZIPF, WORD_ZIPF = 0.6, 0.9
BLOCK = 25_000
SEED = 9_000_000


def name_vocabulary() -> np.ndarray:
    """The names and then the words, as objects; none is longer than a stem."""
    names = [f"n{number:x}" for number in range(NAMES)]
    return np.array(names + [f"w{number:x}" for number in range(WORDS)], dtype=object)


def draw_event_words(first: int, count: int) -> np.ndarray:
    """Places in the vocabulary, shape (count, HELD_NAMES + OTHER_WORDS), of articles of the stock.

    Articles first to first + count - 1; every four of them tell one event. `first` is a multiple
    of BLOCK, and `count` at most BLOCK and a multiple of four.
    """
    chosen = np.random.default_rng(SEED + first)
    events = _draw(chosen, NAMES, NAME_ZIPF, (count // EVENT_ARTICLES, EVENT_NAMES))
    return _hold_names(chosen, np.repeat(events, EVENT_ARTICLES, axis=0))


def draw_new_words(there: int, count: int) -> np.ndarray:
    """The same of `count` new articles beside a stock of `there`, a multiple of BLOCK: one half
    tell events of the stock, one article each, and the other half new events, four each."""
    chosen = np.random.default_rng(SEED - 1)
    in_block = BLOCK // EVENT_ARTICLES
    picked = np.sort(chosen.choice(there // EVENT_ARTICLES, count // 2, replace=False))
    told = [np.zeros((0, EVENT_NAMES), int)]
    for first in range(0, there, BLOCK):
        drawn = np.random.default_rng(SEED + first)
        events = _draw(drawn, NAMES, NAME_ZIPF, (in_block, EVENT_NAMES))
        own = picked[picked * EVENT_ARTICLES // BLOCK == first // BLOCK]
        told.append(events[own % in_block])
    fresh = _draw(chosen, NAMES, NAME_ZIPF, (count // 2 // EVENT_ARTICLES, EVENT_NAMES))
    return _hold_names(chosen, np.vstack([*told, np.repeat(fresh, EVENT_ARTICLES, axis=0)]))


def _hold_names(chosen: np.random.Generator, events: np.ndarray) -> np.ndarray:
    count = len(events)
    held = chosen.random((count, EVENT_NAMES)).argsort(axis=1)[:, :HELD_NAMES]
    names = np.take_along_axis(events, held, axis=1)
    return np.hstack([names, NAMES + _draw(chosen, WORDS, WORD_ZIPF, (count, OTHER_WORDS))])


def _draw(chosen: np.random.Generator, size: int, zipf: float, shape: tuple) -> np.ndarray:
    shares = np.cumsum(np.arange(1, size + 1) ** -zipf)
    return np.searchsorted(shares, chosen.random(shape) * shares[-1])


def expected_shares() -> np.ndarray:
    """Share of articles that hold each name and word."""
    names = np.arange(1, NAMES + 1) ** -NAME_ZIPF
    words = np.arange(1, WORDS + 1) ** -WORD_ZIPF
    drawn = [names / names.sum() * HELD_NAMES, words / words.sum() * OTHER_WORDS]
    return 1 - np.exp(-np.concatenate(drawn))
