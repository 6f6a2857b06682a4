"""Files made to do harm, with what each must end as; `benchmarks/hostile.py` runs the job on them.

The bombs hold 1 GiB of zeros. Packed streams may stand one behind the other, so that one small
block that is written many times makes a whole bomb in some hundredths of a second.
"""

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile
import zlib

import zstandard

from tests.extractors.readers.examples import story

GOOD = f"{story(7).title}\n\n{story(7).text}\n".encode()
GIB = 1 << 30
BLOCK = 1 << 24
BLOCKS = GIB // BLOCK


def end_the_process(shard):
    """Stands in for the reading of files, in the worker: the first one kills it."""
    os._exit(9)


def archive(**members):
    """A ZIP archive of these names and contents."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


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


def zeros(pack):
    """1 GiB of zeros packed by `pack`, as streams one behind the other."""
    return pack(bytes(BLOCK)) * BLOCKS


def repeat_member(raw, name, block):
    """The archive `raw` with one more member: 1 GiB, `block` again and again (APPNOTE.TXT, 4.3)."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = (packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)) * (GIB // len(block))
    packed += zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS).flush()
    checksum = 0
    for _ in range(GIB // len(block)):
        checksum = zlib.crc32(block, checksum)
    entry = struct.pack("<5H3L2H", 20, 0, 8, 0, 33, checksum, len(packed), GIB, len(name), 0)
    count, size, start = struct.unpack("<HLL", raw[-12:-2])
    members, directory = raw[:start], raw[start : start + size]
    directory += b"PK\1\2" + struct.pack("<H", 20) + entry + struct.pack("<3H2L", 0, 0, 0, 0, start)
    members += b"PK\3\4" + entry + name.encode() + packed
    end = struct.pack("<4H2LH", 0, 0, count + 1, count + 1, len(directory) + len(name),
                      len(members), 0)  # fmt: skip
    return members + directory + name.encode() + b"PK\5\6" + end


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


def lines_of_spaces():
    return repeat_member(archive(), "a.jsonl", b'{"text": "%s"}\n' % (b" " * (BLOCK // 16 - 13)))


def zeros_behind(**members):
    return repeat_member(archive(**members), "zeros.txt", bytes(BLOCK))


def packed_twice():
    return archive(**{"good.txt": GOOD, "zeros.txt.xz": zeros(lzma.compress)})


def tar_of_zeros():
    """A packed archive of a good text and one of 1 GiB."""
    text = tarfile.TarInfo("zeros.txt")
    text.size = GIB
    good = tar_with()[:-512]
    return gzip.compress(good + text.tobuf()) + zeros(gzip.compress) + gzip.compress(bytes(1024))


def tar_with(**fields):
    """An archive with a good text and a member that is described by these fields of its header."""
    good, bad = tarfile.TarInfo("good.txt"), tarfile.TarInfo("bad.txt")
    good.size = len(GOOD)
    for name, value in fields.items():
        setattr(bad, name, value)
    return good.tobuf() + GOOD + bytes(-len(GOOD) % 512) + bad.tobuf(tarfile.GNU_FORMAT)


HOSTILE = {  # name -> (maker of its bytes, articles in it, reasons of refusal)
    "zeros.txt.gz": (lambda: zeros(gzip.compress), 0, {"too_large"}),
    "zeros.txt.bz2": (lambda: zeros(bz2.compress), 0, {"too_much_inside"}),
    "zeros.html.xz": (lambda: zeros(lzma.compress), 0, {"too_large"}),
    "zeros.txt.zst": (lambda: zeros(zstandard.compress), 0, {"too_much_inside"}),
    "zeros.zip": (zeros_behind, 0, {"too_large"}),
    "among-others.zip": (lambda: zeros_behind(good=GOOD), 1, {"too_large"}),
    "packed-twice.zip": (packed_twice, 1, {"too_large"}),
    "lines.zip": (lines_of_spaces, 0, {"no_text", "damaged", "too_much_inside"}),
    "zeros.tar.gz": (tar_of_zeros, 1, {"too_large", "too_much_inside"}),
    "10-level.zip": (lambda: nested_zip(10), 0, {"nested_too_deep"}),
    "traversal.zip": (lambda: zip_with("../../etc/passwd"), 1, {"unsafe_member"}),
    "absolute.zip": (lambda: zip_with("/etc/passwd"), 1, {"unsafe_member"}),
    "drive.zip": (lambda: zip_with("C:\\Windows\\a.txt"), 1, {"unsafe_member"}),
    "link.zip": (lambda: zip_with("a.txt", b"/etc/passwd", 0o120777 << 16), 1, {"unsafe_member"}),
    "traversal.tar": (lambda: tar_with(name="../../etc/passwd"), 1, {"unsafe_member"}),
    "link.tar": (
        lambda: tar_with(type=tarfile.SYMTYPE, linkname="/etc/passwd"), 1, {"unsafe_member"}
    ),
    "device.tar": (lambda: tar_with(type=tarfile.CHRTYPE), 1, {"unsafe_member"}),
    "holes.tar": (
        lambda: tar_with(type=tarfile.GNUTYPE_SPARSE, size=1 << 40), 1, {"unsupported_format"}
    ),
    "long-name.tar": (
        lambda: tar_with(type=tarfile.GNUTYPE_LONGNAME, size=1 << 40), 1, {"damaged"}
    ),
    "recursive.eml": (lambda: recursive_mail(2000), 0, {"damaged"}),
    "forwarded.eml": (lambda: recursive_mail(20), 0, {"nested_too_deep", "no_text"}),
    "laughs.rss": (laughs, 0, {"no_text"}),
    "references.md": (references, 1, set()),
    "nested.html": (lambda: b"<html>" + b"<div>" * 1_000_000, 0, {"empty"}),
    "unclosed.html": (lambda: b"<html>" + b"<!--" * 1_000_000, 0, {"empty"}),
    "deep.json": (lambda: b'{"text":' * 200_000, 0, {"damaged"}),
    "deep-list.json": (lambda: b'[{"text":' * 200_000, 0, {"damaged"}),
    "quote.csv": (lambda: b'text\n"' + b"x,\n" * 1_000_000, 0, {"too_large"}),
    "loop.pdf": (lambda: b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj\n"
                 b"trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF", 0, {"damaged"}),
    "braces.rtf": (lambda: b"{\\rtf1" + b"{" * 1_000_000, 0, {"empty"}),
    "long.warc": (lambda: b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999\r\n"
                  b"\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x", 0, {"damaged"}),
    "brackets.md": (lambda: b"[" * 30_000, 1, set()),
}  # fmt: skip
