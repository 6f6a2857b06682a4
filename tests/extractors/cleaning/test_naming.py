"""Which category a line gets for the place where it stands."""

import pytest

from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.rulings.naming import Surroundings, name_category

TITLE = "Larnstead closes its bridge"
DECK = "Traders fear for their income as the town looks for eighteen million"
BODY = "The mayor said on Monday that the bridge would be closed until the end of the summer."


def category(*lines, i, title=0, above=None):
    body = lines.index(BODY)
    around = Surroundings(title, body, body, None, above)
    return name_category(read_sheet("\n".join(lines)), i, None, 0, around)


def test_what_stands_right_below_the_headline_is_its_standfirst():
    assert category(TITLE, DECK, BODY, i=1) == "subtitle"
    assert category(TITLE, "Peter Holm", DECK + ".", BODY, i=2) == "subtitle"
    assert category(TITLE, "Peter Holm", DECK, BODY, i=2) == "related_link"  # of another article
    assert category(TITLE, DECK, BODY, i=1, above="related_link") == "related_link"
    assert category(TITLE, "Ferries go instead", BODY, i=1) == "navigation"
    assert category(TITLE, BODY, DECK, i=2) == "related_link"


@pytest.mark.parametrize("path", ["Home | World | Africa | Sport", "होम / देश / मध्य प्रदेश"])
def test_a_path_of_menus_is_navigation(path):
    assert category(path, TITLE, BODY, i=0, title=1) == "navigation"
