import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import fromstring

from extractors.cleaning import clean
from extractors.pages import body as page_body
from extractors.pages.alignment import align_lines
from extractors.pages.html import read_html
from extractors.pages.text import list_visible_lines
from extractors.tokens import list_line_tokens, list_tokens
from tests.endless import must_end

PARAGRAPHS = [
    "The harbour of Ostrava Bay was closed on Tuesday after a freighter ran aground, the port "
    "authority said, and ferries were sent to the neighbouring island of Lom instead.",
    "Divers found a hole of two metres below the waterline of the freighter, the authority said, "
    "adding that the harbour would stay closed until the hull had been mended.",
    "The captain of the freighter told reporters that fog had come up within minutes, and that the "
    "pilot of the harbour had lost sight of the buoys.",
]
PAGE = f"""<!doctype html><html lang="en-GB"><head>
<title>Freighter aground | Ostrava Courier</title>
<meta property="og:site_name" content="Ostrava Courier"><meta name="author" content="Anna Novak">
<link rel="canonical" href="https://courier.example/freighter">
<script type="application/ld+json">{{"@context": "https://schema.org",
"@type": "NewsArticle",
"headline": "Freighter aground in Ostrava Bay", "datePublished": "2024-03-05T10:00:00+01:00",
"author": [{{"@type": "Person", "name": "Anna Novak"}}], "inLanguage": "en-GB",
"publisher": {{"@type": "Organization", "name": "Ostrava Courier"}}}}</script>
<style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<article><h1>Freighter aground in Ostrava Bay</h1>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>
<div style="display:none">Hidden words</div>
<p>Read <b>more</b> about the <a href="/x">fog</a> in the bay of Ostrava, where the
freighter ran aground on Tuesday.</p>
<p>{PARAGRAPHS[2]}</p><p hidden>Unseen words</p></article>
<script>var secret = 1;</script><footer>Imprint<br>Contact</footer></body></html>"""


def values(page, field):
    return [(m.value, m.method) for m in page.metadata if m.field == field]


def test_visible_text_is_one_block_per_line():
    lines = read_html(PAGE).text.split("\n")
    assert lines[:3] == ["Home", "Sea", "Freighter aground in Ostrava Bay"]
    assert lines[-2:] == ["Imprint", "Contact"]
    assert "Read more about the fog" in lines[5]
    assert not any(word in "\n".join(lines) for word in ("secret", "Hidden", "Unseen", "color"))


def test_body_lines_are_those_of_the_article():
    page = read_html(PAGE)
    lines = page.text.split("\n")
    body = [lines[i] for i in sorted(page.body_lines)]
    assert all(paragraph in body for paragraph in PARAGRAPHS)
    assert not {"Home", "Sea", "Imprint", "Contact"} & set(body)


def test_metadata_names_its_method():
    page = read_html(PAGE)
    assert values(page, "title")[0] == ("Freighter aground in Ostrava Bay", "json_ld")
    assert values(page, "published_at") == [("2024-03-05T10:00:00+01:00", "json_ld")]
    assert values(page, "author")[0] == ("Anna Novak", "json_ld")
    assert values(page, "outlet")[0] == ("Ostrava Courier", "json_ld")
    assert (page.language, page.url) == ("en", "https://courier.example/freighter")


def test_no_date_is_guessed():
    page = read_html("<html><body><p>On 5 March 2024 the harbour was closed.</p></body></html>",
                     url="https://courier.example/2024/03/05/freighter")  # fmt: skip
    assert values(page, "published_at") == []


def test_clean_keeps_the_article_and_moves_the_title():
    result = clean(read_html(PAGE))
    assert result.title == "Freighter aground in Ostrava Bay"
    assert all(paragraph in result.text for paragraph in PARAGRAPHS)
    assert "Imprint" not in result.text
    assert "Freighter aground in Ostrava Bay\n" not in result.text


def test_odd_pages_give_an_empty_text():
    for html in ("", "\x00", "<!-- -->", "<html></html>"):
        assert clean(read_html(html)).text == ""


def test_broken_json_ld_is_passed_over():
    page = read_html(
        '<html><head><script type="application/ld+json">{"@type": </script>'
        "</head><body><p>x</p></body></html>"
    )
    assert values(page, "title") == []


def test_deep_nesting_is_read():
    html = "<div>" * 3000 + "deep words" + "</div>" * 3000
    assert read_html(f"<html><body>{html}</body></html>").text == "deep words"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="ab c", max_size=12), max_size=12), st.data())
def test_alignment_takes_only_lines_that_occur(lines, data):
    extracted = data.draw(st.lists(st.sampled_from(lines or [""]), max_size=8))
    words = " ".join(" ".join(extracted).split())
    for number in align_lines(lines, extracted):
        assert " ".join(lines[number].split()) in words


def test_alignment_keeps_order_for_repeated_lines():
    lines = [
        "menu item",
        "first part of the text",
        "menu item",
        "second part of the text",
        "menu item",
    ]
    extracted = ["first part of the text", "menu item", "second part of the text"]
    assert align_lines(lines, extracted) == {1, 2, 3}


def test_other_extractors_are_asked_when_the_quick_one_finds_little(monkeypatch):
    asked = []

    def extract(page, url=None, *, fast=False):
        asked.append(fast)
        return "Imprint" if fast else "\n".join(PARAGRAPHS)

    monkeypatch.setattr(page_body, "extract_body", extract)
    page = read_html(PAGE)
    lines = page.text.split("\n")
    assert [lines[i] for i in sorted(page.body_lines)] == PARAGRAPHS
    assert asked == [True, False]


def test_other_extractors_are_spared_when_the_quick_one_finds_the_article(monkeypatch):
    asked = []

    def extract(page, url=None, *, fast=False):
        asked.append(fast)
        return "\n".join(PARAGRAPHS * 2)

    monkeypatch.setattr(page_body, "extract_body", extract)
    read_html(PAGE.replace("</article>", "".join(f"<p>{x}</p>" for x in PARAGRAPHS)))
    assert asked == [True]


def test_other_extractors_are_asked_at_once_about_a_page_of_few_words(monkeypatch):
    asked = []

    def extract(page, url=None, *, fast=False):
        asked.append(fast)
        return PARAGRAPHS[0]

    monkeypatch.setattr(page_body, "extract_body", extract)
    page = read_html(f"<html><body><p>Home</p><p>{PARAGRAPHS[0]}</p></body></html>")
    assert (page.body_lines, asked) == ({1}, [False])


@pytest.mark.parametrize(
    "hidden",
    ['<p hidden>no</p>', '<p style="color:red;DISPLAY : none">no</p>', "<script>no</script>",
     '<p style="visibility:hidden">no</p>', "<!-- no -->", "<select><option>no</option></select>",
     "<noscript>no</noscript>", "<?php no ?>"],
)  # fmt: skip
def test_what_is_not_shown_is_left_out_and_what_follows_stays(hidden):
    page = read_html(f"<html><body><div>before {hidden} behind</div></body></html>")
    assert page.text.split() == ["before", "behind"]


def test_cells_share_a_line_and_breaks_end_one():
    page = read_html("<body><table><tr><td>a</td><td>b</td></tr></table>x<br>y\u2028z</body>")
    assert page.text == "a b\nx\ny\nz"


WORDS = st.text(alphabet="aB1_-“’é漢字ไท \u00a0İßKΣς.🙂𝐀", max_size=30)


@given(st.lists(WORDS, max_size=6))
def test_words_of_many_lines_are_those_of_each(lines):
    assert list_line_tokens(lines) == [list_tokens(line) for line in lines]


def test_a_fragment_of_many_blocks_takes_time_in_proportion():
    tree = fromstring("<p>x" * 150_000)
    with must_end():
        assert list_visible_lines(tree) == ["x"] * 150_000
