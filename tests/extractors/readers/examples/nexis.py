from tests.extractors.readers.examples import Example, Story, story, text_bytes
from tests.extractors.readers.examples.docx import docx_of_lines

OLD = """                              {number} of 2 DOCUMENTS

                              {s.outlet}

                            March 5, 2024 Tuesday
                             Late Edition - Final

{s.title}

BYLINE: By {s.author}

SECTION: Section A; Metro Desk; Pg. 1

LENGTH: 123 words

   {s.paragraphs[0]}

   {s.paragraphs[1]}

LOAD-DATE: March 6, 2024

LANGUAGE: ENGLISH

                   Copyright 2024 {s.outlet}
                             All Rights Reserved

"""
NEW = """{s.title}
{s.outlet}
March 5, 2024 Tuesday
Late Edition
Copyright 2024 {s.outlet} All Rights Reserved
Section: Section A; Pg. 1
Length: 123 words
Byline: {s.author}
Body

{s.paragraphs[0]}

{s.paragraphs[1]}

Graphic

PHOTO: The place.
Load-Date: March 6, 2024
End of Document
"""


def old(*stories: Story) -> bytes:
    return "".join(OLD.format(number=i, s=s) for i, s in enumerate(stories, 1)).encode()


good = Example(
    "export.txt", lambda n: old(story(2 * n), story(2 * n + 1)), ("page", "page"),
    ("item 1", "item 2"),
)  # fmt: skip
odd = Example(  # the newer form, as a Word file
    "export.DOCX",
    lambda n: docx_of_lines(
        (NEW.format(s=story(2 * n)) + NEW.format(s=story(2 * n + 1))).split("\n")
    ),
    ("page", "page"),
    ("item 1", "item 2"),
)
bad = Example(
    "export",
    text_bytes(
        lambda s: OLD.format(number=1, s=s) + f"  2 of 2 DOCUMENTS\n\nThe Post\n\n{s.number}"
    ),
    ("page", "no_text"),
)
