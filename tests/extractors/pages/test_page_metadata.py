"""What pages say about themselves in their structure, each with the field it comes from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trafilatura.utils import load_html

from extractors.pages.json_ld import read_json_ld
from extractors.pages.metadata import read_page_metadata


def found(html, field):
    tree = load_html(f"<html>{html}<body><p>Text of a page.</p></body></html>")
    return [
        (m.value, m.method, m.source_field) for m in read_page_metadata(tree) if m.field == field
    ]


@pytest.mark.parametrize(
    ("html", "value", "method", "source"),
    [
        ('<meta property="article:published_time" content="2024-03-05">', "2024-03-05", "meta_tag",
         "article:published_time"),
        ('<meta name="article:published:time" content="2024-03-05">', "2024-03-05", "meta_tag",
         "article:published:time"),
        ('<meta name="DC.date.issued" content="2024-03-05">', "2024-03-05", "meta_tag",
         "DC.date.issued"),
        ('<span itemprop="datePublished">5 March 2024</span>', "5 March 2024", "microdata",
         "itemprop"),
        ('<time class="published" datetime="2024-03-05T10:00Z">Tuesday</time>',
         "2024-03-05T10:00Z", "microdata", "time"),
        ('<time>2024-03-05</time><time datetime="2024-03-05T09:00">x</time>', "2024-03-05",
         "microdata", "time"),
        ('<link rel="canonical" href="https://larn.example/2024/03/05/ship">', "2024-03-05",
         "address", "url"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": '
         '"2024-03-05"}</script>', "2024-03-05", "json_ld", "datePublished"),
    ],
)  # fmt: skip
def test_dates_of_publication(html, value, method, source):
    assert found(html, "published_at") == [(value, method, source)]


@pytest.mark.parametrize(
    "html",
    [
        "<time>2024-03-05</time><time>2024-03-06</time>",  # of which article?
        '<aside><time class="published" datetime="2024-03-05">Tuesday</time></aside>',
        '<link rel="canonical" href="https://larn.example/ship-20240305123">',
        '<time class="updated" datetime="2024-03-05">Tuesday</time>',
        '<meta property="og:updated_time" content="2024-03-05">',
    ],
)
def test_what_is_no_date_of_publication(html):
    assert found(html, "published_at") == []


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ('<meta name="DCSext.author" content="Anna Novak">', ["Anna Novak"]),
        ('<meta name="twitter:label1" content="Written by">'
         '<meta name="twitter:data1" content="Anna Novak">', ["Anna Novak"]),
        ('<meta name="twitter:label1" content="Reading time">'
         '<meta name="twitter:data1" content="3 minutes">', []),
        ('<a rel="author" href="/a">Anna Novak</a>', ["Anna Novak"]),
        ('<span class="byline">By <b>Anna Novak</b></span>', ["By Anna Novak"]),
        ('<div itemprop="author"><span itemprop="name">Anna Novak</span>Reporter</div>',
         ["Anna Novak"]),
        ('<p><a rel="author">Anna Novak</a>, <a rel="author">Peter Holm</a></p>'
         '<div><div><p><a rel="author">Someone Else</a></p></div></div>',
         ["Anna Novak", "Peter Holm"]),
        ('<div class="authority-report">The Port Authority</div>', []),
        ('<script type="application/ld+json">{"@graph": [{"@type": "Person", "@id": "#a", "name": '
         '"Anna Novak"}, {"@type": "NewsArticle", "author": {"@id": "#a"}}]}</script>',
         ["Anna Novak"]),
    ],
)  # fmt: skip
def test_bylines(html, names):
    assert [value for value, *_ in found(html, "author")] == names


def test_an_organisation_that_the_page_calls_so():
    html = (
        '<script type="application/ld+json">{"@type": "Article", "author": '
        '{"@type": "Organization", "name": "Larn Port"}}</script>'
    )
    assert found(html, "author_organisation") == [("Larn Port", "json_ld", "author")]
    assert found(html, "author") == []
    both = html.replace('"Organization"', '["Person", "Organization"]').replace("Port", "Novak")
    assert found(both, "author") == [("Larn Novak", "json_ld", "author")]


@pytest.mark.parametrize(
    "inside",
    [
        '/* the page */ {"@type": "Article", /* who */ "author": "Anna Novak"}',
        '<!-- {"@type": "Article", "author": "Anna Novak", "image": "https://x.example/*"} -->',
        '{"@type": "Article", "author": "Anna Novak", /* * */ "image": "https://x.example/*"}',
    ],
)
def test_comments_in_json_ld_are_left_out(inside):
    html = f'<script type="application/ld+json">{inside}</script>'
    assert found(html, "author") == [("Anna Novak", "json_ld", "author")]


def test_comments_that_do_not_end_cost_their_length():
    """Each followed to the end of the block, these would take an hour."""
    assert list(read_json_ld(["[" + "/* " * 300_000])) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@graph", "@id", "author", "name", "image", "datePublished"]),
            inner | st.sampled_from(["NewsArticle", "Person", "#a"]),
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_ld_is_read_without_an_error(data):
    import json

    html = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    tree = load_html(f"<html><head>{html}</head><body><p>Text.</p></body></html>")
    for row in read_page_metadata(tree):
        assert isinstance(row.value, str)
        assert row.value


PIECES = st.sampled_from(
    """<div class="author">
<time datetime="2024-03-05">
<time class="updated">
<a rel="author">
<span itemprop="author">
<span itemprop="name">
<meta name="author" content="x">
<meta name="date" content="2024-03-05">
<meta itemprop="datePublished">
<aside>
</div>
</span>
</time>
</a>
5 March 2024
Anna Novak""".split("\n")
)


@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_any_page_is_read_without_an_error(html):
    tree = load_html(f"<html><body>{html}<p>Text of a page.</p></body></html>")
    for row in read_page_metadata(tree):
        assert row.value
        assert row.source_field


def test_a_page_of_nothing_but_bylines_is_read_in_time():
    deep = '<div class="author"><time>' * 400 + "Anna Novak" + "</time></div>" * 400
    wide = '<a rel="author">Anna Novak</a><time datetime="2024-03-05">x</time>' * 5000
    assert len(found(deep, "author")) <= 6
    assert len(found(wide, "author")) <= 6
