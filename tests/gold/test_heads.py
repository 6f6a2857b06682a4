"""Short articles as they are pasted, in languages that the cleaner has learned from few pages of.

Each begins with outlet, headline, author and days, written for this test. Nothing was set by them
but that heads are known by their form.
"""

from pathlib import Path

import pytest

from extractors.cleaning import clean
from extractors.records import Page

TEXTS = {path.stem: path for path in sorted(Path(__file__).with_name("heads").glob("*.txt"))}


@pytest.mark.parametrize("language", TEXTS)
def test_the_head_of_a_short_article_leaves_the_body_and_gives_the_headline(language):
    text = TEXTS[language].read_text(encoding="utf-8")
    head, *body = text.rstrip("\n").split("\n\n")
    cleaned = clean(Page(text, "text"))
    assert cleaned.title == head.split("\n")[1]
    assert cleaned.text == "\n".join(body)
    days = [line for line in cleaned.lines[:5] if line.category == "dateline_meta"]
    assert len(days) == 2
