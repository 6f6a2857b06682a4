"""Trees of pages are trafilatura's own, in elements of one class."""

import pytest
from lxml.html import HtmlElement, tostring
from trafilatura.utils import load_html

from extractors.pages.tree import load_tree

PAGES = [
    "<html><head><title>Ferry</title></head><body><p>It sails.<p>Again</body></html>",
    "<!DOCTYPE html PUBLIC 'x'>\n<html><!-- no --><body><form><input value=1></form></body></html>",
    "<div><p>It sails.</p><p>Again</p></div>",
    '<?xml version="1.0" encoding="latin-1"?><html><head/><body><p>Fähre</p></body></html>',
    "<html><body>half of a pair: \ud83d</body></html>",
    "<html><body>one child</body></html>",
    "<html/>\n<body><p>a\x0bb</p></body>",
    "no page",
    "<p></p>",
    "",
]


@pytest.mark.parametrize("page", PAGES)
def test_a_tree_is_that_of_trafilatura(page):
    tree, theirs = load_tree(page), load_html(page)
    assert (tree is None) == (theirs is None)
    assert tree is None or tostring(tree) == tostring(theirs)


def test_all_elements_are_of_one_class():
    tree = load_tree("<html><head/><body><form><input><select/></form></body></html>")
    assert {type(element) for element in tree.iter()} == {HtmlElement}
