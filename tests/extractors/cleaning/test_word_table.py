import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.cleaning.labels.kinds import may_stand_in_label
from extractors.cleaning.labels.lexicon import STEM_FAMILIES, WORD_FAMILIES, find_word_families
from extractors.cleaning.words import places as word_places
from extractors.cleaning.words.facts import CONTENT, CREDIT, LABEL, STORY, hash_word
from extractors.cleaning.words.numbering import number_distinct
from extractors.cleaning.words.places import count_words, find_words, hash_words, list_codes
from extractors.cleaning.words.table import number_words
from extractors.tokens import fold_lines

LINES = st.lists(st.text(alphabet="abé漢🙂𝐀 7", max_size=30), min_size=1, max_size=6)
CROWDED = st.lists(st.sampled_from([0, 1, 2, 1 << 62, (1 << 62) + 1, (1 << 64) - 1]), max_size=40)


@given(CROWDED)
def test_equal_keys_get_equal_numbers_by_first_use(keys):
    numbers, first_uses = number_distinct(np.array(keys, np.uint64))
    order = list(dict.fromkeys(keys))
    assert numbers.tolist() == [order.index(key) for key in keys]
    assert first_uses.tolist() == [keys.index(key) for key in order]


@given(st.lists(LINES, min_size=1, max_size=4))
def test_each_document_numbers_its_words_by_first_use(documents):
    folded = [fold_lines(lines) for lines in documents]
    table = number_words(folded)
    expected, base = [], 0
    for lines in folded:
        words = " ".join(lines).split()
        order = list(dict.fromkeys(words))
        expected += [base + order.index(word) for word in words]
        base += len(order)
    assert table.word.tolist() == expected
    assert table.size == base
    counts = [len(line.split()) for lines in folded for line in lines]
    assert table.counts.tolist() == counts
    assert table.line.tolist() == [i for i, count in enumerate(counts) for _ in range(count)]


@pytest.mark.parametrize("chunk", [1, 7, 1 << 15])
def test_a_word_has_one_hash_wherever_it_stands(monkeypatch, chunk):
    monkeypatch.setattr(word_places, "CHUNK_CHARS", chunk)
    codes = list_codes("ship bay ship\nbay of ships\n")
    first, behind, counts = find_words(codes)
    keys = hash_words(codes, first, behind).tolist()
    assert counts.tolist() == [3, 3]
    assert keys[0] == keys[2] and keys[1] == keys[3]
    assert len(set(keys)) == 4
    assert keys[:2] == hash_words(*_wide("ship bay\n")).tolist()


def _wide(text):
    codes = list_codes(text).astype(np.uint32)
    return codes, *find_words(codes)[:2]


def test_words_are_counted_by_line():
    assert count_words(["", " a  b ", "c"]) == [0, 2, 1]
    assert count_words([]) == []


def test_facts_of_words():
    table = number_words([["harbour 7 in"], ["harbour 9"]])
    assert table.documents.tolist() == [0, 1]
    assert table.bases.tolist() == [0, 3, 5]
    assert table.hashes[0] == table.hashes[3]
    assert table.hashes[1] != table.hashes[4]
    assert table.shape_hashes[1] == table.shape_hashes[4]  # every number alike


def test_facts_of_many_words_are_those_of_each():
    stems = [stem + "x" for stem in STEM_FAMILIES]
    words = list(dict.fromkeys([*WORD_FAMILIES, *stems, "reuters", "wharf", "a", "1", "漢", "x7"]))
    table = number_words([[" ".join(words)]])
    assert table.families.tolist() == [find_word_families(word) for word in words]
    assert table.hashes.tolist() == [hash_word(word) for word in words]
    told = {word: table.facts[k] for k, word in enumerate(words)}
    assert [bool(told[word] & LABEL) for word in words] == list(map(may_stand_in_label, words))
    assert [w for w in ("reuters", "wharf") if told[w] & CREDIT] == ["reuters"]
    assert [w for w in ("wharf", "a", "1", "漢", "x7") if told[w] & CONTENT] == ["wharf", "漢"]
    assert [w for w in ("wharf", "a", "1", "漢", "x7") if told[w] & STORY] == ["wharf", "1"]
