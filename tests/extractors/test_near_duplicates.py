"""The verdict on pairs: copies with the edits of wire copy are accepted, templates are not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.near_duplicates import judge_pair
from extractors.pair_evidence import compare_texts, find_common_passages
from extractors.text_shapes import shape_text

REPORT = (
    "The harbour of Port Ellis was closed on Tuesday after a freighter ran aground near the "
    "eastern pier. Captain Maria Lund said the crew of 14 had been brought to safety by two tugs. "
    "Divers will inspect the hull this week, the port authority said, and no fuel has leaked so "
    "far. Ferries to the islands are diverted to Westhaven until further notice. The freighter "
    "Aurelia was on its way from Gdansk to Lisbon with a cargo of steel and timber."
)
LEAD = "Residents had warned for years that the entrance to the harbour is too narrow for ships. "
QUAKE = (
    "An earthquake of magnitude {} struck near {} on {}, the national institute said. The quake "
    "was recorded at a depth of {} kilometres, about {} kilometres from {}. There were no "
    "immediate reports of damage or casualties. Residents of {} said they felt strong shaking."
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
