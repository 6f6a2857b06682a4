"""A story to forget, and what tells whether it is gone."""

from flows.settings import IngestParameters
from tests import asking
from tests.flows import commands
from tests.flows.commands import options
from tests.flows.plain import run_plainly

NAME = "Quillfeather"  # of nobody else
STORY = (
    f"The mayor of Larnstead, Zebediah {NAME}, said on Monday that the old bridge over the river "
    "would be closed for repairs until the winter, as its piers were found to be hollow.\n\n"
    "Traders in the market hall fear for their income, and the council is to meet on Friday.\n"
)
OTHER = (
    "Nine paintings that were stolen from a gallery in Oakham two years ago have been found in a "
    "barn, the police told reporters. Experts will look at each of them before they are shown.\n"
)


def write(home, name, text=STORY, title="Bridge to be closed"):
    (home / "corpus" / name).write_text(f"{title}\n\n{text}")


def run(home, **more):
    where = {"corpus": home / "corpus", "warehouse": home / "n.duckdb"}
    return run_plainly(IngestParameters(**where, names="rules", workers=1, **more))


def forget(home, *arguments, code=0):
    usual = () if "--list" in arguments else ("--names", "rules")
    result = commands.call("forget", *arguments, *usual, *options(home))
    assert result.exit_code == code, result.output
    return result.output


def ask(home, sql):
    return asking.ask(home / "n.duckdb", sql)


def id_of(home, path):
    ((key,),) = ask(
        home,
        "SELECT document_id FROM document JOIN source_file USING (source_file_id) "
        f"WHERE path = '{path}'",
    )
    return key


def states(home):
    return dict(ask(home, "SELECT path, status FROM source_file"))
