import io
import tarfile

from tests.extractors.readers.examples import Example, json_lines, story, text


def packed(mode: str, entries, **options) -> bytes:
    """An archive of (name, content or type, target of a link)."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, **options) as archive:
        for name, content, *target in entries:
            member = tarfile.TarInfo(name)
            if isinstance(content, bytes) and len(content) > 1:
                member.size = len(content)
                archive.addfile(member, io.BytesIO(content))
            else:
                member.type, member.linkname = content, "".join(target)
                archive.addfile(member)
    return out.getvalue()


def stories(n: int):
    return [
        ("a", tarfile.DIRTYPE),
        ("a/b.txt", text.good.make(2 * n)),
        ("c.txt", text.good.make(2 * n + 1)),
    ]


good = Example(
    "stories.tar",
    lambda n: packed("w", stories(n), format=tarfile.USTAR_FORMAT),
    ("page", "page"),
    ("a/b.txt", "c.txt"),
)
odd = Example(  # packed archives, a long name, a sidecar, links, a pipe, a name that climbs out
    "backup",
    lambda n: packed(
        "w",
        [
            ("._c.txt", b"left by a file manager"),
            ("inner.tgz", packed("w:gz", stories(n), format=tarfile.PAX_FORMAT)),
            ("long/" * 30 + "l.jsonl", json_lines.good.make(n)),
            ("_meta.json", b'{"outlet": "The Larnstead Times", "column_title": "headline"}'),
            ("link.txt", tarfile.SYMTYPE, "/etc/passwd"),
            ("same.txt", tarfile.LNKTYPE, "c.txt"),
            ("pipe", tarfile.FIFOTYPE),
            ("../outside.txt", story(n).text.encode()),
        ],
        format=tarfile.GNU_FORMAT,
    ),
    ("page",) * 4 + ("unsafe_member",) * 4,
    (
        "inner.tgz!/a/b.txt",
        "inner.tgz!/c.txt",
        "long/" * 30 + "l.jsonl!/item 1",
        "long/" * 30 + "l.jsonl!/https://times.example/2024/story-3",
        "link.txt", "same.txt", "pipe", "../outside.txt",
    ),
)  # fmt: skip
bad = Example(  # cut off inside its second text
    "cut.tar",
    lambda n: packed("w", stories(n), format=tarfile.USTAR_FORMAT)[: 5 * 512 + 300],
    ("page", "damaged"),
)
