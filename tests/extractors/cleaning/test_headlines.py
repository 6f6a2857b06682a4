"""The headline of pasted texts and whole pages: the line over the body, wherever that begins."""

import pytest

from extractors.cleaning import clean
from extractors.records import Page
from tests.extractors.cleaning.headline_stories import STORIES

# What stands around a story: menus, and headlines of other stories.
MENUS = {
    "en": ["Skip to content", "Europe edition", "Sign in", "Newsletters", "1. Advice", "Markets",
           "National Football League", "Wine and food", "Menu", "Search the archive", "Puzzles"],
    "de": ["Zum Inhalt springen", "Ausgabe Nord", "Anmelden", "Newsletter", "1. Ratgeber", "Börse",
           "Deutsche Eishockey Liga", "Wein und Küche", "Menü", "Suche im Archiv", "Rätsel"],
    "es": ["Ir al contenido", "Edición del norte", "Iniciar sesión", "Boletines", "1. Consejos",
           "Mercados", "Liga Nacional de Fútbol", "Vino y cocina", "Menú", "Hemeroteca", "Juegos"],
}  # fmt: skip
OTHERS = {
    "en": ["Council of Arden plans a new hall in spring", "Bakers of Ostry lose a case over rents",
           "Museum of Lom elects a woman to its board", "Why the swans of Tarn stay in winter"],
    "de": ["Stadtrat von Arden plant für das Frühjahr eine neue Halle", "Bäcker verlieren Prozess",
           "Museum von Lom wählt eine Frau an die Spitze", "Warum die Schwäne am Tarn bleiben"],
    "es": ["El ayuntamiento de Arden prevé un nuevo pabellón para la primavera",
           "Los panaderos de Ostry pierden el pleito de los alquileres",
           "El museo de Lom elige a una mujer para su consejo", "Los cisnes del Tarn se quedan"],
}  # fmt: skip


def title_of(*lines):
    return clean(Page("\n".join(lines), "text")).title


@pytest.mark.parametrize("language", STORIES)
@pytest.mark.parametrize("times", [1, 15])
def test_on_a_whole_page_the_headline_stands_over_the_body_and_not_in_the_menu(language, times):
    menu, others, story = MENUS[language], OTHERS[language], STORIES[language]
    menus = [f"{line} {k}" if k else line for k in range(times) for line in menu]
    assert title_of(*menus, *others, *story, *others) == story[0]


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_a_pasted_article_begins_with_its_headline(story):
    assert title_of(*story) == story[0]
    assert title_of(story[0], *story[3:]) == story[0]


@pytest.mark.parametrize("why", ["Por qué cierra el puerto de Lom", "Por que fecha o porto de Lom"])
def test_a_headline_that_asks_why_is_no_byline(why):
    assert title_of(why, *STORIES["es"][1:]) == why


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_a_body_alone_has_no_headline(story):
    assert title_of(*story[3:]) is None
