"""What holds for the readers of all formats: whole characters, own places, time that is linear."""

import io
import json

import pytest

from extractors.readers import read_pieces
from extractors.sidecars import list_metadata, parse_sidecar

BODY = "The mayor said on Monday that the bridge would stay closed until the end of the year."


def read(raw: bytes, name: str) -> list:
    return list(read_pieces(io.BytesIO(raw), name, len(raw)).pieces)


HALF_TITLE = json.dumps("Bridge closed \ud83d")  # as systems cut an emoji in two


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.html",
            '<html><head><script type="application/ld+json">{"@type": "NewsArticle", '
            f'"headline": {HALF_TITLE}}}</script></head><body><p>{BODY}</p></body></html>',
        ),
        ("a.md", f"---\ntitle: {HALF_TITLE}\n---\n{BODY}"),
        ("a.json", f'{{"title": {HALF_TITLE}, "text": "{BODY}"}}'),
    ],
)
def test_half_a_character_in_what_a_document_states_is_replaced(name, text):
    (piece,) = read(text.encode(), name)
    titles = [row.value for row in piece.found.metadata if row.field == "title"]
    assert titles == ["Bridge closed \ufffd"]


def test_half_a_character_in_a_sidecar_is_replaced():
    facts = parse_sidecar(b'{"outlet": "The \\ud800 Courier"}', "_meta.json")
    assert [row.value for row in list_metadata(facts)] == ["The \ufffd Courier"]
