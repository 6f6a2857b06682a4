"""What becomes of each file: decided from what was found and what is known."""

from hypothesis import given
from hypothesis import strategies as st

from extractors.records import Rejection
from flows.planning.plan import KnownFile
from flows.planning.scan import FoundFile
from tests.flows.planning.planned_files import found, known, outcome, plan


def test_new_changed_unchanged_vanished():
    result = plan(
        [found("changed", "newer"), found("new", "n"), found("same", "s")],
        [known("changed", "old"), known("same", "s"), known("gone", "g")],
    )
    outcomes = {file.found.path: file.outcome for file in result.files}
    assert outcomes == {"changed": "load", "new": "load"}
    assert (dict(result.still), result.vanished) == ({"unchanged": 1}, ("gone",))
    assert result.has_news


def test_what_lies_in_a_folder_that_cannot_be_listed_has_not_vanished():
    closed = FoundFile("away", b"", refused=Rejection("unreadable", "The folder cannot be listed"))
    knowns = [known("away/a", "a"), known("away/b/c", "c"), known("awaynot", "g")]
    result = plan([closed], knowns)
    assert result.vanished == ("awaynot",)
    assert result.counts() == {"seen": 2, "loaded": 0, "unchanged": 0, "duplicate": 0,
                               "quarantined": 1, "vanished": 1}  # fmt: skip
    assert not plan([found("away/a", "a"), found("away/b/c", "c")], knowns[:2]).has_news


def test_nothing_new():
    assert not plan([found("a")], [known("a")]).has_news
    assert not plan([], [known("a", status="vanished")]).has_news


def test_a_touched_file_is_unchanged_and_noted():
    (file,) = plan([found("a", modified=2)], [known("a", modified=1)]).files
    assert (file.outcome, file.is_touched, file.is_news) == ("unchanged", True, False)


def test_another_file_of_the_same_size_and_time_is_read():
    """As `mv` puts it there, or a tool that keeps times."""
    other = found("a", "y")._replace(inode=8)
    (file,) = plan([other], [known("a", "x")]).files
    assert (file.outcome, file.is_news) == ("load", True)


def test_a_file_that_comes_back_is_not_read_again():
    (file,) = plan([found("a")], [known("a", status="vanished")]).files
    assert (file.outcome, file.is_news) == ("unchanged", True)


def test_a_refused_file_is_read_again_only_when_it_changes():
    refused = known("a", status="quarantined", document=False)._replace(reason="binary", detail="")
    assert not plan([found("a")], [refused]).has_news
    assert outcome([found("a", "mended")], [refused]) == {"a": "load"}
    assert outcome([found("a")], [refused], reprocess=True) == {"a": "load"}


def test_what_cannot_be_opened_is_refused_once():
    entry = FoundFile("a", b"a", refused=Rejection("bad_link", "It leads nowhere."))
    assert plan([entry]).has_news
    before = KnownFile(
        "a", "quarantined", None, 0, 0, 0, None, False, "bad_link", "It leads nowhere."
    )
    assert not plan([entry], [before]).has_news
    assert plan([entry], [before._replace(reason="unreadable")]).has_news


def test_reprocess_reads_what_has_not_changed():
    assert outcome([found("a")], [known("a")], reprocess=True) == {"a": "load"}


def test_a_refused_text_that_went_away_and_came_back_is_still_refused():
    before = known("a", status="vanished")._replace(reason="no_body", detail="All 3 lines.")
    (file,) = plan([found("a")], [before]).files
    assert (file.outcome, file.refused.reason, file.is_news) == ("quarantined", "no_body", True)


names = st.sampled_from("abcdefgh")
contents = st.sampled_from(["x", "y", "z"])


@given(st.dictionaries(names, contents), st.dictionaries(names, contents))
def test_counts_balance(now, before):
    result = plan(
        [found(path, content) for path, content in sorted(now.items())],
        [known(path, content) for path, content in before.items()],
    )
    counts = result.counts()
    moved = len(result.id_paths)
    assert counts["seen"] == len(now) + len(before.keys() - now.keys()) - moved
    assert moved == 0 or counts["loaded"] > 0
    assert counts["seen"] == sum(count for name, count in counts.items() if name != "seen")


def apply(files, knowns):
    """What the warehouse knows after a run that refuses the content "zzz"."""
    result = plan(files, knowns)
    after = {file.id_path or file.path: file for file in knowns}  # as in the warehouse, by id
    for path in result.vanished:
        after[result.id_path(path)] = after[result.id_path(path)]._replace(
            path=path, status="vanished", duplicate_of=None
        )
    for file in result.files:
        path, content = file.found.path, file.found.location.decode()
        if content == "zzz":
            new = known(path, content, "quarantined", document=False)
            new = new._replace(reason="binary", detail="")
        elif file.outcome == "duplicate":
            new = known(path, content, "duplicate", 1, file.duplicate_of, False)
        else:
            new = known(path, content)
        after[result.id_path(path)] = new
    ids = {file.path: id_path for id_path, file in after.items()}
    assert len(ids) == len(after)  # no path twice, and no article is forgotten
    return [
        file._replace(id_path=ids[path] if ids[path] != path else None)
        for path, file in ((file.path, file) for file in after.values())
    ]


worlds = st.dictionaries(names, st.sampled_from(["x", "yy", "zzz"])).map(
    lambda world: [found(path, content) for path, content in sorted(world.items())]
)


@given(st.lists(worlds, max_size=3), worlds)
def test_files_that_stay_as_they_were_change_no_decision(before, now):
    """Leaving them out of the decisions gives what deciding about every file would give."""
    knowns = []
    for world in before:
        knowns = apply(world, knowns)
    quick = plan(now, knowns)
    thorough = plan(now, [file._replace(inode=8) for file in knowns])  # none is as it was
    assert quick.counts() == thorough.counts()
    assert quick.has_news == thorough.has_news
    decided = {file.found.path: (file.outcome, file.is_news) for file in thorough.files}
    for file in quick.files:
        assert decided.pop(file.found.path) == (file.outcome, file.is_news)
    assert not any(is_news for _, is_news in decided.values())
    assert not plan(now, apply(now, knowns)).has_news
