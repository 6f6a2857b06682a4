"""Finds names with the neural tagger that ships with newsmill: MiniLM-L6 in ONNX, 8-bit weights.

See data/tagger.md for what it was trained on and what it is worth. Needs onnxruntime; without the
package or the model file `load_tagger` gives None and the rules do the work alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from importlib.util import find_spec

import numpy as np

from extractors.tagger.decode import TYPES, find_best_tags, normalise_scores, read_spans
from extractors.tagger.windows import Window, cut_windows, fill_arrays, make_batches

MODEL = "tagger.onnx"
# (ids, shapes, marks, mask), each (texts, pieces) of int64 -> scores (texts, pieces, labels)
Scorer = Callable[[np.ndarray, np.ndarray, np.ndarray, np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True)
class TaggerParameters:
    """How texts are cut into what the tagger reads at once."""

    longest: int = 128  # pieces: what it was trained with
    batch_pieces: int = 384  # pieces scored together: more leave the cache, and pad more


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name the tagger found."""

    start: int
    end: int
    label: str
    score: float  # mean probability of its words' tags
    chances: tuple[float, ...] = ()  # mean probability of each of TYPES over its words


@lru_cache(maxsize=1)
def load_tagger() -> Scorer | None:
    """The tagger, once per process and on one thread; None when it cannot run here."""
    model = files("extractors") / "data" / MODEL
    if not model.is_file() or find_spec("onnxruntime") is None:
        return None
    import onnxruntime  # noqa: PLC0415  heavy, and not needed where the rules work alone

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with as_file(model) as path:
        session = onnxruntime.InferenceSession(str(path), options, ["CPUExecutionProvider"])

    def score(ids: np.ndarray, shapes: np.ndarray, marks: np.ndarray, mask: np.ndarray):
        given = {"ids": ids, "shapes": shapes, "marks": marks, "mask": mask}
        return session.run(["scores"], given)[0]

    return score


def tag_texts(
    texts: Sequence[str], score: Scorer, parameters: TaggerParameters | None = None
) -> list[list[Tagged]]:
    """For each text its names, sorted by start and not overlapping."""
    parameters = parameters or TaggerParameters()
    windows = [w for n, text in enumerate(texts) for w in cut_windows(n, text, parameters.longest)]
    found: list[list[Tagged]] = [[] for _ in texts]
    for batch in make_batches(windows, parameters.batch_pieces):
        for window, names in zip(batch, tag_windows(batch, score), strict=True):
            found[window.text_no].extend(names)
    return [sorted(names, key=lambda name: name.start) for names in found]


def tag_windows(batch: list[Window], score: Scorer) -> list[list[Tagged]]:
    """The names in each window of a batch."""
    arrays, firsts = fill_arrays(batch)
    scores = score(*arrays)
    logp = normalise_scores(scores[np.arange(len(batch))[:, None], firsts])
    for row, window in enumerate(batch):
        for number, word in enumerate(window.words):
            if word is None:
                logp[row, number] = [0.0] + [-1e4] * (logp.shape[2] - 1)
        logp[row, len(window.words) :] = 0.0
    tags = find_best_tags(logp)
    sums = sum_chances(logp, tags)
    return [read_names(w, tags[row].tolist(), sums[row]) for row, w in enumerate(batch)]


def sum_chances(logp: np.ndarray, tags: np.ndarray) -> np.ndarray:
    """(texts, words + 1, 1 + types): sums over the words before of the probabilities of the best
    tag and of each of TYPES, so that the mean over a name is one difference.
    """
    shares = np.exp(logp.astype(np.float64))
    count, length, _ = shares.shape
    sums = np.zeros((count, length + 1, 1 + len(TYPES)))
    sums[:, 1:, 0] = np.take_along_axis(shares, tags[..., None], axis=2)[..., 0]
    sums[:, 1:, 1:] = shares[:, :, 1:].reshape(count, length, len(TYPES), 2).sum(axis=3)
    return sums.cumsum(axis=1)


def read_names(window: Window, tags: list[int], sums: np.ndarray) -> list[Tagged]:
    """The names in one window."""
    names = []
    for first, last, label in read_spans(tags[: len(window.words)]):
        sure, *chances = ((sums[last] - sums[first]) / (last - first)).round(4).tolist()
        start, end = window.words[first].start, window.words[last - 1].end
        names.append(Tagged(start, end, label, sure, tuple(chances)))
    return names
