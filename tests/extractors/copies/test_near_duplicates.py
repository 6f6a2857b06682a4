"""The verdict on pairs: copies with the edits of wire copy are accepted, templates are not."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.copies.fact_changes import NO_CHANGES
from extractors.copies.near_duplicates import PairParameters, judge_pair
from extractors.copies.pair_evidence import compare_texts, find_common_passages
from extractors.copies.text_shapes import shape_text
from extractors.copies.topic_words import UNRELATED
from tests.extractors.copies.near_texts import FURNITURE, PLAY, QUAKE, REPORT

LEAD = "Residents had warned for years that the entrance to the harbour is too narrow for ships. "

SEQUEL = (
    "The port authority asked the owners of the Aurelia for the cost of the tugs. Divers found no "
    "hole in the hull of the freighter, captain Lund said in Westhaven, and the steel will be "
    "brought to Lisbon by another ship. The pier in Port Ellis is closed until the end of the week."
)


def judge(first: str, second: str) -> str | None:
    return judge_pair(compare_texts(shape_text(first), shape_text(second)))


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (REPORT.replace("said", "told reporters"), "revision"),
        (REPORT.replace("crew of 14", "crew of 15"), "revision"),
        (" ".join(REPORT.split()[:45]), "truncation"),
        (" ".join(REPORT.split()[25:60]), "containment"),
        (
            LEAD
            + LEAD.lower()
            + " ".join(REPORT.split()[:50])
            + " The rest is silence and sorrow, "
            "wrote the editor of a local paper in a comment that nobody had asked for.",
            "partial",
        ),
    ],
)
def test_edited_copies_are_the_same_text(other, kind):
    assert judge(REPORT, other) == kind


def test_template_stories_are_not_copies():
    first = QUAKE.format("5.1", "Arica", "Monday", "40", "12", "Tacna", "Putre")
    second = QUAKE.format("4.7", "Hilo", "Sunday", "9", "31", "Kona", "Volcano")
    evidence = compare_texts(shape_text(first), shape_text(second))
    assert evidence.jaccard > 0.3
    assert evidence.conflicting_slots >= 4
    assert judge(first, second) is None


def test_templates_in_which_all_nouns_have_capitals_are_not_copies():
    weather = (
        "Das Wetter in {} und Umgebung: Am {} ist mit Sonnenschein zu rechnen. Die Temperaturen "
        "liegen zwischen {} und {} Grad. Der Wind weht mit {} Kilometern pro Stunde aus "
        "Südwest. Die Regenwahrscheinlichkeit beträgt {} Prozent. In der Nacht sinken die Werte "
        "auf {} Grad. In den kommenden Tagen bleibt es wechselhaft, in {} sind Böen bis {} "
        "Kilometer pro Stunde möglich. Die Sonne geht um {} Uhr auf."
    )
    first = weather.format("Kirchbach", "Montag", 4, 17, 20, 30, 4, "Neuhausen", 80, "6.31")
    second = weather.format("Altdorf", "Dienstag", 4, 21, 35, 10, 7, "Neuhausen", 95, "6.33")
    evidence = compare_texts(shape_text(first), shape_text(second))
    assert evidence.conflict_share <= PairParameters().max_conflict_share
    assert evidence.facts.changed == 8
    assert evidence.facts.kept == pytest.approx(6.2)
    assert judge_pair(evidence) is None
    assert judge_pair(replace(evidence, facts=NO_CHANGES)) == "partial"


def test_capitals_at_the_start_of_sentences_are_no_facts():
    draw = (
        "The six numbers of the draw on {} night stood on no ticket. The numbers were {} and the "
        "bonus ball was {}. They are checked by hand. In all {} players with five numbers will "
        "share {} pounds. And the prize of next week is said to be {} million pounds. It can be "
        "won until the evening of the draw. This is for adults alone. But we wish all good luck."
    )
    first = draw.format("Monday", "4, 9, 17, 23, 31, 40", "12", "52", "1700", "6")
    second = draw.format("Friday", "3, 11, 18, 24, 35, 47", "29", "18", "4300", "11")
    evidence = compare_texts(shape_text(first), shape_text(second))
    assert max(evidence.containment_a, evidence.containment_b) > 0.5
    assert evidence.agreeing_slots <= 2 < evidence.conflicting_slots == 6
    assert judge(first, second) is None


def test_misread_and_respelt_names_are_no_other_facts():
    names = ("Ellis", "Lund", "Westhaven", "Aurelia", "Gdansk", "Lisbon")
    misread, other = REPORT, REPORT
    for name in names:
        misread = misread.replace(name, name[:2] + "c" + name[3:])
        other = other.replace(name, "M" + name[::-1].lower())
    assert judge(REPORT, misread) == "partial"
    assert judge(REPORT, other) is None
    renumbered = compare_texts(shape_text(REPORT), shape_text(REPORT.replace("14", "19")))
    assert renumbered.conflicting_slots == 1


def test_what_stands_around_articles_makes_them_no_copies():
    told = [shape_text(f"{article} {FURNITURE}") for article in (REPORT, PLAY)]
    evidence = compare_texts(*told)
    assert evidence.rare_containment_a > 0.35
    assert evidence.topic_similarity < UNRELATED
    assert judge_pair(evidence) is None


def test_half_a_report_between_other_words_is_the_same_text():
    words = REPORT.split()
    whole = f"{REPORT} {SEQUEL}"
    half = f"{FURNITURE} {' '.join(words[:60])}"
    evidence = compare_texts(shape_text(whole), shape_text(half))
    assert 0.8 > evidence.containment_a > 0.35
    assert 1 > evidence.topic_similarity > 2 * UNRELATED
    assert judge(whole, half) == "partial"


def test_texts_in_capitals_are_compared():
    assert judge(REPORT.upper(), REPORT) == "revision"


def test_unrelated_texts_are_not_the_same():
    assert judge(REPORT, LEAD * 4) is None
    assert judge(REPORT, "") is None
    assert judge("", "") is None


def test_common_passages_do_not_count():
    footer = " ".join(f"footer{number}" for number in range(200))
    first = shape_text("First story about apples. " * 3 + footer)
    second = shape_text("Second tale of pears and plums. " * 3 + footer)
    assert judge_pair(compare_texts(first, second)) is not None
    grams = np.unique(first.grams)
    common = grams[np.isin(grams, second.grams) & (grams % np.uint64(8) == 0)]
    known = np.sort(common >> np.uint64(32))
    evidence = compare_texts(first, second, known)
    assert evidence.containment_a > 0.85 > evidence.rare_containment_a
    assert find_common_passages(first.grams, known).sum() > 180


@given(st.text(max_size=80), st.text(max_size=80))
def test_evidence_is_symmetric_and_within_bounds(first, second):
    forth = compare_texts(shape_text(first), shape_text(second))
    back = compare_texts(shape_text(second), shape_text(first))
    assert (forth.containment_a, forth.containment_b) == (back.containment_b, back.containment_a)
    assert forth.jaccard == back.jaccard
    assert (forth.agreeing_slots, forth.conflicting_slots) == (
        back.agreeing_slots,
        back.conflicting_slots,
    )
    assert 0 <= forth.jaccard <= min(forth.containment_a, forth.containment_b) + 1e-9 <= 1 + 1e-9
    assert judge_pair(forth) == judge_pair(back)
