import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.cleaning import clean, clean_many, decide
from extractors.cleaning.features.sheet import read_sheets
from extractors.pages.fast_html import read_html_fast
from extractors.pages.html import read_html
from extractors.reasons import Refused
from extractors.records import Page
from tests.extractors.pages.test_html import PAGE, PARAGRAPHS


def test_the_article_and_what_its_head_states():
    page = read_html_fast(PAGE)
    result = clean(page)
    assert all(paragraph in result.text for paragraph in PARAGRAPHS)
    assert not any(word in result.text for word in ("Imprint", "Home", "secret", "Hidden"))
    stated = {(m.field, m.value) for m in page.metadata}
    assert ("published_at", "2024-03-05T10:00:00+01:00") in stated
    assert ("outlet", "Ostrava Courier") in stated
    assert (page.format, page.language, page.body_lines) == ("html", "en", None)
    assert page.url == "https://courier.example/freighter"
    assert page.in_bulk


def test_of_pages_in_bulk_long_lines_are_seen_at_both_ends(monkeypatch):
    looked_at = []

    def read(texts, seen_chars):
        looked_at.extend(read_sheets(texts, seen_chars))
        return looked_at

    monkeypatch.setattr(decide, "read_sheets", read)
    clean_many([Page(f"A{'b' * 200}c{'d' * 200}E", "html", in_bulk=True)])
    assert looked_at[0].seen == [f"A{'b' * 149}{'d' * 149}E"]
    assert looked_at[0].texts == [f"A{'b' * 200}c{'d' * 200}E"]


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ('to <a href="/t" rel="tag">deep space</a> and', "to deep space and"),
        ("on <time>4 May</time> and", "on 4 May and"),
        ("最近、<a href='/o'>親</a>が<b>五</b>月。", "最近、親が五月。"),
        ("<span>จ</span>ะไป<b>ท</b>ี่", "จะไปที่"),
        ("<ruby>法律<rp>(</rp><rt>ほうりつ</rt><rp>)</rp></ruby>では", "法律では"),
    ],
)
@pytest.mark.parametrize("read", [read_html, read_html_fast])
def test_words_inside_sentences_stay_whatever_marks_them(read, marked, told):
    rest = "".join(f"<p>{PARAGRAPHS[0]} 第{n}段落、新しい法律について。</p>" for n in range(9))
    page = read(f"<html><body><article><p>{marked}</p>{rest}</article></body></html>")
    assert page.text.splitlines()[0] == told


def test_json_ld_behind_the_article_is_read():
    fact = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A"}</script>'
    page = read_html_fast(f"<html><body><p>{PARAGRAPHS[0]}</p>{fact}</body></html>")
    assert [m.value for m in page.metadata if m.field == "title"] == ["A"]


@pytest.mark.parametrize("html", ["", "\x00", "<!-- -->", "<html>", "\ud800", "<" * 5000, "<?xml"])
def test_odd_pages_are_read(html):
    clean(read_html_fast(html))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/ abp!-\"'=&;\x00é", max_size=80))
def test_no_markup_raises(html):
    read_html_fast(html)


def test_a_missing_package_is_told_with_the_mend(monkeypatch):
    monkeypatch.setitem(sys.modules, "resiliparse.extract.html2text", None)
    with pytest.raises(Refused, match=r"newsmill\[fast\]"):
        read_html_fast(PAGE)
