"""Where Prefect keeps its state, and servers that do not answer; one that does: test_prefect.py."""

import logging
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest

from flows.cli.serve import name_deployment
from flows.server.prefect_settings import (
    ServerError,
    configured_api,
    quieten_prefect,
    require_answer,
    settle_home,
    tell_refusal,
)
from flows.server.starting import ensure_server


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


def test_each_warehouse_has_a_schedule_of_its_own():
    warehouses = [Path("/a/news.duckdb"), Path("/b/news.duckdb"), Path("/b/my % news/ü<.duckdb")]
    names = [name_deployment(warehouse) for warehouse in warehouses]
    assert len(set(names)) == len(names)
    assert names[0].startswith("news-")
    assert not set("/%&<> ") & set("".join(names))
    assert name_deployment(Path("/a/news.duckdb")) == names[0]


@pytest.fixture
def stranger():
    """Address of a server that answers everything with 401."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(401)
            self.end_headers()

        def log_message(self, *_):
            """On the screen of the tests nobody wants it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/api"
        server.shutdown()


def test_any_answer_is_an_answer(stranger):
    require_answer(stranger)


@pytest.mark.parametrize("api", ["http://127.0.0.1:1/api", "http://nowhere.invalid/api", "typo"])
def test_a_chosen_server_that_does_not_answer_is_named(api, tmp_path, monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", api)
    with pytest.raises(ServerError, match=f"{api} does not answer .* PREFECT_API_URL out of"):
        ensure_server(tmp_path / "server.log")


def response(status):
    return httpx.Response(status, request=httpx.Request("GET", "http://here/api"))


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            httpx.HTTPStatusError("", request=None, response=response(401)),
            "401 Unauthorized; it wa",
        ),
        (
            httpx.HTTPStatusError("", request=None, response=response(500)),
            "500 Internal Server Err",
        ),
        (httpx.ConnectError("All connection attempts failed"), "was lost. What was published"),
        (RuntimeError("Failed to reach API at http://here/api/"), "could not be reached"),
    ],
)
def test_what_a_server_refuses_is_told_with_its_address(error, told, monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", "http://here/api")
    message = tell_refusal(error)
    assert message.startswith("The Prefect server at http://here/api ")
    assert told in message


def test_of_a_temporary_server_its_log_and_its_home_are_told(tmp_path, monkeypatch):
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "state"))
    error = httpx.HTTPStatusError("", request=None, response=response(500))
    message = tell_refusal(error, tmp_path / "server.log")
    assert message.startswith("The temporary Prefect server answered 500")
    assert str(tmp_path / "state") in message
    assert str(tmp_path / "server.log") in message


@pytest.mark.parametrize("verbose", [False, True])
def test_log_lines_that_a_server_does_not_take_are_told_when_asked_for(verbose, monkeypatch):
    monkeypatch.setattr(logging, "raiseExceptions", True)
    monkeypatch.setattr(os, "environ", {})
    quieten_prefect(verbose=verbose)
    assert logging.raiseExceptions == verbose
    assert ("PREFECT_INTERNAL_LOGGING_LEVEL" in os.environ) != verbose  # of its own threads


def test_other_faults_are_not_put_down_to_the_server():
    assert tell_refusal(RuntimeError("No such shard")) is None
