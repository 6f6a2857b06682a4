"""Laws, prizes and contests are told by their last word, feasts by their first."""

import pytest

from extractors.namebook.tables import load_name_tables
from extractors.names.mending import mend_tagged
from extractors.names.works import find_work_end
from extractors.tagger.tagging import Tagged


@pytest.mark.parametrize(
    ("text", "label", "work"),
    [
        ("Mine Safety Act", "ORG", "Mine Safety Act"),
        ("Mine Safety| Act passed", "ORG", "Mine Safety Act"),
        ("Arvena| Cup", "PLACE", "Arvena Cup"),
        ("Arvena| Cups", "PLACE", None),
        ("Arvena|, Act", "PLACE", None),
        ("Denis| Law", "PERSON", None),
        ("Act", "ORG", None),
        ("Arvena Ministry", "ORG", None),
        ("Eid al-Adha", "PERSON", "Eid al-Adha"),
        ("Omar Eid", "PERSON", None),
    ],
)
def test_works(text, label, work):
    name = text.split("|")[0]
    text = text.replace("|", "")
    end = find_work_end(text, 0, len(name), label, len(text))
    assert (end and text[:end]) == work


def test_the_next_name_is_left_alone():
    assert find_work_end("Arvena Law", 0, 6, "PLACE", 9) is None


def test_an_article_that_belongs_to_a_name_stays():
    text = "The Guardian and The Arvena Post wrote it."
    names = [Tagged(4, 12, "ORG", 0.9), Tagged(17, 32, "ORG", 0.9)]
    found = mend_tagged(names, text, load_name_tables())
    assert [c.text for c in found] == ["The Guardian", "Arvena Post"]
