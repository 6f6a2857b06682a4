"""Files with the bytes of others: copies, and files that were moved."""

from flows.planning.deciding import plan_run
from flows.planning.scan import Scan
from tests.flows.planning.planned_files import found, known, outcome, plan


def test_the_first_of_equal_files_is_loaded():
    assert outcome([found("a"), found("b")]) == {"a": "load", "b": "duplicate"}


def test_a_loaded_file_stays_the_original_of_its_copies():
    result = plan([found("a"), found("b"), found("c", "y")], [known("b"), known("c", "y")])
    decided = {file.found.path: (file.outcome, file.is_news) for file in result.files}
    assert decided == {"a": ("duplicate", True), "b": ("unchanged", False)}
    assert result.still == {"unchanged": 1}


def test_a_copy_has_the_same_bytes_and_the_same_ending():
    assert outcome([found("a.json"), found("b.JSON"), found("c.txt")]) == {
        "a.json": "load",
        "b.JSON": "duplicate",
        "c.txt": "load",
    }


def test_a_file_that_is_gone_before_it_is_hashed_was_not_there():
    def hash_or_fail(location):
        raise FileNotFoundError

    result = plan_run(
        Scan((found("new"), found("known", modified=2)), 0),
        {"known": known("known")},
        hash_of=hash_or_fail,
    )
    assert (result.files, result.vanished) == ((), ("known",))


def test_a_copy_has_the_article_when_its_original_is_gone():
    """Copied in one run and deleted in a later one is moved, as if both were done at once."""
    copies = [
        known(path, status="duplicate", duplicate_of="a", document=False) for path in ("c", "b")
    ]
    result = plan([found("b"), found("c")], [known("a"), *copies])
    assert {f.found.path: f.outcome for f in result.files} == {"b": "load", "c": "duplicate"}
    assert [result.id_path(path) for path in "abc"] == ["b", "a", "c"]
    assert result.vanished == ("a",)
    changed = plan([found("b", "yy"), found("c", "yy")], [known("a"), *copies])
    assert (changed.id_paths, changed.vanished) == ({}, ("a",))
    kept = plan([found("b"), found("d", modified=2)], [known("a"), copies[1], known("d")])
    assert {f.found.path: f.outcome for f in kept.files} == {"b": "duplicate", "d": "unchanged"}
    elsewhere = plan([found("b"), found("d")], [known("a"), copies[1]])
    assert (elsewhere.id_paths, elsewhere.vanished) == ({"d": "a"}, ())


def test_a_file_that_lies_elsewhere_is_read_again_and_keeps_its_ids():
    result = plan([found("b"), found("c")], [known("a")])
    assert {f.found.path: f.outcome for f in result.files} == {"b": "load", "c": "duplicate"}
    assert result.vanished == ()
    assert [result.id_path(path) for path in "abc"] == ["a", "a", "c"]
    assert result.counts() == {"seen": 2, "loaded": 1, "unchanged": 0, "duplicate": 1,
                               "quarantined": 0, "vanished": 0}  # fmt: skip


def test_a_new_file_where_another_was_moved_away_has_other_ids():
    moved = known("b")._replace(id_path="a")
    result = plan([found("a", "y"), found("a#2", "z"), found("b")], [moved])
    assert [result.id_path(path) for path in ("a", "a#2", "b")] == ["a#3", "a#2", "a"]
    (file,) = plan([found("a", "y"), found("b")], [moved, known("a", "y")]).having("load") or [None]
    assert file is None


def test_only_what_is_gone_has_moved_and_the_latest_before_others():
    assert plan([found("a"), found("b")], [known("a")]).id_paths == {}
    assert plan([found("b")], [known("a", document=False)]).vanished == ("a",)
    before = [known("a", status="vanished"), known("c")]
    assert plan([found("b")], before).id_paths == {"b": "c"}
    back = [known("b")._replace(id_path="a")]
    assert plan([found("a")], back).id_paths == {}


def test_the_bytes_of_a_refused_file_are_not_those_of_the_article_it_had():
    """A disk that is full leaves the same empty file in place of many articles."""
    refused = known("a", status="quarantined")._replace(reason="empty", detail="No bytes.")
    assert plan([found("b")], [refused]).id_paths == {}
    bare = known("b", status="quarantined", document=False)._replace(reason="empty")
    assert plan([found("b")], [refused, bare]).id_paths == {}


def test_a_copy_that_stays_a_copy_is_no_news():
    copy = known("b", status="duplicate", duplicate_of="a", document=False)
    assert not plan([found("a"), found("b")], [known("a"), copy]).has_news
