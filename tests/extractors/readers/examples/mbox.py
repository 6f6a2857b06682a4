from tests.extractors.readers.examples import Example, story, text_bytes
from tests.extractors.readers.examples.mail import newsletter


def mailbox(*numbers: int) -> bytes:
    return b"".join(
        b"From news@times.example Tue Mar  5 10:00:00 2024\n"
        + newsletter(story(n)).as_bytes().replace(b"\nFrom ", b"\n>From ")
        + b"\n\n"
        for n in numbers
    )


good = Example(
    "letters.mbox",
    lambda n: mailbox(2 * n, 2 * n + 1),
    ("page", "page"),
    ("2@times.example", "3@times.example"),
)
odd = Example(  # Windows line ends, no Message-ID, a quoted From line
    "inbox",
    text_bytes(
        lambda s: (
            "From a@b.example Tue Mar  5 10:00:00 2024\nFrom: a@b.example\nSubject: "
            f"{s.title}\n\n{s.paragraphs[0]}\n>From here on it is closed. {s.paragraphs[1]}\n"
        )
    ),
    ("page",),
    ("item 1",),
)
bad = Example(
    "empty.mbox",
    text_bytes(
        lambda s: (
            "From a@b.example Tue Mar  5 10:00:00 2024\nFrom: a@b.example\nSubject: "
            f"{s.number}\n\n\nFrom a@b.example Tue Mar  5 11:00:00 2024\nTo: x@y.example\n"
        )
    ),
    ("no_text", "no_text"),
)
