"""Odd bytes give an article or a reason."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.reasons import REASONS
from flows.documents.document import extract_rows
from flows.documents.origin import Origin
from tests.flows.bridge_story import BODY, TEXT

ORIGIN = Origin("a.txt", "run", date(2026, 1, 1))


def read(raw, path="a.txt"):
    """Rows and refusal of a file that is one document."""
    ((place, rows, refused),) = extract_rows(raw, Origin(path, "run", date(2026, 1, 1)))
    assert place == ""
    return rows, refused


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_one_text_in_many_encodings_is_one_article(raw):
    rows, refused = read(raw)
    assert refused is None
    assert rows.tables["document"][0]["format"] == "text"
    (article,) = rows.tables["article"]
    assert (article["title"], article["text"]) == ("Bridge to be closed", BODY)


def test_nul_bytes_stay_in_the_ledger_and_not_in_the_article():
    rows, refused = read(TEXT.replace("bridge", "bri\0dge").encode())
    assert refused is None
    assert "\0" not in rows.tables["article"][0]["text"]
    assert any("bri\0dge" in line["text"] for line in rows.tables["line"])


@pytest.mark.parametrize(
    ("raw", "path", "reason"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t\r\n \xc2\xa0", "a.txt", "empty"),
        (bytes(range(256)) * 100, "a.txt", "binary"),
        (b"\xff\xd8\xff\xe0" + bytes(500), "a.txt", "unsupported_format"),
        (b"<?xml version='1.0'?><urlset></urlset>", "sitemap", "unsupported_format"),
        (b"Share this article\nRead more\nAdvertisement\n", "a.txt", "no_body"),
        (b"a\n" * 300_000, "a.txt", "too_large"),
        (
            b"<html><title>Just a moment...</title><body><h1>Checking your browser before "
            b"accessing larn.example</h1><p>This process is automatic.</p></body></html>",
            "a.html",
            "no_article",
        ),
    ],
)
def test_what_gives_no_article_is_refused_with_a_reason(raw, path, reason):
    rows, refused = read(raw, path)
    assert refused.reason == reason
    assert "article" not in rows.tables


def test_the_lines_of_a_text_without_a_body_are_kept():
    rows, _ = read(b"Share this article\nRead more\n")
    assert [line["text"] for line in rows.tables["line"]] == ["Share this article", "Read more", ""]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(str.encode),
        st.lists(st.sampled_from([BODY, "Read more", "", "-", "<p>x</p>", "A B"])).map(
            lambda lines: "\n".join(lines).encode()
        ),
    )
)
def test_any_bytes_give_an_article_or_a_reason_and_the_ledger_covers_the_text(raw):
    for _, rows, refused in extract_rows(raw, ORIGIN):
        check_document(rows, refused)


def check_document(rows, refused):
    assert ("article" in rows.tables) == (refused is None)
    assert refused is None or refused.reason in REASONS
    if "line" in rows.tables:
        (document,) = rows.tables["document"]
        lines = rows.tables["line"]
        text = "".join(line["text"] + line["line_ending"] for line in lines)
        assert len(text) == document["char_count"]
        assert [line["line_no"] for line in lines] == list(range(document["line_count"]))
