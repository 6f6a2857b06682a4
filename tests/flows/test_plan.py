"""The plan of a run: each file seen has exactly one outcome."""

from hypothesis import given
from hypothesis import strategies as st

from extractors.records import Rejection
from flows.plan import KnownFile, plan_run
from flows.scan import FoundFile, Scan


def found(path, content="x", modified=1):
    return FoundFile(path, content.encode(), len(content), modified, 7)


def known(path, content="x", status="loaded", modified=1, duplicate_of=None, document=True):
    return KnownFile(
        path, status, f"hash of {content}", len(content), modified, 7, duplicate_of, document
    )


def plan(files, knowns=(), **options):
    hashes = lambda location: "hash of " + location.decode()  # noqa: E731
    table = {file.path: file for file in knowns}
    return plan_run(Scan(tuple(files), 0), table, hash_of=hashes, **options)


def outcome(files, knowns=(), **options):
    return {f.found.path: f.outcome for f in plan(files, knowns, **options).files}


def test_new_changed_unchanged_vanished():
    result = plan(
        [found("changed", "newer"), found("new", "n"), found("same", "s")],
        [known("changed", "old"), known("same", "s"), known("gone", "g")],
    )
    outcomes = {file.found.path: file.outcome for file in result.files}
    assert outcomes == {"changed": "load", "new": "load", "same": "unchanged"}
    assert result.vanished == ("gone",)
    assert result.has_news


def test_nothing_new():
    assert not plan([found("a")], [known("a")]).has_news
    assert not plan([], [known("a", status="vanished")]).has_news


def test_a_touched_file_is_unchanged_and_noted():
    (file,) = plan([found("a", modified=2)], [known("a", modified=1)]).files
    assert (file.outcome, file.is_touched, file.is_news) == ("unchanged", True, False)


def test_the_first_of_equal_files_is_loaded():
    assert outcome([found("a"), found("b")]) == {"a": "load", "b": "duplicate"}


def test_a_loaded_file_stays_the_original_of_its_copies():
    outcomes = outcome([found("a"), found("b")], [known("b")])
    assert outcomes == {"a": "duplicate", "b": "unchanged"}


def test_a_copy_is_loaded_when_its_original_is_gone():
    copy = known("b", status="duplicate", duplicate_of="a", document=False)
    assert outcome([found("b")], [known("a"), copy]) == {"b": "load"}


def test_a_copy_that_stays_a_copy_is_no_news():
    copy = known("b", status="duplicate", duplicate_of="a", document=False)
    assert not plan([found("a"), found("b")], [known("a"), copy]).has_news


def test_a_file_that_comes_back_is_not_read_again():
    (file,) = plan([found("a")], [known("a", status="vanished")]).files
    assert (file.outcome, file.is_news) == ("unchanged", True)


def test_a_refused_file_is_read_again_only_when_it_changes():
    refused = known("a", status="quarantined", document=False)
    assert not plan([found("a")], [refused]).has_news
    assert outcome([found("a", "mended")], [refused]) == {"a": "load"}
    assert outcome([found("a")], [refused], reprocess=True) == {"a": "load"}


def test_what_cannot_be_opened_is_refused_once():
    entry = FoundFile("a", b"a", refused=Rejection("bad_link", "It leads nowhere."))
    assert plan([entry]).has_news
    before = KnownFile("a", "quarantined", None, 0, 0, 0, None, False)
    assert not plan([entry], [before]).has_news


def test_reprocess_reads_what_has_not_changed():
    assert outcome([found("a")], [known("a")], reprocess=True) == {"a": "load"}


names = st.sampled_from("abcdefgh")
contents = st.sampled_from(["x", "y", "z"])


@given(st.dictionaries(names, contents), st.dictionaries(names, contents))
def test_counts_balance(now, before):
    result = plan(
        [found(path, content) for path, content in sorted(now.items())],
        [known(path, content) for path, content in before.items()],
    )
    counts = result.counts()
    assert counts["seen"] == len(now) + len(before.keys() - now.keys())
    assert counts["seen"] == sum(count for name, count in counts.items() if name != "seen")
