from textwrap import wrap

from tests.extractors.readers.examples import Example, Story, story


def document(s: Story, *, shows: str = "Tj") -> bytes:
    """One page of the story, set in lines of seventy characters; "shows" is the text operator."""
    lines = [s.title, "", *(x for p in s.paragraphs for x in [*wrap(p, 70), ""])]
    shown = [
        "".join(
            {"(": r"\(", ")": r"\)"}.get(c, c) for c in line.replace("“", '"').replace("”", '"')
        )
        for line in lines
    ]
    content = "BT /F1 11 Tf 14 TL 50 760 Td " + " ".join(f"({x}) {shows} T*" for x in shown) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({s.title}) /Author (typist) /CreationDate (D:20260101000000Z) >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 7\n0000000000 65535 f \n{table}trailer << /Size 7 /Root 1 0 R /Info 6 0 R >>\n"
    return (out + f"startxref\n{out.rindex('xref')}\n%%EOF\n").encode("latin-1")


good = Example("story.pdf", lambda n: document(story(n)), ("page",), ("",))
odd = Example(  # stray bytes before the header, so that the table at the end is wrong
    "download", lambda n: b"\n\n" + document(story(n)), ("page",)
)
bad = Example("scan.pdf", lambda n: document(story(n), shows="pop"), ("no_text",))
