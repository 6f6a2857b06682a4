"""Bare labels over bullets: the parts of a page leave, the heading of a list in the body stays."""

import pytest

from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.rulings.blocks import find_section_headers
from extractors.cleaning.verdicts import Ruling

LIMIT = 0.4


@pytest.mark.parametrize(("score", "leaves"), [(0.39, False), (0.4, True)])
def test_the_model_has_a_say(score, leaves):
    found = find_section_headers(read_sheet("Facts\n- It rained.\n"), [score, 0.0], {}, LIMIT)
    assert {i: r.category for i, r in found.items()} == ({0: "section_header"} if leaves else {})


def test_only_bare_labels_over_bullets_are_headers():
    def find(text, rulings=None):
        sheet = read_sheet(text)
        return find_section_headers(sheet, [0.9] * len(sheet.texts), rulings or {}, LIMIT)

    assert list(find("Lead\nWhat we know\nFacts\n• It rained.\n")) == [2]
    assert find("Facts.\n• It rained.\n") == {}
    assert find("• Facts\n• It rained.\n") == {}
    assert find("Facts\nIt rained.\n") == {}
    assert find("Facts\n• It rained.\n", {0: Ruling("drop", "legal", "legal", 0.9)}) == {}
