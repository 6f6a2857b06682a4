"""What the words around a name say about its label."""

import pytest

from extractors.namebook.tables import load_name_tables
from extractors.names.candidates import Candidate
from extractors.names.labels import is_no_name, weigh_usage
from extractors.tagger.decode import TYPES

PLACE = TYPES.index("PLACE")
CHANCES = tuple(0.6 if t == "PLACE" else 0.1 for t in TYPES)


def weigh(text, name):
    placed, at = [], text.find(name)
    while at >= 0:
        placed.append((0, Candidate(at, at + len(name), name, "PLACE", 0.6, False, CHANCES)))
        at = text.find(name, at + 1)
    return [c.chances[PLACE] for _, c in weigh_usage([("body", text)], placed, load_name_tables())]


def test_a_word_most_often_behind_the_is_hardly_a_place_anywhere():
    assert weigh("The Ansari took it. Ansari men held it.", "Ansari") == [0.15, 0.15]


def test_once_behind_the_is_not_often():
    text = "The Ansari road, in Ansari, from Ansari."
    assert weigh(text, "Ansari") == [0.6, 0.6, 0.6]


def test_the_tables_know_places_that_have_an_article():
    assert weigh("The Caucasus and the Caucasus.", "Caucasus") == [0.6, 0.6]
    assert weigh("The Old Ansari, the Old Ansari.", "Old Ansari") == [0.6, 0.6]


@pytest.mark.parametrize("word", ["D-N.Y.", "R-Barnstable", "I-Vt", "D-New Mexico"])
def test_party_and_state_behind_a_politician_are_no_name(word):
    for text in (f"Rep. Anna Novak, {word}, said so.", f"Rep. Anna Novak ({word}) said so."):
        at = text.index(word)
        assert is_no_name(text, at, at + len(word), "PERSON")
        assert is_no_name(text, at, at + len(word), "ORG")


@pytest.mark.parametrize("word", ["Sen", "Ph.D.", "Jr.", "P.O."])
def test_titles_and_degrees_alone_are_nobody(word):
    assert is_no_name(f"{word} said", 0, len(word), "PERSON")


def test_what_looks_like_them_stays():
    assert not is_no_name("It was June 6, D-Day.", 14, 19, "MISC")
    assert not is_no_name("Seneca said so", 0, 6, "PERSON")
    assert not is_no_name("Prime costs more", 0, 5, "ORG")


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
