"""Scripts without spaces: groups of letters tell what words do elsewhere."""

import numpy as np
import pytest

from extractors.stories.terms import read_story_terms
from extractors.words.hashes import hash_stems, hash_words
from extractors.words.letter_groups import join_letters

LARN = "港湾局は大橋を閉鎖した"
SAME = "大橋の閉鎖を港湾局が決めた"
OTHER = "監督の交代を球団が決めた"


def stems(text, language="ja"):
    return set(read_story_terms(None, text, language=language).stems.tolist())


def test_two_characters_stand_for_a_word_and_hiragana_for_none():
    assert stems(LARN) == stems("港湾局 大橋 閉鎖")
    assert len(stems(LARN)) == 4  # 港湾, 湾局, 大橋, 閉鎖


def test_articles_that_share_their_grammar_share_no_words():
    assert stems(LARN) & stems(SAME) == stems(LARN)
    assert not stems(LARN) & stems(OTHER)
    assert len(stems(SAME) & stems(OTHER)) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("橋", 0),
        ("橋は橋", 0),
        ("大 橋", 0),  # a space between them
        ("ニュース", 1),
        ("ニュースレター", 4),
        ("สวัสดี", 1),  # four letters with two marks
        ("のです", 0),
        ("のでしたから", 0),
    ],
)
def test_groups_by_script(text, count):
    assert len(stems(text)) == count


def test_function_words_of_a_language_break_groups():
    assert stems("大橋的港湾", "zh") == stems("大橋 港湾", "zh")
    assert stems("大橋的港湾", "ko") != stems("大橋 港湾", "ko")


def test_words_of_other_scripts_stay_as_they_are():
    text = "Die Brücke von Larn, 대교 폐쇄"
    words, before = hash_words(text), hash_stems(text, 6)
    after, tells = join_letters(before, words, np.ones(len(words), bool))
    assert (after == before).all()
    assert tells.all()
    mixed = "Larn 大橋 2024"
    words, before = hash_words(mixed), hash_stems(mixed, 6)
    after, tells = join_letters(before, words, np.ones(len(words), bool))
    assert tells.tolist() == [True, True, False, True]
    assert (after == before).tolist() == [True, False, False, True]


def test_any_length_is_read():
    for text in ("", "橋", "大橋", "タ", "タワ"):
        assert len(read_story_terms(None, text, language="ja").stems) == (text == "大橋")
