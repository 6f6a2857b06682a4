"""Help, options, variables, and usage that is wrong."""

import json
import shutil
import subprocess
import sys

import pytest

from flows.cli.main import COMMANDS, main
from tests.conftest import ROOT, SAMPLES
from tests.flows.commands import call, options


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name):
    result = call(name, "--help")
    assert result.exit_code == 0
    assert "Example" in result.output
    assert f"newsmill {name}" in result.output


@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_the_example_of_clean_gives_a_title_and_a_body(shell):
    if shutil.which(shell) is None:
        shell = "sh"
    example = call("clean", "--help").output.partition("Example:")[2].split("\n\n")[0]
    command = example.replace("newsmill clean", f"'{sys.executable}' -m flows.cli clean")
    done = subprocess.run([shell, "-c", command], cwd=ROOT, capture_output=True, check=True)
    result = json.loads(done.stdout)
    assert (result["title"], result["text"]) == (
        "Bridge closed",
        "The mayor closed it today.",
    )


def test_help_lists_every_command_and_the_exit_codes():
    output = call("--help").output
    assert all(f"  {name} " in output for name in COMMANDS)
    assert "3 done but some input was refused" in output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--corpus", "no/such/folder"), "the corpus folder no/such/folder does not exist"),
        (("--corpus", SAMPLES, "--warehouse", SAMPLES), "is a folder"),
        (("--corpus", SAMPLES, "--max-mb", "-1"), "--max-mb: input should be greater than 0"),
        (("--corpus", SAMPLES, "--max-mb", "inf"), "--max-mb: input should be a finite number"),
        (("--corpus", SAMPLES, "--max-mb", "1e300"), "--max-mb: input should be less than"),
        (("--corpus", __file__), "is not a folder"),
        (("--frobnicate",), "No such option"),
    ],
)
def test_wrong_usage_is_told_and_exits_with_2(arguments, told):
    result = call("run", *arguments)
    assert result.exit_code == 2
    assert told in result.output
    assert "Traceback" not in result.output


def test_arguments_that_are_not_utf8_are_wrong_usage(home):
    result = call("explain", "odd\udcff.txt", *options(home))
    assert result.exit_code == 2
    assert "as newsmill prints it" in result.output


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"story", "group", "entity"}))
def test_variables_are_named_after_the_options(name):
    group = main.make_context("newsmill", ["--version"], resilient_parsing=True)
    for option in main.get_command(group, name).params[:-1]:
        long = max(option.opts, key=len).lstrip("-").replace("-", "_").upper()
        expected = None if option.name == "form" else f"NEWSMILL_{name.upper()}_{long}"
        assert option.param_type_name == "argument" or option.envvar == expected


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--timezone", "Athens"), "'Athens' is none"),
        (("--timezone", "Europe/Athens", "--every", "60"), "goes with --cron"),
        (("--cron", "0 6 * * *", "--every", "60"), "not both"),
    ],
)
def test_a_schedule_that_cannot_be_kept_is_wrong_usage(home, arguments, told):
    result = call("serve", *arguments, *options(home))
    assert (result.exit_code, told in result.output) == (2, True)


def test_a_variable_sets_an_option(home):
    environment = {"NEWSMILL_RUN_JSON": "1", "NEWSMILL_RUN_DRY_RUN": "yes"}
    report = json.loads(call("run", *options(home), env=environment).output)
    assert (report["dry_run"], report["counts"]["seen"]) == (True, 6)
