"""Numbers and foreign texts in what people read."""

import re

CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f]"
)  # C0 and C1 of ECMA-48, but tab and line feed


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 story`, `2,000 stories`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def visible(text: str) -> str:
    r"""The text with what a terminal would obey written as \xNN: titles and names are not ours."""
    return CONTROLS.sub(lambda hit: f"\\x{ord(hit[0]):02x}", text)


def table_cell(text: str) -> str:
    """The text in one cell of a Markdown table.

    A bar would begin another cell, a line break end the row, and a tag become one of the page.
    """
    return visible(" ".join(text.split())).replace("|", "\\|").replace("<", "\\<")
