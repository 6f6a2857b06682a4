"""Tables and records: names of columns in many languages, encodings, rows that are too long."""

import json

import pytest

from extractors.readers.limits import HEAD_BYTES
from extractors.record_fields import ENGLISH, FOREIGN, field_key
from tests.extractors.readers.pieces import read


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
        "Title;Text;Date;Site;Author",
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


@pytest.mark.parametrize(
    ("days", "order"),
    [
        (("03/11/2026 12:00", "14/11/2026"), "day_first"),
        (("3-11-2026", "11-14-2026"), "month_first"),
        (("03/11/2026", "14/11/2026", "11/14/2026"), None),
        (("03/11/2026", "2026-11-14"), None),
        (("05/03/24", "25/03/24"), "day_first"),
        (("03/05/24", "03/25/24"), "month_first"),
        (("24-03-05", "24-03-06"), "year_first"),
        (("24/03/05", "24/03/05"), None),
        (("05/03/24", "06/03/24"), None),
        (("5.3.24",), "day_first"),
        (("45231", "45232.5"), "serial"),
        (("45231", "unknown"), None),
    ],
)
def test_days_of_a_table_tell_in_which_order_they_are_written(days, order):
    rows = [f"The ferry moves.,{day}\n" for day in days]
    records = [{"text": "The ferry moves.", "date": day} for day in days]
    lines = "\n".join(map(json.dumps, records))
    table = "text,published\n" + "".join(rows)
    for raw, name in ((table, "a.csv"), (lines, "a.jsonl"), (json.dumps(records), "a.json")):
        for piece in read(raw.encode(), name):
            told = [row.value for row in piece.found.metadata if row.field == "day_order"]
            assert told == ([order] if order else [])


FERRY = "The ferry moves again, said Joan Fairweather."
LARN = "The “Larn” of Peter & Sons."
BODY = f"<p>{FERRY}</p>\n<p>The &#8220;Larn&#8221; of Peter &amp; Sons.</p>"
HEAD = "<title>x</title><meta property='og:site_name' content='Larn Times'>"


@pytest.mark.parametrize(
    "record",
    [
        {"title": "It&#8217;s back", "content": BODY},
        {"title": {"rendered": "It&#8217;s <i>back</i>"}, "content": {"rendered": BODY}},
        {"_id": {"$oid": "17"}, "_source": {"title": "It’s back", "body_html": BODY}},
        {"id": "17", "webTitle": "It’s back", "fields": {"bodyText": f"{FERRY}\n{LARN}"}},
        {"title": "It’s back", "body": [{"value": BODY.replace("<", "&lt;").replace(">", "&gt;")}]},
        {"title": "It’s back", "html": f"<html>{HEAD}<body><h1>x</h1><nav>Menu</nav>{BODY}</body>"},
    ],
)
def test_markup_and_references_in_records_are_read_as_they_are_meant(record):
    for raw, name in ((json.dumps(record), "a.json"), (json.dumps([record]), "b.json")):
        (piece,) = read(raw.encode(), name)
        assert piece.found.text.endswith(f"{FERRY}\n{LARN}")
        told = {row.field: row.value for row in reversed(piece.found.metadata)}
        assert told["title"] == "It’s back"
        assert ("html" in record) == (told.get("outlet") == "Larn Times")
        assert ("html" in record) == (piece.found.body_lines is not None)


def test_what_only_looks_like_markup_stays():
    text = "The tag <b> and a < b > c, says R&D; see https://x.example/?a=1&copy=2 for more."
    (piece,) = read(
        json.dumps({"text": text, "url": "https://x.example/?a=1&copy=2"}).encode(), "a.json"
    )
    assert (piece.found.text, piece.found.url) == (text, "https://x.example/?a=1&copy=2")


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
