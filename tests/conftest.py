"""What tests share: one Prefect server for the whole session, and the sample corpus."""

from pathlib import Path

import pytest

from flows.server import quieten_prefect

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "corpus"

quieten_prefect(verbose=False)


@pytest.fixture(scope="session")
def prefect_api(tmp_path_factory):
    """Address of a temporary Prefect server; it costs some 20 CPU seconds, so there is only one."""
    from prefect.settings import get_current_settings
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=300):
        yield str(get_current_settings().api.url)


@pytest.fixture
def corpus(tmp_path):
    """An empty corpus folder."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    return folder
