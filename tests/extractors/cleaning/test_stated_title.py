"""A headline that the format states goes before the lines that look like one."""

import pytest

from extractors.cleaning import clean
from extractors.records import Metadatum, Page
from tests.extractors.readers.examples import story

STORY = story(1)
HEADING = "A second look at the works"


def cleaned(text, title, method="field"):
    return clean(Page(text, "json", metadata=(Metadatum("title", title, method),)))


def test_without_a_stated_headline_the_first_short_line_is_one():
    assert clean(Page(f"{HEADING}\n\n{STORY.text}", "text")).title == HEADING


@pytest.mark.parametrize("method", ["field", "front_matter"])
def test_a_stated_headline_leaves_the_first_line_in_the_body(method):
    result = cleaned(f"{HEADING}\n\n{STORY.text}", STORY.title, method)
    assert result.title == STORY.title
    assert result.text.startswith(HEADING)


def test_a_stated_headline_is_moved_out_where_it_stands():
    result = cleaned(f"{STORY.title.upper()}\n\n{STORY.text}", STORY.title)
    assert STORY.title.upper() not in result.text
    assert [line.rule for line in result.lines if line.category == "title"] == ["stated_title"]


def test_a_subject_that_goes_on_still_names_the_headline():
    result = cleaned(f"{STORY.title}\n\n{STORY.text}", f"{STORY.title} – and more")
    assert STORY.title not in result.text


def test_what_a_page_shows_is_not_stated():
    result = cleaned(f"{HEADING}\n\n{STORY.text}", STORY.title, "heading")
    assert result.title == HEADING
