from tests.extractors.readers.examples import Example, Story, story, text_bytes

PHONE = (
    "[05/03/2024, 10:14:0{number}] Ann: *{s.title}*\n{s.text}\n{s.url}\n"
    "[05/03/2024, 10:20:00] Peter: thanks, any pictures?\n"
)
ANDROID = """05/03/24, 09:02 - Messages and calls are end-to-end encrypted.
05/03/24, 09:03 - Ann Boyle: {s.title}

{s.text}
05/03/24, 09:11 - Peter: thanks
"""
CHANNEL = """{s.outlet}, [05.03.2024 18:03]
{s.title}

{s.text}

Ann, [05.03.2024 18:05]
[Forwarded from Harbour News]
{s.text}
"""


def exported(*stories: Story) -> bytes:
    return "".join(PHONE.format(s=s, number=i) for i, s in enumerate(stories, 1)).encode()


good = Example(
    "WhatsApp Chat.txt",
    lambda n: exported(story(2 * n), story(2 * n + 1)),
    ("page", "page"),
    ("05/03/2024, 10:14:01 Ann", "05/03/2024, 10:14:02 Ann"),
)
odd = Example("pasted", text_bytes(lambda s: CHANNEL.format(s=s)), ("page", "page"))
bad = Example(
    "talk.txt",
    lambda n: f"[05/03/2024, 10:14] Ann: hello\n[05/03/2024, 10:15] Peter: {n}\n".encode(),
    ("no_text",),
)  # fmt: skip
android = Example("chat.txt", text_bytes(lambda s: ANDROID.format(s=s)), ("page",))
