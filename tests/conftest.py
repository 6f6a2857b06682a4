"""What tests share: two processes, one Prefect server, runs without it, and the samples."""

import atexit
import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

from flows.server.prefect_settings import quieten_prefect
from flows.server.starting import SLIM_SERVER

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "corpus"

PROCESSES = 2  # of the whole suite: tests/groups.py is balanced for two

settings.register_profile("newsmill", deadline=None)  # times of one example prove nothing
settings.load_profile("newsmill")
quieten_prefect(verbose=False)
for name, value in SLIM_SERVER.items():  # before Prefect is imported
    os.environ.setdefault(name, value)
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each process they start compiles all anew


@pytest.hookimpl(tryfirst=True)  # before xdist reads what is set here
def pytest_cmdline_main(config):
    """The whole suite runs in two processes, a part of it in one, and `-n` says otherwise."""
    option = config.option
    if hasattr(config, "workerinput") or not config.pluginmanager.hasplugin("xdist"):
        return
    is_whole = config.args_source is config.ArgsSource.TESTPATHS
    if option.numprocesses is None and is_whole and not option.usepdb:
        option.numprocesses = PROCESSES
    if option.numprocesses and option.dist == "no":
        option.dist, option.loadscopereorder = "loadfile", False


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """A module stays in one process, and all that need the Prefect server in the same."""
    from tests.groups import GroupScheduling  # here, as xdist may be switched off

    return GroupScheduling(config, log) if config.option.dist == "loadfile" else None


def pytest_collection_modifyitems(config, items):
    """What takes longest starts first, so that the processes end together."""
    if hasattr(config, "workerinput"):
        from tests.groups import place_of

        items.sort(key=lambda item: place_of(item.nodeid))


def pytest_collection_finish(session):
    """What was imported stays: who looks for garbage need not go through it, which takes a
    twelfth of the time."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure(config):
    """Once its tests are told, a worker ends in silence.

    DuckDB's binding (nanobind) lists its own constants as leaks then: pages nobody can act on.
    """
    gc.unfreeze()
    if hasattr(config, "workerinput"):
        atexit.register(os.dup2, os.open(os.devnull, os.O_WRONLY), 2)


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
    """New databases are copied instead of migrated."""
    from tests import blank  # not in the worker processes of tests

    with blank.quick_schema():
        yield
    blank.remove_templates()


@pytest.fixture
def corpus(tmp_path):
    """An empty corpus folder."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    return folder
