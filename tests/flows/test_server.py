"""Where Prefect keeps its state when the usual place cannot be had; a server: test_prefect.py."""

import os
from pathlib import Path

import pytest

from flows.server import ServerError, configured_api, settle_home


@pytest.fixture
def other(tmp_path, monkeypatch):
    """The folder to take instead, with no PREFECT_HOME set."""
    monkeypatch.setenv("PREFECT_HOME", "")
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    return tmp_path / "state" / "prefect"


def test_a_home_that_can_be_written_is_used(other, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    settle_home(other)
    assert (tmp_path / ".prefect").is_dir()
    assert (os.environ["PREFECT_HOME"], other.exists()) == ("", False)


def test_a_home_that_is_a_file_is_not(other, tmp_path, monkeypatch):
    (tmp_path / "home").write_text("")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    settle_home(other)
    assert (os.environ["PREFECT_HOME"], other.is_dir()) == (str(other), True)


def test_a_user_without_a_home(other, monkeypatch):
    def fail():
        raise RuntimeError("Could not determine home directory.")  # as for a user id without a name

    monkeypatch.setattr(Path, "home", fail)
    assert configured_api() is None
    settle_home(other)
    assert os.environ["PREFECT_HOME"] == str(other)


def test_a_folder_that_was_chosen_is_never_replaced(other, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "file"))
    with pytest.raises(ServerError, match="PREFECT_HOME="):
        settle_home(other)
