"""Warehouses that were filled once: of the samples, and of one article."""

import shutil

import pytest

from tests.flows.ingest.runs import STORY, run
from tests.flows.plain import without_prefect


@pytest.fixture(scope="package")
def bridge(tmp_path_factory):
    """A warehouse of one article, made once."""
    folder = tmp_path_factory.mktemp("bridge")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "a.txt").write_text("Bridge to be closed\n\n" + STORY)
    with without_prefect():
        run(folder)
    return folder


@pytest.fixture
def known(bridge, tmp_path):
    """The corpus of a copy of it: a.txt, which is loaded."""
    return shutil.copytree(bridge, tmp_path, dirs_exist_ok=True) / "corpus"
