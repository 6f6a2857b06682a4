"""The main job and replays without Prefect: the same functions, called as they are.

A run on Prefect takes three times as long. What is about Prefect is in tests/flows/test_prefect.py.
"""

import logging
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager

import pytest
from prefect import Task

from flows import ingest, shard_stages, stages
from flows.settings import RunParameters
from flows.shards import sharding
from flows.telling.report import RunReport


class PlainStage:
    """Stands in for a task: runs in the calling thread, once."""

    def __init__(self, task: Task) -> None:
        self.fn = task.fn

    def __call__(self, *arguments: object) -> object:
        return self.fn(*arguments)

    def submit(self, *arguments: object) -> Future:
        future = Future()
        try:
            future.set_result(self.fn(*arguments))
        except Exception as error:
            future.set_exception(error)
        return future


def run_plainly(parameters: RunParameters) -> RunReport:
    """The report of one run of the flow that the parameters are for."""
    return ingest.flow_for(parameters).fn(parameters).data


@contextmanager
def without_prefect() -> Iterator[None]:
    """Inside the block, flows that commands start run plainly, and `run_plainly` works.

    A few files are read by the calling thread whatever they are: a process takes seconds to start.
    """
    with pytest.MonkeyPatch.context() as patch:
        for module in (shard_stages, stages):
            for name, value in vars(module).copy().items():
                if isinstance(value, Task):
                    patch.setattr(module, name, PlainStage(value))
        patch.setattr(sharding, "is_harmless", lambda file: True)
        patch.setattr(ingest, "get_run_logger", lambda: logging.getLogger("newsmill"))
        patch.setattr(ingest, "publish_artifacts", lambda report, warehouse: None)
        patch.setattr(ingest, "run_tagged", run_plainly)
        patch.setattr("flows.server.starting.ensure_server", lambda log: False)
        yield
