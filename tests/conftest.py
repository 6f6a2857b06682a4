"""What tests share: one Prefect server for the whole session, and the sample corpus."""

import os
from pathlib import Path

import pytest

from flows.server import quieten_prefect

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "corpus"

quieten_prefect(verbose=False)


@pytest.fixture(scope="session")
def prefect_api(tmp_path_factory):
    """A temporary Prefect server; starting it costs some 20 CPU seconds, so there is only one."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=300):
        yield


@pytest.fixture
def corpus(tmp_path):
    """An empty corpus folder."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    return folder


@pytest.fixture
def environment(tmp_path):
    """Environment of a user whose home is empty, for commands in processes of their own."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return {**kept, "HOME": str(home), "PYTHONWARNINGS": "error::DeprecationWarning:flows"}
