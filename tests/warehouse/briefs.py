"""A brief by its sections."""

from datetime import date

from warehouse.brief import find_scope, write_brief

LAST_RUN, DAY = "20250105T000000-abcdef", date(2024, 9, 1)
SINCE = {
    "run": lambda a: a.run_id == LAST_RUN,
    "all": lambda a: True,
    str(DAY): lambda a: a.published_date and a.published_date >= DAY,
}


def brief(connection, since):
    found = write_brief(connection, find_scope(connection, since))
    return {
        section.name: [dict(zip(section.columns, row, strict=True)) for row in section.rows]
        for section in found
    }
