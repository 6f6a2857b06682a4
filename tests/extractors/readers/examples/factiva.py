from tests.extractors.readers.examples import Example, Story, story, text_bytes

PLAIN = """{s.title}

By {s.author}
123 words
5 March 2024
11:30
{s.outlet}
LRNT
12
English
(c) 2024 {s.outlet} Limited

{s.text}

Document LRNT000020240305ek{s.number:07}

"""
LABELLED = """HD {s.title}

BY By {s.author}

WC 123 words

PD 5 March 2024

SN {s.outlet}

SC LRNT

LA English

CY (c) 2024 {s.outlet} Limited

LP
{s.paragraphs[0]}

TD
{s.paragraphs[1]}

{s.paragraphs[2]}

NS gtrans : Road

AN Document LRNT000020240305ek{s.number:07}

"""


def export(form: str, *stories: Story) -> bytes:
    return "".join(form.format(s=s) for s in stories).encode()


good = Example(
    "Factiva.txt",
    lambda n: export(PLAIN, story(2 * n), story(2 * n + 1)),
    ("page", "page"),
    ("LRNT000020240305ek0000002", "LRNT000020240305ek0000003"),
)
odd = Example(
    "labelled",
    lambda n: export(LABELLED, story(2 * n), story(2 * n + 1)).replace(b"\n", b"\r\n"),
    ("page", "page"),
)
bad = Example(
    "cut.txt",
    text_bytes(lambda s: PLAIN.format(s=s) + PLAIN.format(s=s)[:120]),
    ("page", "damaged"),
)
