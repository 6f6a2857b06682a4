"""Passages of one article share their rare words, passages of two do not."""

from extractors.copies.topic_words import UNRELATED, compare_topics
from extractors.words.hashes import hash_stems
from extractors.words.stems import STEM_LENGTH

FERRY = (
    "The ferry to Port Ellis lost its rudder at night. Captain Lund had the passengers brought to "
    "the upper deck and asked the coast guard for help. A tug from Westhaven reached the ferry "
    "after two hours and took it in tow, since the rudder could not be mended at sea."
)
INQUIRY = (
    "Inspectors will ask why the rudder broke only weeks after it had been mended in Westhaven. "
    "The coast guard praised captain Lund, who had warned the owners of the ferry. A passenger "
    "said that nobody on deck had been told how long the tug would take."
)
BAKERS = (
    "Two bakers inherit one oven in the comedy with which the theatre opens its season. Its "
    "director lets them quarrel in verse and dance in flour. The audience laughed until the "
    "curtain fell and was served warm bread in the interval by the whole cast of the evening."
)


def compare(a, b):
    return compare_topics(*(hash_stems(text, STEM_LENGTH) for text in (a, b)))


def test_one_topic_is_told_from_two():
    assert compare(FERRY, INQUIRY) > 3 * UNRELATED
    assert compare(FERRY, BAKERS) < UNRELATED
    assert compare(FERRY, FERRY) > 0.999
    assert compare(FERRY, BAKERS) == compare(BAKERS, FERRY)


def test_a_few_words_tell_nothing():
    few = " ".join(BAKERS.split()[:30])
    assert compare(FERRY, few) == compare("", "") == 1.0


def test_words_that_every_article_has_tell_nothing():
    assert compare("the of and to in " * 10, FERRY) == 0.0
