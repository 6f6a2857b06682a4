"""`newsmill entity` as a user types it, and the corrections in the runs that follow."""

import pytest

from tests.asking import ask
from tests.flows.commands import call, run
from warehouse.storage.store import Store

ONE = "Amara Diallo came to Yerevan on Monday, and the mayor of Yerevan met Amara Diallo there."
TWO = "Amara Diallo met Moussa Traore in Nairobi on Monday, and Amara Diallo said so to reporters."


@pytest.fixture(scope="module")
def home(plain_runs, tmp_path_factory):
    """A folder with one article and its warehouse."""
    folder = tmp_path_factory.mktemp("entities")
    write(folder, "one.txt", f"A visitor comes to Yerevan\n\n{ONE}\n")
    assert run(folder).status == "ok"
    return folder


def write(home, name, text):
    (home / "corpus").mkdir(exist_ok=True)
    (home / "corpus" / name).write_text(text * 2)


def names_of(home, spelling):
    question = (
        "SELECT DISTINCT entity.name FROM mention LEFT JOIN entity USING (entity_id) "
        "WHERE mention.text = ?"
    )
    return [name for (name,) in ask(home / "n.duckdb", question, [spelling])]


def test_unknown_entities_are_wrong_usage(home):
    file = home / "n.corrections.csv"
    before = file.read_text() if file.exists() else None
    done = call("entity", "merge", "Nobody", "Yerevan", "--warehouse", home / "n.duckdb")
    assert (done.exit_code, done.output) == (2, "No entity has the id or name 'Nobody'.\n")
    assert (file.read_text() if file.exists() else None) == before


def test_corrections_are_listed_while_a_run_writes(home):
    file = home / "n.corrections.csv"
    before = file.read_text() if file.exists() else None
    file.write_text("action,label,name,target\nnever,PLACE,Yerevan,\n")
    with Store(home / "n.duckdb").writer():
        done = call("entity", "list", "--csv", "--warehouse", home / "n.duckdb")
    file.unlink() if before is None else file.write_text(before)
    assert (done.exit_code, done.stdout) == (0, "action,label,name,target\n")
    assert done.stderr.startswith("n.corrections.csv says otherwise")


def test_corrections_are_published_and_survive_the_next_runs(home):
    warehouse = ("--warehouse", home / "n.duckdb")
    assert names_of(home, "Yerevan") == ["Yerevan"]
    done = call("entity", "never", "Yerevan", *warehouse)
    assert (done.exit_code, done.output) == (0, "never PLACE 'Yerevan'\n")
    assert names_of(home, "Yerevan") == [None]
    write(home, "two.txt", f"Two men meet in Nairobi\n\n{TWO}\n")
    assert run(home).status == "ok"
    assert names_of(home, "Yerevan") == [None]
    file = home / "n.corrections.csv"
    assert file.read_text() == "action,label,name,target\nnever,PLACE,Yerevan,\n"
    file.write_text("action,label,name,target\nrename,PLACE,Yerevan,Erevan\n")
    assert run(home).status == "ok"  # no file of the corpus has changed
    assert names_of(home, "Yerevan") == ["Erevan"]
    assert run(home).status == "unchanged"
    listed = call("entity", "list", "--csv", *warehouse)
    assert listed.output == "action,label,name,target\nrename,PLACE,Yerevan,Erevan\n"
    file.write_text("action,label,name,target\nrename,PLACE,Yerevan,\n")
    broken = run(home)
    assert (broken.status, broken.exit_code) == ("failed", 1)
    assert "n.corrections.csv, line 2" in broken.message
    assert call("entity", "undo", "Yerevan", *warehouse).exit_code == 1
    unknown = call("entity", "merge", "Nobody", "Yerevan", *warehouse)
    assert unknown.exit_code == 1  # the file comes first
    file.unlink()


def test_without_a_warehouse_there_is_nothing_to_correct(tmp_path):
    done = call("entity", "list", "--warehouse", tmp_path / "none.duckdb")
    assert done.exit_code == 1
    assert "newsmill run" in done.output
