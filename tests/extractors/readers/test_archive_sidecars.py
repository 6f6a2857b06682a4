"""Sidecars inside archives: the same words and the same precedence as beside files."""

import io
import json
import zipfile

import pytest

from extractors.readers import read_pieces
from extractors.records import Metadatum, Page
from extractors.sidecars import state_nearer
from tests.extractors.readers.examples.tar import packed

TEXT = b"Some words of the council."


def as_zip(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def as_tar(members):
    return packed("w", members.items())


def as_tgz(members):
    return packed("w:gz", members.items())


every_archive = pytest.mark.parametrize("pack", [as_zip, as_tar, as_tgz])


def encoded(members):
    """Members with their content as bytes; dictionaries are sidecars."""
    return {
        name: json.dumps(content).encode() if isinstance(content, dict) else content
        for name, content in members.items()
    }


def read(raw, name="news.zip"):
    """By place the reason of a refusal, or what sidecars state: field and value."""
    found = {}
    for piece in read_pieces(io.BytesIO(raw), name, len(raw)).pieces:
        if isinstance(piece.found, Page):
            found[piece.place] = {field: values for field, (values, _) in piece.stated.items()}
        else:
            found[piece.place] = piece.found.reason
    return found


@every_archive
def test_the_nearer_goes_first_whatever_the_order(pack):
    members = {
        "a.txt": TEXT, "a.html": b"<p>" + TEXT, "in/b.txt": TEXT, "in/deep/c.txt": TEXT,
        "a.meta.json": {"outlet": "Of both"}, "a.html.meta.json": {"outlet": "Of the page"},
        "_meta.json": {"outlet": "Of all", "language": "en"},
        "in/_meta.json": {"outlet": "Of the folder", "language": None},
    }  # fmt: skip
    members = encoded(members)
    wanted = {
        "a.txt": {"outlet": ("Of both",), "language": ("en",)},
        "a.html": {"outlet": ("Of the page",), "language": ("en",)},
        "in/b.txt": {"outlet": ("Of the folder",), "language": ()},
        "in/deep/c.txt": {"outlet": ("Of the folder",), "language": ()},
    }
    assert read(pack(members)) == wanted
    backwards = dict(reversed(members.items()))
    assert read(pack(backwards)) == wanted


@every_archive
def test_a_sidecar_speaks_of_all_that_lies_in_an_archive(pack):
    inner = pack(encoded({"a.txt": TEXT, "b.txt": TEXT, "b.meta.json": {"outlet": "Near"}}))
    raw = pack(
        encoded(
            {"in.zip": inner, "in.meta.json": {"outlet": "Far"}, "_meta.json": {"language": "en"}}
        )
    )
    assert read(raw) == {
        "in.zip!/a.txt": {"outlet": ("Far",), "language": ("en",)},
        "in.zip!/b.txt": {"outlet": ("Near",), "language": ("en",)},
    }


@every_archive
def test_sidecars_that_cannot_be_used_are_refused(pack):
    members = {
        "a.txt": TEXT, "a.meta.json": b"{ ", "b.meta.json": {"outlet": "x"},
        "c/_meta.json": {"outlets": "x"}, "c/d.txt": TEXT, "e/_meta.json": {"outlet": "x"},
    }  # fmt: skip
    assert read(pack(encoded(members))) == {
        "a.txt": {}, "c/d.txt": {}, "a.meta.json": "bad_sidecar", "b.meta.json": "bad_sidecar",
        "c/_meta.json": "bad_sidecar",
    }  # fmt: skip


@every_archive
def test_a_sidecar_names_columns(pack):
    table = b"Story,When\nThe council met.,2024-03-05\n"
    members = encoded({"t.csv": table, "t.meta.json": {"column_text": "story"}})
    raw = pack(members)
    (piece,) = read_pieces(io.BytesIO(raw), "a", len(raw)).pieces
    assert piece.found.text == "The council met."


def test_what_lies_nearer_takes_the_place_of_what_lies_farther():
    far = [Metadatum(f, "far", "sidecar", source_field=f"_meta.json: {f}")
           for f in ("outlet", "section", "language")]  # fmt: skip
    near = {
        "outlet": (("near",), "in/_meta.json"), "section": ((), "_meta.json"),
        "column_text": (("story",), "_meta.json"),
    }  # fmt: skip
    rows = state_nearer(far, near, "news.zip!/")
    assert [(row.field, row.value, row.source_field) for row in rows] == [
        ("outlet", "near", "news.zip!/in/_meta.json: outlet"),
        ("language", "far", "_meta.json: language"),
    ]


@every_archive
def test_a_sidecar_that_is_a_bomb_is_refused(pack):
    members = {"a.txt": TEXT, "a.meta.json": b" " * 2_000_000}
    assert read(pack(members)) == {"a.txt": {}, "a.meta.json": "bad_sidecar"}


@every_archive
def test_only_what_file_managers_leave_is_left_aside(pack):
    left = {"desktop.ini": b"x", "a/Thumbs.db": b"x", "__MACOSX/a.txt": b"x", "a/.b.txt": b"x"}
    members = {"desktop.initiative.txt": TEXT, "Thumbs.db.txt": TEXT, **left}
    assert list(read(pack(members))) == ["desktop.initiative.txt", "Thumbs.db.txt"]
