"""Every entry of the corpus is seen: as a file, or with the reason why it is none."""

import os
import socket
import subprocess
import sys

import pytest

from flows.planning.deciding import plan_run
from flows.planning.scan import scan_corpus


def outcomes(corpus):
    return {f.path: f.refused.reason if f.refused else "file" for f in scan_corpus(corpus).files}


def test_files_in_folders_with_odd_names(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name in ("one.txt", "a/b/two words\nand a line.txt", "a/😀.txt"):
        (tmp_path / name).write_text("x")
    assert outcomes(tmp_path) == {
        "one.txt": "file",
        "a/b/two words\nand a line.txt": "file",
        "a/😀.txt": "file",
    }


def test_a_name_that_is_not_utf8_is_printable_and_can_be_opened(tmp_path):
    location = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    os.close(os.open(location, os.O_CREAT))
    (found,) = scan_corpus(tmp_path).files
    assert (found.path, found.location) == ("caf\\xe9.txt", location)


def test_two_names_never_become_one_path(tmp_path):
    names = [b"caf\xe9.txt", b"caf\\xe9.txt", b"caf\\x5cxe9.txt", b"\xed\xa0\x80", b"a\\b.txt"]
    for name in names:
        os.close(os.open(os.fsencode(tmp_path) + b"/" + name, os.O_CREAT))
    paths = {file.location.rpartition(b"/")[2]: file.path for file in scan_corpus(tmp_path).files}
    assert len(set(paths.values())) == len(names)
    assert paths[b"a\\b.txt"] == "a\\b.txt"
    assert all(path.encode() for path in paths.values())


def test_names_that_shells_and_tables_trip_over(tmp_path):
    names = [
        "-rf.txt",
        "a'b\".txt",
        "$(x).txt",
        "tab\tin.txt",
        "*?[.txt",
        "n\u202ename.txt",
        "x" * 255,
    ]
    for name in names:
        (tmp_path / name).write_text("x")
    assert sorted(outcomes(tmp_path)) == sorted(names)


def test_a_deep_tree_is_walked_without_recursion(tmp_path):
    folder = tmp_path.joinpath(*["folder"] * 150)
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("x")
    (found,) = scan_corpus(tmp_path).files
    assert found.path.count("/") == 150


def test_links_and_things_that_are_no_files(tmp_path):
    corpus, outside = tmp_path / "corpus", tmp_path / "outside.txt"
    (corpus / "folder").mkdir(parents=True)
    outside.write_text("secret")
    (corpus / "real.txt").write_text("x")
    (corpus / "good_link.txt").symlink_to(corpus / "real.txt")
    (corpus / "out.txt").symlink_to(outside)
    (corpus / "nowhere.txt").symlink_to(corpus / "missing")
    (corpus / "circle").symlink_to(corpus / "circle")
    (corpus / "folder" / "up").symlink_to(corpus)
    os.mkfifo(corpus / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(corpus / "socket"))  # a path of at most 107 bytes
    assert outcomes(corpus) == {
        "real.txt": "file",
        "good_link.txt": "file",
        "out.txt": "link_outside",
        "nowhere.txt": "bad_link",
        "circle": "bad_link",
        "folder/up": "bad_link",
        "pipe.txt": "not_a_file",
        "socket": "not_a_file",
    }


def test_hidden_and_half_written_files_are_counted_apart(tmp_path):
    for name in (".DS_Store", "note.txt~", "download.part", "real.txt"):
        (tmp_path / name).write_text("x")
    scan = scan_corpus(tmp_path)
    assert [file.path for file in scan.files] == ["real.txt"]
    assert scan.ignored_count == 3


def test_a_missing_corpus_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        scan_corpus(tmp_path / "missing")


def test_what_may_not_be_read_is_refused(tmp_path):
    """Root may read everything, so the scan runs as nobody there."""
    (tmp_path / "open.txt").write_text("x")
    (tmp_path / "shut.txt").write_text("x")
    (tmp_path / "shut").mkdir()
    (tmp_path / "shut.txt").chmod(0)
    (tmp_path / "shut").chmod(0)
    for folder in (tmp_path, *tmp_path.parents[:3]):
        if os.geteuid() == 0:
            folder.chmod(0o755)
    code = (
        "import os, sys; from pathlib import Path\n"
        "from flows.planning.deciding import plan_run\n"
        "from flows.planning.scan import scan_corpus\n"
        "os.geteuid() or os.setuid(65534)\n"
        "for file in plan_run(scan_corpus(Path(sys.argv[1])), {}).files:\n"
        "    print(file.found.path, file.refused.reason if file.refused else 'file')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n")[:3] == [
        "open.txt file",
        "shut unreadable",
        "shut.txt unreadable",
    ]
    (tmp_path / "shut").chmod(0o700)


def test_a_file_that_is_gone_before_it_is_hashed_was_not_there(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    scan = scan_corpus(tmp_path)
    (tmp_path / "a.txt").unlink()
    assert plan_run(scan, {}).counts()["seen"] == 0


class Unknowable:
    """An entry of a network folder that lists names and tells nothing else of some."""

    def __init__(self, entry):
        self.name, self.path = entry.name, entry.path

    def is_dir(self, *, follow_symlinks):
        raise PermissionError(13, "Permission denied")

    def is_symlink(self):
        raise PermissionError(13, "Permission denied")


class Listing(list):
    """What scandir gives: to be used in a with statement."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.clear()


def test_an_entry_of_which_nothing_may_be_known_is_refused_alone(tmp_path, monkeypatch):
    for name in ("known.txt", "unknown.txt"):
        (tmp_path / name).write_text("x")
    real = os.scandir

    def list_some(folder):
        return Listing(Unknowable(e) if e.name == b"unknown.txt" else e for e in real(folder))

    monkeypatch.setattr("flows.planning.scan.os.scandir", list_some)
    assert outcomes(tmp_path) == {"known.txt": "file", "unknown.txt": "unreadable"}
