"""`newsmill sql`: one question or several, and forms of the answer."""

import csv
import json

import pytest

from tests.conftest import SAMPLES
from tests.flows.commands import call, options


def test_sql_prints_a_table_csv_and_json(home):
    ask = (
        "sql",
        "FROM source_file SELECT path, byte_count ORDER BY path LIMIT 1",
        *options(home)[2:],
    )
    size = (SAMPLES / sorted(p.name for p in SAMPLES.iterdir())[0]).stat().st_size
    first = sorted(p.name for p in SAMPLES.iterdir())[0]
    assert call(*ask).output.split() == ["path", "byte_count", *call(*ask).output.split()[2:]]
    assert list(csv.reader(call(*ask, "--csv").output.splitlines())) == [
        ["path", "byte_count"],
        [first, str(size)],
    ]
    assert json.loads(call(*ask, "--json").output) == [{"path": first, "byte_count": size}]


def test_sql_reads_a_question_from_standard_input(home):
    result = call("sql", "-", "--csv", *options(home)[2:], input="SELECT 6 * 7 AS answer")
    assert result.output == "answer\n42\n"


@pytest.mark.parametrize(
    "question", ["SELEC 1", "DELETE FROM article", "COPY article TO 'stolen.csv'", "FROM nowhere"]
)
def test_sql_refuses_what_it_cannot_or_must_not_do(home, question):
    result = call("sql", question, *options(home)[2:])
    assert result.exit_code == 2
    assert "Error" in result.output


def test_sql_tells_how_an_answer_gets_into_a_file(home):
    told = call("sql", "COPY article TO 'article.parquet'", *options(home)[2:]).output
    assert "--csv > FILE" in told
    assert "open the warehouse with DuckDB itself" in told


def test_json_has_each_column_and_numbers_that_json_knows(home):
    sql = "SELECT 1 AS a, 'x' AS a, 3 AS a_1, ['nan'::DOUBLE, 1.5] AS list, 2.50::DECIMAL AS price"
    (row,) = json.loads(call("sql", sql, "--json", *options(home)[2:]).output)
    assert row == {"a": 1, "a_2": "x", "a_1": 3, "list": [None, 1.5], "price": 2.5}


def test_large_numbers_are_written_out(home):
    output = call("sql", "SELECT 123456.7::DOUBLE AS f, 0.12345::DOUBLE AS g", *options(home)[2:])
    assert output.output.split()[-2:] == ["123,457", "0.1235"]


def test_each_of_several_statements_is_answered(home):
    told = call("sql", "SELECT 1 AS a; SET VARIABLE x = 2; SELECT 3", *options(home)[2:], "--csv")
    assert told.output.split() == ["a", "1", "3", "3"]


@pytest.mark.parametrize("question", ["", "-- a remark", " ; "])
def test_nothing_asked_is_wrong_usage(home, question):
    result = call("sql", "-", *options(home)[2:], input=question)
    assert (result.exit_code, result.output) == (2, "There is no statement to answer.\n")


@pytest.mark.parametrize("name", ["sql", "shell"])
def test_questions_that_are_not_utf8_are_wrong_usage(home, name):
    arguments = (name, "-") if name == "sql" else (name,)
    result = call(*arguments, *options(home)[2:], input=b"SELECT 1;\nSELECT '\xff';")
    assert result.exit_code == 2
    assert "standard input, line 2" in result.output
