"""Text of a file's bytes, such that the bytes can be given back.

Order of evidence: byte order mark, UTF-16 without one, UTF-8, the charset an HTML page declares,
UTF-8 with a few odd bytes, then a guess by charset-normalizer between old 8-bit and CJK encodings.
A byte that the chosen encoding does not allow is read as windows-1252, as browsers do
(WHATWG Encoding Standard, "windows-1252"), and its place is kept.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from extractors.records import Rejection

BYTE_ORDER_MARKS = (  # longest first: the UTF-32 mark begins with the UTF-16 one
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SNIFF_BYTES = 65_536  # enough to know an encoding, small enough for a file of 100 MB
DECLARED_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\r\f\v\b\x1b\x1a\0"))
HIGH_BYTES = bytes(range(128, 256))
MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
ODD = "newsmill.odd"  # name of the codec error handler at the end of this file
ODD_BASE = 0xDC00
ODD_CHARACTER = re.compile("[\udc00-\udcff]")
# the five bytes windows-1252 leaves unassigned stand for the control character of their value
WINDOWS_1252 = {
    ODD_BASE + byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
    for byte in range(256)
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a file and what is needed to turn it back into the same bytes."""

    text: str
    encoding: str  # Python codec name, lower case
    byte_order_mark: bool
    odd_bytes: tuple[tuple[int, int], ...]  # (offset of the character, value of the byte)


def decode(raw: bytes, *, html: bool = False) -> Decoded | Rejection:
    """Text of `raw`, or a Rejection (empty, binary). `html`: trust a charset the page declares."""
    if not raw:
        return Rejection("empty", "The file has no bytes.")
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], encoding, mark=True)
    head = raw[:SNIFF_BYTES]
    wide = _utf16_without_mark(head)
    if wide:
        return _decoded(raw, wide)
    if len(head.translate(None, CONTROL_BYTES)) < 0.98 * len(head) or head.count(0) > len(head) / 5:
        return Rejection("binary", "The bytes are not text: too many control characters.")
    return _decoded(raw, _eight_bit_encoding(raw, head, html=html))


def encode(decoded: Decoded) -> bytes:
    """The bytes `decode` was given."""
    pieces, last = [], 0
    for offset, byte in decoded.odd_bytes:
        pieces += [decoded.text[last:offset].encode(decoded.encoding), bytes([byte])]
        last = offset + 1
    pieces.append(decoded.text[last:].encode(decoded.encoding))
    mark = {name: mark for mark, name in BYTE_ORDER_MARKS}
    return (mark[decoded.encoding] if decoded.byte_order_mark else b"") + b"".join(pieces)


def _eight_bit_encoding(raw: bytes, head: bytes, *, html: bool) -> str:
    try:
        raw.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        pass
    declared = DECLARED_CHARSET.search(head) if html else None
    if declared and (name := _round_trip(raw, declared[1].decode("ascii", "replace"))):
        return name
    high = len(raw) - len(raw.translate(None, HIGH_BYTES))
    if 2 * sum(map(len, MULTIBYTE.findall(raw))) > high:
        return "utf-8"  # most high bytes form UTF-8 sequences: a few damaged ones among good ones
    if high * 5 < len(raw):  # a letter in five or fewer has an accent: a language in Latin script
        return "cp1252"
    guess = from_bytes(head[: SNIFF_BYTES // 8]).best()
    return (guess and _round_trip(raw, guess.encoding)) or "cp1252"


def _round_trip(raw: bytes, encoding: str) -> str | None:
    """Name of the codec when it reads `raw` without loss, else None."""
    try:
        name = codecs.lookup(encoding).name
        return name if raw.decode(name).encode(name) == raw else None
    except (LookupError, UnicodeError, TypeError, AssertionError):
        return None


def _utf16_without_mark(head: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in nearly every second byte and nearly none in the others."""
    pairs = len(head) // 2
    if pairs < 2 or (len(head) % 2 and len(head) < SNIFF_BYTES):
        return None
    even, odd = head[0 : pairs * 2 : 2].count(0), head[1 : pairs * 2 : 2].count(0)
    if odd > 0.4 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.4 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _decoded(raw: bytes, encoding: str, *, mark: bool = False) -> Decoded:
    """Decode; what the encoding refuses becomes, byte by byte, its windows-1252 character."""
    if encoding == "utf-8":
        try:  # looking for stand-ins takes ten times as long as decoding
            return Decoded(raw.decode(encoding), encoding, mark, ())
        except UnicodeDecodeError:
            pass
    marked = raw.decode(encoding, errors=ODD)
    odd = tuple((hit.start(), ord(hit[0]) - ODD_BASE) for hit in ODD_CHARACTER.finditer(marked))
    text = marked.translate(WINDOWS_1252) if odd else marked
    return Decoded(text, encoding, mark, odd)


def _mark_odd_bytes(error: UnicodeError) -> tuple[str, int]:
    """Stand-ins (lone surrogates, which no decoder gives) for the bytes that cannot be decoded."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    odd = error.object[error.start : error.end]
    return "".join(chr(ODD_BASE + byte) for byte in odd), error.end


codecs.register_error(ODD, _mark_odd_bytes)
