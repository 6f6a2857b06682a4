"""Appeals: their words, their paragraphs, their buttons and amounts."""

import numpy as np
import pytest

from extractors.cleaning.features.families import describe_families
from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.rulings.blocks import extend_forms, name_prices
from extractors.cleaning.scoring.line_model import load_model
from extractors.cleaning.verdicts import Ruling
from extractors.cleaning.words.appeals import CATEGORIES, name_appeals
from extractors.cleaning.words.table import number_words
from extractors.tokens import fold_lines
from tests.extractors.cleaning.rulings import OTHER, PARAGRAPH, rule_list


@pytest.mark.parametrize(
    ("line", "category"),
    [("Tune in to our breakfast show every weekday", "channel_plug"),
     ("Please give what you can to our newsroom", "donation_appeal"),
     ("Aidez-nous à continuer notre travail", "donation_appeal"),
     ("Get our newsletter in your inbox", "subscribe_appeal"),
     ("您可以随时更改 Cookie 设置", "cookie_notice"),
     ("The links lead to partners who pay us a commission", "advertisement")],
)  # fmt: skip
def test_appeals_are_named_by_all_their_words(line, category):
    table = number_words([fold_lines(["Harbour", line])])
    _, families = describe_families(table)
    asked, model = np.array([False, True]), load_model().appeals
    other, found = name_appeals(table, families, asked, model)
    assert (other, CATEGORIES[found]) == (-1, category)


def test_the_paragraphs_of_an_appeal_have_one_category():
    lines = [
        "Donate to our newsroom.",
        "We are proud to write for you.",
        "Please give what you can.",
    ]
    table = number_words([fold_lines(lines)])
    _, families = describe_families(table)

    def name(asked):
        found = name_appeals(table, families, np.array(asked), load_model().appeals)
        return [CATEGORIES[k] if k >= 0 else "" for k in found]

    assert name([True] * 3) == ["donation_appeal"] * 3
    assert name([False, True, False])[1] != "donation_appeal"  # by its own words


def test_the_buttons_of_an_appeal_stay_with_it_where_other_short_lines_stand_between():
    def find(between, category):
        sheet = read_sheet("\n".join([PARAGRAPH, OTHER, between, "Not today?", "Remind me later."]))
        appeal = Ruling("drop", "donation_appeal", "appeal_words", 0.9)
        named = Ruling("drop", category, "line_model", 0.9)
        return extend_forms(sheet, {1: appeal, 2: named})

    found = find("PayPal Visa", "navigation")
    assert {i: r.category for i, r in found.items()} == dict.fromkeys((2, 3, 4), "donation_appeal")
    assert set(find("More stories", "related_link")) == {3, 4}
    assert find("Comments", "comment_form")[4].category == "comment_form"
    assert not find(PARAGRAPH.replace("captain", "crew"), "related_link")


@pytest.mark.parametrize(
    ("above", "category"),
    [("Donate", "donation_appeal"), ("Linen shirt", "advertisement")],
)
def test_an_amount_alone_is_a_price_unless_a_donation_is_asked_for_near_it(above, category):
    sheet = read_sheet("\n".join([PARAGRAPH, above, "$5", "$25"]))
    rulings = {i: Ruling("drop", "donation_appeal", "donate", 0.9) for i in (2, 3)}
    if category == "donation_appeal":
        rulings[1] = rulings[2]
    rulings |= name_prices(sheet, rulings)
    assert [rulings[i].category for i in (2, 3)] == [category] * 2


@pytest.mark.parametrize(
    ("line", "odds", "appeals"),
    [("Senior writer", 1.0, False), ("Senior writer", 2.5, True), ("Senior writer!", 1.0, True),
     ("Senior writer of the north", 1.0, True)],
)  # fmt: skip
def test_a_few_words_without_a_mark_are_an_appeal_only_when_they_surely_speak_like_one(
    line, odds, appeals
):
    found = rule_list([PARAGRAPH, OTHER, line], [0.01, 0.01, 0.95], [-6.0, -6.0, odds])
    assert (found[2].rule == "appeal_words") is appeals


def test_few_lines_under_an_appeal_for_donations_are_its_buttons():
    names = ["Harbour", "Island", "Ferry", "Pier", "Tug", "Buoy"]
    found = rule_list([PARAGRAPH, OTHER, "Donate", *names], [0.01, 0.01] + [0.97] * 7, donate=2)
    assert [found[i].category for i in range(2, 9)] == ["donation_appeal"] * 5 + ["navigation"] * 2


@pytest.mark.parametrize(("appeal", "category"), [(0.1, "title"), (2.1, "donation_appeal")])
def test_a_likely_headline_must_surely_speak_like_an_appeal(appeal, category):
    lines = ["Freighter aground in the bay closes harbour", PARAGRAPH, OTHER]
    found = rule_list(lines, [0.95, 0.01, 0.01], [appeal, -6.0, -6.0], headline=[-1.0, -9.0, -9.0])
    assert found[0].category == category
