"""Paragraphs of an article, cleaned."""

from extractors.cleaning import clean
from extractors.records import Page

LEAD = (
    "The harbour of Ostrava Bay was closed on Tuesday after a freighter ran aground, the port "
    "authority said, and ferries were sent to the neighbouring island of Lom instead."
)
SECOND = (
    "Divers found a hole of two metres below the waterline of the freighter, the authority said, "
    "adding that the harbour would stay closed until the hull had been mended."
)
THIRD = (
    "The captain of the freighter told reporters that fog had come up within minutes, and that the "
    "pilot of the harbour had lost sight of the buoys."
)


def clean_lines(*lines):
    return clean(Page("\n".join(lines), "text"))
