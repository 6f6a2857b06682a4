"""The rows that the pipeline would write about generated articles, for whole blocks at once."""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
import pyarrow as pa

from extractors.copies.fingerprints import _GRAM_FACTORS, _SKETCH_FACTORS, SampleParameters
from extractors.versions import FINGERPRINT_VERSION, VERDICT_VERSION
from extractors.words.hashes import mix_hashes


def fingerprint_rows(ids: np.ndarray, hashes: np.ndarray, bounds: np.ndarray) -> pa.Table:
    """Rows of fingerprint; `hashes` of all words one after the other, `bounds` of each text."""
    first, second, third = _GRAM_FACTORS
    grams = mix_hashes(hashes[:-2] * first + hashes[1:-1] * second + hashes[2:] * third)
    owners = np.repeat(np.arange(len(ids)), np.diff(bounds))[:-2]
    starts, behind = bounds[:-1], bounds[1:] - 2
    is_gram = np.arange(grams.size) < behind[owners]
    sample = SampleParameters()
    counts = behind - starts
    is_kept = is_gram & (
        (counts <= sample.all_up_to)[owners] | (grams % np.uint64(sample.one_in) == 0)
    )
    kept_owners, kept = owners[is_kept], grams[is_kept]
    order = np.lexsort((kept, kept_owners))
    kept_owners, kept = kept_owners[order], kept[order]
    is_new = np.ones(kept.size, bool)
    is_new[1:] = (kept[1:] != kept[:-1]) | (kept_owners[1:] != kept_owners[:-1])
    kept_owners, kept = kept_owners[is_new], kept[is_new]
    ends = np.stack([starts, behind], axis=1).ravel()
    grams = np.append(grams, np.uint64(0))
    sketch = np.stack(
        [np.minimum.reduceat(grams * factor, ends)[::2] for factor in _SKETCH_FACTORS], axis=1
    )
    raw = hashes.astype("<u8").tobytes()
    digests = [
        blake2b(raw[8 * a : 8 * b], digest_size=16).hexdigest()
        for a, b in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True)
    ]
    places = np.searchsorted(kept_owners, np.arange(len(ids) + 1)).astype(np.int32)
    fours = np.arange(0, 4 * len(ids) + 1, 4, dtype=np.int32)
    return pa.table(
        {
            "article_id": ids,
            "fingerprint_version": np.full(len(ids), FINGERPRINT_VERSION),
            "text_digest": digests,
            "text_key": np.array([int(d[:16], 16) for d in digests], np.uint64),
            "word_count": np.diff(bounds),
            "shingle_count": counts,
            "sample": pa.ListArray.from_arrays(places, pa.array(kept)),
            "sketch": pa.ListArray.from_arrays(fours, pa.array(sketch.ravel())),
            "persons": pa.array([[]] * len(ids), pa.list_(pa.string())),
        }
    )


def group_tables(
    ids: np.ndarray, keys: np.ndarray, originals: np.ndarray, begin: int
) -> dict[str, pa.Table]:
    """Rows of groups, pairs and stories, by table; `originals`: whom each article was cut from."""
    size = len(ids)
    copies = np.flatnonzero(originals != np.arange(size))
    sizes = np.bincount(originals, minlength=size)[originals]
    pairs = np.sort(np.stack([keys[copies], keys[originals[copies]]], axis=1), axis=1)
    heads = ids[originals]
    common = {"article_id": ids, "canonical_article_id": heads, "article_count": sizes}
    is_head = originals == np.arange(size)
    minted = ids[is_head]
    return {
        "duplicate_group": pa.table(
            {**common, "duplicate_group_id": heads, "text_key": keys, "is_canonical": is_head}
        ),
        "story_article": pa.table(
            {
                **common,
                "story_id": heads,
                "representative_article_id": heads,
                "is_representative": is_head,
            }
        ),
        "text_pair": pa.table(
            {
                "text_a": pairs[:, 0],
                "text_b": pairs[:, 1],
                "kind": np.full(len(pairs), "truncation"),
                "containment_a": np.ones(len(pairs)),
                "containment_b": np.ones(len(pairs)),
                "rare_containment_a": np.ones(len(pairs)),
                "rare_containment_b": np.ones(len(pairs)),
                "jaccard": np.ones(len(pairs)),
                "agreeing_slot_count": np.zeros(len(pairs), int),
                "conflicting_slot_count": np.zeros(len(pairs), int),
                "shared_sample_count": np.full(len(pairs), 50),
                "rare_sample_count": np.full(len(pairs), 50),
                "found_by_sketch": np.zeros(len(pairs), bool),
                "verdict_version": np.full(len(pairs), VERDICT_VERSION),
            }
        ),
        "sameness_id": pa.table(
            {
                "subject": np.repeat(["duplicate_group", "story"], len(minted)),
                "subject_id": np.tile(minted, 2),
                "founder_article_id": np.tile(minted, 2),
                "mint_no": np.tile(np.flatnonzero(is_head) + begin + 1, 2),
                "status": np.full(2 * len(minted), "alive"),
            }
        ),
    }
