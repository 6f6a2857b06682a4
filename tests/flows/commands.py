"""Commands as a user types them, and the options that name a folder's corpus and warehouse."""

from click.testing import CliRunner

from flows.cli.main import main


def call(*arguments, **options):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], **options)


def options(home):
    return ("--corpus", home / "corpus", "--warehouse", home / "n.duckdb")
