"""The neural tagger's own steps, with scorers written by hand in place of the model."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.names.mentions import find_article_mentions
from extractors.tagger import words as tagger_words
from extractors.tagger.decode import (
    LABELS,
    find_best_tags,
    normalise_scores,
    read_spans,
    search_best_tags,
)
from extractors.tagger.marks import MARKS, mark_words
from extractors.tagger.tagging import TaggerParameters, tag_texts
from extractors.tagger.windows import BATCH_COST, Window, make_batches
from extractors.tagger.words import Vocabulary, cut_pieces, shape_of

PERSON = LABELS.index("B-PERSON")
TITLE_SHAPE = 2


@pytest.fixture(autouse=True)
def small_vocabulary(monkeypatch):
    letters = "abcdefghijklmnopqrstuvwxyz"
    pieces = ["[PAD]", *letters, *("##" + c for c in letters), "ama", "##ra", "."]
    small = Vocabulary({piece: n for n, piece in enumerate(pieces)})
    monkeypatch.setattr(tagger_words, "load_vocabulary", lambda: small)
    return small


def capitals_are_persons(ids, shapes, marks, mask):
    """Scores that call every word with a capital a person, the second of two in a row inside."""
    scores = np.zeros((*ids.shape, len(LABELS)), dtype=np.float32)
    scores[..., 0] = 1.0
    for text, row in enumerate(shapes):
        for at, shape in enumerate(row):
            if shape == TITLE_SHAPE:
                inside = at > 0 and row[at - 1] == TITLE_SHAPE
                scores[text, at, PERSON + inside] = 9.0
    return scores


def test_longest_pieces_first(small_vocabulary):
    ids = small_vocabulary.ids
    assert cut_pieces("Amara", small_vocabulary) == (ids["ama"], ids["##ra"])
    assert cut_pieces("Amarà", small_vocabulary) == (ids["ama"], ids["##ra"])
    assert cut_pieces("東京", small_vocabulary) == (tagger_words.UNKNOWN,)


def test_odd_words_cost_few_pieces(small_vocabulary):
    pieces = cut_pieces("ama" + "xqzb" * 20, small_vocabulary)
    assert len(pieces) == tagger_words.MOST_PIECES
    assert pieces[0] == small_vocabulary.ids["ama"]
    assert cut_pieces("a" * 101, small_vocabulary) == (tagger_words.UNKNOWN,)


@pytest.mark.parametrize(
    ("word", "shape"),
    [("war", 1), ("War", 2), ("WAR", 3), ("W", 4), ("McWar", 5), ("iWar", 6), ("12", 7), (".", 8),
     ("東", 9)],
)  # fmt: skip
def test_shapes(word, shape):
    assert shape_of(word) == shape


def test_marks_of_the_tables():
    marks = mark_words(["South", "Korean", "troops", "left", "Kenya", "."])
    people, country = (1 + 2 * MARKS.index(kind) for kind in ("people", "country"))
    assert marks == [people, people + 1, 0, 0, country, 0]


def test_no_inside_without_a_beginning():
    logp = np.full((1, 3, len(LABELS)), -5.0, dtype=np.float32)
    logp[0, :, LABELS.index("I-ORG")] = 0.0
    tags = find_best_tags(logp)[0].tolist()
    assert read_spans(tags) == [(0, 3, "ORG")]
    assert tags[0] != LABELS.index("I-ORG")


@pytest.mark.parametrize("words", [1, 2, 30])
def test_texts_that_need_no_search_get_the_tags_that_a_search_finds(words):
    drawn = np.random.default_rng(words).normal(size=(200, words, len(LABELS)))
    drawn[:150, :, LABELS.index("O")] += 4  # as in news: in most texts nothing is barred
    logp = normalise_scores(drawn.astype(np.float32))
    assert (find_best_tags(logp) == search_best_tags(logp)).all()


def test_scores_become_probabilities():
    logp = normalise_scores(np.array([[1000.0, 1000.0]]))
    assert np.exp(logp).tolist() == [[0.5, 0.5]]


def test_names_get_their_offsets_across_windows():
    text = "Ama Ra came. " * 40 + "\nBa Ba"
    names = tag_texts([text, "", "Ba"], capitals_are_persons, TaggerParameters(longest=12))
    assert [len(found) for found in names] == [41, 0, 1]
    assert {text[n.start : n.end] for n in names[0]} == {"Ama Ra", "Ba Ba"}


def test_batches_change_nothing():
    texts = ["Ama went. Ba Ba ran.\nCa", "x" * 500, "Da. " * 90]
    one = tag_texts(texts, capitals_are_persons, TaggerParameters(longest=20, batch_pieces=1))
    many = tag_texts(texts, capitals_are_persons, TaggerParameters(longest=20, batch_pieces=999))
    assert one == many


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_offsets_with_any_text(text):
    end = 0
    for mention in find_article_mentions([("body", text)], "en", capitals_are_persons):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        end = mention.end


def cost(batches):
    return sum(max(w.length for w in b) * len(b) + BATCH_COST for b in batches)


@given(st.lists(st.integers(3, 40), max_size=7), st.integers(1, 120))
def test_no_other_batches_of_like_windows_cost_less(lengths, pieces):
    windows = [Window(n, [], length) for n, length in enumerate(lengths)]
    batches = make_batches(windows, pieces)
    ordered = sorted(windows, key=lambda w: w.length)
    assert [w for batch in batches for w in batch] == ordered
    assert all(len(b) == 1 or max(w.length for w in b) * len(b) <= pieces for b in batches)
    for ends in product([False, True], repeat=max(0, len(ordered) - 1)):
        cuts = [0, *(n for n, is_end in enumerate(ends, 1) if is_end), len(ordered)]
        other = [ordered[a:b] for a, b in pairwise(cuts) if a < b]
        if all(len(b) == 1 or b[-1].length * len(b) <= pieces for b in other):
            assert cost(batches) <= cost(other)
