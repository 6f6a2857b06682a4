"""What the line model says about the lines of many documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import chain, compress, pairwise

import numpy as np

from extractors.cleaning.features.describe import Described, describe_sheets
from extractors.cleaning.features.second_look import look_again
from extractors.cleaning.features.sheet import Sheet
from extractors.cleaning.scoring.generic_lines import MOST_WORDS, hash_line
from extractors.cleaning.scoring.headlines import score_headlines
from extractors.cleaning.scoring.line_model import LineModel, join_first_looks, score_nets
from extractors.cleaning.scoring.tree_model import to_chance

WAVERING = (0.2, 0.95)  # chances between which a generic line is looked up
TREES, NETS = 0.35, 0.3  # what the first looks count beside the second in dirty texts
NEARLY_CLEAN, DIRTY = 0.4, 0.8  # mean chance of all lines of such texts
BATCH = 8_000  # lines of many documents described at once
SURE = 2.0  # log-odds, either way, at which nobody else is asked about a page in bulk
BLOCK = 20_000  # lines described at once; no article is that long, so this too only bounds memory


@dataclass(frozen=True)
class LineScores:
    """What the model says about each non-blank line of a document."""

    leaving: np.ndarray  # probability that it is not body text
    appeal: np.ndarray  # log-odds that its words are those of an appeal
    kinds: np.ndarray  # place of its kind in KINDS, -1 for lines of none
    families: np.ndarray  # which families of words it holds, as bits
    copies: np.ndarray  # true for lines that may say what an earlier one says
    elsewhere: np.ndarray  # share of its story words that stand in other lines too
    generic: np.ndarray  # true for lines that many outlets have, as far as the model wavers
    pleas: np.ndarray  # place in CATEGORIES of appeals, as which a line counts if it is one
    credited: np.ndarray  # true for lines with a word that may begin the credit of a picture
    labelled: np.ndarray  # true for lines that begin with the words of a known label
    headline: np.ndarray  # log-odds that it is the headline, -inf for lines that cannot be


def score_sheets(
    sheets: list[Sheet], model: LineModel, *, in_bulk: bool = False
) -> list[LineScores]:
    """Scores of the lines of each sheet, as if it stood alone; many at once are quicker.

    Giant documents are scored block by block. `in_bulk` asks fewer of those who look first.
    """
    blocks = [block for sheet in sheets for block in cut_sheet(sheet)]
    scored: list[LineScores] = []
    for batch in gather_sheets(blocks):
        scored += _score_batch(batch, model, in_bulk)
    parts = iter(scored)
    return [_join([next(parts) for _ in _cut_at(sheet)]) for sheet in sheets]


def _cut_at(sheet: Sheet) -> range:
    return range(0, len(sheet.texts), BLOCK)


def cut_sheet(sheet: Sheet) -> list[Sheet]:
    """The sheet block by block; nothing of an empty one."""
    if len(sheet.texts) <= BLOCK:
        return [sheet] if sheet.texts else []
    end = len(sheet.texts)
    return [sheet.select(range(at, min(at + BLOCK, end))) for at in _cut_at(sheet)]


def gather_sheets(sheets: list[Sheet]) -> Iterator[list[Sheet]]:
    """Sheets in order, so many together that they make up a batch."""
    batch, lines = [], 0
    for sheet in sheets:
        if batch and lines + len(sheet.texts) > BATCH:
            yield batch
            batch, lines = [], 0
        batch.append(sheet)
        lines += len(sheet.texts)
    if batch:
        yield batch


def _score_batch(sheets: list[Sheet], model: LineModel, in_bulk: bool) -> list[LineScores]:
    told = describe_sheets(sheets, model.appeals)
    leaving, headline = _weigh_looks(told, model, in_bulk)
    generic = _mark_generic(sheets, leaving, told.words, model)
    copies = told["is_copy"] > 0
    appeal = told["appeal"].copy()  # of a column alone: a view would keep all others
    columns = (
        leaving, appeal, told.kinds, told.families, copies, told.elsewhere, generic,
        told.pleas, told.credited, told.labelled, headline,
    )  # fmt: skip
    bounds = pairwise([*told.layout.starts.tolist(), len(leaving)])
    return [LineScores(*(column[start:end] for column in columns)) for start, end in bounds]


def _weigh_looks(told: Described, model: LineModel, in_bulk: bool) -> tuple[np.ndarray, np.ndarray]:
    """Probability of each line that it is not body, from all looks together; odds of headlines.

    The second look knows best what little there is to remove from a text that is nearly clean; in
    dirty ones all looks count.
    """
    _compare_columns(told.names, model.first.names)
    trees, nets = (_glance if in_bulk else _look_first)(told, model)
    features, names = look_again(told, to_chance(join_first_looks(trees, nets)))
    _compare_columns(names, model.second.names)
    second = model.second.score(features)
    dirt = told.layout.mean(to_chance(second))[told.layout.document]
    share = np.clip((dirt - NEARLY_CLEAN) / (DIRTY - NEARLY_CLEAN), 0.0, 1.0)
    leaving = to_chance(second + share * (TREES * (trees - second) + NETS * (nets - second)))
    return leaving, score_headlines(told, features, names, model.headline)


def _look_first(told: Described, model: LineModel) -> tuple[np.ndarray, np.ndarray]:
    """Log-odds of each line that it is not body, by the trees and by the nets."""
    nets = score_nets(model.nets, told.features, told.layout)
    return model.first.score(told.features), nets


def _glance(told: Described, model: LineModel) -> tuple[np.ndarray, np.ndarray]:
    """The same in a third of the time: one net, and the trees where it wavers."""
    net = score_nets(model.nets[:1], told.features, told.layout)
    trees, wavering = net.copy(), np.flatnonzero(np.abs(net) < SURE)
    trees[wavering] = model.first.score(told.features[wavering])
    return trees, net


def _mark_generic(
    sheets: list[Sheet], leaving: np.ndarray, words: np.ndarray, model: LineModel
) -> np.ndarray:
    wavering = (leaving > WAVERING[0]) & (leaving < WAVERING[1]) & (words <= MOST_WORDS)
    lines = compress(chain.from_iterable(sheet.folded for sheet in sheets), wavering.tolist())
    generic = np.zeros(len(leaving), bool)
    generic[wavering] = [hash_line(line.split()) in model.generic for line in lines]
    return generic


def _compare_columns(found: tuple[str, ...], known: tuple[str, ...]) -> None:
    if found != known:
        raise ValueError(
            f"the model knows {len(known)} columns and these are {len(found)}; "
            "run benchmarks/train_cleaner.py"
        )


def _join(parts: list[LineScores]) -> LineScores:
    if not parts:
        none = np.zeros(0)
        whole, marks = none.astype(np.int64), none.astype(bool)
        return LineScores(none, none, whole, whole, marks, none, marks, whole, marks, marks, none)
    if len(parts) == 1:
        return parts[0]
    columns = [f.name for f in fields(LineScores)]
    joined = {name: np.concatenate([getattr(part, name) for part in parts]) for name in columns}
    # Each part was described alone, and a line may repeat one of another part.
    joined["copies"] = np.ones_like(joined["copies"])
    joined["headline"][len(parts[0].headline) :] = -np.inf
    return LineScores(**joined)
