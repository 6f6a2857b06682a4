"""Names of outlets behind titles leave, other tails stay."""

import pytest

from extractors.outlets.title_tails import drop_outlet
from tests.extractors.facts.test_metadata import facts


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Bridge closed - The Larn Courier", "Larn Courier"),
        ("Bridge closed | larncourier.example", "https://www.larncourier.example/a/1"),
        ("Bridge closed – Larn Courier", "https://larncourier.example/a/1"),
        ("Bridge closed · ВЕСТИ", "Вести"),
    ],
)
def test_the_outlet_behind_a_title_leaves(title, outlet):
    assert drop_outlet(title, [outlet]) == "Bridge closed"


@pytest.mark.parametrize(
    "title",
    [
        "Larn - Harbour",
        "Storm-hit bridge",
        "Bridge closed -Larn Courier",
        "- Larn Courier",
        "A | B",
    ],
)
def test_other_tails_stay(title):
    assert drop_outlet(title, ["Larn Courier", "https://co.uk/a", "https://[/"]) == title


def test_a_title_is_chosen_without_its_tail_also_where_the_cleaner_took_it_whole():
    rows = [("title", "Bridge closed | Courier", "meta_tag"), ("outlet", "Courier", "meta_tag")]
    assert facts(*rows, title="Bridge closed | Courier").title == "Bridge closed"
    assert facts(*rows).metadata[0].value == "Bridge closed | Courier"
