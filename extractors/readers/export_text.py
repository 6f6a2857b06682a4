"""What exports of Nexis and Factiva have in common."""

from __future__ import annotations

import re

BY = re.compile(r"^(?:by|von|par|por|di|door)\s+", re.I)  # in front of the author's name


def plain_text(text: str) -> str:
    """The text with one kind of line end and one kind of blank."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
