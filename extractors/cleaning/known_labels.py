"""Labels of news pages as whole lines, in over forty languages: "Story continues below this ad".

General knowledge of how outlets label their pages, in extractors/data/labels.tsv: a row per kind
and language, its labels with " | " between them. No label is a heading that articles have too.
"""

from __future__ import annotations

import re
from importlib.resources import files

_EDGES = re.compile(r"^[\W_]+|[\W\d_]+$")  # marks and counts: "Kommentare (23)"
_DIGITS = re.compile(r"\d+")


def fold_known(label: str) -> str:
    """The lower-case form of a label in which it is looked up: all numbers alike, none behind."""
    return _DIGITS.sub("0", _EDGES.sub("", label))


def _read_rows() -> list[tuple[str, str, str]]:
    rows = files("extractors").joinpath("data", "labels.tsv").read_text("utf-8").splitlines()
    return [tuple(row.split("\t")) for row in rows[1:]]


LABEL_ROWS = _read_rows()  # kind, language, labels
# The name of the kind of each label, by its folded form.
KNOWN_LABELS = {
    fold_known(label): kind for kind, _, labels in LABEL_ROWS for label in labels.split(" | ")
}
