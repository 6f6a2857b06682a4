"""Lines that name who wrote an article, with a label, beside a date or role, or alone."""

import pytest

from extractors.authors.byline_lines import (
    BARE,
    DATED,
    GUESSED,
    LABELLED,
    STAMPED,
    read_byline_line,
)


@pytest.mark.parametrize(
    ("line", "names", "certainty"),
    [
        ("By Anna Novak - The Bay Post - Friday, May 3, 2024", ["Anna Novak"], LABELLED),
        ("May 3, 2024 at1:39 pm | By Peter Holm", ["Peter Holm"], LABELLED),
        ("By Anna NovakPublished: May 3, 2024 8:00 AM EST", ["Anna Novak"], LABELLED),
        ("By Anna Novak , Peter Holm , +5 more", ["Anna Novak", "Peter Holm"], LABELLED),
        ("Review by Peter Lane Contributor", ["Peter Lane"], LABELLED),
        ("By Slate Staff", ["Slate Staff"], LABELLED),
        ("by University of Larn", ["University of Larn"], LABELLED),
        ("Anna Novak, Correspondent May 3, 2024, 10:15 PM", ["Anna Novak"], STAMPED),
        ("Anna Novak, health and science editor", ["Anna Novak"], STAMPED),
        ("Anna Novak and Peter Holm, political writers", ["Anna Novak", "Peter Holm"], STAMPED),
        ("Anna Novak Travel News Reporter", ["Anna Novak"], STAMPED),
        ("Anna Novak Redakteurin", ["Anna Novak"], STAMPED),
        ("Anna Novak@annanovak", ["Anna Novak"], STAMPED),
        ("May 3, 2024 / Peter Holm", ["Peter Holm"], STAMPED),
        ("Anna Novak Larnstead Courier-Post", ["Anna Novak"], STAMPED),
        ("Peter Said 7 hours ago", ["Peter Said"], STAMPED),
        ("Xanvy Zorblin | Published 15 hours ago", ["Xanvy Zorblin"], DATED),
        ("Zolto Alto - 03 may 2024 - 19:25 CEST", ["Zolto Alto"], DATED),
        ("By Anna Novak on Friday, May 3, 2024 at 11:04 a.m.", ["Anna Novak"], LABELLED),
        ("Von Anna Novak am Freitag, 3. Mai 2024", ["Anna Novak"], LABELLED),
        ("Por Anna Novak el viernes 3 de mayo de 2024", ["Anna Novak"], LABELLED),
        ("Anna le Roux May 3, 2024", ["Anna le Roux"], STAMPED),
        ("By Anna Novak, Larn Courier, May 3, 2024", ["Anna Novak"], LABELLED),
        ("By Jim Courier", ["Jim Courier"], LABELLED),
        ("By Peter May Holm , Anna Novak", ["Peter May Holm", "Anna Novak"], LABELLED),
        ("Julia Novak | Xanvy Zorblin", ["Julia Novak", "Xanvy Zorblin"], BARE),
        ("(Reporting by Anna Novak; Editing by Peter Holm)", ["Anna Novak"], LABELLED),
        (
            "Reporting by Anna Novak in New York and Peter Holm in Rome; Editing by Rick Brook",
            ["Anna Novak", "Peter Holm"],
            LABELLED,
        ),
        ("By: संजय तिवारी | Edited By: नेहा शर्मा", ["संजय तिवारी"], LABELLED),
        ("Συντάκτης: Άννα Παππά", ["Άννα Παππά"], LABELLED),
        ("Muhabir: Elif Demir", ["Elif Demir"], LABELLED),
        ("oprac. Anna Novak", ["Anna Novak"], LABELLED),
        ("Interview: Anna Novak", ["Anna Novak"], LABELLED),
        ("2024-05-03 10:22 来源：大河日报 作者：李明", ["李明"], LABELLED),
        ("ANNA NOVAK", ["ANNA NOVAK"], GUESSED),
        ("김지훈 기자", ["김지훈"], LABELLED),
        ("本报记者 李明 王强", ["李明", "王强"], LABELLED),
        ("Anna Novak and Peter Holm", ["Anna Novak", "Peter Holm"], BARE),
        ("1. Anna Novak", ["Anna Novak"], BARE),
        ("Anna Novak Anna Novak", ["Anna Novak"], BARE),
        ("Reuters", ["Reuters"], BARE),
        ("Lucía Novak", ["Lucía Novak"], BARE),  # its given name is known without the accent
        ("Xanvy Zorblin", ["Xanvy Zorblin"], GUESSED),
    ],
)
def test_authors_are_read(line, names, certainty):
    told = read_byline_line(line)
    assert (list(told.names), told.certainty) == (names, certainty)


@pytest.mark.parametrize(
    "line",
    [
        "Food & Drink",
        "Real Estate",
        "Saudi Arabia",
        "+ Anna Novak",  # of a menu
        "Edited by Peter Holm",
        "Fact checked by Peter Holm",
        "Photo by Peter Holm",
        "© Peter Holm",
        "Peter Holm on May 3, 2024 at 5:12 pm said:",
        "Peter Holm would like you to write to him",
        "Anna Novak and Peter Holm have been married for 5 years since June",
        "Peter Holm's Guest List: 21 Rooms",
        "Nearby farms of Anna Novak",  # "by" inside a word
        "Bay TV",
        "新华社记者",  # the agency's reporters
        "Peter Holm said on May 3, 2024",
        "Regan May 6, 2021",
        "Anna Novak, Larn Energy, +44 1224 555 0173, press@larn.example",  # whom to call
        "Editör: Peter Holm",
        "– additional reporting by Peter Holm",
        "Interview: why bridges fall",
        "LARN BRIDGE",
        "The bridge was closed by the mayor, who said that it would stay so for a year or two.",
        "",
    ],
)
def test_other_lines_name_nobody(line):
    assert read_byline_line(line) is None
