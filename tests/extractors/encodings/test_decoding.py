"""Any bytes come back; the encodings people really have are read as they were meant."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.encodings.decoding import Decoded, decode, encode
from extractors.records import Rejection

SENTENCE = "Der Präsident sagte: „Wir haben kein Geld“ – und ging nach Köln."


@pytest.mark.parametrize(
    ("raw", "encoding", "text"),
    [
        (SENTENCE.encode(), "utf-8", SENTENCE),
        (codecs.BOM_UTF8 + SENTENCE.encode(), "utf-8", SENTENCE),
        (SENTENCE.encode("cp1252"), "cp1252", SENTENCE),
        (codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"), "utf-16-le", SENTENCE),
        (codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), "utf-16-be", SENTENCE),
        (SENTENCE.encode("utf-16-le"), "utf-16-le", SENTENCE),
        (SENTENCE.encode("utf-16-be"), "utf-16-be", SENTENCE),
        (codecs.BOM_UTF32_LE + SENTENCE.encode("utf-32-le"), "utf-32-le", SENTENCE),
        (b"plain", "utf-8", "plain"),
    ],
)
def test_encodings_are_recognised(raw, encoding, text):
    decoded = decode(raw)
    assert (decoded.encoding, decoded.text, decoded.odd_bytes) == (encoding, text, ())


def test_russian_in_an_eight_bit_encoding_is_guessed():
    text = "Президент сообщил в четверг, что переговоры о мире отложены до конца месяца. " * 5
    assert decode(text.encode("cp1251")).text == text


def test_one_damaged_byte_does_not_spoil_the_rest():
    raw = "Präsident ".encode() + b"\x93" + "Köln, größer".encode()
    decoded = decode(raw)
    assert decoded.encoding == "utf-8"
    assert decoded.text == "Präsident “Köln, größer"
    assert decoded.odd_bytes == ((10, 0x93),)
    assert encode(decoded) == raw


def test_a_page_is_read_as_it_declares():
    raw = '<meta charset="windows-1250"><p>Český premiér řekl</p>'.encode("cp1250")
    assert "Český premiér řekl" in decode(raw, html=True).text


@pytest.mark.parametrize("charset", ["iso-8859-1", "us-ascii", "latin1"])
def test_stated_latin_1_is_windows_1252_as_in_browsers(charset):
    page = f'<meta charset="{charset}"><p>“Wait” – he said</p>'.encode("cp1252")
    assert "“Wait” – he said" in decode(page, html=True).text
    assert decode("“Wait” – he said".encode("cp1252"), charset=charset).text == "“Wait” – he said"


@pytest.mark.parametrize(
    ("text", "encoding", "charset"),
    [
        ("新しい橋を建設", "iso2022_jp", "iso-2022-jp"),
        ("Мост", "utf-16-le", "utf-16"),
        ("Мост", "koi8_r", "KOI8-R"),
        ("新橋", "cp932", "shift_jis"),
        ("Мост", "utf-8", "us-ascii"),  # what is stated cannot be, or is less likely
        ("Köln", "utf-8", "iso-8859-1"),
        ("Köln", "cp1252", "no such charset"),
    ],
)
def test_a_header_states_the_charset(text, encoding, charset):
    assert decode(text.encode(encoding), charset=charset).text == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [(b"", "empty"), (bytes(range(256)) * 40, "binary"), (b"\0" * 1000, "binary")],
)
def test_what_is_not_text_is_refused(raw, reason):
    refused = decode(raw)
    assert isinstance(refused, Rejection)
    assert refused.reason == reason


def test_a_few_nul_bytes_stay_in_the_text():
    raw = b"A report\0 with a stray zero byte, but still a report of some length."
    assert decode(raw).text == raw.decode()


@given(st.binary(max_size=300))
def test_bytes_come_back(raw):
    decoded = decode(raw)
    assert isinstance(decoded, Rejection) or encode(decoded) == raw
    assert isinstance(decoded, Rejection) or not any(
        "\ud800" <= c <= "\udfff" for c in decoded.text
    )


@given(st.text(min_size=1, max_size=200), st.sampled_from(["utf-8", "utf-16-le", "cp1252"]))
def test_text_in_a_known_encoding_comes_back_as_bytes(text, encoding):
    raw = text.encode(encoding, "ignore")
    decoded = decode(raw)
    assert isinstance(decoded, Rejection | Decoded)
    assert isinstance(decoded, Rejection) or encode(decoded) == raw
