"""Cleaned texts for tests, line by line."""

from extractors.lines import cut_lines
from extractors.records import CleanText, Line


def lay_lines(*rows, metadata=()):
    """A raw text and how it was cleaned, from (verdict, category, text) of each line."""
    raw = "\n".join(text for *_, text in rows)
    starts, ends, _ = cut_lines(raw)
    lines = tuple(
        Line(n, starts[n], ends[n], verdict, category, "test", 0.5)
        for n, (verdict, category, _) in enumerate(rows)
    )
    kept = "\n".join(text for verdict, _, text in rows if verdict == "keep" and text)
    title = next((text for _, category, text in rows if category == "title"), None)
    return raw, CleanText(kept, title, lines, metadata, "0")
