import pytest

from extractors.pages.head import PageHead, list_json_ld, read_head
from tests.endless import must_end

HEAD = b"""<!doctype html><html class="no-js" lang=de><head>
<META Property = "og:title" content='"Br\xc3\xbccke" &amp; Tal'><meta name=author content=Novak />
<meta content="first" content="second" name="description">
<link rel="stylesheet" href="https://news.example/a.css">
<link rel="canonical" href="https://news.example/bridge?a=1&amp;b=2">
<title data-x="1">Bridge &gt; valley</title><svg><title>Logo</title></svg></head>
<body><meta name="late" content="not of the head">"""


def test_tags_of_the_head_and_their_attributes():
    assert read_head(HEAD) == PageHead(
        metas=[
            {"property": "og:title", "content": '"Brücke" & Tal'},
            {"name": "author", "content": "Novak"},
            {"content": "first", "name": "description"},
        ],
        links=[{"rel": "canonical", "href": "https://news.example/bridge?a=1&b=2"}],
        language="de",
        title="Bridge > valley",
    )


@pytest.mark.parametrize("mark", [b"</head>", b"<body>", b"</HEAD>", b"<BODY>"])
def test_the_head_ends_at_its_mark(mark):
    page = b'<meta name="a" content="1">' + mark + b'<meta name="b" content="2">'
    assert [tag["name"] for tag in read_head(page).metas] == ["a"]


def test_a_head_behind_long_scripts_is_read_to_its_end():
    page = b"<head><script>" + b"x " * 150_000 + b'</script><meta name="a" content="1"></head>'
    assert read_head(page).metas == [{"name": "a", "content": "1"}]


def test_json_ld_is_found_wherever_it_stands():
    page = (
        b"<p>application/ld+json</p></script>"  # no script
        b'<script type=\'application/ld+json\'>{"a": "application/ld+json"}</script>'
        b"<script type='application/json'>{}</script>"
        b"</body><script id=x type=application/ld+json >[\xc3\xa4]</script>"
        b"<script type='application/ld+json'>[1] and no end"
    )
    assert list(list_json_ld(page)) == ['{"a": "application/ld+json"}', "[ä]"]


@pytest.mark.parametrize(
    "part",
    [b"<meta ", b"<meta a=", b'<meta a="', b"<meta a='\">", b"a", b"a=", b"ld+json</script", b"+j"],
)
def test_time_grows_with_the_length_alone(part):
    page = b"<script <meta " + part * (500_000 // len(part)) + b">" + part * 500_000
    with must_end():
        read_head(page)
        list(list_json_ld(page))
