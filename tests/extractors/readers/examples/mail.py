from email.message import EmailMessage

from tests.extractors.readers.examples import Example, Story, story, text_bytes


def newsletter(s: Story) -> EmailMessage:
    message = EmailMessage()
    message["From"] = f"{s.outlet} <news@times.example>"
    message["To"] = "reader@home.example"
    message["Subject"] = f"{s.title} – and more"
    message["Date"] = "Tue, 05 Mar 2024 10:00:00 +0000"
    message["Message-ID"] = f"<{s.number}@times.example>"
    message["List-Unsubscribe"] = "<https://times.example/unsubscribe>"
    message.set_content("Open this message in a browser.")
    message.add_alternative(f"<html><body><h1>{s.title}</h1>{s.html}</body></html>", subtype="html")
    return message


good = Example("letter.eml", lambda n: newsletter(story(n)).as_bytes(), ("page",), ("",))


def with_attachments(n: int) -> bytes:
    message = newsletter(story(3 * n))
    message.add_attachment(story(3 * n + 1).text, filename="second.txt")
    message.add_attachment(newsletter(story(3 * n + 2)))
    message.add_attachment(b"GIF89a", "image", "gif", filename="logo.gif")
    return message.as_bytes()


odd = Example(
    "forwarded", with_attachments, ("page", "page", "page"), ("message", "second.txt", "part 2")
)
bad = Example(
    "picture.eml",
    text_bytes(
        lambda s: (
            f"From: a@b.example\nTo: c@d.example\nSubject: {s.number}\nMIME-Version: 1.0\n"
            "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
        )
    ),
    ("no_text",),
)
