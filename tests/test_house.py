"""The rules of the house: floors, ignorance of each other, documentation in the database."""

import ast
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from tests.groups import PREFECT, SLOW_FIRST

ROOT = Path(__file__).parent.parent
FLOORS = {"extractors": 1, "warehouse": 2, "flows": 3}
MODULES = sorted(path for room in FLOORS for path in (ROOT / room).rglob("*.py"))
FORBIDDEN = {  # packages that a room must not know
    "extractors": {"prefect", "duckdb", "click", "rich", "requests", "httpx", "urllib", "socket"},
    "warehouse": {"prefect", "click", "rich"},
    "flows": set(),
}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").split(".")[0])
    return names


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def test_imports_point_down():
    wrong = {}
    for path in MODULES:
        room = path.relative_to(ROOT).parts[0]
        above = {name for name, floor in FLOORS.items() if floor > FLOORS[room]}
        wrong[dotted(path)] = imported(path) & (above | FORBIDDEN[room])
    assert {name: found for name, found in wrong.items() if found} == {}


@cache
def arrows() -> dict[str, set[str]]:
    """The modules of ours that each of them imports, wherever in it."""
    ours = {dotted(path): path for path in MODULES}
    found = {}
    for name, path in ours.items():
        froms = [n for n in ast.walk(tree(path)) if _is_from(n)]
        pairs = {(n.module, f"{n.module}.{alias.name}") for n in froms for alias in n.names}
        modules = {part if part in ours else whole for whole, part in pairs}
        found[name] = modules & ours.keys()
    assert sum(map(len, found.values())) > len(ours)
    return found


def test_no_modules_import_each_other_in_a_circle():
    TopologicalSorter(arrows()).prepare()  # CycleError names the circle


def test_no_rooms_import_each_other_in_a_circle():
    """A room is a folder of a floor; a module beside the folders is one by itself."""
    between = {}
    for name, modules in arrows().items():
        between.setdefault(_room(name), set()).update(map(_room, modules))
    TopologicalSorter({room: others - {room} for room, others in between.items()}).prepare()


def _room(module: str) -> str:
    return ".".join(module.split(".")[:2])


def _is_from(node: ast.AST) -> bool:
    return isinstance(node, ast.ImportFrom) and bool(node.module) and not node.level


def test_every_module_says_what_it_is_for():
    assert [dotted(path) for path in MODULES if not ast.get_docstring(tree(path))] == []


def test_only_flows_files_that_need_it_import_prefect():
    knowing = {p.name for p in MODULES if "prefect" in imported(p)}
    assert knowing == {"ingest.py", "shard_stages.py", "artifacts.py", "schedule.py"}


def test_extractors_bring_in_neither_prefect_nor_duckdb():
    modules = [dotted(path) for path in MODULES if path.relative_to(ROOT).parts[0] == "extractors"]
    code = (
        f"import sys, importlib\nfor name in {modules!r}: importlib.import_module(name)\n"
        "print(sorted({'prefect', 'duckdb'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"


def test_extractors_have_no_clock_and_no_disk():
    """Data files that ship with the code come through importlib.resources."""
    for path in MODULES:
        if path.relative_to(ROOT).parts[0] != "extractors":
            continue
        assert not imported(path) & {"time", "os", "pathlib", "tempfile", "random", "secrets"} - (
            {"pathlib"} if "PurePosixPath" in path.read_text("utf-8") else set()
        )
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "open", path
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("now", "today", "utcnow"), path


def test_sql_lives_in_sql_files():
    """Statements in Python move a connection along or read one small table, no more."""
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words = node.value.split()
                assert not (len(words) > 8 and words[0] in ("SELECT", "INSERT", "DELETE", "UPDATE"))


def test_statements_say_what_they_give():
    """Those of more than three lines, but for the schema, whose tables have comments."""
    silent = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "warehouse").rglob("*.sql")
        if path.parent.name != "schema"
        and len(lines := path.read_text("utf-8").splitlines()) > 3
        and not lines[0].startswith("-- ")
    ]
    assert silent == []


def test_a_run_that_finds_nothing_new_brings_in_nothing_heavy():
    """It compares files with rows: 100,000 of them take less than these imports would."""
    code = (
        "import sys, flows.cli.run\n"
        "print(sorted({'prefect', 'pyarrow', 'numpy', 'trafilatura', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"


def test_the_groups_of_tests_name_what_is_there():
    """So that one process has the only Prefect server, and what is slow starts first."""
    modules = [path for path in (ROOT / "tests").rglob("test_*.py") if path.name != "test_house.py"]
    users = {path for path in modules if "prefect_api" in path.read_text("utf-8")}
    assert {str(path.relative_to(ROOT)) for path in users} == set(PREFECT)
    assert [name for name in SLOW_FIRST if not (ROOT / name).exists()] == []
