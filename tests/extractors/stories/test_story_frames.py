"""Reports that fill one frame with other facts tell of other events."""

import numpy as np
import pytest

from extractors.copies.fact_slots import find_slots
from extractors.stories.frames import (
    FrameParameters,
    are_frames,
    fill_one_frame,
    make_frame_rows,
    pack_slots,
)
from extractors.words.hashes import hash_words
from tests.extractors.copies.near_texts import QUAKE, REPORT

FIRST = ("5.1", "Arica", "Monday", "40", "12", "Tacna", "Putre")
SECOND = ("4.7", "Hilo", "Sunday", "9", "31", "Kona", "Volcano")


def pack(text):
    return pack_slots(find_slots(hash_words(text)))


def test_one_frame_with_other_facts():
    assert fill_one_frame(pack(QUAKE.format(*FIRST)), pack(QUAKE.format(*SECOND)))
    assert not fill_one_frame(pack(QUAKE.format(*FIRST)), pack(QUAKE.format(*FIRST)))
    assert not fill_one_frame(pack(QUAKE.format(*FIRST)), pack(REPORT))
    assert not fill_one_frame(pack(""), pack(""))


def test_few_other_facts_are_an_updated_report():
    updated = QUAKE.format(*FIRST[:3], "41", "13", *FIRST[5:])
    assert not fill_one_frame(pack(QUAKE.format(*FIRST)), pack(updated))


@pytest.mark.parametrize(
    ("agreeing", "conflicting", "alone", "expected"),
    [(0, 4, 7, True), (0, 3, 0, False), (0, 4, 8, False), (9, 4, 0, True), (10, 4, 0, False)],
)
def test_what_shows_a_frame(agreeing, conflicting, alone, expected):
    """`alone`: slots of each text that the other one has not."""
    same = [place << 32 for place in range(agreeing + conflicting)]
    texts = [
        [*same[:agreeing], *(slot + text for slot in same[agreeing:])]
        + [(1000 * text + number) << 32 for number in range(alone)]
        for text in (1, 2)
    ]
    assert fill_one_frame(*(np.array(text, np.uint64) for text in texts)) is expected
    assert FrameParameters().least_conflicts == 4


def test_pairs_of_many_articles():
    texts = [QUAKE.format(*FIRST), REPORT, "", QUAKE.format(*SECOND)]
    packed = [pack(text) for text in texts]
    articles = np.repeat(np.arange(4), [slots.size for slots in packed])
    rows = make_frame_rows(articles, np.concatenate(packed), 4)
    a, b = np.triu_indices(4, 1)
    assert list(zip(a[are_frames(rows, a, b)], b[are_frames(rows, a, b)], strict=True)) == [(0, 3)]
