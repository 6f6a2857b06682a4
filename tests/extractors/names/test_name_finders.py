"""One protocol for whatever finds names: languages, labels, spans of other tools."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.names.finders import (
    RULES,
    NameFinder,
    make_mentions,
    map_label,
    read_names,
)
from extractors.records import LABELS, Mention

GERMAN = "Die Regierung in Berlin und der Bundestag beraten über den Haushalt und das Geld. " * 5
CHINESE = "北京和上海都是中国的城市。" * 20
ENGLISH = "The government of Kenya said that Amara Diallo would be the envoy to Ghana. " * 3


def read(finder, text, language=None):
    reading = read_names(finder, [("title", ""), ("body", text)], language)
    return {m.text for m in reading.mentions}, reading.unread


@pytest.mark.parametrize("language", [None, "en", "en-GB", "en_US", "EN"])
def test_what_a_finder_can_read_it_reads(language):
    found, unread = read(RULES, ENGLISH, language)
    assert ({"Kenya", "Amara Diallo", "Ghana"} <= found, unread) == (True, None)


@pytest.mark.parametrize("language", [None, "de"])
def test_in_other_languages_only_known_names(language):
    assert read(RULES, GERMAN, language) == ({"Berlin", "Bundestag"}, "known_names_only")


def test_words_of_other_languages_are_no_names():
    text = "Der Roman zeigt ein Bild von Saudi-Arabien, unzählige Male neben der Ukraine. " * 5
    assert read(RULES, text, "de") == ({"Ukraine"}, "known_names_only")


@pytest.mark.parametrize("language", [None, "zh"])
def test_other_alphabets_are_not_read(language):
    assert read(RULES, CHINESE, language) == (set(), "not_read")


def test_a_finder_for_any_language_is_given_everything():
    seen = []

    def find(texts, language):
        seen.append(language)
        return [Mention(0, 2, "PLACE", "北京", field="body")]

    anything = NameFinder("mine", find, None)
    assert read(anything, CHINESE, "zh") == ({"北京"}, None)
    assert read(anything, CHINESE) == ({"北京"}, None)
    assert seen == ["zh", None]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("PER", "PERSON"), ("person", "PERSON"), ("GPE", "PLACE"), ("FAC", "PLACE"), ("ORG", "ORG"),
     ("organization", "ORG"), ("NORP", "NORP"), ("WORK_OF_ART", "MISC"), ("DATE", None),
     ("CARDINAL", None)],
)  # fmt: skip
def test_labels_of_other_tools(theirs, ours):
    assert map_label(theirs) == ours


def test_spans_of_other_tools():
    texts = [("title", "Ama Ra"), ("body", "In  Kenya  now")]
    spans = [
        (1, 3, 10, "GPE", 1.0),  # blanks at its edges
        (1, 4, 7, "ORG", 1.0),  # inside the longer one
        (0, 0, 6, "PER", 0.876),
        (1, 11, 14, "DATE", 1.0),
        (1, 12, 99, "PERSON", 2.0),  # beyond the end
        (0, 3, 3, "ORG", 1.0),
        (7, 0, 3, "ORG", 1.0),
    ]
    assert make_mentions(texts, spans) == (
        Mention(0, 6, "PERSON", "Ama Ra", 0.88, field="title"),
        Mention(4, 9, "PLACE", "Kenya", 1.0, field="body"),
        Mention(12, 14, "PERSON", "ow", 1.0, field="body"),
    )


@given(
    st.text(max_size=30),
    st.lists(
        st.tuples(
            st.integers(-1, 2), st.integers(-3, 35), st.integers(-3, 35),
            st.sampled_from(["PER", "GPE", "DATE", "x"]), st.floats(-1, 2),
        ), max_size=8,
    ),
)  # fmt: skip
def test_whatever_spans_come_the_mentions_are_right(text, spans):
    end = 0
    for mention in make_mentions([("body", text)], spans):
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.label in LABELS
        assert 0 <= mention.score <= 1
        assert mention.start >= end
        end = mention.end
