import io

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.extractors.readers.examples import Example, Story, story


def archive(
    *stories: Story, kind: str = "text/html; charset=utf-8", status: str = "200 OK"
) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for s in stories:
        page = f"<html><head><title>{s.title}</title></head><body><h1>{s.title}</h1>{s.html}</body>"
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            s.url,
            "response",
            payload=io.BytesIO(page.encode()),
            http_headers=headers,
            warc_headers_dict={"WARC-Record-ID": f"<urn:uuid:record-{s.number}>"},
        )
        writer.write_record(record)
    return out.getvalue()


good = Example(
    "crawl.warc",
    lambda n: archive(story(2 * n), story(2 * n + 1)),
    ("page", "page"),
    ("record-2", "record-3"),
)
odd = Example(  # pictures and missing pages are no documents; a charset that does not exist
    "crawl",
    lambda n: (
        archive(story(n), kind="image/png")
        + archive(story(n), status="404 Not Found")
        + archive(story(n), kind="text/html; charset=nonsense")
    ),
    ("page",),
)
bad = Example(
    "cut.warc",
    lambda n: archive(story(n)) + b"no record at all\r\n" * 3,
    ("page", "damaged"),
)
