"""Which lines stand under a picture, and what rules most others out before any pattern is tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.rulings.captions import AGENCIES, is_caption
from extractors.cleaning.words.facts import CREDIT
from extractors.cleaning.words.table import number_words
from extractors.tokens import fold_lines

NAMES = [name.replace("(?:-efe)?", "-EFE") for name in AGENCIES.split("|")]
BEFORE = ["Photo: ", "(", "| ", "© ", "by ", "via ", "Courtesy of ", "(Anna Novak/", "/ "]


def is_credited(line):
    return bool(number_words([fold_lines([line])]).mark_lines(CREDIT)[0])


@given(
    st.sampled_from(["A ferry leaves the harbour of Larn ", "Ein Boot ", "Катер у пирса ", ""]),
    st.sampled_from(BEFORE),
    st.sampled_from(NAMES),
    st.sampled_from([str.upper, str.title, str]),
    st.sampled_from(["", ")", " Images", ", 2021", " pool)"]),
)
def test_a_line_with_a_credit_is_one_whatever_the_agency_and_never_ruled_out_before(
    scene, before, name, write, tail
):
    line = scene + before + write(name) + tail
    sheet = read_sheet(line)
    assert is_caption(sheet, 0)
    assert is_caption(sheet, 0, is_credited(line))


@pytest.mark.parametrize(
    ("line", "told"),
    [("The mayor (left) and the captain / harbour office", True),
     ("The mayor spoke to reporters at the pier", False),
     ("Photo: Anna Novak", False),
     ("The pool was closed (again) on Friday by order of the town", False)],
)  # fmt: skip
def test_poses_are_captions_and_names_alone_are_none(line, told):
    assert is_caption(read_sheet(line), 0, is_credited(line)) is told
