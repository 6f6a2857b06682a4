"""Places that stand for who governs there, and those that are only places."""

import pytest

from extractors.names.metonyms import Metonym, find_metonyms
from extractors.records import Mention


def found(text, name, label="PLACE"):
    start = text.index(name)
    mention = Mention(start, start + len(name), label, name)
    return [(m.stands_for, m.cue) for m in find_metonyms([("body", text)], [mention])]


@pytest.mark.parametrize(
    ("text", "name", "stands_for", "cue"),
    [
        ("Yerevan said it would wait.", "Yerevan", "government of Armenia", "said"),
        ("Nairobi has repeatedly denied it.", "Nairobi", "government of Kenya", "denied"),
        ("He accused Ghana of silence.", "Ghana", "government of Ghana", "accused"),
        ("Lima and Quito agreed on Friday.", "Lima", "government of Peru", "agreed"),
        ("the Kremlin rejected it", "Kremlin", "government of Russia", "rejected"),
        ("according to the White House", "White House", "government of the United States",
         "according to"),
        ("It was ratified after Brussels warned.", "Brussels", "European Union", "warned"),
    ],
)  # fmt: skip
def test_governments(text, name, stands_for, cue):
    assert found(text, name) == [(stands_for, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "People in Yerevan said so.",
        "The mayor of Yerevan said so.",
        "Yerevan lies on a river.",
        "He left for Yerevan, said a friend.",
        "Yerevan saidism is no word.",
    ],
)
def test_places_that_are_only_places(text):
    assert found(text, "Yerevan") == []


def test_persons_and_unknown_places_stand_for_nothing():
    assert found("Paris said she was tired.", "Paris", "PERSON") == []
    assert found("Larnstead said no.", "Larnstead") == []


def test_a_metonym_keeps_the_place_of_its_mention():
    mention = Mention(0, 5, "PLACE", "Accra", field="title")
    metonyms = find_metonyms([("title", "Accra wants talks")], [mention])
    assert metonyms == (Metonym("title", 0, 5, "wants", "government of Ghana", "GH"),)
