"""The command `newsmill`. Each command is imported when it is called, so that help is quick."""

from __future__ import annotations

import errno
import importlib
import sys
from importlib.metadata import version

import click

from flows.cli.streams import is_readable_text, settle_streams, silence

COMMANDS = {
    "run": "Bring the warehouse up to date with the corpus folder.",
    "sql": "Ask the warehouse a question in SQL.",
    "shell": "Ask in SQL at a prompt that completes tables and columns.",
    "brief": "Sum up on one page what is new and what to look at.",
    "search": "Find articles by their words, best first.",
    "quotes": "Show who is quoted most, or what somebody said.",
    "explain": "Show a file or article with its removed lines struck out, and why.",
    "status": "Show the last runs and what was refused.",
    "replay": "Clean stored articles again, or retry what was refused.",
    "story": "Correct stories: merge, split, move.",
    "group": "Correct groups of copies: merge, split, move.",
    "entity": "Correct entities: merge, split, rename, never.",
    "outlet": "Correct outlets: merge, split, rename.",
    "forget": "Take articles out for good, so that no byte of them stays.",
    "serve": "Run on a schedule until stopped.",
    "clean": "Filter: raw articles in, clean articles out (JSON lines).",
    "dedup": "Filter: articles in, duplicate groups and stories out (JSON lines).",
    "entities": "Filter: texts in, names and their entities out (JSON lines).",
}


class LazyGroup(click.Group):
    """A group whose commands live in modules of the same name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        settle_streams()
        for argument in args:
            if not is_readable_text(argument):
                raise click.UsageError(
                    f"{argument!r} is not {sys.getfilesystemencoding().upper()}; name such a file "
                    "as newsmill prints it, or by its article_id"
                )
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """What the command gives; what the disk refuses is told in one line."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except OSError as error:
            if error.errno == errno.EPIPE:  # `| head`: click ends in silence
                raise
            silence(sys.stdout)
            raise click.ClickException(str(error)) from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"flows.cli.{cmd_name}")
        return named_variables(cmd_name, module.command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def named_variables(name: str, command: click.Command) -> click.Command:
    """The command, its options set by variables with their own names: NEWSMILL_RUN_DRY_RUN.

    Not those of which several give one value (--csv, --json): one could not say no to them.
    """
    for parameter in command.params:
        if not isinstance(parameter, click.Option):
            continue
        option = max(parameter.opts, key=len).lstrip("-")
        parameter.envvar = f"NEWSMILL_{name}_{option}".replace("-", "_").upper()
        if parameter.is_flag and not parameter.is_bool_flag:
            parameter.envvar, parameter.allow_from_autoenv = None, False
    return command


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "NEWSMILL"},
    epilog="""
\b
Examples:
  newsmill run                                  corpus/ into newsmill.duckdb
  newsmill sql "FROM article LIMIT 5"
  newsmill search "peace talks"
  newsmill explain corpus/some-article.txt
  newsmill clean < raw.jsonl > clean.jsonl

\b
Exit codes: 0 ok, 1 failed, 2 wrong usage, 3 done but some input was refused,
4 a data check failed. Options can also be set as NEWSMILL_RUN_CORPUS=... and so on.
""",
)
@click.version_option(version("newsmill"), prog_name="newsmill")
def main() -> None:
    """From a folder of raw news texts to a DuckDB warehouse you can trust and query."""
