"""Which tests stay together, and in which order, when the suite runs in several processes."""

from xdist.scheduler import LoadFileScheduling

PREFECT = ("tests/flows/test_prefect.py", "tests/test_readme.py")  # one server for all of them
SHARING = (  # folders whose modules share a warehouse that is filled once
    "tests/flows/cli/one_home",
    "tests/flows/forget",
    "tests/flows/ingest",
    "tests/warehouse/identity",
    "tests/warehouse/mart_truth",
)
SLOW_FIRST = (  # the others that take longest, by their seconds
    "tests/flows/ingest",
    "tests/flows/forget",
    "tests/flows/replay/test_replay.py",
    "tests/flows/replay/test_rejected.py",
    "tests/flows/replay/test_stored_texts.py",
    "tests/warehouse/regrouping/test_sameness_corrections.py",
    "tests/warehouse/sameness/test_sameness_order.py",
    "tests/warehouse/sameness/test_sameness_alarms.py",
    "tests/flows/test_containers.py",
    "tests/flows/shards/test_container_reading.py",
    "tests/warehouse/marts/test_mart_events.py",
    "tests/warehouse/sameness/test_sameness_ids.py",
    "tests/warehouse/sameness/test_sameness_changes.py",
    "tests/flows/filters/test_filters.py",
    "tests/warehouse/outlets/test_outlets.py",
    "tests/gold/test_appeals.py",
    "tests/flows/shards/test_parts.py",
    "tests/flows/shards/test_hostile.py",
    "tests/warehouse/identity",
    "tests/warehouse/sameness/test_story_slices.py",
)


def group_of(nodeid: str) -> str:
    """The module of a test, its folder where that shares a warehouse, or the group of Prefect."""
    module = nodeid.split("::", maxsplit=1)[0]
    if module in PREFECT:
        return PREFECT[0]
    folder = module.rpartition("/")[0]
    return folder if folder in SHARING else module


def place_of(nodeid: str) -> int:
    """Place of the group of a test in the queue."""
    order = (PREFECT[0], *SLOW_FIRST)
    group = group_of(nodeid)
    return order.index(group) if group in order else len(order)


class GroupScheduling(LoadFileScheduling):
    """Gives whole groups to the processes, in the order in which they were collected."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)
