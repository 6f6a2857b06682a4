"""The table of formats is kept: each has examples, documented fields, and loses no document.

To add a format: a reader in extractors/readers/, a line in extractors/readers/formats.py, and a
module of its name in tests/extractors/readers/examples/ with `good`, `odd` and `bad`.
"""

import importlib
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.metadata import METHODS
from extractors.readers import Limits, read_pieces
from extractors.readers.formats import FORMATS, find_format
from extractors.readers.limits import HEAD_BYTES
from extractors.readers.source import Head
from extractors.reasons import REASONS
from extractors.record_fields import ENGLISH, FOREIGN, field_key
from extractors.records import Page
from tests.extractors.readers.examples import story

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


def read(raw, name, **options):
    return list(read_pieces(io.BytesIO(raw), name, len(raw), **options).pieces)


def outcome(piece):
    return "page" if isinstance(piece.found, Page) else piece.found.reason


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


def test_names_of_columns_as_spreadsheets_have_them():
    table = "Article Text,Publication-Date,REPORTER,Article Title\n"
    table += '"The bridge is closed, he said.",2024-03-05,Anna Novak,Bridge closed\n'
    (piece,) = read(table.encode(), "export.csv")
    assert piece.found.text == "The bridge is closed, he said."
    assert {row.field: row.value for row in piece.found.metadata} == {
        "title": "Bridge closed", "author": "Anna Novak", "published_at": "2024-03-05",
    }  # fmt: skip
    columns = {"text": "lead-in words"}
    (mapped,) = read(b"Lead-In Words,n\nFerry moves.,1\n", "a.csv", columns=columns)
    assert mapped.found.text == "Ferry moves."


@pytest.mark.parametrize(
    "header",
    [
        "Titel;Text;Datum;Quelle;Autor",
        "Titre;Texte;Date de publication;Journal;Auteur",
        "Título;Texto;Fecha;Fuente;Autor",
        "Заголовок;Текст;Дата;Источник;Автор",
        "标题;正文;日期;来源;作者",
    ],
)
def test_names_of_columns_in_other_languages(header):
    row = "Bridge closed;The bridge is closed, he said.;2024-03-05;The Courier;Anna Novak"
    (piece,) = read(f"{header}\n{row}\n".encode(), "export.csv")
    assert piece.found.text == "The bridge is closed, he said."
    assert {row.field: row.value for row in piece.found.metadata} == {
        "title": "Bridge closed", "published_at": "2024-03-05", "outlet": "The Courier",
        "author": "Anna Novak",
    }  # fmt: skip


def test_names_belong_to_one_field_in_all_languages():
    names = [name for field in FOREIGN for name in FOREIGN[field]]
    english = {name for names in ENGLISH.values() for name in names}
    assert len(names) == len(set(names))
    assert not english & set(names)
    assert all(field_key(name) == name for name in names)


@pytest.mark.parametrize(
    ("form", "name", "encoding"),
    [
        *(("{0}\n{0}\n", "a.jsonl", name) for name in ("utf-8-sig", "cp1251", "koi8_r")),
        *(("[{0}, {0}]", "a.json", name) for name in ("utf-8-sig", "cp1251", "koi8_r", "utf-16")),
        *(("{0}", "a.json", name) for name in ("utf-8-sig", "cp1251", "koi8_r", "utf-16")),
    ],
)
def test_records_that_are_not_utf_8_lose_no_letter(form, name, encoding):
    text = "Городской совет одобрил строительство нового моста через реку, сообщил мэр города."
    record = json.dumps({"title": "Мост", "text": text}, ensure_ascii=False)
    pieces = read(form.format(record).encode(encoding), name)
    assert [piece.found.text for piece in pieces] == [text] * form.count("{0}")


def test_an_accent_far_down_in_a_table_is_read():
    rows = ["title,text", *["Bridge,The council approved the new bridge."] * 2_000]
    raw = "\n".join([*rows, "Brücke,Der Rat beschließt die Brücke."]).encode("cp1252")
    assert read(raw, "a.csv")[-1].found.text == "Der Rat beschließt die Brücke."


@pytest.mark.parametrize("shift", range(3))
def test_a_letter_across_the_end_of_the_head_does_not_change_the_encoding(shift):
    begin = b"title,text\nBridge," + b"The council approved it. " * 2_600
    row = begin + b"x" * (HEAD_BYTES - 1 - shift - len(begin)) + "é\n".encode()
    raw = row + "Ferry,Der Rat beschließt die Brücke.\n".encode()
    assert read(raw, "a.csv")[-1].found.text == "Der Rat beschließt die Brücke."


def test_a_row_with_more_cells_than_the_header_is_not_cut_short():
    table = b"title,text\nBridge,The bridge, he said, is closed.\nFerry,The ferry moves.,,\n"
    broken, good = read(table, "export.csv")
    assert (broken.found.reason, good.found.text) == ("damaged", "The ferry moves.")
    assert "The row has 4 cells, the header 2" in broken.found.detail


def test_a_column_map_goes_before_known_names():
    raw = b"Story,text,when\nThe story itself.,an ad,2024-03-05\n"
    columns = {"text": "story", "published_at": "When"}
    (piece,) = read(raw, "a.csv", columns=columns)
    assert piece.found.text == "The story itself."
    assert [(m.field, m.value, m.source_field) for m in piece.found.metadata] == [
        ("published_at", "2024-03-05", "when")
    ]


def nested_zip(depth):
    raw = b"Some words."
    for level in range(depth):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(f"{level}.zip" if level else "a.txt", raw)
        raw = out.getvalue()
    return raw


def test_limits_of_nesting_size_ratio_and_count():
    limits = Limits(document_bytes=1000, total_bytes=3000, ratio_free_bytes=2500, member_count=3)
    (deep,) = read(nested_zip(10), "a.zip")
    assert deep.found.reason == "nested_too_deep"
    assert outcome(read(nested_zip(4), "a.zip")[0]) == "page"
    (long,) = read(b"words " * 200, "a.txt", limits=limits)
    assert long.found.reason == "too_large"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(9):
            archive.writestr(f"{n}.txt", b"words " * 150)
    pieces = read(out.getvalue(), "a.zip", limits=limits)
    assert [outcome(p) for p in pieces] == ["page", "page", "page", "too_much_inside"]
    many = b'{"text": "a"}\n' * 9
    assert [outcome(p) for p in read(many, "a.jsonl", limits=limits)][-1] == "too_much_inside"


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/a", "C:\\a.txt", "..\\a", "a/../../b", "\\\\x\\y"]
)
def test_names_that_lead_out_of_an_archive_are_refused(name):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("good.txt", "Some words.")
        archive.writestr(zipfile.ZipInfo(name), "Other words.")
    assert [outcome(p) for p in read(out.getvalue(), "a.zip")] == ["page", "unsafe_member"]


def test_links_and_locked_members_of_an_archive_are_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("good.txt", "Some words.")
    raw = bytearray(out.getvalue())
    assert [outcome(p) for p in read(bytes(raw), "a.zip")] == ["unsafe_member", "page"]
    raw[raw.rindex(b"PK\x01\x02") + 8] |= 1  # the flag of encryption
    assert [outcome(p) for p in read(bytes(raw), "a.zip")][1] == "encrypted"
