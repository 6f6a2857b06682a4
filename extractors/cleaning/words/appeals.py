"""How much the words of each line are those of appeals, plugs and notices, in any language.

Both models are trained on appeals written for the purpose; the first also on lines of pages and on
news about the same things.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from extractors.cleaning.words.model import WordModel
from extractors.cleaning.words.table import WordTable

CATEGORIES = (
    "donation_appeal", "subscribe_appeal", "channel_plug", "cookie_notice", "advertisement",
)  # fmt: skip
BESIDE = 0.5  # what the words of the line above or below count for the category


@dataclass(frozen=True)
class AppealWords:
    """Is a line an appeal, and of which category?"""

    odds: WordModel  # one model: log-odds that it is
    names: WordModel  # a model for each of CATEGORIES


def score_appeal_words(table: WordTable, families: np.ndarray, appeals: AppealWords) -> np.ndarray:
    """Log-odds per line that its words are those of an appeal; `families` as bits by line."""
    return appeals.odds.score(table, families)[0]


def name_appeals(
    table: WordTable, families: np.ndarray, asked: np.ndarray, appeals: AppealWords
) -> np.ndarray:
    """Place in CATEGORIES of the likeliest category of each line, if it is an appeal.

    An appeal runs over several paragraphs: what the ones above and below say counts too. Lines
    that are not `asked` for (a mask) get -1, and say nothing of others.
    """
    scores = appeals.names.score(table, families, asked)
    near = BESIDE * scores
    same = table.documents[1:] == table.documents[:-1]
    scores[:, 1:] += near[:, :-1] * same
    scores[:, :-1] += near[:, 1:] * same
    return np.where(asked, np.argmax(scores, axis=0), -1)
