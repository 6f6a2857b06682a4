"""How a command that runs a flow ends: by a fault, a signal, or with leaks that nobody acts on."""

import signal
import subprocess
import sys

import pytest

from flows.cli.flow_run import _failed
from tests.conftest import ROOT


def test_the_traceback_of_a_first_run_is_kept(tmp_path):
    log = tmp_path / ".newsmill" / "n" / "error.log"
    report = _failed(ValueError("a fault"), "Unexpected ValueError: a fault", log)
    assert report.message == f"Unexpected ValueError: a fault (traceback in {log})"
    assert "ValueError: a fault" in log.read_text()


def test_what_is_listed_after_the_end_is_not_shown():
    code = (
        "import os, sys; from flows.cli.flow_run import end_by_signals\n"
        "class Held:\n"
        "    def __del__(self, write=os.write): write(2, b'leaked')\n"  # as nanobind does
        "held = Held(); {}; print('told', file=sys.stderr)\n"
    )

    def told(first):
        command = [sys.executable, "-c", code.format(first)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stderr.decode()

    assert told("pass") == "told\nleaked"
    assert told("end_by_signals()") == "told\n"


QUERY = """
import os, signal, sys, threading, types, duckdb
from pathlib import Path
from flows.cli.flow_run import end_by_signals, run_flow
from flows.settings import IngestParameters

def work(parameters):
    try:
        threading.Timer(0.5, os.kill, (os.getpid(), int(sys.argv[2]))).start()
        duckdb.sql("SET threads = 1")  # with more it may hear of a signal at the query's end
        duckdb.sql("SELECT count(*) FROM range(1_000_000_000) t(i) WHERE hash(i) = 3").fetchall()
    except BaseException as error:
        return error  # as a flow does

# In their place, as Prefect takes seconds to import.
sys.modules["flows.server.starting"] = types.SimpleNamespace(ensure_server=lambda log: False)
sys.modules["flows.ingest"] = types.SimpleNamespace(run_tagged=work)
end_by_signals()
folder = Path(sys.argv[1])
run_flow(IngestParameters(corpus=folder, warehouse=folder / "n.duckdb"), as_json=1, verbose=False)
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, -2)])
def test_a_signal_during_a_query_ends_the_command_and_is_no_fault(tmp_path, number, code):
    command = [sys.executable, "-c", QUERY, str(tmp_path), str(int(number))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert not (tmp_path / ".newsmill" / "n" / "error.log").exists()
