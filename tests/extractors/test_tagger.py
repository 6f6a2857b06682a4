"""The neural tagger's own steps, with scorers written by hand in place of the model."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import tagger_words
from extractors.mentions import find_article_mentions
from extractors.name_candidates import Candidate
from extractors.name_labels import is_no_name
from extractors.name_mending import mend_span, mend_tagged, widen_span
from extractors.name_merge import merge_evidence
from extractors.name_tables import load_name_tables
from extractors.tagger import Tagged, TaggerParameters, tag_texts
from extractors.tagger_decode import (
    LABELS,
    TYPES,
    find_best_tags,
    normalise_scores,
    read_spans,
    search_best_tags,
)
from extractors.tagger_marks import MARKS, mark_words
from extractors.tagger_windows import BATCH_COST, Window, make_batches
from extractors.tagger_words import Vocabulary, cut_pieces, shape_of

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


@pytest.mark.parametrize(
    ("text", "inside", "label", "mended"),
    [
        ("President Ama Ra", "President Ama Ra", "PERSON", "Ama Ra"),
        ("the Ba Bank and", "the Ba Bank and", "ORG", "Ba Bank"),
        ("in the U.S. today", "U.S", "PLACE", "U.S."),
        ("Ba's", "Ba's", "ORG", "Ba"),
        (", Ama,", ", Ama,", "PERSON", "Ama"),
        ("GBTO alliance", "GBTO alliance", "ORG", "GBTO"),
        ("Ama Ki-moon", "Ama Ki-moon", "PERSON", "Ama Ki-moon"),
        ("Vostan-dominated Ba Bank", "Vostan-dominated Ba Bank", "ORG", "Ba Bank"),
        ("Vostan-led talks", "Vostan-led", "PLACE", "Vostan"),
    ],
)
def test_edges_are_mended(text, inside, label, mended):
    at = text.index(inside)
    start, end = mend_span(text, at, at + len(inside), label)
    assert text[start:end] == mended


def candidate(start, text, label, score):
    return Candidate(start, start + len(text), text, label, score, False)


def test_longer_names_of_the_rules_hold_shorter_ones():
    tagged = [
        (0, candidate(0, "Kenyan", "NORP", 0.9)),
        (0, candidate(7, "Foreign Ministry", "ORG", 0.9)),
        (0, candidate(40, "Zangor", "PLACE", 0.9)),
        (0, candidate(60, "Vostan", "PLACE", 0.9)),
        (0, candidate(80, "Zangor", "MISC", 0.4)),
    ]
    ruled = [
        (0, candidate(80, "Zangor-Vostan", "PLACE", 0.7)),
        (0, candidate(0, "Kenyan Foreign Ministry", "ORG", 0.8)),
        (0, candidate(40, "Zangor corridor", "PLACE", 0.8)),
        (0, candidate(60, "Vostan River", "PLACE", 0.8)),
    ]
    merged = merge_evidence(tagged, ruled, load_name_tables())
    assert [c.text for _, c in merged] == [
        "Kenyan Foreign Ministry", "Zangor corridor", "Vostan", "Zangor-Vostan"
    ]  # fmt: skip


def test_one_label_for_one_spelling_and_echoes():
    tables = load_name_tables()
    tagged = [
        (0, candidate(0, "Zangor", "PLACE", 0.9)),
        (0, candidate(20, "Zangor", "ORG", 0.5)),
        (0, candidate(40, "Ama Diallo", "PERSON", 0.9)),
    ]
    ruled = [
        (0, candidate(60, "Zangor", "MISC", 0.4)),
        (1, candidate(0, "Diallo", "MISC", 0.4)),
        (1, candidate(20, "Kenya", "PLACE", 0.95)),
        (1, candidate(30, "Vostan", "MISC", 0.4)),
    ]
    merged = [(n, c.text, c.label) for n, c in merge_evidence(tagged, ruled, tables)]
    assert merged == [
        (0, "Zangor", "PLACE"), (0, "Zangor", "PLACE"), (0, "Ama Diallo", "PERSON"),
        (0, "Zangor", "PLACE"), (1, "Diallo", "PERSON"), (1, "Kenya", "PLACE"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "inside", "label", "widened"),
    [
        ("said Ra Ama-tin today", "Ra Ama", "PERSON", "Ra Ama-tin"),
        ("by KP Amasena, who", "Amasena", "PERSON", "KP Amasena"),
        ("by A. B. Amasena, who", "Amasena", "PERSON", "A. B. Amasena"),
        ("Covid-19 came", "Covid", "MISC", "Covid-19"),
        ("the Ama-led group", "Ama", "PERSON", "Ama"),
        ("the Ama-supported group", "Ama", "PERSON", "Ama"),
        ("the US Amasena", "Amasena", "PERSON", "Amasena"),
        ("the Zangor-Vostan line", "Zangor", "PLACE", "Zangor"),
    ],
)
def test_names_go_on_behind_hyphens_and_before_them_stand_initials(text, inside, label, widened):
    at = text.index(inside)
    start, end = widen_span(text, at, at + len(inside), label, (0, len(text)))
    assert text[start:end] == widened


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Ama Ra-Ama Tin", [(0, 6, "PERSON"), (7, 14, "PERSON")]),
        ("Ama Ra-tin", [(0, 6, "PERSON"), (9, 10, "PLACE")]),
        ("Ra-A. B. Tin", [(0, 8, "ORG"), (9, 12, "PERSON")]),
        ("U.S.Ama", [(0, 3, "PLACE"), (3, 7, "PERSON")]),
    ],
)
def test_no_name_is_mended_into_its_neighbour(text, spans):
    found = mend_tagged([Tagged(*span, 0.9) for span in spans], text, load_name_tables())
    assert [(c.start, c.end, c.label) for c in found] == spans


@pytest.mark.parametrize(
    ("text", "spans", "names"),
    [
        ("by KP Tin", [(3, 5, "PERSON"), (6, 9, "PERSON")], ["KP Tin"]),
        ("by A. B. Tin", [(3, 8, "PERSON"), (9, 12, "PERSON")], ["A. B. Tin"]),
        ("in UK Tin", [(3, 5, "PERSON"), (6, 9, "PERSON")], ["UK", "Tin"]),
        ("by KP Tin", [(3, 5, "ORG"), (6, 9, "PERSON")], ["KP", "Tin"]),
        ("by Ra Tin", [(3, 5, "PERSON"), (6, 9, "PERSON")], ["Ra", "Tin"]),
        ("by Ra “Big” Tin", [(3, 5, "PERSON"), (12, 15, "PERSON")], ["Ra “Big” Tin"]),
        ("Ra, Tin", [(0, 2, "PERSON"), (4, 7, "PERSON")], ["Ra", "Tin"]),
        ("Ra “Big” Ama Tin", [(0, 2, "PERSON"), (9, 16, "PERSON")], ["Ra", "Ama Tin"]),
        ("Ra bin Tin Ama", [(0, 6, "PERSON"), (7, 14, "PERSON")], ["Ra bin Tin Ama"]),
        ("Ra bin Tin Ama", [(0, 6, "ORG"), (7, 14, "PERSON")], ["Ra", "Tin Ama"]),
    ],
)
def test_parts_of_one_person_are_joined(text, spans, names):
    found = mend_tagged([Tagged(*span, 0.9) for span in spans], text, load_name_tables())
    assert [c.text for c in found] == names


@pytest.mark.parametrize(
    ("name", "label", "mended"),
    [
        ("NGO Zangor Watch", "ORG", "Zangor Watch"),
        ("UN Special Rapporteur", "ORG", "UN"),
        ("Zangor Bank Board Members", "ORG", "Zangor Bank"),
        ("Zangor House Senior Adviser", "ORG", "Zangor House"),
        ("Office of the Commissioner for Zangor Ambassador", "ORG", None),
        ("Board of Zangor Director", "ORG", None),
        ("Ambassador", "ORG", None),
        ("Zangor Ambassador", "PLACE", None),
        ("MLA Ama Tin", "PERSON", "Ama Tin"),
    ],
)
def test_offices_and_kinds_are_no_part_of_a_name(name, label, mended):
    start, end = mend_span(name, 0, len(name), label)
    assert name[start:end] == (mended or name)


@pytest.mark.parametrize(
    ("text", "inside", "label", "none"),
    [
        ("the Labour Minister left", "Labour", "ORG", True),
        ("the Labour party left", "Labour", "ORG", False),
        ("Minister of Higher Education and Research, Ama", "Research", "ORG", True),
        ("Ministry of Higher Education and Research", "Research", "ORG", False),
        ("some US$10 million", "US", "PLACE", True),
        ("a million U.S. dollars", "U.S.", "PLACE", True),
        ("the U.S. economy", "U.S.", "PLACE", False),
        ("said We will", "We", "ORG", True),
        ("a rise of FDI in May", "FDI", "ORG", True),
        ("a rise of BP in May", "BP", "ORG", False),
    ],
)
def test_capitals_for_other_reasons(text, inside, label, none):
    at = text.index(inside)
    assert is_no_name(text, at, at + len(inside), label) is none


def test_parts_of_hyphenated_places_are_places():
    tagged = [
        (0, candidate(0, "Zangor-Vostan", "PLACE", 0.9)),
        (0, candidate(30, "Vostan", "PERSON", 0.8)),
        (0, candidate(40, "Zangor", "ORG", 0.8)),
    ]
    merged = [(c.text, c.label) for _, c in merge_evidence(tagged, [], load_name_tables())]
    assert merged == [("Zangor-Vostan", "PLACE"), ("Vostan", "PLACE"), ("Zangor", "ORG")]


def test_one_word_behind_the_is_hardly_an_unknown_place():
    chances = tuple({"PLACE": 0.6, "ORG": 0.3}.get(t, 0.01) for t in TYPES)
    text = "the Zangor and Zangor of the Hague"
    names = [Tagged(4, 10, "PLACE", 0.6, chances), Tagged(15, 21, "PLACE", 0.6, chances),
             Tagged(29, 34, "PLACE", 0.6, chances)]  # fmt: skip
    found = mend_tagged(names, text, load_name_tables())
    assert [c.label for c in found] == ["ORG", "PLACE", "PLACE"]


def test_one_word_behind_the_is_no_person():
    chances = tuple({"PERSON": 0.6, "ORG": 0.3}.get(t, 0.01) for t in TYPES)
    text = "the Zangor and Zangor"
    names = [Tagged(4, 10, "PERSON", 0.6, chances), Tagged(15, 21, "PERSON", 0.6, chances)]
    found = mend_tagged(names, text, load_name_tables())
    assert [c.label for c in found] == ["ORG", "PERSON"]


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
