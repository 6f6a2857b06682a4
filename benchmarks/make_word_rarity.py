"""Count in how many news articles each word stem stands: extractors/data/word_rarity.npz.

    python benchmarks/make_word_rarity.py ARTICLES.jsonl.gz

ARTICLES holds a JSON object with "id" and "text" per line. Counted are Reuters-21578 (19,043
articles), the articles of both halves of FNC-1 (2,587) and the BBC news set (2,223). Articles of
sources in LEFT_OUT are not counted. Only hashes and counts are kept, and only of stems that stand
in at least MIN_COUNT articles.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import numpy as np

from extractors.versions import WORD_HASH_VERSION
from extractors.words.hashes import hash_stems
from extractors.words.stems import STEM_LENGTH

LEFT_OUT = ("speed/eww/",)  # beginnings of ids: en-worldwide-newswire, CC BY-NC-SA, has a licence
# for evaluation only
MIN_COUNT = 4  # rarer stems are as good as unseen, and three quarters of the table
TARGET = Path(__file__).parent.parent / "extractors" / "data" / "word_rarity.npz"


def count_stems(path: Path) -> tuple[int, np.ndarray, np.ndarray]:
    """Number of articles, sorted stem hashes, and the articles each stands in."""
    found, article_count = [], 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            if article["id"].startswith(LEFT_OUT):
                continue
            found.append(np.unique(hash_stems(article["text"], STEM_LENGTH)))
            article_count += 1
    stems, counts = np.unique(np.concatenate(found), return_counts=True)
    frequent = counts >= MIN_COUNT
    return article_count, stems[frequent], counts[frequent]


def main() -> None:
    article_count, stems, counts = count_stems(Path(sys.argv[1]))
    np.savez_compressed(
        TARGET,
        stems=stems,
        counts=counts.astype(np.uint16),
        article_count=article_count,
        word_hash_version=WORD_HASH_VERSION,
    )
    print(f"{len(stems)} stems of {article_count} articles, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
