"""Lines with scores, and whether they leave."""

import numpy as np

from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.labels.kinds import KINDS
from extractors.cleaning.rulings.text import rule_text
from extractors.cleaning.scoring.scores import LineScores

PARAGRAPH = (
    "The captain told reporters that fog had come up within minutes, and that the pilot of the "
    "harbour had lost sight of the buoys, the lights and the pier that he knew so well."
)
OTHER = PARAGRAPH.replace("captain", "mayor")


def rule_list(lines, scores, odds=None, donate=None, headline=None):
    """Rulings about `lines`; without `odds` none speaks like an appeal; `donate` is a button."""
    none, whole = np.zeros(len(lines)), np.zeros(len(lines), int)
    marks = whole > 0
    kinds = whole - 1
    if donate is not None:
        kinds[donate] = [kind.name for kind in KINDS].index("donate")
    sheet = read_sheet("\n".join(lines))
    appeal = np.array(odds) if odds else none - 6
    told = LineScores(
        np.array(scores), appeal, kinds, whole, ~marks, none, marks, whole, ~marks, marks,
        np.array(headline) if headline else none - np.inf,
    )  # fmt: skip
    return rule_text(sheet, told)
