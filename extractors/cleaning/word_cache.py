"""What was told of a word once: the words of news repeat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock

import numpy as np

from extractors.cleaning.numbering import OTHER

_PLACE_BITS = 19


class WordCache:
    """Some numbers of each word at the place that its hash names.

    A word that comes later takes the place of another.
    """

    def __init__(self, *kinds: str) -> None:
        """`kinds` are the data types of the numbers."""
        self._kinds = kinds
        self._keys = np.zeros(1 << _PLACE_BITS, "u8")
        self._keys[0] = 1  # nothing is known yet, not even of key 0, whose place this is
        self._known = [np.zeros(1 << _PLACE_BITS, kind) for kind in kinds]
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
        place = ((keys * OTHER) >> np.uint64(64 - _PLACE_BITS)).astype(np.int64)
        with self._lock:
            found = [known.take(place) for known in self._known]
            new = np.flatnonzero(self._keys.take(place) != keys)
            if len(new):
                first, word = np.unique(keys[new], return_index=True, return_inverse=True)[1:]
                first = new[first]
                at = place[first]  # of two words at one place the last one stays, in all arrays
                self._keys[at] = keys[first]
                for values, known, told in zip(found, self._known, tell(first), strict=True):
                    values[new], known[at] = told[word], told
        return found
