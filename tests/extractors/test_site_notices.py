"""Notices of sites, and news that begins like them."""

import pytest

from extractors.site_notices import MOST_WORDS, find_notice

NEWS = "The court said on Monday that the reporters had been turned away. They will appeal."


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Page not found", "The page you requested could not be found. Try searching."),
        ("404 - Not Found", "Back to the front page"),
        ("Larn Times", "Checking your browser before accessing larn.example\nThis takes a moment."),
        (None, "Please enable JavaScript and cookies to continue"),
        ("Access Denied", 'You don’t have permission to access "/news" on this server.'),
        ("Larner Bote", "Die angeforderte Seite wurde nicht gefunden."),
        ("Page introuvable", "Retour à l’accueil"),
        ("页面不存在", "返回首页"),
        (None, "Oups ! La page que vous recherchez n’existe pas ou a été déplacée."),
        (None, "Oj! Sidan du letar efter finns inte längre."),
    ],
)
def test_notices(title, text):
    assert find_notice(title, text) in (title, *text.replace("’", "'").split("\n"))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Access denied to reporters at Larn trial", NEWS),
        ("Not found: the bus that the council bought", NEWS),
        ("Just a moment, says the minister", NEWS),
        ("Service unavailable in Larn since Monday", NEWS),
        ("Ferries", "He read “page not found” on the door. " + NEWS),
        ("404", NEWS + " word" * MOST_WORDS),
        ("Storm closes port.", ""),
    ],
)
def test_what_may_be_news(title, text):
    assert find_notice(title, text) is None
