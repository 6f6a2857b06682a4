"""What the words around a name say about its label."""

from extractors.name_candidates import Candidate
from extractors.name_labels import weigh_usage
from extractors.name_tables import load_name_tables
from extractors.tagger_decode import TYPES

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
