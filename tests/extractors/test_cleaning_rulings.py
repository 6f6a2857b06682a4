"""When a line leaves: what would be lost with it counts."""

import numpy as np
import pytest

from extractors.cleaning.appeal_words import CATEGORIES, name_appeals
from extractors.cleaning.blocks import extend_forms, name_prices
from extractors.cleaning.families import describe_families
from extractors.cleaning.kinds import KINDS
from extractors.cleaning.model import load_model
from extractors.cleaning.rulings import rule_text
from extractors.cleaning.scores import LineScores
from extractors.cleaning.sheet import read_sheet
from extractors.cleaning.verdicts import Ruling
from extractors.cleaning.word_table import number_words
from extractors.tokens import fold_lines

SENTENCE = "Boats were sent to the island of Lom instead on Friday."
PARAGRAPH = (
    "The captain told reporters that fog had come up within minutes, and that the pilot of the "
    "harbour had lost sight of the buoys, the lights and the pier that he knew so well."
)
OTHER = PARAGRAPH.replace("captain", "mayor")
BARE = "Boats and islands of the north"


def leaves(line, score, around=0.01, generic=False, dirty=True, appeal=-6.0):
    """True when `line`, between two paragraphs with the score `around`, leaves the body.

    Below them stand lines that leave for sure, or for sure not: the text looks dirty or clean.
    """
    sheet = read_sheet("\n".join([PARAGRAPH, line, OTHER, "Harbour", "Islands", "Weather"]))
    told = LineScores(
        np.array([around, score, around] + [0.99 if dirty else 0.01] * 3),
        np.array([-6.0, appeal, -6.0] + [-6.0] * 3),
        np.full(6, -1),
        np.zeros(6, np.int64),
        np.zeros(6, bool),
        np.zeros(6),
        np.array([False, generic, False] + [False] * 3),
        np.zeros(6, np.int64),
        np.ones(6, bool),
        np.zeros(6, bool),
        np.full(6, -np.inf),
    )
    return 1 in rule_text(sheet, told)


@pytest.mark.parametrize(
    ("line", "score", "gone"),
    [(BARE, 0.5, False), (BARE, 0.6, True), (SENTENCE, 0.7, False), (SENTENCE, 0.87, True),
     (PARAGRAPH.replace("captain", "pilot"), 0.82, False),
     (PARAGRAPH.replace("captain", "pilot"), 0.9, True)],
)  # fmt: skip
def test_a_paragraph_needs_more_evidence_than_a_sentence_and_that_more_than_a_bare_line(
    line, score, gone
):
    assert leaves(line, score) is gone


def test_a_text_that_looks_clean_loses_only_what_is_sure_or_speaks_like_an_appeal():
    assert leaves(BARE, 0.75)
    assert not leaves(BARE, 0.75, dirty=False)
    assert leaves(BARE, 0.95, dirty=False)
    assert leaves(BARE, 0.75, dirty=False, appeal=0.5)


def test_paragraphs_are_spared_where_most_of_the_prose_would_leave():
    def kept(*scores):
        sheet = read_sheet("\n".join([PARAGRAPH, OTHER, PARAGRAPH.replace("captain", "crew")]))
        none = np.zeros(3)
        whole = none.astype(int)
        told = LineScores(
            np.array(scores),
            none - 6,
            whole - 1,
            whole,
            whole > 0,
            none,
            whole > 0,
            whole,
            ~(whole > 0),
            whole > 0,
            none - np.inf,
        )
        return [i for i in range(3) if i not in rule_text(sheet, told)]

    assert kept(0.01, 0.01, 0.88) == [0, 1]
    assert kept(0.01, 0.88, 0.88) == [0, 1, 2]
    assert kept(0.01, 0.88, 0.95) == [0, 1]


def test_a_sentence_among_lines_that_leave_needs_more_than_a_bare_line_and_less_than_one_alone():
    assert not leaves(SENTENCE, 0.7, around=0.95)
    assert leaves(SENTENCE, 0.8, around=0.95)
    assert not leaves(SENTENCE, 0.8, around=0.1)
    assert leaves(BARE, 0.7, around=0.95)


def test_a_line_that_many_outlets_have_leaves_while_the_model_wavers():
    assert leaves(BARE, 0.4, generic=True)
    assert not leaves(BARE, 0.4)
    assert not leaves(BARE, 0.2, generic=True)


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


@pytest.mark.parametrize(
    ("size", "score", "gone"),
    [(3, 0.6, True), (4, 0.6, False), (4, 0.7, True), (8, 0.7, True), (9, 0.7, False),
     (9, 0.8, True)],
)  # fmt: skip
def test_a_list_inside_the_body_needs_more_evidence_than_a_line(size, score, gone):
    names = ["Harbour", "Island", "Ferry", "Pier", "Tug", "Buoy", "Fog", "Crew", "Hull"][:size]
    assert (1 in rule_list([PARAGRAPH, *names, OTHER], [0.01] + [score] * size + [0.01])) is gone


def test_a_list_below_the_body_needs_no_more_than_a_line():
    names = ["Harbour", "Island", "Ferry", "Pier", "Tug", "Buoy", "Fog", "Crew", "Hull"]
    assert 2 in rule_list([PARAGRAPH, OTHER, *names], [0.01, 0.01] + [0.6] * 9)


def test_a_paragraph_said_again_leaves_beside_its_first_copy_or_where_the_model_doubts():
    def gone(between, score, menu=()):
        others = [PARAGRAPH.replace("captain", name) for name in ("mayor", "crew", "cook")]
        lines = [PARAGRAPH, *others[:between], PARAGRAPH, OTHER.replace("fog", "rain"), *menu]
        scores = [0.01] * (between + 1) + [score, 0.01] + [0.99] * len(menu)
        return between + 1 in rule_list(lines, scores)

    assert gone(2, 0.05)
    assert not gone(3, 0.05)
    assert gone(3, 0.7)
    assert not gone(3, 0.6)
    assert gone(3, 0.4, menu=("Harbour", "Islands", "Weather"))


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


def rule_list(lines, scores, odds=None, donate=None, headline=None):
    """Rulings about `lines`; without `odds` none speaks like an appeal; `donate` is a button."""
    none, whole = np.zeros(len(lines)), np.zeros(len(lines), int)
    marks = whole > 0
    kinds = whole - 1
    if donate is not None:
        kinds[donate] = [kind.name for kind in KINDS].index("donate")
    sheet = read_sheet("\n".join(lines))
    appeal = np.array(odds) if odds else none - 6
    told = LineScores(
        np.array(scores), appeal, kinds, whole, ~marks, none, marks, whole, ~marks, marks,
        np.array(headline) if headline else none - np.inf,
    )  # fmt: skip
    return rule_text(sheet, told)
