import json

from tests.extractors.readers.examples import Example, Story, story, text_bytes


def fundus(s: Story) -> dict:
    return {
        "title": s.title,
        "authors": [s.author],
        "plaintext": s.text,
        "publishing_date": "2024-03-05 10:00:00+00:00",
        "html": {"requested_url": s.url},
        "lang": "en",
    }


def newspaper4k(s: Story) -> dict:
    return {
        "url": s.url,
        "title": s.title,
        "text": s.text,
        "authors": [s.author],
        "publish_date": "2024-03-05",
        "meta_site_name": s.outlet,
        "meta_lang": "en",
    }


good = Example(
    "export.jsonl",
    lambda n: "\n".join(
        json.dumps(record) for record in (fundus(story(2 * n)), newspaper4k(story(2 * n + 1)))
    ).encode(),
    ("page", "page"),
    ("item 1", "https://times.example/2024/story-3"),
)
odd = Example(  # byte order mark, blank lines, half a surrogate pair, a text that is HTML
    "export.ndjson",
    text_bytes(
        lambda s: (
            '\ufeff\n{"id": 1, "body_html": ' + json.dumps(s.html) + '}\r\n\n{"id": "x", '
            '"title": "\\ud83d", "text": ' + json.dumps(s.text) + "}"
        )
    ),
    ("page", "page"),
    ("1", "x"),
)
bad = Example(
    "broken.jsonl",
    text_bytes(lambda s: f'{{"id": {s.number}, "text": "ok then"\n[1, 2]\n"words"\n'),
    ("damaged", "damaged", "damaged"),
)
