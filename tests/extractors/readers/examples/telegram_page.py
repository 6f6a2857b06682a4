from tests.extractors.readers.examples import Example, Story, story


def exported(*messages: str, name: str = "Larn Live") -> bytes:
    header = (
        f'<div class="page_header"><div class="content"><div class="text bold">\n{name}\n</div>'
    )
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8"/><title>Exported Data</title></head>\n'
        f'<body onload="CheckLocation();">\n<div class="page_wrap">\n {header}</div></div>\n'
        '<div class="page_body chat_page">\n<div class="history">\n'
        '<div class="message service" id="message-1"><div class="body details">\n5 March 2024\n'
        f"</div></div>\n{''.join(messages)}</div></div></div></body></html>"
    ).encode()


def message(number: int, body: str, sender: str = "Larn Live") -> str:
    named = f'<div class="from_name">\n{sender} </div>' if sender else ""
    return (
        f'<div class="message default clearfix" id="message{number}"><div class="body">\n'
        '<div class="pull_right date details" title="05.03.2024 19:03:00 UTC+01:00">\n19:03\n</div>'
        f"\n{named}{body}</div></div>\n"
    )


def write(s: Story) -> str:
    text = s.text.replace("\n", "<br>")
    link = f'<a href="{s.url}">{s.url}</a>'
    return f'<div class="text">\n<strong>{s.title}</strong><br><br>{text}<br>{link}</div>'


def pass_on(s: Story) -> str:
    when = '<span class="date details" title="04.03.2024 08:00:00 UTC+01:00"> 04.03.2024</span>'
    named = f'<div class="from_name">\nHarbour News {when}</div>'
    return f'<div class="forwarded body">\n{named}{write(s)}</div>'


SIGNED = '<div class="signature details">\nAnn Boyle\n</div>'
good = Example(
    "messages.html",
    lambda n: exported(
        message(2, write(story(2 * n)) + SIGNED),
        message(3, pass_on(story(2 * n + 1)), sender=""),
        message(4, '<div class="text">thanks</div>'),
    ),
    ("page", "page"),
    ("2", "3"),
)
odd = Example(
    "chat.htm",
    lambda n: exported(message(2, write(story(n)), "Peter"), message(3, "", "Larn Live")),
    ("page",),
    ("2",),
)
bad = Example(
    "messages.html",
    lambda n: exported(message(2, f'<div class="text">thanks {n}</div>')),
    ("no_text",),
)
