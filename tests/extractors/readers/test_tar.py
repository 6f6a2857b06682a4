"""tar archives in all their dialects, whole and broken, packed and not."""

import bz2
import gzip
import io
import lzma
import tarfile

import pytest
import zstandard

from extractors.readers import Limits, read_pieces
from extractors.records import Page
from tests.extractors.readers.examples.tar import packed

TEXT = b"Some words of the council."
DIALECTS = {"ustar": tarfile.USTAR_FORMAT, "gnu": tarfile.GNU_FORMAT, "pax": tarfile.PAX_FORMAT}


def read(raw, name="a.tar", **options):
    pieces = read_pieces(io.BytesIO(raw), name, len(raw), **options).pieces
    return [(p.place, "page" if isinstance(p.found, Page) else p.found.reason) for p in pieces]


def header(name, size, kind=tarfile.REGTYPE, **fields):
    """One header as ustar writes it."""
    made = tarfile.TarInfo(name)
    made.size, made.type = size, kind
    for field, value in fields.items():
        setattr(made, field, value)
    return made.tobuf(tarfile.USTAR_FORMAT)


def block(raw):
    return raw + bytes(-len(raw) % 512)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", ["a.txt", "ä" * 40 + ".txt", "folder/" * 40 + "a.txt"])
def test_names_of_every_dialect(dialect, name):
    if dialect == "ustar" and len(name.encode()) > 256:
        name = name[-200:]
    raw = packed("w", [(name, TEXT), ("b.txt", TEXT)], format=DIALECTS[dialect])
    assert read(raw) == [(name, "page"), ("b.txt", "page")]


def test_an_archive_of_seventh_edition_unix_has_no_mark():
    old = bytearray(header("a.txt", len(TEXT)))
    old[257:265] = bytes(8)
    old[148:156] = b" " * 8
    old[148:156] = b"%06o\0 " % sum(old)
    assert read(bytes(old) + block(TEXT) + bytes(1024), "download") == [("a.txt", "page")]


@pytest.mark.parametrize(
    ("pack", "name"),
    [
        (gzip.compress, "a.tgz"), (gzip.compress, "a.tar.gz"), (bz2.compress, "a.tbz2"),
        (lzma.compress, "a.txz"), (zstandard.compress, "a.tar.zst"), (lzma.compress, "download"),
    ],
)  # fmt: skip
def test_packed_archives(pack, name):
    raw = packed("w", [("a.txt", TEXT), ("b.html", b"<p>" + TEXT)])
    assert read(pack(raw), name) == [("a.txt", "page"), ("b.html", "page")]
    assert read(pack(packed("w", [])), name) == [("", "empty" if name[-1] != "d" else "binary")]


def test_what_is_unpacked_twice_counts_once():
    raw = packed("w", [("a.txt", TEXT * 200)])
    limits = Limits(total_bytes=len(raw) + len(TEXT) * 200 + 10_000)
    assert read(gzip.compress(raw), "a.tar.gz", limits=limits) == [("a.txt", "page")]
    short = Limits(total_bytes=len(raw) - 2000)
    assert read(gzip.compress(raw), "a.tar.gz", limits=short)[-1][1] == "too_much_inside"


def test_archives_one_behind_the_other_lose_nothing():
    raw = packed("w", [("a.txt", TEXT)]) + packed("w", [("b.txt", TEXT)])
    assert read(raw) == [("a.txt", "page"), ("b.txt", "page")]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (tarfile.SYMTYPE, "unsafe_member"), (tarfile.LNKTYPE, "unsafe_member"),
        (tarfile.CHRTYPE, "unsafe_member"), (tarfile.BLKTYPE, "unsafe_member"),
        (tarfile.FIFOTYPE, "unsafe_member"), (tarfile.GNUTYPE_SPARSE, "unsupported_format"),
    ],
)  # fmt: skip
def test_members_that_are_no_plain_files(kind, reason):
    size = 0 if kind != tarfile.GNUTYPE_SPARSE else len(TEXT)
    raw = header("x", size, kind, linkname="/etc/passwd") + block(TEXT[:size])
    raw += header("a.txt", len(TEXT)) + block(TEXT)
    assert read(raw) == [("x", reason), ("a.txt", "page")]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a", "a/../../b", "C:\\a.txt"])
def test_names_that_lead_out(name):
    raw = header(name, len(TEXT)) + block(TEXT) + header("a.txt", len(TEXT)) + block(TEXT)
    assert read(raw) == [(name, "unsafe_member"), ("a.txt", "page")]


def test_names_that_no_disk_takes():
    record = b"path=" + b"x" * 5000 + b"\n"
    record = b"%d %s" % (len(record) + 5, record)
    raw = header("PaxHeader", len(record), tarfile.XHDTYPE) + block(record)
    raw += header("a.txt", len(TEXT)) + block(TEXT)
    assert read(raw) == [("x" * 4096, "unsafe_member")]


@pytest.mark.parametrize(
    "record", [b"9999999 path=a\n", b"5 path=a\n", b"path=a\n", b"11 size=-1\n", b"0 a=\n", b"\xff"]
)
def test_a_broken_extended_header_is_damage(record):
    raw = header("good.txt", len(TEXT)) + block(TEXT)
    raw += header("PaxHeader", len(record), tarfile.XHDTYPE) + block(record)
    raw += header("a.txt", len(TEXT)) + block(TEXT)
    assert read(raw) == [("good.txt", "page"), ("rest", "damaged")]


def test_headers_of_any_size_are_not_taken_into_memory():
    raw = header("././@LongLink", 10**6, tarfile.GNUTYPE_LONGNAME) + block(b"x" * 10**6)
    raw += header("a.txt", len(TEXT)) + block(TEXT)
    assert read(raw) == [("", "damaged")]


def test_headers_about_all_members_and_labels_are_passed_over():
    comment = b"52 comment=0123456789012345678901234567890123456789\n"
    raw = header("pax_global_header", len(comment), tarfile.XGLTYPE) + block(comment)
    raw += header("backup", 0, b"V") + header("a.txt", len(TEXT)) + block(TEXT)
    assert read(raw) == [("a.txt", "page")]


def test_an_archive_that_breaks_off():
    whole = header("a.txt", len(TEXT)) + block(TEXT)
    assert read(whole) == [("a.txt", "page")]
    assert read(whole + whole[:515]) == [("a.txt", "page"), ("a.txt (2)", "damaged")]
    assert read(whole + whole[:200]) == [("a.txt", "page"), ("rest", "damaged")]
    assert read(whole + b"rubbish" * 200) == [("a.txt", "page"), ("rest", "damaged")]
    negative = bytearray(whole)
    negative[124:136] = b"\xff" * 12
    negative[148:156] = b" " * 8
    negative[148:156] = b"%06o\0 " % sum(negative[:512])
    assert read(bytes(negative)) == [("", "damaged")]
    cut = gzip.compress(whole + header("b.txt", 10**6) + bytes(range(256)) * 4000)[:-900]
    broken = [("a.txt", "page"), ("b.txt", "damaged"), ("rest", "damaged")]
    assert read(cut, "a.tar.gz") == broken


def test_archives_inside_archives():
    inner = packed("w:gz", [("a.txt", TEXT)])
    raw = packed("w:xz", [("inner.tgz", inner), ("b.txt", TEXT)])
    assert read(raw, "a.txz") == [("inner.tgz!/a.txt", "page"), ("b.txt", "page")]
