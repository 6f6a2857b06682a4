"""The place of a value in the line that states it."""

import pytest

from extractors.facts.places import place_value
from extractors.records import Metadatum

TEXT = "Bridge closed\nVON: ANOVAK, A. Novak, dpa\nIt rained."
LINE = (14, 40)


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ("A. Novak", (27, 35)),
        ("dpa", (37, 40)),
        ("NOVAK", LINE),  # inside a longer word only
        ("VON: ANOVAK, A. Novak, dpa", LINE),
        ("Anna Novak", LINE),  # not as it stands there
        ("rained", LINE),  # in another line
        ("", LINE),
    ],
)
def test_a_value_stands_where_its_line_has_it(value, place):
    fact = place_value(Metadatum("author", value, "line", 1, *LINE), TEXT)
    assert (fact.start, fact.end) == place
    assert TEXT[slice(*LINE)] == "VON: ANOVAK, A. Novak, dpa"


def test_a_fact_of_the_page_has_no_place():
    fact = Metadatum("author", "dpa", "meta_tag")
    assert place_value(fact, TEXT) is fact
