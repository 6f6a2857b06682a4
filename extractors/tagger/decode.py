"""From scores of labels to names: the best sequence of tags in which every I follows its B or I."""

from __future__ import annotations

import numpy as np

TYPES = ("PERSON", "ORG", "PLACE", "NORP", "MISC")
LABELS = ("O", *(f"{part}-{name}" for name in TYPES for part in "BI"))
NEVER = -1e4


def list_transitions() -> np.ndarray:
    """(labels, labels): 0 where the second tag may follow the first, NEVER where it may not."""
    table = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for i, before in enumerate(LABELS):
        for j, tag in enumerate(LABELS):
            if tag[0] == "I" and before[2:] != tag[2:]:
                table[i, j] = NEVER
    return table


TRANSITIONS = list_transitions()
FIRST = np.where([label[0] == "I" for label in LABELS], NEVER, 0.0).astype(np.float32)


def normalise_scores(scores: np.ndarray) -> np.ndarray:
    """Scores as logarithms of probabilities, last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def find_best_tags(logp: np.ndarray) -> np.ndarray:
    """(texts, words, labels) logarithms -> (texts, words) numbers of the best allowed tags.

    Rows of zeros at the end of a text (no preference) leave the tags before them as they are.
    Where the best tag of each word may follow the one before, and that is so in most texts, these
    are the best sequence; only the other texts are searched for theirs.
    """
    tags = logp.argmax(axis=2)
    steps = TRANSITIONS[tags[:, :-1], tags[:, 1:]]
    barred = (FIRST[tags[:, 0]] < 0) | (steps < 0).any(axis=1)
    if barred.any():
        tags[barred] = search_best_tags(logp[barred])
    return tags


def search_best_tags(logp: np.ndarray) -> np.ndarray:
    """The same by the algorithm of Viterbi (1967), word by word over all texts."""
    count, length, _ = logp.shape
    back = np.zeros((count, length, len(LABELS)), dtype=np.int8)
    best = logp[:, 0] + FIRST
    for at in range(1, length):
        through = best[:, :, None] + TRANSITIONS
        back[:, at] = through.argmax(axis=1)
        best = through.max(axis=1) + logp[:, at]
    tags = np.zeros((count, length), dtype=np.int64)
    tags[:, -1] = best.argmax(axis=1)
    for at in range(length - 1, 0, -1):
        tags[:, at - 1] = back[np.arange(count), at, tags[:, at]]
    return tags


def read_spans(tags: list[int]) -> list[tuple[int, int, str]]:
    """(first word, last word + 1, label) for each name in one text's tags."""
    spans: list[tuple[int, int, str]] = []
    for at, number in enumerate(tags):
        tag = LABELS[number]
        if tag[0] == "B":
            spans.append((at, at + 1, tag[2:]))
        elif tag[0] == "I" and spans:
            spans[-1] = (spans[-1][0], at + 1, tag[2:])
    return spans
