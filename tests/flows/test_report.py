"""The report of a run as text and as Markdown."""

from flows.report import RunReport, markdown_report


def test_what_was_refused_stays_in_its_row():
    detail = "ValueError: expected a | b\nnot c"
    refused = {"path": "a|b.zip", "place": "x\ny", "reason": "crashed", "detail": detail}
    page = markdown_report(RunReport("quarantined", {}, rejections=(refused,), message="m"), "w")
    rows = [line for line in page.splitlines() if "crashed" in line]
    assert rows == ["| `a\\|b.zip` | x y | crashed | ValueError: expected a \\| b not c |"]
