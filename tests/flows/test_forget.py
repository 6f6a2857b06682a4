"""`newsmill forget`: nothing of an article stays, it does not come back, and the rest is whole."""

import json
import shutil

import duckdb
import pytest

from flows import jobs
from flows.settings import IngestParameters
from tests.conftest import SAMPLES
from tests.flows import commands
from tests.flows.commands import options
from tests.flows.plain import run_plainly

pytestmark = pytest.mark.usefixtures("plain_runs")

# Ids and hashes, never a word: what was there once, and by what it is known again.
KEPT = {"tombstone", "article_event", "sameness_id"}
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


@pytest.fixture(scope="module")
def filled(plain_runs, tmp_path_factory):
    """A warehouse with an article that has changed once, copies of it, and others."""
    home = tmp_path_factory.mktemp("forget")
    shutil.copytree(SAMPLES, home / "corpus")
    write(home, "a.txt", f"{STORY}\nMrs {NAME} was born here.", title=f"Mayor {NAME} closes bridge")
    write(home, "copy.txt")
    write(home, "other.txt", OTHER, title="Ferry to return")
    for name, outlet, day in (("a", "The Bay Post", 5), ("copy", "Yonder", 6)):
        facts = {"outlet": outlet, "published_at": f"2024-03-0{day}"}
        (home / "corpus" / f"{name}.meta.json").write_text(json.dumps(facts))
    crops = (
        "Farmers of the valley expect a poor harvest of plums after the late frost in May.",
        "The choir of Saint Anne sang in a full cathedral, with two new works for organ.",
    )
    records = [{"id": n, "title": f"Report {n}", "text": t} for n, t in enumerate(crops, 1)]
    (home / "corpus" / "wire.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records))
    run(home)
    write(home, "a.txt", STORY, title=f"Mayor {NAME} closes bridge")
    run(home)
    return home


@pytest.fixture
def home(filled, tmp_path):
    return shutil.copytree(filled, tmp_path / "home")


def run(home, **more):
    where = {"corpus": home / "corpus", "warehouse": home / "n.duckdb"}
    return run_plainly(IngestParameters(**where, names="rules", workers=1, **more))


def forget(home, *arguments, code=0):
    usual = () if "--list" in arguments else ("--names", "rules")
    result = commands.call("forget", *arguments, *usual, *options(home))
    assert result.exit_code == code, result.output
    return result.output


def ask(home, sql):
    with duckdb.connect(str(home / "n.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def id_of(home, path):
    ((key,),) = ask(
        home,
        "SELECT document_id FROM document JOIN source_file USING (source_file_id) "
        f"WHERE path = '{path}'",
    )
    return key


def states(home):
    return dict(ask(home, "SELECT path, status FROM source_file"))


def stores(home):
    return [home / "n.duckdb", home / ".newsmill" / "n" / "store.duckdb"]


def columns(connection, condition):
    sql = (
        "SELECT table_name, column_name, data_type FROM duckdb_columns() SEMI JOIN "
        f"(FROM duckdb_tables() WHERE NOT temporary) USING (table_name) WHERE {condition}"
    )
    return connection.execute(sql).fetchall()


def tables_with(connection, key):
    """Tables that hold the id, of those with a column that names articles or documents."""
    named = columns(connection, r"regexp_matches(column_name, '(article|document)_id')")
    return {
        table
        for table, column, _ in named
        if connection.execute(f'FROM "{table}" WHERE "{column}" = ?', [key]).fetchall()
    }, {table for table, *_ in named}


def test_no_table_and_no_byte_of_the_files_holds_anything_of_it(home):
    """Also of tables that nobody has thought of here: they are asked of the schema."""
    key = id_of(home, "a.txt")
    store = stores(home)[1]
    with duckdb.connect(str(store)) as connection:
        held, all_tables = tables_with(connection, key)
        marts = {name for (name,) in connection.execute("SELECT name FROM mart").fetchall()}
        assert marts & all_tables <= held
        for table in all_tables - held - marts:  # what it has not: a row as short as can be
            column = columns(
                connection,
                f"table_name = '{table}' AND regexp_matches(column_name, '(article|document)_id')",
            )[0][1]
            connection.execute(f'INSERT INTO "{table}" ("{column}") VALUES (?)', [key])
        assert tables_with(connection, key)[0] >= all_tables - marts
        connection.execute("CHECKPOINT")
    shutil.copyfile(store, home / "n.duckdb")
    assert all(NAME.encode() in path.read_bytes() for path in stores(home))

    forget(home, "a.txt", "copy.txt", "--yes", "--reason", "a wish")
    with duckdb.connect(str(store)) as connection:
        assert tables_with(connection, key)[0] <= KEPT
        texts = columns(connection, "data_type LIKE 'VARCHAR%' OR data_type LIKE '%VARCHAR%'")
        for table, column, _ in texts:
            found = f'FROM "{table}" WHERE "{column}"::VARCHAR ILIKE \'%{NAME}%\''
            assert connection.execute(found).fetchall() == [], (table, column)
        reasons = "SELECT DISTINCT reason FROM tombstone WHERE reason IS NOT NULL"
        assert connection.execute(reasons).fetchall() == [("a wish",)]
    for path in stores(home):
        assert NAME.lower().encode() not in path.read_bytes().lower()
    assert sorted(path.name for path in stores(home)[1].parent.iterdir()) == [
        "lock", "published", "store.duckdb",
    ]  # fmt: skip


def test_it_does_not_come_back_and_the_counts_balance(home):
    told = forget(home, "a.txt", "--yes")
    assert "1 document of 1 file forgotten: 6 lines, 3 mentions, 1 former state" in told
    assert "1 file seen = 0 loaded + 0 unchanged + 0 duplicate + 1 quarantined + 0 vanished" in told
    assert "1 file that holds them still lies in the corpus, for you to delete: a.txt" in told
    assert ask(home, "SELECT job, status FROM run ORDER BY started_at DESC LIMIT 1") == [
        ("forget", "ok")
    ]
    report = run(home)
    assert (report.status, report.counts["quarantined"]) == ("unchanged", 1)
    shutil.copyfile(home / "corpus" / "a.txt", home / "corpus" / "moved.txt")
    write(home, "a.txt", STORY.replace("Monday", "Tuesday"), title="At the same place")
    record = {"id": 1, "text": (home / "corpus" / "moved.txt").read_text()}
    (home / "corpus" / "packed.jsonl").write_text(json.dumps(record))
    for reads in ({}, {"reprocess": True}, {"rejected": True}):
        report = run(home, **reads)
        assert report.status == "ok", report
        assert NAME not in repr(ask(home, "SELECT text FROM article WHERE title LIKE 'Mayor%'"))
        assert {p: s for p, s in states(home).items() if s == "quarantined"} == dict.fromkeys(
            ("a.txt", "moved.txt", "packed.jsonl"), "quarantined"
        )
    assert states(home)["copy.txt"] == "loaded"  # other words around the same story

    for name in ("a.txt", "moved.txt", "packed.jsonl"):
        (home / "corpus" / name).unlink()
    assert run(home).counts["vanished"] == 3
    assert not {"a.txt", "moved.txt", "packed.jsonl"} & states(home).keys()
    assert ask(home, "SELECT count(*) FROM tombstone") == [(1,)]


def test_what_is_gone_from_the_corpus_leaves_not_even_its_path(home):
    for name in ("a.txt", "a.meta.json"):
        (home / "corpus" / name).unlink()
    run(home)
    assert states(home)["a.txt"] == "vanished"
    assert "0 quarantined + 1 vanished" in forget(home, "a.txt", "--yes")
    assert "a.txt" not in states(home)
    write(home, "a.txt", title="The file again")
    assert run(home).status == "ok"
    assert ask(home, "SELECT reason FROM rejection") == [("forgotten",)]


def test_copies_go_too_when_that_is_said_and_no_later_one_comes(home):
    shown = forget(home, "a.txt", "--dry-run")
    copy = id_of(home, "copy.txt")
    assert f"1 copy of these texts left (--copies takes them too): {copy}" in shown
    told = json.loads(forget(home, "a.txt", "--copies", "--yes", "--json"))
    assert copy in told["forgotten"]
    assert len(told["forgotten"]) == 2
    write(home, "later.txt", title="Under another headline")
    run(home)
    assert states(home)["later.txt"] == "quarantined"


def test_a_copy_that_stays_is_not_refused_when_it_is_read_again(home):
    facts = json.dumps({"outlet": "The Bay Post"})
    (home / "corpus" / "copy.meta.json").write_text(facts)
    shutil.copyfile(home / "corpus" / "a.txt", home / "corpus" / "copy.txt")
    run(home)
    forget(home, "a.txt", "--yes")
    assert run(home, reprocess=True).status == "ok"
    assert (states(home)["a.txt"], states(home)["copy.txt"]) == ("quarantined", "loaded")


def test_one_document_of_a_file_or_all_of_them(home):
    forget(home, "wire.jsonl!/1", "--yes")
    assert states(home)["wire.jsonl"] == "loaded"
    places = "SELECT place FROM document JOIN source_file USING (source_file_id) "
    assert ask(home, places + "WHERE path = 'wire.jsonl'") == [("2",)]
    assert run(home, reprocess=True).status == "ok"
    assert ask(home, places + "WHERE path = 'wire.jsonl'") == [("2",)]
    forget(home, "wire.jsonl", "--yes")
    assert states(home)["wire.jsonl"] == "quarantined"
    assert run(home).status == "unchanged"


def test_what_is_allowed_again_comes_back_under_its_id(home):
    key = id_of(home, "a.txt")
    forget(home, "a.txt", "other.txt", "--yes")
    assert key[:8] in forget(home, "--list")
    assert key in forget(home, home / "corpus" / "a.txt", "--allow-again")
    report = run(home)
    assert (report.counts["loaded"], report.counts["quarantined"]) == (1, 1)
    assert id_of(home, "a.txt") == key
    forget(home, "a.txt", "--allow-again", code=2)

    forget(home, "a.txt", "copy.txt", "--copies", "--yes")
    explained = commands.call("explain", home / "corpus" / "a.txt", *options(home))
    assert (explained.exit_code, "is refused: forgotten. " in explained.output) == (3, True)
    forget(home, "copy.txt", "--allow-again")
    run(home)
    assert (states(home)["a.txt"], states(home)["copy.txt"]) == ("quarantined", "loaded")


def test_articles_are_chosen_by_any_condition_and_unknown_ones_are_told(home):
    shown = json.loads(forget(home, "--where", f"text LIKE '%{NAME}%'", "--dry-run", "--json"))
    assert {row["path"] for row in shown["documents"]} == {"a.txt", "copy.txt"}
    of_both = ("a.txt", "other.txt", "--where", f"text LIKE '%{NAME}%'", "--dry-run", "--json")
    assert [row["path"] for row in json.loads(forget(home, *of_both))["documents"]] == ["a.txt"]
    assert "Nothing stored is meant" in forget(home, "a.txt", "--where", "false", "--dry-run")
    assert "--where" in forget(home, "--where", "true", "--allow-again", code=2)
    assert "called nobody.txt" in forget(home, "nobody.txt", "--dry-run", code=2)
    assert "Binder Error" in forget(home, "--where", "titel = 1", "--dry-run", code=2)
    assert "say --dry-run" in forget(home, "a.txt", code=2)
    assert "Nothing stored is meant" in forget(home, "--where", "false", "--yes", "--dry-run")
    assert id_of(home, "a.txt")


def test_a_run_that_is_killed_before_the_files_are_written_anew_leaves_it_to_the_next(
    home, monkeypatch
):
    def stop(store):
        raise OSError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(jobs, "_end", stop)
        forget(home, "a.txt", "copy.txt", "--yes", code=1)
    assert NAME.encode() in stores(home)[0].read_bytes()
    assert run(home).status == "unchanged"
    assert all(NAME.encode() not in path.read_bytes() for path in stores(home))
