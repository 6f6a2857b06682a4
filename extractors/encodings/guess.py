"""The encoding of old text files, which state none: 8-bit, Chinese, Japanese or Korean.

Where two thirds of the runs of high bytes are single ones, the script is Latin, and the code
pages are told apart by the language and by the letters that it has; else charset-normalizer
decides between those that the web knows (WHATWG Encoding Standard, "Names and labels"), and two
of DOS and Macintosh. It knows a hundred encodings, and takes rare ones for the common.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from charset_normalizer import from_bytes

from extractors.languages import detect_language

SAMPLE_BYTES = 8_192
HIGH_RUN = re.compile(rb"[\x80-\xff]+")
TAG = re.compile(rb"<[^>]{0,1000}>")
NOT_LATIN = [
    "big5hkscs", "cp866", "cp874", "cp932", "cp949", "cp1251", "cp1253", "cp1255", "cp1256",
    "cp1258", "euc_jp", "gb18030", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "koi8_r",
    "koi8_u", "mac_cyrillic", "mac_greek", "cp037",
]  # fmt: skip
WESTERN = ("cp1252", "mac_roman", "cp850", "iso8859_15")  # the likeliest first
CENTRAL = ("cp1250", "iso8859_2", "cp852", "mac_latin2")
DOS_AND_MACINTOSH = frozenset("cp775 cp850 cp852 cp857 mac_latin2 mac_roman mac_turkish".split())
# Languages whose letters windows-1252 does not have, and those of their letters that are not ASCII.
LETTERS = {
    "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű",
    "hr": "čćđšž", "bs": "čćđšž", "sr": "čćđšž", "sl": "čšž", "ro": "ăâîşţ",
    "tr": "çğıiöşüâîû", "az": "çğıiöşüâîû", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž",
}  # fmt: skip
CODE_PAGES = dict.fromkeys(LETTERS, CENTRAL) | {
    "tr": ("cp1254", "cp857", "mac_turkish"),
    "az": ("cp1254", "cp857", "mac_turkish"),
    "lt": ("cp1257", "cp775"),
    "lv": ("cp1257", "cp775"),
}
MARKS = frozenset("“”‘’„‚«»‹›–—…•·€£§©®™°¿¡\u00a0\u00ad")  # that news puts between its words
INSIDE_WORDS = frozenset("’–—·\u00ad")


def guess_encodings(raw: bytes, *, html: bool = False) -> tuple[str, ...]:
    """Python codec names for bytes that are neither marked nor UTF-8, the likeliest first."""
    sample = take_sample(TAG.sub(b" ", raw) if html else raw)
    runs = HIGH_RUN.findall(sample)
    if 3 * sum(len(run) == 1 for run in runs) >= 2 * len(runs):
        return rank_latin(sample)
    guess = from_bytes(sample, cp_isolation=NOT_LATIN).best()
    return (guess.encoding,) if guess else ()


def take_sample(raw: bytes) -> bytes:
    """Lines that are not all ASCII, some 8 kB of them, and no character cut in two."""
    lines, size = [], 0
    for line in raw.splitlines():
        if not line.isascii():
            lines.append(line)
            size += len(line)
        if size > SAMPLE_BYTES:
            break
    sample = b"\n".join(lines)
    if len(sample) <= SAMPLE_BYTES:
        return sample
    end = max(sample.rfind(mark, 0, SAMPLE_BYTES) for mark in (b"\n", b" "))
    # white space is no part of a longer character; where there is none, most have two bytes
    return sample[: end if end > 0 else SAMPLE_BYTES]


def rank_latin(sample: bytes) -> tuple[str, ...]:
    """Code pages of Latin scripts, those first that make most sense of the high bytes."""
    detected = detect_language(sample.decode("cp1252", "replace"))
    language = detected[0] if detected else ""
    pages = CODE_PAGES.get(language, ()) + WESTERN
    letters = LETTERS.get(language, "")
    fits = {page: count_fits(sample.decode(page, "replace"), letters) for page in pages}
    needed = 2 + len(HIGH_RUN.findall(sample)) // 5  # evidence for what is rare by now
    fits |= {page: fits[page] - needed for page in pages if page in DOS_AND_MACINTOSH}
    return tuple(sorted(pages, key=lambda page: -fits[page]))


def count_fits(text: str, letters: str) -> int:
    """Characters beyond ASCII that stand as in print, less those that do not.

    Letters (one of `letters`, if there are any) beside others of the same case, marks beside words.
    """
    count = 0
    padded = f" {text} "
    for (before, here), after in zip(pairwise(padded), padded[2:], strict=False):
        if not here.isascii():
            count += 1 if _fits(before, here, after, letters) else -1
    return count


def _fits(before: str, here: str, after: str, letters: str) -> bool:
    is_within = before.isalpha() and after.isalpha()
    match unicodedata.category(here):
        case "Ll":
            is_in_word = (before + after).upper() != before + after or not is_within
            return is_in_word and (not letters or here in letters)
        case "Lu":
            is_in_capitals = before.isupper() and not after.islower()
            is_in_word = is_in_capitals or not before.isalpha()
            return is_in_word and (not letters or here.lower()[:1] in letters)
        case _:
            return here in MARKS and (not is_within or here in INSIDE_WORDS)
