"""Commands as a user types them, and runs, on a folder with a corpus and its warehouse."""

from click.testing import CliRunner

from flows.cli.main import main
from flows.settings import IngestParameters
from tests.flows.plain import run_plainly


def call(*arguments, **options):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], **options)


def options(home):
    return ("--corpus", home / "corpus", "--warehouse", home / "n.duckdb")


def run(home):
    """The report of a run; only inside `plain_runs`."""
    parameters = IngestParameters(
        corpus=home / "corpus", warehouse=home / "n.duckdb", names="rules", workers=1
    )
    return run_plainly(parameters)
