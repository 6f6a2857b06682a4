import json

from tests.extractors.readers.examples import Example, Story, text_bytes


def news_please(s: Story) -> dict:
    return {
        "authors": [s.author],
        "date_download": "2026-01-01 00:00:00",
        "date_publish": "2024-03-05 10:00:00",
        "description": None,
        "language": "en",
        "maintext": s.text,
        "source_domain": "times.example",
        "title": s.title,
        "url": s.url,
    }


good = Example("story.json", text_bytes(lambda s: json.dumps(news_please(s), indent=1)), ("page",))
odd = Example(  # NewsAPI-like list in an object, one item without a text, names in capitals
    "export.txt",
    text_bytes(
        lambda s: json.dumps(
            {
                "status": "ok",
                "articles": [
                    {"ID": 7, "Headline": s.title, "Body": s.paragraphs, "source": {"name": "T"}},
                    {"id": 8, "title": "Nothing but a title", "content": None},
                ],
            }
        )
    ),
    ("page", "no_text"),
    ("7", "8"),
)
bad = Example(
    "cut.json", text_bytes(lambda s: json.dumps([{"id": "a", "text": s.text}] * 2)[:-40]),
    ("page", "damaged"), ("a", "rest"),
)  # fmt: skip
