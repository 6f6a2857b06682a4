"""The headline of a page that has no meta tags, and pages that lxml gives up on."""

import pytest

from extractors.pages.html import read_html


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("<title>Bridge to close | Larn News</title>", "Bridge to close"),
        ("<title>Bridge to close - Larn News</title>", "Bridge to close"),
        ("<title>Self-made bridge</title>", "Self-made bridge"),
        ("<title>| Larn News</title><h1>Bridge  to close</h1>", "Bridge to close"),
        ("<h1>Larn News</h1><h1>Bridge</h1><title>Bridge to close</title>", "Bridge to close"),
        (
            "<title>Talks fail - minister blames the weather and his own staff</title>",
            "Talks fail - minister blames the weather and his own staff",
        ),
    ],
)
def test_headline_of_a_page(head, headline):
    page = read_html(f"<html>{head}<p>The bridge over the river will be closed for repairs.</p>")
    assert [m.value for m in page.metadata if m.field == "title"] == [headline]


def test_a_page_nested_too_deep_loses_no_text():
    page = read_html("<div>" * 3000 + "All of it" + "</div>" * 3000 + "<script>no</script>")
    assert (page.text, page.body_lines) == ("All of it", None)
