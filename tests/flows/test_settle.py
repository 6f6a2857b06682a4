"""What a run writes about each file: nothing lost, counts in balance."""

from extractors.records import Rejection
from flows.documents.file_outcome import FileOutcome
from flows.ids import source_file_id
from flows.planning.deciding import plan_run
from flows.planning.plan import KnownFile
from flows.planning.scan import FoundFile, Scan
from flows.settle import settle_files


def found(path, content):
    return FoundFile(path, content.encode(), len(content), 1, 7)


def read(path, content, rejected=None):
    return FileOutcome(path, "text", rejected, f"hash of {content}", len(content), 1, 7)


def plan(files, knowns=()):
    hashes = lambda location: "hash of " + location.decode()  # noqa: E731
    return plan_run(Scan(tuple(files), 0), {k.path: k for k in knowns}, hash_of=hashes)


def statuses(settled):
    return {row["path"]: row["status"] for row in settled.decided}


def test_loaded_duplicate_and_refused():
    refusal = Rejection("binary", "Not text.")
    settled = settle_files(
        plan([found("a", "x"), found("b", "x"), found("c", "?")]),
        [read("a", "x"), read("c", "?", refusal)],
        "run",
    )
    assert statuses(settled) == {"a": "loaded", "b": "duplicate", "c": "quarantined"}
    assert [row["reason"] for row in settled.rejections] == ["binary"]
    assert settled.counts == {
        "seen": 3,
        "loaded": 1,
        "unchanged": 0,
        "duplicate": 1,
        "quarantined": 1,
        "vanished": 0,
    }


def test_a_copy_of_a_refused_file_is_refused_for_the_same_reason():
    refusal = Rejection("binary", "Not text.")
    settled = settle_files(plan([found("a", "?"), found("b", "?")]), [read("a", "?", refusal)], "r")
    assert statuses(settled) == {"a": "quarantined", "b": "quarantined"}
    assert settled.rejections[1]["detail"] == "The same bytes as a: Not text."


def test_a_copy_of_a_file_refused_in_an_earlier_run_is_refused_too():
    before = KnownFile("a", "quarantined", "hash of ?", 1, 1, 7, None, False, "binary", "No.")
    settled = settle_files(plan([found("a", "?"), found("b", "?")], [before]), [], "run")
    assert statuses(settled) == {"b": "quarantined"}
    assert settled.counts["quarantined"] == 2


def test_a_file_refused_before_its_lines_were_read_keeps_its_last_good_rows():
    before = KnownFile("a", "loaded", "hash of x", 1, 0, 7, None, True)
    refused = [read("a", "?", Rejection("binary", "No."))]
    settled = settle_files(plan([found("a", "?")], [before]), refused, "run")
    assert settled.replaced_ids == []
    nothing_left = read("a", "?", Rejection("no_body", "All 3 lines left the body."))
    nothing_left.found.staged_count = 1
    settled = settle_files(plan([found("a", "?")], [before]), [nothing_left], "run")
    assert len(settled.replaced_ids) == 1


def test_a_file_that_became_a_copy_gives_up_its_rows():
    knowns = [
        KnownFile("a", "loaded", "hash of x", 1, 1, 7, None, True),
        KnownFile("b", "loaded", "hash of y", 1, 0, 7, None, True),
    ]
    settled = settle_files(plan([found("a", "x"), found("b", "x")], knowns), [], "run")
    assert statuses(settled) == {"b": "duplicate"}
    assert settled.replaced_ids == [settled.decided[0]["source_file_id"]]


def test_a_touched_file_changes_its_times_only():
    before = KnownFile("a", "loaded", "hash of x", 1, 0, 7, None, True)
    settled = settle_files(plan([found("a", "x")], [before]), [], "run")
    assert (len(settled.touched), settled.decided, settled.replaced_ids) == (1, [], [])
    assert settled.counts["unchanged"] == 1


def test_a_file_that_goes_away_before_it_is_read_is_counted_as_vanished_if_it_was_known():
    before = KnownFile("a", "loaded", "hash of x", 1, 0, 7, None, True)
    gone = [FileOutcome(path, None, None, None, 0, 0, 0, is_gone=True) for path in "ab"]
    settled = settle_files(plan([found("a", "y"), found("b", "z")], [before]), gone, "run")
    assert settled.vanished[:1] == [{"source_file_id": source_file_id("a"), "path": "a"}]
    assert (settled.decided, settled.rejections) == ([], [])
    assert {k: v for k, v in settled.counts.items() if v} == {"seen": 1, "vanished": 1}


def test_a_copy_of_a_file_that_could_not_be_read_just_now_is_looked_at_again():
    for outcome in (
        FileOutcome("a", None, Rejection("changing", "It changed."), None, 0, 0, 0),
        FileOutcome("a", None, None, None, 0, 0, 0, is_gone=True),
    ):
        settled = settle_files(plan([found("a", "x"), found("b", "x")]), [outcome], "run")
        (row,) = [row for row in settled.decided if row["path"] == "b"]
        assert (row["status"], row["sha256"]) == ("quarantined", None)
        again = KnownFile("b", "quarantined", None, 1, 1, 7, None, False, "changing", "Once.")
        (file,) = plan([found("b", "x")], [again]).files
        assert file.outcome == "load"
