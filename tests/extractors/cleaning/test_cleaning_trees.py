"""Trees ask their questions alike, alone and in company; giant texts are judged block by block."""

from unittest import mock

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.cleaning import clean, clean_many
from extractors.cleaning.features import sheet as sheet_module
from extractors.cleaning.features.sheet import read_sheet
from extractors.cleaning.scoring import scores as scores_module
from extractors.cleaning.scoring.line_model import load_model
from extractors.cleaning.scoring.scores import score_sheets
from extractors.cleaning.scoring.tree_model import CHUNK, TreeModel
from extractors.records import Page

PIECES = st.sampled_from(
    ["A freighter ran aground on Tuesday, the port authority said.", "Share", "", "漢字の見出し",
     "By Anna Novak", "12:30", "مرحبا", "🙂🙂", "\x00", "(", "- item of a list", "Read more:"]
)  # fmt: skip


def test_a_tree_asks_its_questions_in_order():
    model = TreeModel(
        feature=np.array([[0, 1]]),
        border=np.array([[0.5, 2.0]], np.float32),
        leaf=np.array([[0.0, 1.0, 2.0, 3.0]]),
        bias=1.0,
        names=("a", "b"),
        step=0.5,
    )
    rows = np.array([[0, 0], [1, 0], [0, 3], [1, 3]], np.float32)
    assert np.allclose(model.score(rows), [1, 1.5, 2, 2.5])


def test_trees_share_questions_and_rows_are_asked_in_chunks():
    random = np.random.default_rng(1)
    model = TreeModel(
        feature=random.integers(0, 3, (5, 2)),
        border=random.integers(0, 2, (5, 2)).astype(np.float32),
        leaf=random.integers(-9, 9, (5, 4)) / 4,
        bias=0.5,
        names=("a", "b", "c"),
    )
    rows = random.integers(0, 3, (2 * CHUNK + 1, 3)).astype(np.float32)
    answers = rows[:, model.feature] > model.border  # (rows, trees, questions)
    leaves = answers[:, :, 0] + 2 * answers[:, :, 1]
    expected = 0.5 + sum(model.leaf[tree][leaves[:, tree]] for tree in range(5))
    assert model.score(rows).tolist() == expected.tolist()


def test_a_line_has_the_same_sum_of_leaves_alone_and_in_any_company():
    random = np.random.default_rng(1)
    model = TreeModel(
        feature=random.integers(0, 3, (90, 2)),
        border=random.integers(0, 2, (90, 2)).astype(np.float32),
        leaf=random.normal(size=(90, 4)),
        bias=0.5,
        names=("a", "b", "c"),
    )
    rows = random.integers(0, 3, (CHUNK + 1, 3)).astype(np.float32)
    alone = [model.score(row[None])[0] for row in rows]
    assert model.score(rows).tolist() == alone


def test_giant_lines_are_judged_by_head_and_tail():
    words = "word " * 20_000
    sheet = read_sheet(words)
    assert sheet.texts == [words.strip()]
    assert len(sheet.seen[0]) == 2 * sheet_module.SEEN_CHARS


def test_giant_documents_are_scored_block_by_block():
    text = "\n".join(f"Line {k} of a very long list" for k in range(25))
    with mock.patch.object(scores_module, "BLOCK", 10):
        scores = score_sheets([read_sheet(text)], load_model())[0]
    assert [len(x) for x in (scores.leaving, scores.appeal, scores.families)] == [25, 25, 25]
    assert scores.copies.all()  # any line may repeat one of another block


DOCUMENTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=12).map("\n".join))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(DOCUMENTS, st.booleans()), max_size=5), st.integers(1, 30))
def test_a_text_is_cleaned_the_same_in_any_batch(texts, batch):
    pages = [Page(text, "text", in_bulk=in_bulk) for text, in_bulk in texts]
    with mock.patch.object(scores_module, "BATCH", batch):
        assert clean_many(pages) == [clean(page) for page in pages]
