"""The table of formats is kept: each has examples, documented fields, and loses no document.

To add a format: a reader in extractors/readers/, a line in extractors/readers/formats.py, and a
module of its name in tests/extractors/readers/examples/ with `good`, `odd` and `bad`.
"""

import importlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.metadata import METHODS
from extractors.readers.formats import FORMATS, find_format
from extractors.readers.head import Head
from extractors.reasons import REASONS
from tests.extractors.readers.examples import story
from tests.extractors.readers.pieces import outcome, read

KINDS = ("good", "odd", "bad")
PACKINGS = {"gzip", "bzip2", "xz", "zstd", "zip", "tar"}  # state nothing themselves
SILENT = {"text", "rtf"}  # have no place for facts
FIELDS = {"title", "subtitle", "author", "published_at", "updated_at", "outlet", "section",
          "language", "url", "canonical_url", "caption"}  # fmt: skip


def example(form, kind):
    place = f"tests/extractors/readers/examples/{form.name}.py"
    try:
        module = importlib.import_module(f"tests.extractors.readers.examples.{form.name}")
    except ModuleNotFoundError:
        pytest.fail(f"The format {form.name} has no examples: write {place} (copy feed.py).")
    if not hasattr(module, kind):
        pytest.fail(f"The format {form.name} has no {kind} example: add `{kind}` to {place}.")
    return getattr(module, kind)


every_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_format
@every_kind
def test_an_example_becomes_what_it_says(form, kind):
    wanted = example(form, kind)
    pieces = read(wanted.make(1), wanted.name)
    assert tuple(map(outcome, pieces)) == wanted.becomes
    if wanted.places is not None:
        assert tuple(piece.place for piece in pieces) == wanted.places


@every_format
@every_kind
def test_content_tells_the_format_before_the_name(form, kind):
    wanted = example(form, kind)
    raw = wanted.make(1)
    found = find_format(Head(raw[:65_536], wanted.name))
    inside = {"nexis": {"docx", "rtf"}}.get(form.name, set())
    assert found.name in {form.name, *inside}
    if found.sniff(Head(raw, wanted.name)) and kind == "good":
        assert find_format(Head(raw, "download")).name == form.name


@every_format
def test_no_word_of_a_good_story_is_lost(form):
    if form.name in PACKINGS:
        return
    words = {word for page in pages(form, "good") for word in page.text.replace('"', "").split()}
    wanted = example(form, "good")
    told = story(2 if len(wanted.becomes) > 1 else 1)
    assert set(told.paragraphs[0].split()) - words == set()


@every_format
def test_fields_are_documented(form):
    if not form.fields and form.name not in PACKINGS | SILENT:
        pytest.fail(f"Say in FORMATS which fields {form.name} can state; SILENT if none.")
    assert set(form.fields) <= FIELDS
    facts = {m for page in pages(form, "good") for m in page.metadata}
    assert form.name in PACKINGS or {m.field for m in facts} <= set(form.fields)
    assert {m.method for m in facts} <= set(METHODS)


@every_format
def test_a_good_example_states_its_title(form):
    if form.name in PACKINGS | SILENT:
        return
    titles = [m.value for page in pages(form, "good") for m in page.metadata if m.field == "title"]
    wanted = story(2 if len(example(form, "good").becomes) > 1 else 1).title
    assert any(title.startswith(wanted) for title in titles)


@every_format
def test_a_good_example_has_no_markup_left(form):
    for page in pages(form, "good"):
        assert not any(mark in page.text for mark in ("</", "**", "](", "\\par", "=20", "\x00"))


def pages(form, kind):
    wanted = example(form, kind)
    return [piece.found for piece in read(wanted.make(1), wanted.name) if outcome(piece) == "page"]


@every_format
def test_endings_belong_to_one_format(form):
    for ending in form.endings:
        assert [f.name for f in FORMATS if ending in f.endings] == [form.name]


def test_dates_of_a_crawl_are_no_dates_of_publication():
    for form in FORMATS:
        dates = [
            m.value
            for page in pages(form, "good")
            for m in page.metadata
            if m.field.endswith("_at")
        ]
        assert all("2024" in date for date in dates), form.name


def test_a_missing_package_is_named_with_the_mend(monkeypatch):
    from extractors.readers import extras

    def absent(name):
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", absent)
    for form in FORMATS:
        if form.extra:
            (piece,) = read(example(form, "good").make(1), "file")
            assert piece.found.reason == "missing_extra", form.name
            assert f"pip install 'newsmill[{form.extra}]'" in piece.found.detail


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
