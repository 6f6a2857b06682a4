"""Which lines of a labelled text are its headline, by the titles that its page states.

Pages state many: that of the window, of the first heading, and those of boxes and menus.
"""

from __future__ import annotations

from benchmarks.labelled_texts import LabelledText
from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.features.title_scores import pick_story_words
from extractors.tokens import list_tokens

LEAST_SHARE = 0.4  # of the first title that another one may be: "Title | Outlet" and "Title"
LEAST_WORDS, LEAST_STORY_WORDS = 3, 2  # of a title in other words
SHARED_WITH_TITLE, SHARED_WITH_BODY = 1 / 3, 0.6  # of its story words


def mark_headlines(text: LabelledText, sheet: Sheet) -> list[bool]:
    """True for the lines of `sheet` that are a title of `text`, whatever their case and marks."""
    titles = {squeeze(title) for title in pick_titles(text)}
    return [squeeze(line) in titles for line in sheet.texts]


def pick_titles(text: LabelledText) -> list[str]:
    """The titles of the article itself: the first, its variants, and others that tell its story."""
    if not text.titles:
        return []
    whole, body = squeeze(text.titles[0]), pick_story_words(list_tokens(text.gold))
    of_first = pick_story_words(list_tokens(text.titles[0]))
    found = []
    for title in text.titles:
        key, words = squeeze(title), pick_story_words(list_tokens(title))
        variant = (key in whole or whole in key) and len(key) >= LEAST_SHARE * len(whole)
        other = len(list_tokens(title)) >= LEAST_WORDS and len(words) >= LEAST_STORY_WORDS
        with_title, with_body = len(words & of_first), len(words & body)
        shared = with_title >= max(
            LEAST_STORY_WORDS, SHARED_WITH_TITLE * len(words)
        ) or with_body >= SHARED_WITH_BODY * len(words)
        if key and (key == whole or variant or (other and shared)):
            found.append(title)
    return found


def squeeze(text: str) -> str:
    """The letters and digits alone, in lower case."""
    return "".join(filter(str.isalnum, text.lower()))
