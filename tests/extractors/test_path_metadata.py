"""Days and outlets in addresses and paths, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.path_metadata import read_address, read_path


def facts(path):
    return {(m.field, m.value, m.method) for m in read_path(path)}


@pytest.mark.parametrize(
    ("path", "day", "method"),
    [
        ("2023-11-25_bridge.txt", "2023-11-25", "file_name"),
        ("bridge 20231125.html", "2023-11-25", "file_name"),
        ("news/2023/11/25/bridge.txt", "2023-11-25", "folder"),
        ("news/2023-11-25/bridge.txt", "2023-11-25", "folder"),
        ("news/2023/11/bridge.txt", "2023-11", "folder"),
    ],
)
def test_days_in_paths(path, day, method):
    assert facts(path) == {("published_at", day, method)}


@pytest.mark.parametrize(
    "path",
    [
        "000_bcbf4df0c1f2a502.txt", "article-202311251.txt", "1.2023.11.25.txt", "bridge.txt",
        "2023-13-25.txt", "2023-11-25_2023-11-26.txt", "2023/bridge.txt", "v2023.11.25.1.txt",
    ],
)  # fmt: skip
def test_what_states_no_day(path):
    assert facts(path) == set()


def test_the_file_name_and_its_folder_both_speak():
    assert facts("2023/11/25/2023-11-24.txt") == {
        ("published_at", "2023-11-24", "file_name"),
        ("published_at", "2023-11-25", "folder"),
    }


@pytest.mark.parametrize(
    ("path", "outlet"),
    [
        ("www.larncourier.com/a.txt", "larncourier.com"),
        ("uk/news.larn.co.uk/2023/a.txt", "news.larn.co.uk"),
    ],
)
def test_a_folder_called_like_a_domain_is_the_outlet(path, outlet):
    assert facts(path) == {("outlet", outlet, "folder")}


@pytest.mark.parametrize(
    "path", ["reuters/a.txt", "v1.2/a.txt", "a.b/c.txt", "larn.com.txt", "t.tar.gz/a.txt"]
)
def test_other_folders_are_no_outlets(path):
    assert facts(path) == set()


@pytest.mark.parametrize(
    ("address", "days"),
    [
        ("https://larn.example/2023/11/25/bridge", ["2023-11-25"]),
        ("https://larn.example/world/2023/nov/5/bridge", ["2023-11-05"]),
        ("https://larn.example/bridge-2023-11-25.html?d=2020-01-01", ["2023-11-25"]),
        ("https://larn.example/2023/11/25/review-of-2022-10-01", []),
        ("https://larn.example/a20231125x", ["2023-11-25"]),
        ("https://larn.example/1231125202311251", []),
    ],
)
def test_days_in_addresses(address, days):
    assert [m.value for m in read_address(address)] == days


@given(st.text(max_size=60))
def test_any_path_is_read_without_an_error(path):
    for row in (*read_path(path), *read_address(path)):
        assert row.value
