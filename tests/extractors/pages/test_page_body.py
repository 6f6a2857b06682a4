"""The text that a page states for itself, beside what is shown and what is extracted."""

import json

import pytest

from extractors.cleaning import clean
from extractors.pages.fast_html import read_html_fast
from extractors.pages.html import read_html
from extractors.records import Page
from tests.extractors.pages.test_html import PARAGRAPHS

ARTICLE = [
    *PARAGRAPHS,
    "Two tugs from the mainland were on their way on Wednesday, and the authority hoped that the "
    "ferries would sail again before the feast of the island at the end of the week.",
]
OTHERS = [
    "The bakers of Lom have asked the town for a market on Sundays, since the bridge is closed and "
    "few people come to the island in the week.",
    "A storm tore the roof from the swimming pool of Ostrava on Monday, and the town said that it "
    "would take a year to build a new one.",
]


def make_page(stated, shown, around=()):
    told = {"@context": "https://schema.org", "@type": "NewsArticle", "articleBody": stated}
    blocks = "".join(f"<p>{text}</p>" for text in shown)
    rails = "".join(f"<div><p>{text}</p></div>" for text in around)
    return (
        f'<html><head><script type="application/ld+json">{json.dumps(told)}</script></head>'
        f"<body><h1>Freighter aground</h1><div>{blocks}</div>{rails}</body></html>"
    )


def body(html):
    page = read_html(html)
    lines = page.text.split("\n")
    return [lines[i] for i in sorted(page.body_lines)]


def test_a_stated_text_goes_before_an_extraction_that_takes_in_other_stories():
    page = make_page("\n".join(ARTICLE), ARTICLE, around=OTHERS * 3)
    assert body(page) == ARTICLE
    assert set(OTHERS) & set(body(page.replace("articleBody", "comment")))


@pytest.mark.parametrize(
    "stated",
    ["\n\n".join(ARTICLE), " ".join(ARTICLE), "".join(f"<p>{x}</p>\n" for x in ARTICLE),
     "".join(f"&lt;p&gt;{x}&lt;/p&gt;" for x in ARTICLE), ARTICLE],
)  # fmt: skip
def test_a_stated_text_may_be_written_in_many_ways(stated):
    assert body(make_page(stated, ARTICLE, around=OTHERS * 3)) == ARTICLE


@pytest.mark.parametrize("read", [read_html, read_html_fast])
def test_a_stated_text_that_is_not_shown_comes_behind_the_visible_lines(read):
    page = read(make_page("\n".join(ARTICLE), ["Subscribe to read this article."]))
    assert page.text.split("\n")[-5:] == ["Subscribe to read this article.", *ARTICLE]
    assert clean(page).text.split("\n") == ARTICLE


def test_the_quick_way_takes_a_stated_text_for_the_body_too():
    rails = [f"{text} It is told {n} times." for n, text in enumerate(OTHERS * 3)]
    shown = make_page("\n".join(ARTICLE), [*ARTICLE, *rails])
    assert clean(read_html_fast(shown)).text.split("\n") == ARTICLE
    assert len(clean(read_html_fast(shown.replace("articleBody", "comment"))).text) > 1_000


def test_tags_and_signs_do_not_join_the_lines_of_a_hidden_text():
    stated = [f"{text} <b>A & B</b>" for text in ARTICLE]
    assert body(make_page("\n".join(stated), ["Wait."])) == [f"{x} A & B" for x in ARTICLE]


def test_a_stated_teaser_changes_nothing():
    teaser = f"{ARTICLE[0]} More on other pages."
    assert body(make_page(teaser, ARTICLE)) == body(make_page("", ARTICLE))


def test_a_stated_text_of_something_else_does_not_replace_a_longer_article():
    about = " ".join(OTHERS * 2)
    assert body(make_page(about, ARTICLE)) == ARTICLE


def test_a_first_paragraph_that_the_extraction_left_out_comes_back():
    lines = ["Home", "Harbour", "Freighter aground in Ostrava Bay", *ARTICLE, "Imprint"]
    page = Page("\n".join(lines), "html", body_lines=frozenset(range(4, 7)))
    assert clean(page).text.split("\n") == ARTICLE
