import quopri

from tests.extractors.readers.examples import Example, story, text_bytes

FILE = """From: <Saved by Blink>
Snapshot-Content-Location: {url}
Subject: A page
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----Boundary"

------Boundary
Content-Type: text/html
Content-ID: <frame@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: {url}

{page}
------Boundary
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://times.example/a.png

iVBORw0KGgo=
------Boundary--
"""


def saved_page(n: int) -> bytes:
    s = story(n)
    page = (
        f"<html><head><title>{s.title}</title></head><body><h1>{s.title}</h1>{s.html}</body></html>"
    )
    return FILE.format(url=s.url, page=quopri.encodestring(page.encode()).decode()).encode()


good = Example("page.mhtml", saved_page, ("page",), ("",))
odd = Example("saved", lambda n: saved_page(n).replace(b"\n", b"\r\n")[:-30], ("page",))
bad = Example(
    "frame.mht",
    text_bytes(
        lambda s: (
            f"From: <Saved by {s.number}>\nMIME-Version: 1.0\nSubject: x\n"
            'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: image/png\n\n--b--'
        )
    ),
    ("damaged",),
)
