"""The ends of reports of agencies: their last sentence stays, codes of the desk leave."""

import pytest

from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.rulings.wire_ends import drop_desk_codes, is_signed, list_signed
from extractors.cleaning.verdicts import Ruling

LEAD = "The mayor of Larnstead said on Monday that the old bridge would be closed for repairs."


@pytest.mark.parametrize("codes", ["cml/ros/fg", "anv-ph/bds/lpt", "rop/ pad/ mhr/", "an/ph"])
def test_codes_of_the_desk_leave(codes):
    rulings = drop_desk_codes(read_sheet(f"{LEAD}\n\n{codes}\n"), {})
    assert {i: r.category for i, r in rulings.items()} == {1: "source_credit"}
    signed = drop_desk_codes(read_sheet(f"{LEAD}\nIt opens in May. (PAP)\n{codes}\n"), {})
    assert list(signed) == [2]
    below = drop_desk_codes(read_sheet(f"{LEAD}\n{codes}\nAll rights are reserved by us.\n"), {})
    assert list(below) == [1]


@pytest.mark.parametrize("line", ["bread/butter", "An/Ph", "2:1/3:2", "a/b", "Tarn/Larn/Holm"])
def test_other_lines_with_bars_stay(line):
    assert drop_desk_codes(read_sheet(f"{LEAD}\n\n{line}\n"), {}) == {}
    assert drop_desk_codes(read_sheet(f"Votes by ward\nan/ph\n{LEAD}\n"), {}) == {}


def test_who_signs_behind_a_sentence():
    assert is_signed("The bridge opens in May. (PAP)")
    assert is_signed("Die Brücke öffnet im Mai./an/ph/DP/zb")
    assert is_signed("„Die Brücke öffnet im Mai.“ (dpa/AFP)")
    assert not is_signed("The bridge in May. (Anna Novak)")
    assert not is_signed("The old bridge (AP)")
    assert not is_signed("The bridge and/or the ferry opens in May.")


def test_the_last_sentence_is_no_caption():
    sheet = read_sheet(f"{LEAD}\n\nThe bridge opens in May. (PAP)\n\nMore news\n")
    caption = Ruling("move", "caption", "credit_at_end", 0.85)
    link = Ruling("drop", "related_link", "line_model", 0.9)
    assert list_signed(sheet, {1: caption, 2: link}) == [1]
    assert list_signed(sheet, {1: Ruling("drop", "legal", "legal", 0.9), 2: link}) == []
    assert list_signed(sheet, {0: link, 1: caption, 2: link}) == []
    apart = read_sheet(f"{LEAD}\n\nMore news\n\nA boat on the Tarn. (AP)\n")
    assert list_signed(apart, {1: link, 2: caption}) == []
