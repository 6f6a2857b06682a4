"""The command line in a process of its own."""

import subprocess
import sys

from tests.conftest import ROOT


def newsmill(*arguments, **settings):
    """A process of its own, whose streams can be anything; exit code and what it says."""
    command = [sys.executable, "-m", "flows.cli", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, check=False, **settings)
    return done.returncode, done.stderr.decode()
