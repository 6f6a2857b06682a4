"""Whatever lies in the corpus gives an article or a rejection with a reason; nothing is lost."""

import hashlib
import itertools
import os
from datetime import date

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.cleaning import clean
from extractors.reasons import REASONS
from flows import shard_reading
from flows.document import extract_rows
from flows.origin import Origin
from flows.shard_reading import extract_shard
from flows.shards import Shard, ShardFile, failed_outcome
from tests.flows.cleaners import use_cleaner

ORIGIN = Origin("a.txt", "run", date(2026, 1, 1))
BODY = (
    "The mayor of Larnstead, Joan Fairweather, said on Monday that the old bridge – over the river "
    "Tarn – would be closed for “repairs” until the end of the summer, after engineers had found "
    "cracks in two of its five pillars."
)
TEXT = f"Bridge to be closed\n\n{BODY}\n"


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


def shard(tmp_path, *locations, max_bytes=1000):
    files = tuple(ShardFile(os.fsdecode(place), os.fsencode(place), "hash") for place in locations)
    return Shard("1", files, tmp_path / "staging", "run", date(2026, 1, 1), max_bytes)


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path):
    (tmp_path / "large.txt").write_bytes(b"word " * 1000)
    (outcome,) = extract_shard(shard(tmp_path, tmp_path / "large.txt"))
    assert (outcome.rejected.reason, outcome.sha256) == ("too_large", "hash")


def test_a_file_that_is_gone_costs_itself_only(tmp_path):
    (tmp_path / "good.txt").write_text(TEXT)
    gone, good = extract_shard(shard(tmp_path, tmp_path / "gone.txt", tmp_path / "good.txt"))
    assert (gone.is_gone, gone.rejected) == (True, None)
    assert good.rejected is None


class Overtaken:
    """A file that somebody writes to each time it was read."""

    def __init__(self, handle, write):
        self.handle, self.write = handle, write

    def read(self, *size):
        raw = self.handle.read(*size)
        self.write()
        return raw

    def __getattr__(self, name):
        return getattr(self.handle, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.handle.close()


@pytest.fixture
def writer_at_work(monkeypatch):
    """Call the value with a function that writes."""
    opened = open

    def work(write):
        overtaken = lambda *arguments: Overtaken(opened(*arguments), write)  # noqa: E731
        monkeypatch.setattr(shard_reading, "open", overtaken, raising=False)

    return work


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path, writer_at_work):
    place = tmp_path / "a.txt"
    place.write_text(TEXT)
    fresh = iter(["Bridge to be closed at once\n\n" + BODY + "\n"])
    writer_at_work(lambda: [place.write_text(text) for text in fresh])
    (outcome,) = extract_shard(shard(tmp_path, place))
    assert (outcome.rejected, outcome.found.article_count) == (None, 1)
    assert outcome.sha256 == hashlib.sha256(place.read_bytes()).hexdigest()
    assert (outcome.byte_count, outcome.modified_ns) == (
        place.stat().st_size,
        place.stat().st_mtime_ns,
    )
    (staged,) = (tmp_path / "staging" / "article").glob("*.parquet")
    assert [row["title"] for row in pq.read_table(staged).to_pylist()] == [
        "Bridge to be closed at once"
    ]


def test_a_file_that_never_stands_still_is_left_to_the_next_run(tmp_path, writer_at_work):
    place = tmp_path / "a.txt"
    place.write_text(TEXT)
    longer = itertools.count(1)
    writer_at_work(lambda: place.write_text(TEXT + "More. " * next(longer)))
    (outcome,) = extract_shard(shard(tmp_path, place))
    assert (outcome.rejected.reason, outcome.sha256) == ("changing", None)
    assert not list((tmp_path / "staging").rglob("*.parquet"))


def test_a_file_that_kills_its_process_keeps_its_hash_and_is_not_read_by_every_run(tmp_path):
    file = ShardFile("a.txt", b"a.txt", "hash")
    assert failed_outcome(file, "crashed", "").sha256 == "hash"
    assert failed_outcome(file, "unreadable", "").sha256 is None


def test_a_fault_in_a_step_costs_its_file_only(tmp_path, monkeypatch):
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "bad.txt").write_text(TEXT + "BAD")

    def clean_or_fail(page):
        if "BAD" in page.text:
            raise ValueError("a fault")
        return clean(page)

    use_cleaner(monkeypatch, clean_or_fail)
    bad, good = extract_shard(shard(tmp_path, tmp_path / "bad.txt", tmp_path / "good.txt"))
    assert (bad.rejected.reason, bad.rejected.detail) == ("crashed", "ValueError: a fault")
    assert good.rejected is None


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
