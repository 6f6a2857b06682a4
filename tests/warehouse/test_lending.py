"""Arrow tables that statements see for a while: nothing holds them behind the block."""

import duckdb
import pyarrow as pa
import pytest

from warehouse.lending import registered


def test_a_transaction_does_not_hold_what_was_lent():
    connection = duckdb.connect()
    connection.execute("BEGIN")
    before = pa.total_allocated_bytes()
    with registered(connection, {"lent": pa.table({"n": pa.array(range(100_000))})}):
        assert connection.execute("SELECT sum(n) FROM lent").fetchall() == [(4_999_950_000,)]
        connection.execute("CREATE TABLE kept AS FROM lent WHERE n < 3")  # a second scan
        assert pa.total_allocated_bytes() >= before + 800_000
    assert pa.total_allocated_bytes() < before + 10_000
    assert connection.execute("FROM kept").fetchall() == [(0,), (1,), (2,)]
    connection.execute("COMMIT")


def test_columns_of_all_types_arrive():
    rows = pa.table(
        {
            "hashes": pa.array([[2**64 - 1, 0], None], pa.list_(pa.uint64())),
            "nothing": pa.nulls(2),
            "text": ["ab", None],
        }
    )
    connection = duckdb.connect()
    with registered(connection, {"lent": rows}):
        found = connection.execute("SELECT text, nothing, hashes FROM lent").fetchall()
    assert found == [("ab", None, [2**64 - 1, 0]), (None, None, None)]


def test_an_error_inside_the_block_is_what_the_caller_sees():
    connection = duckdb.connect()
    connection.execute("BEGIN")
    with (
        pytest.raises(duckdb.BinderException, match="absent"),
        registered(connection, {"lent": pa.table({"n": [1]})}),
    ):
        connection.execute("SELECT absent FROM lent")
