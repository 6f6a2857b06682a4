"""Rows of shards have the same types, whatever their values."""

import pyarrow as pa
import pytest

from flows.documents.staging import arrow_table


def test_whole_numbers_of_a_finder_are_scores_too():
    """A shard of them alone would round the scores of all others."""
    assert arrow_table("mention", [{"score": 1}]).schema.field("score").type == pa.float64()


def test_a_column_that_may_be_empty_must_have_a_type():
    with pytest.raises(TypeError, match=r"mention\.label has no value"):
        arrow_table("mention", [{"label": None}])
