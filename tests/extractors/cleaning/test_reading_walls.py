"""Pages that are nothing but a wall, and short news about cookies and newspapers."""

import pytest

from extractors.cleaning.reading_walls import MOST_WORDS, find_wall

COOKIES = (
    "This website uses cookies to improve your experience. If you read on you agree to "
    "our use of cookies."
)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (None, COOKIES),
        ("Larn Times", f"{COOKIES}\nAccept\nManage options"),
        (
            "Brand im Hafen",
            "Dieser Artikel ist nur für Abonnenten lesbar. Schon ein Abo? Anmelden.",
        ),
        (None, "Veuillez activer JavaScript pour continuer à utiliser ce site."),
        (None, "本文仅限订阅会员阅读。请登录或订阅后继续阅读全文。"),
        (
            "当サイトでは、利便性の向上のためにクッキー（Cookie）を使用しています。引き続き閲覧する場合、"
            "クッキーの使用を承諾したものとみなされます。",
            "同意する",
        ),
    ],
)
def test_walls(title, text):
    assert find_wall(title, text) in (title, text.split("\n")[0])


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Cookies fine", "The regulator fined the firm because users could not refuse cookies."),
        (
            "Newspaper puts up paywall",
            "The Larn Times will charge readers 1 pound a week from May.",
        ),
        (
            "Port fire",
            "The fire at the port destroyed three boats on Monday. Subscribe to read on.",
        ),
        ("Straße gesperrt", "Die Dorfstraße ist bis Freitag gesperrt."),
        ("Ferry", f"The ferry to Larn returns in May, said its owner.\n{COOKIES}"),
        (None, COOKIES + " word" * MOST_WORDS),
        (None, ""),
    ],
)
def test_news_is_no_wall(title, text):
    assert find_wall(title, text) is None
