"""Pages made to cost much: each is read in time that grows with its length alone."""

import pytest

from extractors.pages.html import MOST_TAGS, drop_unclosed, list_all_texts, read_fragment, read_html


@pytest.mark.parametrize(
    "html",
    [
        "<!--" * 200_000,
        "<!x" * 200_000,
        "<?x " * 200_000,
        "<![CDATA[" * 100_000,
        "<a b='" * 100_000,
        "</" * 200_000,
        "<script>" * 100_000,
        "&#x" * 100_000,
        "<b>" * 200_000,
    ],
    ids=lambda html: html[:8],
)
def test_unclosed_marks_cost_their_length(html):
    """A parser that looks for each end in all that follows would take hours for these."""
    read_html(f"<html><body>{html}")
    list_all_texts(html)
    read_fragment(html)


def test_what_is_dropped_before_parsing():
    html = "a < b <p>x</p><!-- c --><!DOCTYPE html>y<!-- z"
    assert drop_unclosed(html) == "a  b <p>x</p>y z"


def test_the_texts_of_a_giant_tree_are_those_of_a_small_one():
    page = "<p>one <b>two</b></p><script>no</script><STYLE>no</STYLE>three &amp; four<script>no"
    small = list_all_texts(page)
    assert small == ["one", "two", "three & four"]
    assert list_all_texts("<i>" * (MOST_TAGS + 1) + page) == small


def test_a_million_nested_tags_lose_no_text():
    page = read_html("<html><body>" + "<div>" * 1_000_000 + "deep words" + "</div>" * 1_000_000)
    assert page.text == "deep words"
