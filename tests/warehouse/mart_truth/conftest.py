"""Marts built from planted rows; each is counted a second time in plain Python."""

import pytest

from benchmarks.make_warehouse import GeneratorParameters, fill_warehouse
from tests.warehouse.mart_truth.counted import planted
from warehouse.marts import build_marts
from warehouse.storage.memory import open_in_memory


@pytest.fixture(scope="package", params=[1, 2], ids=["seed 1", "seed 2"])
def connection(request):
    with open_in_memory() as opened:
        fill_warehouse(opened, GeneratorParameters(500, seed=request.param, word_count=5))
        build_marts(opened)
        yield opened


@pytest.fixture(scope="package")
def articles(connection):
    return planted(connection, "FROM plan.article ORDER BY number")


@pytest.fixture(scope="package")
def named(connection, articles):
    """(entity_id, article) for each article and entity it names."""
    by_id = {article.article_id: article for article in articles}
    rows = planted(connection, "FROM plan.appearance")
    return [(row.entity_id, by_id[row.article_id]) for row in rows]
