"""What holds for the readers of all formats: whole characters, own places, time that is linear."""

import io
import json
from importlib import import_module

import pytest

from extractors.readers import read_pieces
from extractors.readers.formats import FORMATS
from extractors.sidecars import list_metadata, parse_sidecar
from tests.extractors.readers.pieces import read

BODY = "The mayor said on Monday that the bridge would stay closed until the end of the year."


HALF_TITLE = json.dumps("Bridge closed \ud83d")  # as systems cut an emoji in two


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.html",
            '<html><head><script type="application/ld+json">{"@type": "NewsArticle", '
            f'"headline": {HALF_TITLE}}}</script></head><body><p>{BODY}</p></body></html>',
        ),
        ("a.md", f"---\ntitle: {HALF_TITLE}\n---\n{BODY}"),
        ("a.json", f'{{"title": {HALF_TITLE}, "text": "{BODY}"}}'),
    ],
)
def test_half_a_character_in_what_a_document_states_is_replaced(name, text):
    (piece,) = read(text.encode(), name)
    titles = [row.value for row in piece.found.metadata if row.field == "title"]
    assert titles == ["Bridge closed \ufffd"]


def test_half_a_character_in_a_sidecar_is_replaced():
    facts = parse_sidecar(b'{"outlet": "The \\ud800 Courier"}', "_meta.json")
    assert [row.value for row in list_metadata(facts)] == ["The \ufffd Courier"]


def test_a_feed_with_characters_in_halves_is_read():
    item = f"<title>Hi &#55357;&#56832; &#xD83D; there</title><description>{BODY}</description>"
    feed = f'<rss version="2.0"><channel><item>{item}</item></channel></rss>'
    (piece,) = read(feed.encode(), "a.rss")
    titles = [row.value for row in piece.found.metadata if row.field == "title"]
    assert titles == ["Hi \U0001f600 \ufffd there"]


@pytest.mark.parametrize("name", ["a.html", "a.xml", "a.rss"])
@pytest.mark.parametrize("begin", ["<!-- a -->", "<?a?>", "<!DOCTYPE a [ <a> ", "<!--", " \n"])
def test_what_may_stand_before_a_root_is_looked_at_once(name, begin):
    """In time that doubles with each of them, this would take longer than the world stands."""
    (piece,) = read((begin * 500 + f"<b>{BODY}</b>").encode(), name)
    assert piece.place == ""


def test_a_feed_behind_many_comments_is_one():
    item = f"<item><title>Bridge closed</title><description>{BODY}</description></item>"
    feed = "<?xml version='1.0'?>" + "<!-- - -->\n" * 40 + f"<rss><channel>{item}</channel></rss>"
    (piece,) = read(feed.encode(), "download")
    assert piece.found.format == "feed"


def test_a_page_behind_many_comments_is_one():
    page = "<!-- - -->\n" * 40 + f"<html><body><p>{BODY}</p></body></html>"
    (piece,) = read(page.encode(), "download")
    assert piece.found.format == "html"


def test_entities_of_a_feed_are_left_out_in_linear_time():
    raw = b"<rss><channel>" + b"<!DOCTYPE x [ " * 50_000 + b"</channel></rss>"
    (piece,) = read(raw, "a.rss")  # a minute when each of them is followed to the end
    assert piece.found.reason in ("empty", "damaged")


@pytest.mark.parametrize(
    ("stated", "given"),
    [
        (["a", "a (2)", "a"], ["a", "a (2)", "a (3)"]),
        (["a", "a", "a (2)"], ["a", "a (2)", "a (2) (2)"]),
        (["a", "a", "a (2)", "a", "a (2)"], ["a", "a (2)", "a (2) (2)", "a (3)", "a (2) (3)"]),
    ],
)
def test_a_number_behind_a_place_makes_no_other_place(stated, given):
    """Two documents at one place would have one id, and the run would fail its checks."""
    lines = "\n".join(json.dumps({"id": place, "text": BODY}) for place in stated)
    assert [piece.place for piece in read(lines.encode(), "a.jsonl")] == given


@pytest.mark.parametrize("name", [form.name for form in FORMATS])
@pytest.mark.parametrize("kind", ["good", "odd", "bad"])
def test_a_stream_stays_open_for_its_owner(name, kind):
    """Who reads a large file asks it, once it is read, whether it changed meanwhile."""
    example = getattr(import_module(f"tests.extractors.readers.examples.{name}"), kind)
    raw = example.make(1)
    stream = io.BytesIO(raw)
    for columns in ({}, {"text": "a column that is not there"}):
        stream.seek(0)
        assert list(read_pieces(stream, example.name, len(raw), columns=columns).pieces)
        assert not stream.closed


def front_matter(text: str) -> dict[str, str]:
    (piece,) = read(f"---\n{text}\n---\n{BODY}".encode(), "a.md")
    return {row.field: row.value for row in piece.found.metadata}


def test_references_in_front_matter_lead_to_texts_alone():
    assert front_matter("outlet: &o The Courier\nauthor: *o") == {
        "outlet": "The Courier",
        "author": "The Courier",
    }
    assert front_matter("title: Bridge closed\noutlet: &o [The Courier]\nauthor: *o") == {}


def test_lists_of_lists_in_front_matter_do_not_fill_the_memory():
    lists = [f"{n}: &{n} [" + f"*{m}, " * 1000 + "]" for n, m in ("ba", "cb", "dc")]
    assert front_matter("\n".join(["a: &a word", *lists, "title: *d"])) == {}
