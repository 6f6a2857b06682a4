"""A server that goes away during a run, and comes back."""

import socket
import time

from flows.server.watch import watching_server


def listen(port: int = 0) -> socket.socket:
    return socket.create_server(("127.0.0.1", port))


def wait_for(said: list[str], count: int) -> None:
    end = time.monotonic() + 10
    while len(said) < count and time.monotonic() < end:
        time.sleep(0.01)


def test_a_lost_server_is_told_once_and_its_return_too():
    said: list[str] = []
    server = listen()
    port = server.getsockname()[1]
    with watching_server(f"http://127.0.0.1:{port}/api", said.append, every=0.01):
        server.close()
        wait_for(said, 1)
        server = listen(port)
        wait_for(said, 2)
    server.close()
    assert [line.split(" is ")[1][:5] for line in said] == ["gone.", "there"]


def test_where_nobody_listened_nothing_is_told():
    said: list[str] = []
    server = listen()
    port = server.getsockname()[1]
    server.close()
    with watching_server(f"http://127.0.0.1:{port}/api", said.append, every=0.01):
        time.sleep(0.1)
    assert said == []
