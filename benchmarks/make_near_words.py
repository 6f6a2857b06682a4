"""Which word stems are near each other in meaning: extractors/data/near_words.npz.

    pip install onnx
    python benchmarks/make_near_words.py

Nearness is the cosine of the word embeddings of the tagger. Of its vocabulary those words are taken
that have three letters and more and are no parts of words. The embedding of a stem is the mean of
its words, the more frequent ones (those that stand first in the vocabulary) counting more.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnx

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from extractors.stories.near_words import WHOLE
from extractors.versions import WORD_HASH_VERSION
from extractors.words.hashes import hash_stems
from extractors.words.stems import STEM_LENGTH

DATA = Path(__file__).parent.parent / "extractors" / "data"
SPECIAL_ROWS = 1000  # of the vocabulary: signs and places kept free
NEIGHBOURS = 30  # of each stem; 60 tell no more
LEAST_COSINE = 0.2  # from which on stems are near


def read_embeddings() -> np.ndarray:
    """float64, a row for each word piece, centred, of length 1."""
    graph = onnx.load(DATA / "tagger.onnx").graph
    parts = {part.name: onnx.numpy_helper.to_array(part) for part in graph.initializer}
    rows = parts["words.rows"].astype(np.float64) * parts["words.scale"]
    rows -= rows[SPECIAL_ROWS:].mean(axis=0)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True).clip(1e-9)


def list_stems(words: list[str]) -> np.ndarray:
    return np.array([hash_stems(word, STEM_LENGTH)[0] for word in words], np.uint64)


def main() -> None:
    pieces = DATA.joinpath("tagger_vocabulary.txt").read_text("utf-8").split("\n")
    chosen = [at for at, piece in enumerate(pieces) if piece.isascii() and piece.isalpha()]
    chosen = [at for at in chosen if len(pieces[at]) >= 3]
    stems, places = np.unique(list_stems([pieces[at] for at in chosen]), return_inverse=True)
    sums = np.zeros((stems.size, 384))
    np.add.at(sums, places, read_embeddings()[chosen] / np.array(chosen)[:, None])
    sums /= np.linalg.norm(sums, axis=1, keepdims=True)
    sums -= sums.mean(axis=0)
    sums /= np.linalg.norm(sums, axis=1, keepdims=True)
    near, nearness = find_neighbours(sums.astype(np.float32))
    common = DATA.joinpath("common_words.txt").read_text("utf-8").split()
    target = DATA / "near_words.npz"
    np.savez_compressed(
        target,
        stems=stems,
        near=near,
        nearness=nearness,
        is_common=np.isin(stems, list_stems([word for word in common if word.isalpha()])),
        word_hash_version=WORD_HASH_VERSION,
    )
    print(f"{stems.size} stems, {target.stat().st_size} bytes")


def find_neighbours(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Places of the nearest stems of each, and their nearness: 0 at LEAST_COSINE, WHOLE at 1."""
    near, nearness = [], []
    for first in range(0, len(vectors), 1000):
        cosines = vectors[first : first + 1000] @ vectors.T
        places = np.sort(np.argpartition(-cosines, NEIGHBOURS, axis=1)[:, :NEIGHBOURS], axis=1)
        found = (np.take_along_axis(cosines, places, axis=1) - LEAST_COSINE) / (1 - LEAST_COSINE)
        near.append(places.astype(np.uint16))
        nearness.append(np.rint(np.clip(found, 0, 1) * WHOLE).astype(np.uint8))
    return np.concatenate(near), np.concatenate(nearness)


if __name__ == "__main__":
    main()
