"""Word hashes and fingerprints: what is the same text, and what must not depend on the place."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extractors.copies.fingerprints import (
    fingerprint,
    fingerprint_row,
    fingerprint_rows,
    sample_hashes,
    sketch_hashes,
    text_digest,
)
from extractors.versions import FINGERPRINT_VERSION
from extractors.words import hashes as word_hashes
from extractors.words.hashes import hash_stems, hash_words

TALKS = "The talks in Vienna ended on Friday without a deal, officials said."


def test_case_punctuation_and_accents_do_not_count():
    assert text_digest("“Café” talks: it’s over") == text_digest("cafe TALKS it's over!")
    assert text_digest("talks are over") != text_digest("over are talks")


def test_one_hash_for_every_trigram():
    assert fingerprint("one two three four").size == 2
    assert fingerprint("one two three one two three").size == 3
    assert fingerprint("one two").size == fingerprint("one").size == 1
    assert fingerprint("").size == fingerprint(" … – ").size == 0


def test_scripts_without_spaces_have_words():
    assert len(hash_words("北京时间")) == 4
    assert len(hash_words("北京 news 时")) == 4
    assert len(hash_words("مباحثات السلام في فيينا")) == 4


def test_hashes_never_change_within_a_version():
    assert FINGERPRINT_VERSION == "words2-trigrams1"
    assert text_digest(TALKS) == "ceab408a6e061576cc84f2e19f2266ef"
    assert int(fingerprint(TALKS)[0]) == 263_163_898_329_339_987


@given(st.text(), st.text())
def test_digest_is_that_of_the_words(first, second):
    assert text_digest(f"{first} {second}") == text_digest(f"{first}\n\n{second}")


@given(st.text(max_size=200))
def test_any_text_has_sorted_unique_hashes(text):
    hashes = fingerprint(text)
    assert hashes.dtype == np.uint64
    assert (np.diff(hashes) > 0).all() if hashes.size > 1 else True
    assert len(hash_stems(text, 6)) == len(hash_words(text))


def test_long_texts_are_cut_between_words(monkeypatch):
    text = "alpha beta gamma delta " * 40
    whole = hash_words(text)
    monkeypatch.setattr(word_hashes, "SLICE_CHARS", 64)
    monkeypatch.setattr(word_hashes, "CUT_CHARS", 32)
    assert (hash_words(text).hashes == whole.hashes).all()
    assert (hash_words(text).starts == whole.starts).all()


def test_stems_are_word_beginnings():
    stems = hash_stems("Russian Russians russia Russ", 6)
    assert stems[0] == stems[1] == stems[2] != stems[3]


def test_short_texts_are_sampled_whole_and_long_ones_in_part():
    short = fingerprint(" ".join(f"w{number}" for number in range(60)))
    long = fingerprint(" ".join(f"w{number}" for number in range(4000)))
    assert sample_hashes(short).size == 58
    assert 350 < sample_hashes(long).size < 650
    assert (sample_hashes(long) % np.uint64(8) == 0).all()


def test_sketch_agrees_for_equal_sets():
    assert (sketch_hashes(fingerprint(TALKS)) == sketch_hashes(fingerprint(TALKS))).all()
    assert sketch_hashes(fingerprint("")).size == 0


@given(st.lists(st.text(max_size=60) | st.sampled_from([TALKS, "北京时间", "Zürich " * 3])))
def test_rows_in_bulk_are_those_of_each_text_alone(texts):
    ids = [str(number) for number in range(len(texts))]
    for key, text, row in zip(ids, texts, fingerprint_rows(ids, texts), strict=True):
        hashes = fingerprint(text)
        assert row["article_id"] == key
        assert (row["text_digest"], row["shingle_count"]) == (text_digest(text), hashes.size)
        assert row["word_count"] == len(hash_words(text))
        assert row["sample"].tolist() == sample_hashes(hashes).tolist()
        assert row["sketch"].tolist() == sketch_hashes(hashes).tolist()


def test_bulk_is_cut_into_batches(monkeypatch):
    texts = [f"{TALKS} {number}" for number in range(9)]
    whole = [row["text_digest"] for row in fingerprint_rows(texts, texts)]
    monkeypatch.setattr("extractors.copies.fingerprints._BATCH_CHARS", 100)
    assert [row["text_digest"] for row in fingerprint_rows(texts, texts)] == whole


def test_row_names_a_text_only_when_it_has_three_words():
    row = fingerprint_row("a", TALKS)
    assert row["text_key"] == int(text_digest(TALKS)[:16], 16)
    assert (row["word_count"], row["shingle_count"]) == (12, 10)
    assert fingerprint_row("b", "two words")["text_key"] is None
    assert fingerprint_row("c", TALKS)["text_key"] == row["text_key"]
