import io
import zipfile

from tests.extractors.readers.examples import Example, json_lines, story, text


def packed(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


good = Example(
    "stories.zip",
    lambda n: packed(**{"a/b.txt": text.good.make(2 * n), "c.txt": text.good.make(2 * n + 1)}),
    ("page", "page"),
    ("a/b.txt", "c.txt"),
)
odd = Example(  # an archive and its sidecar, what file managers leave, a name that climbs out
    "mixed",
    lambda n: packed(
        **{
            "__MACOSX/._a.txt": b"x",
            "inner.meta.json": b'{"outlet": "The Larnstead Times", "column_title": "headline"}',
            "inner.zip": packed(**{"l.jsonl": json_lines.good.make(n)}),
            "../outside.txt": story(n).text.encode(),
        }
    ),
    ("page", "page", "unsafe_member"),
    (
        "inner.zip!/l.jsonl!/item 1",
        "inner.zip!/l.jsonl!/https://times.example/2024/story-3",
        "../outside.txt",
    ),
)
bad = Example("cut.zip", lambda n: good.make(n)[:-40], ("damaged",))
