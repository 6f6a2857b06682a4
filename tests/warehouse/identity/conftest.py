"""A warehouse that is empty before each test."""

import pytest

from tests.warehouse.identity.names import emptied
from warehouse.storage.memory import open_in_memory


@pytest.fixture(scope="package")
def warehouse():
    """One warehouse for all: making one costs more than filling it."""
    with open_in_memory() as opened:
        yield opened


@pytest.fixture
def connection(warehouse):
    with emptied(warehouse) as opened:
        yield opened
