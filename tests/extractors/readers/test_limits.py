"""Archives hold no more than they may, and nothing that leads out of them."""

import io
import zipfile

import pytest

from extractors.readers import Limits
from tests.extractors.readers.pieces import outcome, read


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
