"""What the model is told about each line."""

from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.cleaning.features import normal_lines
from extractors.cleaning.features.describe import describe_sheets
from extractors.cleaning.features.layout import lay_out
from extractors.cleaning.features.normal_lines import normalise_line, normalise_lines
from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.features.titles import guess_title, score_titles
from extractors.cleaning.labels.lexicon import family_bits, find_families
from extractors.cleaning.scoring.line_model import load_model
from extractors.cleaning.scoring.scores import score_sheets
from extractors.cleaning.words.table import number_words
from extractors.tokens import list_tokens

PIECES = st.sampled_from(
    ["A freighter ran aground on Tuesday, the port authority said.", "Share", "", "漢字の見出し",
     "By Anna Novak", "12:30", "مرحبا", "🙂🙂", "\x00", "(", "- item of a list", "Read more:"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=20).map("\n".join)))
def test_every_line_has_finite_numbers_and_a_probability(text):
    sheet = read_sheet(text)
    scores = score_sheets([sheet], load_model())[0].leaving
    assert len(scores) == len(sheet.texts)
    assert np.all((scores >= 0) & (scores <= 1))
    if sheet.texts:
        told = describe_sheets([sheet], load_model().appeals)
        assert told.features.shape == (len(sheet.texts), len(told.names))
        assert np.isfinite(told.features).all()


def test_columns_are_those_of_the_model():
    told = describe_sheets([read_sheet("One line of text.")], load_model().appeals)
    assert told.names == load_model().first.names


def column(text, name):
    return describe_sheets([read_sheet(text)], load_model().appeals)[name].tolist()


def test_shape_columns():
    text = "Ab 12!\n\n\n(cd)"
    assert column(text, "upper_share") == [0.5, 0.0]
    assert column(text, "ends_question") == [1.0, 0.0]
    assert column(text, "ends_bracket") == [0.0, 1.0]
    assert column(text, "gap_before") == [0.0, 2.0]
    assert column("at 12:30\n1: 2", "clock") == [1.0, 0.0]


def test_repeats_are_seen_in_both_directions():
    text = "one two three four five\nsix\nzero one two three four"
    assert column(text, "run_behind") == [0.5, 0.0, 0.0]
    assert column(text, "run_before") == [0.0, 0.0, 0.5]
    assert column("a b\na c\na b", "is_copy") == [0.0, 0.0, 1.0]


def test_families_are_words_not_parts_of_words():
    money, ask, we = map(family_bits, ("money", "ask", "we"))
    assert find_families(["donations"]) & money
    assert not find_families(["madonnas"]) & money
    assert find_families(["sign", "up"]) & ask
    assert not find_families(["sign", "here", "up"]) & ask
    assert not find_families(["us", "troops"]) & we


def test_pairs_of_words_stand_in_one_line():
    assert column("sign up here\nsign\nup", "says_ask") == [1.0, 0.0, 0.0]


def score_first_lines(*sheets):
    """What the first lines of each sheet have for them to be the headline."""
    layout = lay_out([len(sheet.texts) for sheet in sheets])
    return score_titles(layout, number_words([sheet.folded for sheet in sheets]), list(sheets))


def test_the_first_guess_at_a_title_is_not_a_line_that_leaves():
    lead = "The harbour was closed on Tuesday after a freighter ran aground in the bay of Lom."
    sheet = read_sheet(f"Freighter aground in the bay\nHarbour of Lom closed on Tuesday\n{lead}")
    [titles] = score_first_lines(sheet)
    assert guess_title(titles, set()) == 0
    assert guess_title(titles, {0}) == 1


def test_a_headline_is_scored_by_the_story_words_that_its_prose_tells():
    lead = "The harbour was closed on Tuesday after a freighter ran aground in the bay of Lom."
    sheets = [read_sheet(f"Harbour of Lom closed today\n{text}") for text in (lead, lead.upper())]
    sheets.append(read_sheet("Harbour closed\nHarbour of Lom\nFerries"))
    expected = [[(0, 2 / 4 + 0.08 * 5)], [(0, 2 / 4 + 0.08 * 5)], [(0, 0.16), (1, 0.24)]]
    assert [list(map(pytest.approx, own)) for own in expected] == score_first_lines(*sheets)


def test_lines_are_normalised_and_parted_into_words():
    assert normalise_line(" a\u00a0\u200bb\tc\x00 ") == "a b c"
    assert list_tokens("Don't 漢字 v2") == ["don", "t", "漢", "字", "v2"]


def test_joiners_stay_where_they_shape_words_and_leave_elsewhere():
    for text in ("آب\u200cدار", "می\u200cروند", "ক্\u200dষ", "👩\u200d🌾"):
        assert normalise_line(f"\u200c{text}\u200c a\u200cb\u200d") == f"{text} ab"


@given(st.text(alphabet="ab \t\u00a0\u200b", max_size=60))
def test_giant_lines_are_normalised_like_others(text):
    with mock.patch.object(normal_lines, "CHUNK_CHARS", 7):
        assert normalise_line(text) == " ".join(text.replace("\u200b", "").split())


@given(st.lists(st.text(alphabet="ab \t\u00a0\u200b🙂", max_size=9)))
def test_lines_of_a_text_are_normalised_like_single_ones(lines):
    assert normalise_lines("\n".join(lines), lines) == [normalise_line(line) for line in lines]
