"""What tests share: one Prefect server for the session, runs without it, and the samples."""

import os
from pathlib import Path

import pytest

from flows.server import SLIM_SERVER, quieten_prefect

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "corpus"

quieten_prefect(verbose=False)
for name, value in SLIM_SERVER.items():  # before Prefect is imported
    os.environ.setdefault(name, value)


@pytest.fixture(scope="session")
def prefect_api(tmp_path_factory):
    """Address of a temporary Prefect server; it costs some 20 CPU seconds, so there is only one."""
    from prefect.settings import get_current_settings
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=300):
        yield str(get_current_settings().api.url)


@pytest.fixture(scope="module")
def plain_runs():
    """Flows run as plain functions; the value runs one and gives its report."""
    from tests.flows.plain import run_plainly, without_prefect

    with without_prefect():
        yield run_plainly


@pytest.fixture(scope="session", autouse=True)
def quick_schema():
    """Databases in memory copy the schema instead of migrating."""
    from tests.blank import copy_schema, remove_template  # not in the worker processes of tests

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("warehouse.memory.migrate", copy_schema)
        yield
    remove_template()


@pytest.fixture
def corpus(tmp_path):
    """An empty corpus folder."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    return folder
