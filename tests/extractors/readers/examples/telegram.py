import json

from tests.extractors.readers.examples import Example, Story, story


def exported(kind: str, *messages: dict) -> bytes:
    chat = {"name": "Larn Live", "type": kind, "id": 17, "messages": messages}
    return json.dumps(chat, ensure_ascii=False, indent=1).encode()


def message(s: Story, number: int, **more: object) -> dict:
    sent = {"date": "2024-03-05T19:03:00", "date_unixtime": "1709661780"}
    link = {"type": "link", "text": s.url}
    text = [{"type": "bold", "text": s.title}, f"\n\n{s.text}\n", link]
    return {"id": number, "type": "message", **sent, "from": "Larn Live", "text": text, **more}


def talk(number: int) -> dict:
    return {"id": number, "type": "message", "from": "Peter", "text": f"thanks {number}"}


good = Example(
    "result.json",
    lambda n: exported(
        "public_channel",
        {"id": 1, "type": "service", "action": "create_channel", "text": ""},
        message(
            story(2 * n),
            2,
            author="Ann Boyle",
            edited="2024-03-05T20:03:00",
            edited_unixtime="1709665380",
        ),
        message(story(2 * n + 1), 3, forwarded_from="Harbour News"),
        talk(4),
    ),
    ("page", "page"),
    ("2", "3"),
)
odd = Example(
    "chat.txt",
    lambda n: exported("private_supergroup", message(story(n), 2), talk(3)),
    ("page",),
    ("2",),
)
bad = Example("result.json", lambda n: exported("public_channel", talk(n)), ("no_text",))
