"""What was told of a word once: the words of news repeat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock

import numpy as np

from extractors.cleaning.words.numbering import OTHER

_PAIR_BITS = 18  # pairs of places


class WordCache:
    """Some numbers of each word in one of the two places that its hash names.

    A word that comes later takes the first place, and the word that stood there the second.
    """

    def __init__(self, *kinds: str) -> None:
        """`kinds` are the data types of the numbers."""
        self._kinds = kinds
        columns = [("key", "u8"), *((f"number{k}", kind) for k, kind in enumerate(kinds))]
        self._rows = np.zeros(2 << _PAIR_BITS, columns)  # what belongs together lies together
        self._rows["key"][:2] = 1  # nothing is known yet, not even of key 0, whose places these are
        self._lock = Lock()  # what is known of a word is written in several steps

    def __reduce__(self) -> tuple[type[WordCache], tuple[str, ...]]:
        """Another process learns its words itself."""
        return WordCache, self._kinds

    def list_known(
        self, keys: np.ndarray, tell: Callable[[np.ndarray], Sequence[np.ndarray]]
    ) -> list[np.ndarray]:
        """The numbers of each word, an array per kind.

        `keys` has a hash of 64 bits for each word; `tell` is asked for the numbers of the words at
        some places in `keys`.
        """
        place = ((keys * OTHER) >> np.uint64(64 - _PAIR_BITS)).astype(np.int64) * 2
        with self._lock:
            found = self._rows.take(place)
            left = np.flatnonzero(found["key"] != keys)
            found[left] = self._rows.take(place[left] + 1)
            new = left[found["key"][left] != keys[left]]
            if len(new):
                found[new] = self._learn(keys[new], place[new], lambda places: tell(new[places]))
        return [found[name].copy() for name in found.dtype.names[1:]]

    def _learn(
        self,
        keys: np.ndarray,
        place: np.ndarray,
        tell: Callable[[np.ndarray], Sequence[np.ndarray]],
    ) -> np.ndarray:
        """Rows for the words, each of which is told and kept once."""
        keys, first, word = np.unique(keys, return_index=True, return_inverse=True)
        rows = np.zeros(len(keys), self._rows.dtype)
        for name, values in zip(rows.dtype.names, (keys, *tell(first)), strict=True):
            rows[name] = values
        at = place[first]
        self._rows[at + 1] = self._rows[at]
        self._rows[at] = rows  # of two words at one place the last one stays
        return rows[word]
