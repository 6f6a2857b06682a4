import io

import docx

from tests.extractors.readers.examples import Example, Story, story


def document(s: Story) -> bytes:
    made = docx.Document()
    made.core_properties.title = "Template 7"
    made.add_paragraph(s.title, style="Title")
    for paragraph in s.paragraphs:
        made.add_paragraph(paragraph)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def in_a_table(s: Story) -> bytes:
    made = docx.Document()
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = s.title
    for paragraph in s.paragraphs:
        table.add_row().cells[1].text = paragraph
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


good = Example("story.docx", lambda n: document(story(n)), ("page",), ("",))
odd = Example("story", lambda n: in_a_table(story(n)), ("page",))
bad = Example("cut.docx", lambda n: document(story(n))[:-500], ("damaged",))


def docx_of_lines(lines: list[str]) -> bytes:
    """A document of plain paragraphs."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
