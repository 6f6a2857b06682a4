"""The headline of pasted texts and whole pages: the line over the body, wherever that begins."""

import numpy as np
import pytest

from extractors.cleaning import clean
from extractors.cleaning.headlines import find_headline, mark_candidates
from extractors.cleaning.sheet import read_sheet
from extractors.cleaning.verdicts import Ruling
from extractors.records import Page

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
STORIES = {
    "en": ["Freighter aground in Ostrava Bay closes harbour", "By Anna Novak", "3 June 2024",
           "The harbour of Ostrava Bay was closed on Tuesday after a freighter ran aground, the "
           "port authority said, and ferries were sent to the neighbouring island of Lom instead.",
           "Divers found a hole of two metres below the waterline of the freighter, the authority "
           "said, adding that the harbour would stay closed until the hull had been mended.",
           "The captain told reporters that fog had come up within minutes, and that the pilot had "
           "lost sight of the buoys. Nobody was hurt when the freighter ran aground.",
           "Some 300 tonnes of oil are on board. Tugs will try to pull the freighter free of the "
           "sand at high water on Thursday, the port authority said."],
    "de": ["Frachter läuft vor Ostrau auf Grund und sperrt den Hafen", "Von Anna Novak",
           "3. Juni 2024",
           "Der Hafen von Ostrau ist am Dienstag geschlossen worden, nachdem ein Frachter auf "
           "Grund gelaufen war, teilte die Hafenbehörde mit; Fähren fahren vorerst zur Insel Lom.",
           "Taucher fanden unter der Wasserlinie des Frachters ein Loch von zwei Metern, wie die "
           "Behörde weiter mitteilte. Der Hafen bleibe geschlossen, bis der Rumpf geflickt sei.",
           "Der Kapitän sagte vor Reportern, der Nebel sei binnen Minuten aufgezogen, der Lotse "
           "habe die Bojen aus den Augen verloren. Verletzt wurde auf dem Frachter niemand.",
           "An Bord sind rund 300 Tonnen Öl. Schlepper sollen den Frachter am Donnerstag bei "
           "Hochwasser vom Grund ziehen, wie die Hafenbehörde ankündigte."],
    "es": ["Un carguero encalla en la bahía de Lom y obliga a cerrar el puerto",
           "Por Ana Nováková", "3 de junio de 2024",
           "El puerto de la bahía de Lom fue cerrado el martes después de que encallara un "
           "carguero, informó la autoridad portuaria, y los barcos se desviaron a la isla vecina.",
           "Los buzos hallaron un agujero de dos metros bajo la línea de flotación del carguero, "
           "dijo la autoridad, que mantendrá cerrado el puerto hasta que se repare el casco.",
           "El capitán contó a los periodistas que la niebla llegó en pocos minutos y que el "
           "práctico perdió de vista las boyas. Nadie resultó herido a bordo del carguero.",
           "El carguero lleva unas 300 toneladas de petróleo. Los remolcadores intentarán sacarlo "
           "de la arena de la bahía el jueves con la marea alta, según la autoridad."],
}  # fmt: skip
PARAGRAPH = STORIES["en"][3]


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


BYLINE = Ruling("drop", "byline", "byline", 0.9)
DATE = Ruling("drop", "dateline_meta", "date_stamp", 0.9)
NAVIGATION = Ruling("drop", "navigation", "widget_title", 0.9)


def find(leaving, odds=(1.0, 2.0, 3.0, -9.0), lines=("Harbour", "Ferries", "Fog", "Lom"), **more):
    sheet = read_sheet("\n".join(lines))
    return find_headline(sheet, np.array(odds), np.array(leaving), more.get("dropped", {}))


def test_the_likeliest_line_counts_that_nothing_else_claims():
    assert find([0.9, 0.9, 0.9, 0.9]) == 2
    assert find([0.9, 0.9, 0.9, 0.9], dropped={2: BYLINE}) == 1
    assert find([0.9, 0.9, 0.9, 0.9], dropped=dict.fromkeys(range(3), BYLINE)) is None
    assert find([0.9, 0.9, 0.9, 0.9], odds=[1.0, 1.0, -np.inf, -np.inf]) == 0


def test_a_line_that_would_stay_has_to_look_more_like_a_headline():
    assert find([0.9, 0.9, 0.9, 0.9], odds=[-1.8, -9.0, -9.0, -9.0]) == 0
    assert find([0.4, 0.9, 0.9, 0.9], odds=[-1.8, -9.0, -9.0, -9.0]) is None


def test_what_is_body_for_sure_is_no_headline():
    assert find([0.9, 0.9, 0.01, 0.9]) == 1
    assert find([0.01, 0.01, 0.01, 0.9]) == 0
    for sentence in ("The fog had gone.", PARAGRAPH.removesuffix(".")):
        assert find([0.01, 0.01, 0.01, 0.9], lines=[sentence, "Ferries", "Fog", "Lom"]) is None
        assert find([0.3, 0.01, 0.01, 0.9], lines=[sentence, "Ferries", "Fog", "Lom"]) == 0


def test_the_first_line_under_a_path_or_date_is_a_first_line():
    weak = [-0.6, -3.4, -9.0, -9.0]
    for path in ("Home / News / Larnstead", "Thursday 12 January 2023, 11:20 GMT"):
        assert find([0.9, 0.4, 0.1, 0.9], weak, [path, "Ferries", "Fog", "Lom"]) == 1
        assert find([0.9, 0.4, 0.1, 0.9], weak, [path, "It is foggy.", "Fog", "Lom"]) is None
    assert find([0.9, 0.4, 0.1, 0.9], weak) == 0
    assert find([0.9, 0.4, 0.1, 0.9], [-2.4, *weak[1:]]) is None


@pytest.mark.parametrize(
    ("dropped", "title"),
    [({2: BYLINE}, 1), ({2: DATE}, 1), ({2: NAVIGATION}, None), ({}, None), ({1: DATE}, 0)],
)
def test_the_last_line_over_the_byline_or_day_of_the_body_needs_less(dropped, title):
    weak = [-4.0, -5.5, -7.0, -9.0]  # bare names look least like headlines
    assert find([0.9, 0.9, 0.9, 0.01], weak, dropped=dropped) == title


@pytest.mark.parametrize("name", ["Karin Lund", "Олена Шевчук", "김지훈 기자"])
def test_a_name_between_headline_and_day_is_no_headline(name):
    lines = ["Kommunen stänger simhallen", name, "2024-05-03 17.42", "Lom"]
    assert find([0.9, 0.9, 0.9, 0.01], [-4.4, -4.9, -np.inf, -9.0], lines, dropped={2: DATE}) == 0
    assert (
        find([0.9, 0.9, 0.9, 0.01], [-7.0, -4.9, -np.inf, -9.0], lines, dropped={2: DATE}) is None
    )


def test_the_first_line_of_all_needs_less_right_over_the_body_unless_it_is_a_sentence():
    weak, leaving = [-3.2, -9.0, -9.0, -9.0], [0.3, 0.01, 0.01, 0.01]
    assert find(leaving, weak) == 0
    assert find(leaving, weak, ["It is foggy.", "Ferries", "Fog", "Lom"]) is None
    assert find([0.1, *leaving[1:]], weak) is None
    assert find([0.3, 0.5, 0.01, 0.01], weak) is None  # a bare name stands between


@pytest.mark.parametrize(
    "above", ["(translated from Ukrainian)", "[Archive]", "Le Courrier du Larn, 20 novembre 2024"]
)
def test_notes_in_brackets_and_outlets_with_a_day_stand_over_headlines(above):
    odds, lines = [2.0, -4.0, -9.0, -9.0], [above, "Ferries", "Fog", "Lom"]
    assert find([0.9, 0.9, 0.1, 0.1], odds, lines) == 1
    assert find([0.9, 0.9, 0.1, 0.1], odds, ["(Larn) bridge (old)", *lines[1:]]) == 0


def test_a_standfirst_over_the_byline_gains_nothing_right_below_the_headline():
    leaving, dropped = [0.9, 0.9, 0.9, 0.01], {2: BYLINE}
    assert find(leaving, [-0.6, -1.0, -np.inf, -9.0], dropped=dropped) == 0
    assert find(leaving, [-3.0, -1.0, -np.inf, -9.0], dropped=dropped) == 1


def test_a_line_over_a_byline_still_has_to_look_like_a_headline():
    assert find([0.9, 0.9, 0.9, 0.01], [-9.0, -6.1, -np.inf, -9.0], dropped={2: BYLINE}) is None
    weak = [-9.0, -5.5, -np.inf, -5.9]
    assert find([0.9, 0.9, 0.9, 0.9], weak, dropped={2: BYLINE}) is None  # there is no body


def test_known_furniture_and_lines_below_the_beginning_of_the_body_cannot_be_headlines():
    kinds, from_body = np.array([-1, 4, -1, -1]), np.array([-30, -2, 1, 2])
    assert mark_candidates(kinds, from_body).tolist() == [True, False, True, False]
