"""A folder of files made to do harm: each has its reason, in little memory and time."""

import bz2
import gzip
import io
import json
import lzma
import os
import resource
import zipfile

import pytest

from flows.shards import Shard, ShardFile, extract_shard
from tests.extractors.readers.examples import story
from tests.flows.test_containers import TODAY, archive, article_text

GOOD = article_text(7).encode()
ZEROS_MB = 300


def nested_zip(depth):
    raw = archive(a=GOOD)
    for level in range(depth - 1):
        raw = archive(**{f"{level}.zip": raw})
    return raw


def zip_with(name, content=b"x", attributes=0o644 << 16):
    """An archive with a good text and one member of a bad name or kind."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("good.txt", GOOD)
        member = zipfile.ZipInfo(name)
        member.external_attr = attributes
        made.writestr(member, content)
    return out.getvalue()


def zeros(packer, **options):
    """Packed zeros, some hundred megabytes of them, made without holding them."""
    out = io.BytesIO()
    with packer(out, "wb", **options) as stream:
        for _ in range(ZEROS_MB):
            stream.write(bytes(1_000_000))
    return out.getvalue()


def zip_of_zeros():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        with made.open("zeros.jsonl", "w") as member:
            for _ in range(ZEROS_MB):
                member.write(b'{"text": "' + b" " * 1_000_000 + b'"}\n')
        made.writestr("late.txt", GOOD)
    return out.getvalue()


def recursive_mail(depth):
    head = "From: a@b.example\nTo: c@d.example\nSubject: x\nDate: y\nMIME-Version: 1.0\n"
    return ((head + "Content-Type: message/rfc822\n\n") * depth + head + "\nend").encode()


def laughs():
    grown = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{grown}]><rss version="2.0">'
        "<channel><item><title>&l9;</title></item></channel></rss>"
    ).encode()


def references(level=30):
    """YAML whose lists hold the list above ten times."""
    lists = "".join(f"k{n}: &k{n} [{f'*k{n - 1},' * 10}]\n" for n in range(1, level))
    return f"---\nk0: &k0 [x]\n{lists}author: *k{level - 1}\n---\n\n{GOOD.decode()}".encode()


HOSTILE = {  # name -> (bytes, articles in it, reasons of refusal)
    "10-level.zip": (nested_zip(10), 0, {"nested_too_deep"}),
    "traversal.zip": (zip_with("../../etc/passwd"), 1, {"unsafe_member"}),
    "absolute.zip": (zip_with("/etc/passwd"), 1, {"unsafe_member"}),
    "drive.zip": (zip_with("C:\\Windows\\a.txt"), 1, {"unsafe_member"}),
    "link.zip": (zip_with("a.txt", b"/etc/passwd", 0o120777 << 16), 1, {"unsafe_member"}),
    "zeros.txt.gz": (zeros(gzip.open, compresslevel=1), 0, {"too_large"}),
    "zeros.txt.bz2": (zeros(bz2.open, compresslevel=1), 0, {"too_much_inside"}),
    "zeros.html.xz": (zeros(lzma.open, preset=0), 0, {"too_much_inside", "too_large"}),
    "bomb.zip": (zip_of_zeros(), 0, {"no_text", "damaged", "too_much_inside"}),
    "recursive.eml": (recursive_mail(2000), 0, {"damaged"}),
    "forwarded.eml": (recursive_mail(20), 0, {"nested_too_deep", "no_text"}),
    "laughs.rss": (laughs(), 0, {"no_text"}),
    "references.md": (references(), 1, set()),
    "nested.html": (b"<html>" + b"<div>" * 1_000_000, 0, {"empty"}),
    "unclosed.html": (b"<html>" + b"<!--" * 1_000_000, 0, {"empty"}),
    "deep.json": (b'{"text":' * 200_000, 0, {"damaged"}),
    "deep-list.json": (b'[{"text":' * 200_000, 0, {"damaged"}),
    "quote.csv": (b'text\n"' + b"x,\n" * 1_000_000, 0, {"too_large"}),
    "loop.pdf": (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj\n"
                 b"trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF", 0, {"damaged", "no_text"}),
    "braces.rtf": (b"{\\rtf1" + b"{" * 1_000_000, 0, {"empty"}),
    "long.warc": (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999\r\n\r\n"
                  b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x", 0, {"damaged"}),
    "brackets.md": (b"[" * 30_000, 1, set()),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_each_hostile_file_has_its_reason(tmp_path, name):
    raw, articles, reasons = HOSTILE[name]
    (tmp_path / name).write_bytes(raw)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    file = ShardFile(name, os.fsencode(tmp_path / name))
    (outcome,) = extract_shard(
        Shard("1", (file,), tmp_path / "staging", "run", TODAY, 20_000_000, "rules")
    )
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    found = {rejection.reason for _, rejection in outcome.found.refused}
    assert outcome.found.article_count == articles
    assert (found & reasons) == found if reasons else not found
    assert grown < 400_000  # kB beyond all that was used before


def test_what_stands_behind_a_bad_member_is_read(tmp_path):
    lines = "\n".join(json.dumps({"id": n, "text": story(n).text}) for n in range(3))
    raw = archive(**{"../x": b"x", "broken.json": b"{", "good.jsonl": lines.encode()})
    (tmp_path / "a.zip").write_bytes(raw)
    file = ShardFile("a.zip", os.fsencode(tmp_path / "a.zip"))
    (outcome,) = extract_shard(
        Shard("1", (file,), tmp_path / "staging", "run", TODAY, 20_000_000, "rules")
    )
    assert outcome.found.article_count == 3
    assert [place for place, _ in outcome.found.refused] == ["../x", "broken.json"]
