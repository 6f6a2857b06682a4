"""The ruling about one line, before it becomes a row of the ledger, and when a line leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from extractors.records import Line


class Ruling(NamedTuple):
    """Why a line leaves the body."""

    verdict: str  # drop or move
    category: str  # a name of extractors.categories.CATEGORIES
    rule: str
    score: float  # how sure, 0..1


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """From which score on a line leaves the body."""

    model: float = 0.55  # above one half: a lost line costs more than a line left over
    clean: float = 0.95  # the same in a text that looks clean, for lines that are no appeals
    paragraph: float = 0.85  # and a lost paragraph the most
    sentence: float = 0.75  # and a sentence more than a label, unless it may be an appeal
    lone: float = 0.85  # a sentence alone between paragraphs that stay
    block: float = 0.65  # of some leaving lines in a row inside the body, and of many: lists of
    listing: float = 0.75  # dates, goods and ingredients look like menus and are part of it
    spared: float = 0.95  # a paragraph where without it less prose would stay than leave
    generic: float = 0.3  # a line that many outlets have leaves although the model wavers
    kind: float = 0.3  # a known kind of line leaves although the model wavers
    header: float = 0.4  # and so does a label of a word or two over bullets
    appeal: float = 1.75  # evidence, in log-odds, at which a line counts as an appeal
    appeal_words: float = 0.5  # weight of the log-odds of its words
    appeal_families: float = 3.0  # weight of the families, an address and a topic of outlets
    appeal_word: float = 0.1  # what each word of a very long paragraph takes from the evidence
    appeal_block: float = 0.7  # four families, of the address and of the topic, beside an appeal
    appeal_doubt: float = 0.03  # and the model must not be sure that the paragraph is body
    page: float = 0.75  # the page's structure has already spoken for the lines that are left
    page_appeal: float = 2.5  # the same for appeals
    page_back: float = 0.05  # below it a paragraph that the page extractor left out comes back
    extension: float = 0.3  # a line under a label leaves although the model wavers

    def set_limit(self, dirt: float) -> float:
        """From which score on a line leaves a text with the mean score `dirt`.

        The cleaner the text looks, the shyer.
        """
        share = min(1.0, max(0.0, (DIRTY_TEXT - dirt) / (DIRTY_TEXT - CLEAN_TEXT)))
        return self.model + share * max(0.0, self.clean - self.model)

    def limit_run(self, size: int) -> float:
        """From which score on a line leaves that is one of `size` in a row inside the body."""
        if size < SOME_LINES:
            return 0.0
        return self.block if size < MANY_LINES else self.listing


# Mean scores of all lines up to which a text counts as clean, and from which on as dirty.
CLEAN_TEXT, DIRTY_TEXT = 0.1, 0.3
SOME_LINES, MANY_LINES = 4, 9  # in a row
LONG_WORDS = 60  # of a very long paragraph
DECISION_RULE = DecisionRule()
DOUBT = (0.3, 0.7)  # scores between which a second opinion may well differ


def is_in_doubt(line: Line) -> bool:
    """True when a person should look at the ruling about a line, whether it stays or leaves."""
    return DOUBT[0] <= line.score <= DOUBT[1]
