"""A folder with a small corpus and its warehouse."""

import shutil

import pytest

from flows.settings import IngestParameters
from tests.conftest import SAMPLES
from tests.flows.plain import run_plainly, without_prefect


@pytest.fixture(scope="package")
def home(tmp_path_factory):
    """A folder with a corpus (the samples and a file that is refused) and its warehouse."""
    folder = tmp_path_factory.mktemp("home")
    shutil.copytree(SAMPLES, folder / "corpus")
    (folder / "corpus" / "broken.pdf").write_bytes(b"%PDF-1.7 ...")
    parameters = IngestParameters(corpus=folder / "corpus", warehouse=folder / "n.duckdb")
    with without_prefect():
        run_plainly(parameters)
    return folder
