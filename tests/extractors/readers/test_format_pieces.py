"""Damaged bytes give pieces; places of documents stay and are unique."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.readers.formats import FORMATS
from extractors.reasons import REASONS
from tests.extractors.readers.format_examples import KINDS, example
from tests.extractors.readers.pieces import outcome, read

EDITS = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 2**16), st.integers(0, 255)), min_size=1
)
DAMAGED = st.tuples(
    st.sampled_from([(form, kind) for form in FORMATS for kind in KINDS]), st.integers(0, 4), EDITS
)
RANDOM = st.tuples(
    st.binary(max_size=200),
    st.sampled_from([ending for form in FORMATS for ending in form.endings]),
)


def damage(raw, edits):
    """Bytes changed, removed, doubled, put in or cut off."""
    raw = bytearray(raw)
    for how, place, value in edits:
        at = place % (len(raw) + 1)
        if how == 0:
            raw[at : at + 1] = bytes([value])
        elif how == 1:
            del raw[at : at + value % 40]
        elif how == 2:
            raw[at:at] = raw[max(0, at - value % 60) : at]
        elif how == 3:
            raw[at:at] = (b"\0", b"\xff\xfe", b"\n\n", b"<", b'"', b"{")[value % 6]
        elif value < 50:
            del raw[at:]
    return bytes(raw)


@settings(max_examples=150, deadline=None)
@given(DAMAGED)
def test_damaged_files_give_pieces_and_never_an_exception(case):
    (form, kind), number, edits = case
    wanted = example(form, kind)
    check_pieces(damage(wanted.make(number), edits), wanted.name)


@settings(max_examples=100, deadline=None)
@given(RANDOM)
def test_any_bytes_give_pieces_and_never_an_exception(case):
    check_pieces(*case)


def check_pieces(raw, name):
    pieces = read(raw, name)
    assert pieces
    assert all(outcome(piece) == "page" or outcome(piece) in REASONS for piece in pieces)
    places = [piece.place for piece in pieces]
    assert len(set(places)) == len(places)
    assert "" not in places or len(places) == 1
    for piece in pieces:
        "".join((piece.place, getattr(piece.found, "text", ""))).encode()  # no half surrogates


def test_pieces_do_not_depend_on_the_run():
    for form in FORMATS:
        raw, name = example(form, "odd").make(1), example(form, "odd").name
        assert read(raw, name) == read(raw, name)


def test_moving_items_of_a_list_does_not_change_their_places():
    lines = [b'{"id": "%d", "text": "Words of %d."}' % (n, n) for n in range(3)]
    forward = {p.place: p.found.text for p in read(b"\n".join(lines), "a.jsonl")}
    assert forward == {p.place: p.found.text for p in read(b"\n".join(lines[::-1]), "a.jsonl")}


def test_places_that_occur_again_are_numbered():
    line = b'{"id": "a", "text": "Words."}\n'
    assert [p.place for p in read(line * 3, "a.jsonl")] == ["a", "a (2)", "a (3)"]


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Re: Fwd: Ferry stops", "Ferry stops"),
        ("AW: WG: Fähre fällt aus", "Fähre fällt aus"),
        ("Re[2]: Ferry stops", "Ferry stops"),
        ("Report: Ferry stops", "Report: Ferry stops"),
        ("Trade: Ferry stops", "Trade: Ferry stops"),
    ],
)
def test_a_mail_that_is_passed_on_has_the_title_of_the_first(subject, title):
    raw = f"From: a@b.example\nTo: c@d.example\nSubject: {subject}\nMIME-Version: 1.0\n\nText."
    (piece,) = read(raw.encode(), "a.eml")
    assert [row.value for row in piece.found.metadata if row.field == "title"] == [title]
