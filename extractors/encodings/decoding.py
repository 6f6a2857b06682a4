"""Text of a file's bytes, such that the bytes can be given back.

Order of evidence: byte order mark, UTF-16 without one, the escapes of ISO-2022-JP, UTF-8, the
charset that is declared, UTF-8 with some odd bytes, then a guess between old encodings.
A byte that the chosen encoding does not allow is read as windows-1252, as browsers do
(WHATWG Encoding Standard, "windows-1252"), and its place is kept.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from extractors.encodings.guess import guess_encodings
from extractors.encodings.odd_bytes import MARKED, find_marked, read_marked
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
MULTIBYTE = re.compile(  # of UTF-8; of bytes in Chinese or Japanese encodings two fifths pass too
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
MULTIBYTE_SHARE = 0.6
ODD_SHARE = 0.02  # of the bytes of a text whose encoding is stated
JAPANESE_ESCAPES = (b"\x1b$B", b"\x1b$@")
# What a name means in the files that state it (WHATWG Encoding Standard, "Names and labels").
MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "big5": "big5hkscs", "utf-16": "utf-16-le",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a file and what is needed to turn it back into the same bytes."""

    text: str
    encoding: str  # Python codec name, lower case
    byte_order_mark: bool
    odd_bytes: tuple[tuple[int, int], ...]  # (offset of the character, value of the byte)


def decode(raw: bytes, *, html: bool = False, charset: str = "") -> Decoded | Rejection:
    """Text of `raw`, or a Rejection (empty, binary).

    `charset` is what a header states; `html`: look for one in the page, too.
    """
    if not raw:
        return Rejection("empty", "The file has no bytes.")
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], encoding, mark=True)
    head = raw[:SNIFF_BYTES]
    if wide := _stated_wide(raw, charset) or _utf16_without_mark(head):
        return _decoded(raw, wide)
    if len(head.translate(None, CONTROL_BYTES)) < 0.98 * len(head) or head.count(0) > len(head) / 5:
        return Rejection("binary", "The bytes are not text: too many control characters.")
    if html and not charset and (declared := DECLARED_CHARSET.search(head)):
        charset = declared[1].decode("ascii", "replace")
    return _decoded(raw, _eight_bit_encoding(raw, charset, html=html))


def encode(decoded: Decoded) -> bytes:
    """The bytes `decode` was given."""
    pieces, last = [], 0
    for offset, byte in decoded.odd_bytes:
        pieces += [decoded.text[last:offset].encode(decoded.encoding), bytes([byte])]
        last = offset + 1
    pieces.append(decoded.text[last:].encode(decoded.encoding))
    mark = {name: mark for mark, name in BYTE_ORDER_MARKS}
    return (mark[decoded.encoding] if decoded.byte_order_mark else b"") + b"".join(pieces)


def _eight_bit_encoding(raw: bytes, charset: str, *, html: bool) -> str:
    if any(escape in raw for escape in JAPANESE_ESCAPES) and _reads(raw, "iso2022_jp"):
        return "iso2022_jp"
    try:
        raw.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        pass
    if charset and (name := _meant(charset)) and _reads(raw, name):
        return name
    high = len(raw) - len(raw.translate(None, HIGH_BYTES))
    if sum(map(len, MULTIBYTE.findall(raw))) > MULTIBYTE_SHARE * high:
        return "utf-8"  # a few damaged sequences among good ones
    return next((name for name in guess_encodings(raw, html=html) if _reads(raw, name)), "cp1252")


def _stated_wide(raw: bytes, charset: str) -> str | None:
    """The stated codec where ASCII does not look like ASCII in it."""
    name = _meant(charset) or ""
    is_wide = name.startswith(("utf-16", "utf-32")) or (raw.isascii() and raw.count(b"\x1b"))
    return name if is_wide and _reads(raw, name) else None


def _meant(charset: str) -> str | None:
    """Codec that a stated charset stands for; None when no such codec is known."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    return MEANT.get(name, name)


def _reads(raw: bytes, encoding: str) -> bool:
    """True when the codec reads nearly all of `raw`, and gives all of it back."""
    try:
        decoded = _decoded(raw, encoding)
        return len(decoded.odd_bytes) <= ODD_SHARE * len(raw) and encode(decoded) == raw
    except (LookupError, UnicodeError, TypeError, AssertionError):
        return False  # also codecs that turn no bytes into text


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
    marked = raw.decode(encoding, errors=MARKED)
    odd = find_marked(marked)
    return Decoded(read_marked(marked) if odd else marked, encoding, mark, odd)
