"""A store to open, to damage and to publish."""

import pytest

from warehouse.storage.store import Store


@pytest.fixture
def store(tmp_path):
    """A store that was published once."""
    store = Store(tmp_path / "news.duckdb")
    with store.connect():
        pass
    store.publish()
    return store
