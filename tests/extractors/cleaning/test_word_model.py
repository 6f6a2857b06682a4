"""Linear models of lines over hashed words, their cache, and parts of words."""

import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.cleaning.features.families import describe_families
from extractors.cleaning.labels.lexicon import FAMILY_NAMES
from extractors.cleaning.words.cache import WordCache
from extractors.cleaning.words.model import WordModel
from extractors.cleaning.words.parts import list_parts
from extractors.cleaning.words.table import number_words
from extractors.tokens import fold_lines

WORDS = st.lists(st.text(alphabet="abé漢🙂ि", min_size=1, max_size=9), max_size=8)
RANDOM = np.random.default_rng(5)
MODEL = WordModel(
    word=RANDOM.integers(-20, 20, (2, 512)) / 4,
    pair=RANDOM.integers(-20, 20, (2, 1024)) / 4,
    part=RANDOM.integers(-20, 20, (2, 256)) / 16,
    family=RANDOM.integers(-20, 20, (2, len(FAMILY_NAMES))) / 4,
    bias=np.array([0.5, -1.5]),
)
LINES = ["Please donate to our newsroom", "", "Ships left the bay", "दान करें, please donate", "Go"]


def score(lines, asked=None):
    table = number_words([fold_lines(lines)])
    return MODEL.score(table, describe_families(table)[1], asked)


@given(WORDS)
def test_parts_are_three_to_five_letters_with_the_borders(words):
    _, owner = list_parts(words, 64)
    assert np.bincount(owner, minlength=len(words)).tolist() == [
        sum(max(len(word) + 3 - size, 0) for size in (3, 4, 5)) for word in words
    ]


def test_words_of_one_stem_share_parts_wherever_they_stand():
    bucket, owner = list_parts(["spenden", "haus", "spendet"], 1 << 20)
    first, other, second = (set(bucket[owner == k].tolist()) for k in range(3))
    assert len(first & second) >= 3 * 4  # <sp to <spen, pend
    assert not other & (first | second)


@pytest.mark.parametrize("alone", range(len(LINES)))
def test_a_line_scores_the_same_alone_and_among_others(alone):
    assert score(LINES)[:, alone].tolist() == score([LINES[alone]])[:, 0].tolist()


def test_words_pairs_parts_and_families_all_count():
    (both,), (turned,) = score(["ship bay"])[:1].tolist(), score(["bay ship"])[:1].tolist()
    assert both != turned  # the pair is another
    for name in ("word", "pair", "part", "family"):
        weights = {k: getattr(MODEL, k) for k in ("word", "pair", "part", "family", "bias")}
        less = WordModel(**weights | {name: np.zeros_like(weights[name])})
        table = number_words([fold_lines(LINES[:1])])
        families = describe_families(table)[1]
        assert less.score(table, families).tolist() != MODEL.score(table, families).tolist(), name


def test_lines_that_are_not_asked_for_do_not_change_the_others():
    asked = np.array([True, False, False, True, False])
    assert score(LINES, asked)[:, asked].tolist() == score(LINES)[:, asked].tolist()


def test_the_cache_remembers_and_keeps_apart_words_at_one_place():
    cache, asked = WordCache("i8"), []

    def tell(places):
        asked.append(len(places))
        return (keys[places].astype(np.int64) * 3,)

    # Of a million keys some share a place.
    keys = np.arange(1 << 20, dtype=np.uint64)
    for _ in range(2):
        assert np.array_equal(cache.list_known(keys, tell)[0], keys.astype(np.int64) * 3)
    assert asked[1] < asked[0] == len(keys)
    copy = pickle.loads(pickle.dumps(cache))
    assert copy.list_known(keys[:5], tell)[0].tolist() == [0, 3, 6, 9, 12]


def test_two_words_at_one_place_are_both_remembered():
    cache, asked = WordCache("i8"), []
    keys = np.random.default_rng(3).integers(0, 1 << 63, 40_000, np.uint64)

    def tell(places):
        asked.append(len(places))
        return (places,)

    for _ in range(3):
        cache.list_known(keys, tell)
    # 3,000 words are told at once with another of their place, which stays alone at first.
    assert asked[2] < 1000 < asked[1] < asked[0] == len(keys)
